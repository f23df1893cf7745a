// A theme: its course, what it is made of, who goes with it, and its articles, in all years or in one.

const TYPICAL = 5;
const EXCERPT = 260;

function themeView([key, yearSaid]) {
  const number = core.themes.findIndex((theme) => theme.key === key);
  if (number < 0) return null;
  const theme = core.themes[number];
  const year = yearSaid === undefined ? null : Number(yearSaid);
  const trail = [[['themes'], say('view.themes')], ...(year === null ? [] : [[['theme', key], theme.label]])];
  if (year !== null) return yearView(number, year, trail);
  const findings = core.findings.filter((finding) => finding.theme === number);
  const articles = articlesAbout(number);
  return {
    title: theme.label,
    nodes: [
      heading(theme.label, { trail, note: themeFacts(theme) }),
      findings.map((finding) => make('p', { class: 'finding' }, say('theme.found', { said: finding.said }), ' ', finding.odds)),
      figure(say('trend.title'), theme.said, [trendKey(), trendChart(number)], () => trendTable(number), { level: 'h2' }),
      part(say('theme.passages'), passageCards(number, articles)),
      part(say('theme.made_of'), make('p', { class: 'terms' }, theme.terms.join(', ')), topicTable(theme)),
      theme.groups.source || theme.groups.half ? foldedPart(say('theme.groups'), () => groupTables(theme)) : null,
      goesWith(number),
      part(say('theme.all_articles', { articles: count(articles.length, 'article') }), make('p', { class: 'note' }, say('theme.order')),
        growingList(articles, (row) => articleItem(row.article, { asked: { theme: key }, notes: [shareNote(row)] }))),
    ],
  };
}

/** The same for one year, with the way to the years beside it. */
function yearView(number, year, trail) {
  const theme = core.themes[number];
  const point = pointsOf(number).find((one) => one.year === year);
  const { rows: articles, rest, restPart } = articlesBehind(number, year);
  const others = pointsOf(number).map((one) => one.year);
  const place = others.indexOf(year);
  const beside = [[others[place - 1], 'theme.before'], [others[place + 1], 'theme.after']].filter(([one]) => place >= 0 && one !== undefined);
  const title = say('theme.in_year', { theme: theme.label, year });
  return {
    title,
    nodes: [
      heading(title, { trail, note: point ? pointWords(point) : say('theme.no_point') }),
      make('nav', { class: 'beside', 'aria-label': say('theme.years') }, make('ul', {}, beside.map(([one, name]) => make('li', {}, link(['theme', theme.key, one], say(name, { year: one })))))),
      part(say('theme.behind', { articles: count(articles.length + rest, 'article') }), make('p', { class: 'note' }, say('theme.weight')),
        growingList(articles, (row) => articleItem(row.article, { asked: { theme: theme.key, year }, notes: behindNotes(row, point, year) })),
        rest ? make('p', { class: 'note' }, say('theme.rest', { articles: count(rest, 'article'), part: tenths(restPart) })) : null),
      figure(say('trend.title'), theme.said, [trendKey(), trendChart(number, year)], () => trendTable(number), { level: 'h2' }),
    ],
  };
}

function shareNote({ share }) {
  return word('theme.share', { share: percent(share) });
}

/** What each article adds to the share of a year, those that add most first; and the number and sum of the rest. */
function articlesBehind(number, year) {
  const [, flat = [], rest = 0, restPart = 0] = core.themes[number].behind.find(([one]) => one === year) ?? [];
  const rows = [...grouping(2, flat)].map(([article, part_]) => ({ article, part: part_ / 1e6, share: shareOf(article, number), chance: chanceOf(article, year) }));
  return { rows, rest, restPart: restPart / 1e6 };
}

/** What an article adds, how much of it is the theme, and how likely it is of the year where that is in doubt. */
function behindNotes(row, point, year) {
  return [
    point ? word('theme.adds', { part: tenths(row.part), all: tenths(point.share) }) : '',
    row.share ? shareNote(row) : '',
    row.chance < 0.995 ? word('theme.chance', { chance: percent(row.chance), year }) : ''];
}

/** A share in points with one decimal. */
function tenths(share) {
  return (100 * share).toFixed(1);
}

