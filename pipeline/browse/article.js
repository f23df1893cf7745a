// An article: its text with the passage marked, where it stands in the raw file, how it was dated, what it names.

function articleView([id], asked) {
  const article = core.articles.id.indexOf(id);
  if (article < 0) return null;
  const theme = core.themes.findIndex(({ key }) => key === asked.theme);
  const trail = theme < 0 ? [[['articles'], say('view.articles')]] : [
    [['themes'], say('view.themes')], [['theme', asked.theme], core.themes[theme].label],
    ...(asked.year ? [[['theme', asked.theme, asked.year], asked.year]] : [])];
  const body = make('div', { class: 'text', lang: 'en' });
  const passages = make('div', { class: 'passages' });
  fillText(article, { body, passages, theme, at: asked.at });
  return {
    title: titleOf(article),
    nodes: [
      heading(titleOf(article), { trail, note: whenWords(article) }),
      make('div', { class: 'columns' },
        make('section', { 'aria-label': say('article.text') }, passages, body),
        make('aside', { 'aria-label': say('article.about') }, placeFacts(article), dateFacts(article), themeFactsOf(article, asked), namedIn(article))),
    ],
  };
}

function whenWords(article) {
  const { date, precision, author } = core.articles;
  const words = [date[article] ? dayWords(date[article], precision[article]) : say('undated'), author[article], count(core.articles.words[article], 'word')];
  return words.filter(Boolean).join(' \u00b7 ');
}

/** The text with what is marked in it, and the list of passages above it. */
async function fillText(article, { body, passages, theme, at }) {
  const placed = await textOf(article);
  if (!placed) {
    replace(body, make('p', { class: 'notice' }, say(core.corpus.excerpts ? 'article.too_large' : 'article.no_text')));
    return;
  }
  const found = theme < 0 ? [] : passagesOf(placed, article, theme);
  const wanted = at?.match(/^(\d+)-(\d+)$/);
  const marked = wanted ? placed.find(Number(wanted[1]), Number(wanted[2])) : found[0] ?? null;
  drawText(body, placed, article, marked);
  const place = marked && placed.trace(marked.from, marked.to);
  const told = place && say('article.marked', { start: grouped(place.start), end: grouped(place.end), path: documentOf(article).path });
  replace(passages, found.length ? passageList(found, placed, article, theme) : null, told ? make('p', { class: 'note' }, told) : null);
  const target = body.querySelector('mark');
  if (wanted && target) {
    lead(target);
    announce(told);
  }
}

/** The passages of an article that show a theme: those that were picked for it, else those that hold its terms. */
function passagesOf(placed, article, theme) {
  const picked = (core.themes[theme].evidence.passage ?? []).filter(([one]) => one === article);
  const found = picked.map(([, start, end]) => placed.find(start, end)).filter(Boolean);
  return found.length ? found : passagesAbout(placed.text, theme);
}

/** Ways to the passages that say most of the theme. */
function passageList(found, placed, article, theme) {
  const items = found.map((passage) => {
    const place = placed.trace(passage.from, passage.to);
    if (!place) return null;
    const asked = { theme: core.themes[theme].key, at: `${place.start}-${place.end}` };
    return make('li', {}, make('a', { href: address(['article', core.articles.id[article]], asked) }, say('article.passage', { start: grouped(place.start), end: grouped(place.end) })));
  });
  return [make('h2', { class: 'small' }, say('article.passages', { theme: core.themes[theme].label })), make('ol', { class: 'tags' }, items)];
}

/** The text line by line: the marked stretch as a mark, names and sums underlined, dropped stretches told. */
function drawText(body, placed, article, marked) {
  const names = namesIn(placed, article);
  const drops = droppedIn(placed);
  const lines = [];
  for (const line of placed.text.matchAll(/[^\n]+/g)) {
    const [from, to] = [line.index, line.index + line[0].length];
    for (const drop of drops.filter((one) => one.unit < from && !one.told)) {
      drop.told = true;
      lines.push(make('p', { class: 'dropped' }, say('article.dropped', { length: count(drop.length, 'character') })));
    }
    lines.push(make('p', { dir: 'auto' }, pieces(placed.text, from, to, marked, names)));
  }
  replace(body, lines);
}

