// Articles: what was read and dropped, how it was dated, and the list of all articles by year, theme, document or name.

function articlesView(_, asked) {
  const year = asked.year ? Number(asked.year) : null;
  const name = asked.name ? Number(asked.name) : null;
  const list = make('div');
  const listed = part(say('articles.list'), articleFilters(asked), list);
  fillArticles(list, asked);
  const nodes = [heading(say('view.articles'), { note: core.reading.said_years })];
  if (year === null && name === null && !asked.theme && !asked.document) {
    nodes.push(
      part(say('articles.read'), funnelTable(),
        figure(say('coverage.title'), core.reading.said_dates, [coverageKey(), coverageChart()], coverageTable),
        droppedTable(), documentTable()));
  }
  return { title: say('view.articles'), nodes: [nodes, listed] };
}

function coverageKey() {
  const box = (kind) => draw('svg', { width: 30, height: 16, viewBox: '0 0 30 16', 'aria-hidden': 'true' }, draw('rect', { x: 4, y: 2, width: 22, height: 12, class: kind }));
  return make('ul', { class: 'key' }, make('li', {}, box('part-0'), say('key.stated')), make('li', {}, box('part-1'), say('key.inferred')));
}

function funnelTable() {
  return table(say('articles.funnel'), [[say('column.step'), ''], [say('column.number'), 'n'], [say('column.left_out'), '']],
    core.reading.funnel.map(([step, number, left]) => [step, grouped(number), left]), { grows: false });
}

function droppedTable() {
  const rows = core.reading.rejects;
  if (!rows.length) return make('p', {}, say('articles.none_dropped'));
  return table(say('articles.dropped'), [[say('column.reason'), ''], [say('column.stage'), ''], [say('column.pieces'), 'n']],
    rows.map(([stage, reason, number]) => [reason, stage, grouped(number)]));
}

function documentTable() {
  const order = [...core.documents.keys()].sort((one, two) => core.documents[two].articles - core.documents[one].articles || one - two);
  return table(say('articles.documents'), [[say('column.document'), 'wide'], [say('column.kind'), ''], [say('column.size'), 'n'], [say('column.articles'), 'n'], [say('column.fingerprint'), '']],
    order.map((place) => {
      const { path, kind, bytes, articles, id } = core.documents[place];
      return [make('a', { href: address(['articles'], { document: id }) }, path), kind, grouped(bytes / 1000), grouped(articles), make('code', {}, id)];
    }));
}

/** Choices of year and theme above the list; a choice is an address, so that it can be kept and gone back to. */
function articleFilters(asked) {
  const years = [['', say('filter.all_years')], ...core.years.map((year) => [year, year]), ['none', say('filter.no_year')]];
  const themes = [['', say('filter.all_themes')], ...core.themes.map(({ key, label }) => [key, label])];
  const choose = (name, choices) => {
    const field = make('select', { id: `filter-${name}`, name }, choices.map(([value, said]) => make('option', { value, selected: String(value) === (asked[name] ?? '') }, said)));
    return [make('label', { for: `filter-${name}` }, say(`filter.${name}`)), field];
  };
  const held = ['document', 'name'].filter((name) => asked[name]);
  return make('form', { class: 'filters', on: { submit: (event) => {
    event.preventDefault();
    const chosen = Object.fromEntries(['year', 'theme'].map((name) => [name, event.target.elements[name].value]));
    location.hash = address(['articles'], { ...asked, ...chosen });
  } } }, make('div', {}, choose('year', years)), make('div', {}, choose('theme', themes)),
  make('button', { type: 'submit' }, say('filter.apply')), held.length || asked.year || asked.theme ? link(['articles'], say('filter.clear')) : null);
}

/** The articles that were asked for, in the order of their days. */
function fillArticles(list, asked) {
  const document_ = asked.document ? core.documents.findIndex(({ id }) => id === asked.document) : null;
  const theme = asked.theme ? core.themes.findIndex(({ key }) => key === asked.theme) : null;
  const named = asked.name ? new Set(mentionsOf(Number(asked.name)).map(({ article }) => article)) : null;
  const { year, date } = core.articles;
  const found = [...everyArticle()].filter((article) => (!asked.year || (asked.year === 'none' ? year[article] === null : year[article] === Number(asked.year)))
    && (document_ === null || core.articles.document[article] === document_)
    && (theme === null || shareOf(article, theme) > 0) && (!named || named.has(article)));
  if (theme === null) found.sort((one, two) => date[one].localeCompare(date[two]) || one - two);
  else found.sort((one, two) => shareOf(two, theme) - shareOf(one, theme) || one - two);
  const told = [count(found.length, 'article')];
  if (document_ !== null && document_ >= 0) told.push(core.documents[document_].path);
  if (named && core.names[asked.name]) told.push(core.names[asked.name].name);
  replace(list, make('p', { class: 'note' }, told.join(' \u00b7 ')), growingList(found, (article) => articleItem(article, {
    asked: theme === null ? {} : { theme: asked.theme }, notes: theme === null ? [] : [shareNote({ share: shareOf(article, theme) })] })));
}