/** Passages that show a theme best; where none were picked, those of its typical articles that hold its terms. */
function passageCards(number, articles) {
  const picked = (core.themes[number].evidence.passage ?? []).slice(0, TYPICAL);
  const rows = picked.length
    ? picked.map(([article, start, end, share]) => ({ article, start, end, said: word('theme.of_passage', { share: percent(share / 1000) }) }))
    : articles.slice(0, TYPICAL).map((row) => ({ article: row.article, said: shareNote(row) }));
  return make('ol', { class: 'rows' }, rows.map((row) => passageCard(row, number)));
}

/** An article with a passage of it, which is a way to its place in the text. */
function passageCard({ article, start, end, said }, number) {
  const { key } = core.themes[number];
  const below = make('div', { class: 'excerpt' });
  const wayTo = (place) => make('p', { class: 'meta' }, make('a', { href: address(['article', core.articles.id[article]],
    { theme: key, at: `${place.start}-${place.end}` }) }, say('article.to_passage', { start: grouped(place.start), end: grouped(place.end) })));
  if (start !== undefined) replace(below, wayTo({ start, end }));
  textOf(article).then((placed) => {
    const stretch = placed && (start === undefined ? passagesAbout(placed.text, number)[0] : placed.find(start, end));
    const place = stretch && placed.trace(stretch.from, stretch.to);
    if (place) replace(below, make('blockquote', { dir: 'auto' }, shortened(placed.text.slice(stretch.from, stretch.to))), wayTo(place));
  });
  return articleItem(article, { asked: { theme: key }, notes: [said], below });
}

/** The beginning of a passage, cut at a word. */
function shortened(text) {
  const said = text.replace(/\s+/g, ' ').trim();
  return said.length > EXCERPT ? `${said.slice(0, Math.max(said.lastIndexOf(' ', EXCERPT), EXCERPT / 2))}\u2026` : said;
}

/** A theme's share by source and by half-year. */
function groupTables(theme) {
  const columns = (first) => [[say(first), 'wide'], [say('column.share'), 'n'], [say('column.corpus'), 'n'], [say('column.agenda'), 'n'], [say('column.articles'), 'n'], [say('column.sparse'), '']];
  return [['source', 'theme.by_source', 'column.source'], ['half', 'theme.by_half', 'column.half']].filter(([by]) => theme.groups[by]).map(([by, caption, first]) => table(
    say(caption, { theme: theme.label }), columns(first), theme.groups[by].map(([group_, share, low, high, agendaLow, agendaHigh, articles, sparse]) => [
      group_, percent(share), range(low, high), range(agendaLow, agendaHigh), grouped(articles), sparse ? say('yes') : '']), { grows: false }));
}

/** The topics within a theme, with the measures of each. */
function topicTable(theme) {
  const rows = theme.topics.map((topic) => [topic.label, topic.terms.slice(0, 8).join(', '), percent(topic.share), percent(topic.persistence),
    topic.coherence.toFixed(2), percent(topic.exclusivity)]);
  return table(say('theme.topics'), [[say('column.topic'), ''], [say('column.terms'), 'wide'], [say('column.share'), 'n'],
    [say('column.recurs'), 'n'], [say('column.coherence'), 'n'], [say('column.own'), 'n']], rows, { grows: false });
}

/** People, bodies and the largest sums that go with a theme. */
function goesWith(number) {
  const theme = core.themes[number];
  const sums = [...core.sums.theme.keys()].filter((place) => core.sums.theme[place] === number && core.sums.value[place] !== null).slice(0, 5);
  const named = (list) => make('ul', { class: 'tags' }, list.map((name) => make('li', {}, nameLink(name))));
  const parts = [
    theme.people?.length ? [make('h3', {}, say('view.people')), named(theme.people)] : null,
    theme.bodies?.length ? [make('h3', {}, say('view.bodies')), named(theme.bodies)] : null,
    sums.length ? [make('h3', {}, say('theme.sums')), make('ul', { class: 'rows' }, sums.map((place) => make('li', {}, make('p', {}, sumLink(place), ' ', core.sums.about[place]))))] : null,
  ].filter(Boolean);
  return parts.length ? part(say('theme.goes_with'), parts) : null;
}
