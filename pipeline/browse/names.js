// Names: people (or their roles) and bodies, in lists and each on its own, down to every mention.

/** A name as a link. */
function nameLink(number) {
  return link(['name', number], core.names[number].name);
}

function peopleView() {
  const mode = core.corpus.people;
  const chosen = [...core.names.keys()].filter((number) => core.names[number].type !== 'BODY');
  const title = say('view.people');
  if (mode === 'none') return { title, nodes: [heading(title), make('p', {}, say('people.hidden'))] };
  if (!chosen.length) return { title, nodes: [heading(title), make('p', {}, say('people.none'))] };
  const rows = chosen.map((number) => {
    const one = core.names[number];
    return mode === 'roles'
      ? [nameLink(number), grouped(one.people), grouped(one.articles), grouped(one.mentions)]
      : [nameLink(number), one.role || say('people.no_role'), grouped(one.articles), grouped(one.mentions), months(one.first, one.last)];
  });
  const columns = mode === 'roles'
    ? [[say('column.role'), 'wide'], [say('column.people'), 'n'], [say('column.articles'), 'n'], [say('column.mentions'), 'n']]
    : [[say('column.name'), ''], [say('column.role'), 'wide'], [say('column.articles'), 'n'], [say('column.mentions'), 'n'], [say('column.when'), '']];
  return { title, nodes: [heading(title, { note: say(`people.intro_${mode}`, { people: count(chosen.length, mode === 'roles' ? 'role' : 'person') }) }), table(say('people.table'), columns, rows)] };
}

function bodiesView() {
  const chosen = [...core.names.keys()].filter((number) => core.names[number].type === 'BODY');
  const title = say('view.bodies');
  if (!chosen.length) return { title, nodes: [heading(title), make('p', {}, say('bodies.none'))] };
  const rows = chosen.map((number) => {
    const one = core.names[number];
    return [nameLink(number), one.also.slice(0, 3).join(', '), grouped(one.articles), grouped(one.mentions), months(one.first, one.last)];
  });
  return { title, nodes: [heading(title, { note: say('bodies.intro', { bodies: count(chosen.length, 'body') }) }),
    table(say('bodies.table'), [[say('column.name'), 'wide'], [say('column.also'), ''], [say('column.articles'), 'n'], [say('column.mentions'), 'n'], [say('column.when'), '']], rows)] };
}

/** One person, role or body: names, posts, articles by year, every mention with its place. */
function nameView([numberSaid]) {
  const number = Number(numberSaid);
  const one = core.names[number];
  if (!one) return null;
  const mentions = mentionsOf(number);
  const { rows, dated } = nameChart(number, mentions);
  const isBody = one.type === 'BODY';
  const note = [one.role, count(one.articles, 'article'), count(one.mentions, 'mention'), months(one.first, one.last)].filter(Boolean).join(' \u00b7 ');
  return {
    title: one.name,
    nodes: [
      heading(one.name, { trail: [[[isBody ? 'bodies' : 'people'], say(isBody ? 'view.bodies' : 'view.people')]], note }),
      one.also.length ? make('p', {}, say('names.also', { names: one.also.join(', ') })) : null,
      one.posts.length ? table(say('names.posts'), [[say('column.role'), 'wide'], [say('column.articles'), 'n'], [say('column.when'), '']],
        one.posts.map(([role, first, last, articles]) => [role, grouped(articles), months(first, last)]), { grows: false }) : null,
      dated ? figure(say('names.title'), '', yearBars(say('names.label', { name: one.name }), say('names.hint'), rows, { height: 170 }),
        () => table(say('names.by_year'), [[say('column.year'), ''], [say('column.articles'), 'n']], rows.map((row) => [row.year, grouped(row.parts[0])]), { grows: false }), { level: 'h2' }) : null,
      part(say('names.mentions'), growingList(byArticle(mentions), mentionItem)),
    ],
  };
}

/** Mentions gathered by article, the earliest article first. */
function byArticle(mentions) {
  const found = new Map();
  for (const mention of mentions) {
    if (!found.has(mention.article)) found.set(mention.article, []);
    found.get(mention.article).push(mention);
  }
  const { date } = core.articles;
  return [...found].sort(([one], [two]) => date[one].localeCompare(date[two]) || one - two);
}

/** An article with the places where it names someone. */
function mentionItem([article, mentions]) {
  const places = mentions.map(({ start, length }) => {
    const begin = core.articles.start[article] + start;
    return make('li', {}, make('a', { href: address(['article', core.articles.id[article]], { at: `${begin}-${begin + length}` }) }, say('names.at', { start: grouped(begin) })));
  });
  return articleItem(article, { below: make('ul', { class: 'tags' }, places) });
}
