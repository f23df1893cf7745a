// Search: over themes, people, bodies, sums, headlines and texts. Texts are looked through piece by piece.

const NEAR = 70; // characters shown on each side of what was found

function searchView(_, asked) {
  const query = (asked.q ?? '').trim();
  const title = query ? say('search.title', { query }) : say('search.empty_title');
  const field = document.getElementById('query');
  if (field) field.value = query;
  if (!query) return { title, nodes: [heading(title), make('p', {}, say('search.empty'))] };
  const wanted = folded(query);
  const results = make('div');
  runSearch(results, wanted, query);
  return { title, nodes: [heading(title), results] };
}

/** What was found by kind; texts follow when they are unpacked. */
async function runSearch(results, wanted, query) {
  const has = (text) => folded(text).includes(wanted);
  const { sums, names, themes, articles } = core;
  const found = {
    themes: [...themes.keys()].filter((number) => has(`${themes[number].label} ${themes[number].terms.join(' ')}`)),
    people: [...names.keys()].filter((number) => names[number].type !== 'BODY' && has(`${names[number].name} ${names[number].also.join(' ')} ${names[number].role}`)),
    bodies: [...names.keys()].filter((number) => names[number].type === 'BODY' && has(`${names[number].name} ${names[number].also.join(' ')}`)),
    money: [...sums.said.keys()].filter((place) => has(`${sums.said[place].replaceAll(NBSP, ' ')} ${sums.about[place]} ${sums.whose[place]} ${sums.speaker[place]}`)),
    titles: [...everyArticle()].filter((article) => has(articles.title[article])),
  };
  const count_ = make('p', { class: 'note' });
  const inText = make('div');
  replace(results, count_,
    group('view.themes', found.themes, (number) => make('li', {}, themeLink(number), make('p', { class: 'meta' }, themes[number].terms.slice(0, 8).join(', ')))),
    group('view.people', found.people, nameItem), group('view.bodies', found.bodies, nameItem),
    group('view.money', found.money, (place) => make('li', {}, sumLink(place), make('p', { class: 'meta' }, [sums.about[place], sums.speaker[place], sums.year[place]].filter(Boolean).join(' \u00b7 ')))),
    group('search.titles', found.titles, (article) => articleItem(article)), inText);
  const hits = await searchTexts(wanted);
  if (!results.isConnected) return; // the reader went on meanwhile
  add(inText, [group('search.texts', hits, (hit) => hitItem(hit))]);
  const total = Object.values(found).reduce((sum, list) => sum + list.length, 0) + hits.length;
  const said = total ? say('search.count', { results: count(total, 'result'), query }) : say('search.none', { query });
  replace(count_, said);
  announce(said);
}

/** A heading with how many were found, and the list; nothing where nothing was. */
function group(name, items, row) {
  if (!items.length) return null;
  return part(`${say(name)} (${grouped(items.length)})`, growingList(items, row));
}

function nameItem(number) {
  const one = core.names[number];
  return make('li', {}, nameLink(number), make('p', { class: 'meta' }, [one.role, count(one.articles, 'article')].filter(Boolean).join(' \u00b7 ')));
}

/** The first place in each text where the words stand, in the order of articles. */
async function searchTexts(wanted) {
  const hits = [];
  let article = 0;
  for (let number = 0; number < core.chunks.length; number += 1) {
    for (const [text, runs] of await readChunk(number)) {
      const flat = text.toLowerCase();
      // letters with accents change the length of what is folded: then the place is found again in the text itself
      const simple = flat.length === text.length ? flat.indexOf(wanted) : -1;
      const place = simple >= 0 ? simple : findFolded(text, wanted);
      if (place >= 0) hits.push({ article, text, runs, from: place, to: Math.min(text.length, place + wanted.length) });
      article += 1;
    }
  }
  return hits;
}

function findFolded(text, wanted) {
  if (/^[\x00-\x7f]*$/.test(text)) return -1;
  const whole_text = folded(text).indexOf(wanted);
  if (whole_text < 0) return -1;
  let folded_long = 0;
  let place = 0;
  for (const sign of text) {
    if (folded_long >= whole_text) break;
    folded_long += folded(sign).length;
    place += sign.length;
  }
  return place;
}

/** An article with the words that were found in it, as a way to their place. */
function hitItem({ article, text, runs, from, to }) {
  const place = new Placed(text, runs).trace(from, to);
  const asked = place ? { at: `${place.start}-${place.end}` } : {};
  const before = text.slice(Math.max(0, from - NEAR), from);
  const after = text.slice(to, to + NEAR);
  const said = [from > NEAR ? '\u2026' : '', before, make('strong', {}, text.slice(from, to)), after, to + NEAR < text.length ? '\u2026' : ''];
  return articleItem(article, { asked, below: make('p', { class: 'excerpt', dir: 'auto' }, said) });
}