/** A line in pieces: cut where a mark or a name begins or ends. */
function pieces(text, from, to, marked, names) {
  const within = names.filter((name) => name.from < to && name.to > from);
  const cuts = new Set([from, to]);
  for (const { from: first, to: last } of [...within, ...(marked ? [marked] : [])]) {
    for (const place of [first, last]) if (place > from && place < to) cuts.add(place);
  }
  const places = [...cuts].sort((one, two) => one - two);
  const made = [];
  let held = null; // the mark that is being filled
  for (let turn = 0; turn + 1 < places.length; turn += 1) {
    const [first, last] = [places[turn], places[turn + 1]];
    const name = within.find((one) => one.from <= first && one.to >= last);
    const said = text.slice(first, last);
    const piece = name ? make('span', { class: `is-${name.kind}` }, said) : document.createTextNode(shown(said));
    if (marked && marked.from <= first && marked.to >= last) {
      if (!held) made.push(held = make('mark', { tabindex: '-1' }));
      held.append(piece);
    } else {
      held = null;
      made.push(piece);
    }
  }
  return made;
}

/** Names and sums of an article as stretches of its text. */
function namesIn(placed, article) {
  const begin = core.articles.start[article];
  return [...grouping(3, core.articles.marks[article])].map(([ref, start, length]) => {
    const stretch = placed.find(begin + start, begin + start + length);
    return stretch && { ...stretch, kind: ref >= core.names.length ? 'sum' : core.names[ref].type.toLowerCase() };
  }).filter(Boolean).sort((one, two) => one.from - two.from);
}

/** Stretches of the document between those that are shown: where they fell out and how long they were. */
function droppedIn(placed) {
  return placed.runs.slice(1).map((run, place) => {
    const before = placed.runs[place];
    const hidden = run.begin - before.begin - before.length > 1; // a covered name is no dropped text
    return { unit: placed.unit(run.begin) - 1, length: run.place - before.place - before.length, hidden };
  }).filter(({ length, hidden }) => length > 2 && !hidden);
}

/** Where an article stands: file, characters, and the command that shows it. */
function placeFacts(article) {
  const { id, start, end, url, published, duplicate } = core.articles;
  const document_ = documentOf(article);
  const facts = [[say('place.file'), document_.path], [say('place.kind'), `${document_.kind}, ${document_.encoding}`],
    [say('place.characters'), say('place.from_to', { start: grouped(start[article]), end: grouped(end[article]) })],
    [say('place.id'), make('code', {}, id[article])], [say('place.command'), make('code', {}, word('place.trace', { id: id[article] }))],
    [say('place.url'), url[article]], [say('place.published'), published[article]]];
  const twin = duplicate[article];
  return [make('h2', { class: 'small' }, say('place.title')), factList(facts),
    twin === null ? null : make('p', {}, say('article.twin'), ' ', link(['article', id[twin]], titleOf(twin)))];
}

function factList(facts) {
  return make('dl', {}, facts.filter(([, said]) => said).map(([name, said]) => make('div', {}, make('dt', {}, name), make('dd', {}, said))));
}

/** How an article was dated: best day, interval, basis, evidence, chances of years. */
function dateFacts(article) {
  const { date, earliest, latest, precision, basis, evidence, years } = core.articles;
  const chances = [...grouping(2, years[article])].map(([year, chance]) => `${year}: ${percent(chance / 1000)}`).join(', ');
  const between = date[article] ? say('date.between', { from: dayWords(earliest[article]), to: dayWords(latest[article]) }) : '';
  return [make('h2', { class: 'small' }, say('date.title')), factList([
    [say('date.best'), date[article] ? dayWords(date[article], precision[article]) : say('undated')], [say('date.interval'), between],
    [say('date.basis'), word(`basis.${basis[article]}`)], [say('date.evidence'), evidence[article]], [say('date.years'), chances]])];
}

/** An article's themes, each a way to its passages here. */
function themeFactsOf(article, asked) {
  const shares = sharesOf(article);
  if (!shares.length) return null;
  return [make('h2', { class: 'small' }, say('article.themes')), make('ul', { class: 'shares' }, shares.map(({ theme, share }) => make('li', {},
    make('a', { href: address(['article', core.articles.id[article]], { theme: core.themes[theme].key }),
                'aria-current': core.themes[theme].key === asked.theme ? 'true' : null }, core.themes[theme].label), shareBar(share))))];
}

/** Who, what and which sums an article names, each once. */
function namedIn(article) {
  const refs = [...new Set([...grouping(3, core.articles.marks[article])].map(([ref]) => ref))];
  const names = refs.filter((ref) => ref < core.names.length);
  const sums = refs.filter((ref) => ref >= core.names.length).map((ref) => ref - core.names.length);
  return [
    names.length ? [make('h2', { class: 'small' }, say('article.names')), make('ul', { class: 'tags' }, names.map((ref) => make('li', {}, nameLink(ref))))] : null,
    sums.length ? [make('h2', { class: 'small' }, say('article.sums')), make('ul', { class: 'tags' }, sums.map((place) => make('li', {}, sumLink(place))))] : null,
  ];
}
