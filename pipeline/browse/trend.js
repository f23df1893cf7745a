// Trend: a theme's share by year, with both intervals. Years without articles are gaps, sparse years hollow.

/** A point of a theme by name (themes.py, POINT). */
function pointOf([year, share, low, high, agendaLow, agendaHigh, articles, effective, sparse, whole_share]) {
  return { year, share, low, high, agendaLow, agendaHigh, articles, effective, sparse: Boolean(sparse), whole_share };
}

/** A theme's points in order. */
function pointsOf(theme) {
  return core.themes[theme].points.map(pointOf);
}

/** Runs of years that follow one another. */
function runsOf(points) {
  const runs = [];
  for (const point of points) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1].year === point.year - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** A value in words: share, both intervals, articles. */
function pointWords(point) {
  return say(point.sparse ? 'trend.sparse_point' : 'trend.point', {
    year: point.year,
    share: percent(point.share),
    low_high: range(point.low, point.high),
    agenda: range(point.agendaLow, point.agendaHigh),
    articles: count(point.articles, 'article'),
  });
}

/** The course of a theme as a chart; each year leads to the articles behind it. */
function trendChart(theme, here = null) {
  const points = pointsOf(theme);
  const { key, label } = core.themes[theme];
  if (!points.length) return make('p', {}, say('trend.none'));
  return chart(say('trend.label', { theme: label }), say('trend.hint'), (width) => {
    const height = 280;
    const scale = yearScale(width);
    const steps = roundSteps(Math.max(...points.map((point) => Math.max(point.high, point.agendaHigh)), 0.01));
    const top = steps[steps.length - 1];
    const at = (share) => EDGE.top + (height - EDGE.top - EDGE.bottom) * (1 - Math.min(share, top) / top);
    const marks = points.map((point) => mark(['theme', key, point.year], {}, pointWords(point),
      draw('rect', { x: scale.at(point.year) - scale.column / 2, y: 0, width: scale.column, height: height - 2,
                     class: point.year === here ? 'hit is-here' : 'hit', rx: 4 }),
      draw('circle', { cx: scale.at(point.year), cy: at(point.share), r: 5, class: point.sparse ? 'dot hollow' : 'dot' })));
    const svg = sheet(scale.width, height,
      levels(steps, at, percent, EDGE.left, scale.width - EDGE.right), bands(points, scale, at),
      gaps(points, scale, height), yearLabels(scale, height), marks);
    return { svg, marks };
  });
}

/** Both intervals and the line, broken where years are missing; a year that stands alone has bars. */
function bands(points, scale, at) {
  return runsOf(points).map((run) => [
    band(run, scale, at, 'agendaLow', 'agendaHigh', 'band-agenda'),
    band(run, scale, at, 'low', 'high', 'band-corpus'),
    run.length > 1 ? draw('polyline', { class: 'course', points: run.map((point) => spot(scale.at(point.year), at(point.share))).join(' ') }) : null,
  ]);
}

function band(run, scale, at, low, high, kind) {
  const wide = Math.min(scale.column * 0.28, 9);
  const corners = run.length > 1
    ? [...run.map((point) => spot(scale.at(point.year), at(point[high]))),
       ...run.toReversed().map((point) => spot(scale.at(point.year), at(point[low])))]
    : [[-wide, high], [wide, high], [wide, low], [-wide, low]].map(([shift, end]) => spot(scale.at(run[0].year) + shift, at(run[0][end])));
  return draw('polygon', { class: kind, points: corners.join(' ') });
}

function spot(x, y) {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

/** Years without articles, named where there is room. */
function gaps(points, scale, height) {
  const known = new Set(points.map(({ year }) => year));
  return scale.years.filter((year) => !known.has(year)).map((year) => draw('text', {
    x: scale.at(year), y: height - EDGE.bottom - 8, class: 'tick middle gap' }, '\u2013'));
}

/** The same course small and without keys, beside words that say it. */
function spark(theme, { width = 260, height = 84, top = null } = {}) {
  const points = pointsOf(theme);
  if (!points.length) return make('p', { class: 'note' }, say('trend.none'));
  const most = top ?? Math.max(...points.map((point) => Math.max(point.high, point.agendaHigh)), 0.01);
  const edge = 6;
  const years = core.years;
  const column = (width - 2 * edge) / Math.max(1, years.length);
  const scale = { column, at: (year) => edge + column * (year - years[0] + 0.5) };
  const floor = height - 18;
  const at = (share) => edge + (floor - edge) * (1 - Math.min(share, most) / most);
  const small = column > 7 ? 2.6 : 1.6;
  return draw('svg', { viewBox: `0 0 ${width} ${height}`, class: 'spark', 'aria-hidden': 'true', focusable: 'false' },
    draw('line', { x1: 0, x2: width, y1: floor, y2: floor, class: 'floor' }), bands(points, scale, at),
    points.map((point) => draw('circle', { cx: scale.at(point.year), cy: at(point.share), r: small,
                                           class: point.sparse ? 'dot hollow' : 'dot' })),
    draw('text', { x: edge, y: height - 4, class: 'tick' }, years[0]),
    draw('text', { x: width - edge, y: height - 4, class: 'tick end' }, years[years.length - 1]));
}

/** What dots and bands stand for. */
function trendKey() {
  const sample = (...parts) => draw('svg', { width: 30, height: 16, viewBox: '0 0 30 16', 'aria-hidden': 'true' }, parts);
  const box = (kind) => sample(draw('rect', { x: 2, y: 3, width: 26, height: 10, class: kind }));
  const items = [
    [sample(draw('circle', { cx: 15, cy: 8, r: 5, class: 'dot' })), say('key.share')],
    [box('band-corpus'), say('key.corpus')], [box('band-agenda'), say('key.agenda')],
    [sample(draw('circle', { cx: 15, cy: 8, r: 5, class: 'dot hollow' })), say('key.sparse')],
  ];
  return make('ul', { class: 'key' }, items.map(([sign, said]) => make('li', {}, sign, said)));
}

/** A theme's course as a table. */
function trendTable(theme) {
  const { key, label } = core.themes[theme];
  const rows = pointsOf(theme).map((point) => [
    link(['theme', key, point.year], point.year), percent(point.share), range(point.low, point.high),
    range(point.agendaLow, point.agendaHigh), percent(point.whole_share), grouped(point.articles), point.sparse ? say('yes') : '']);
  return table(say('trend.table', { theme: label }), [
    [say('column.year'), ''], [say('column.share'), 'n'], [say('column.corpus'), 'n'], [say('column.agenda'), 'n'],
    [say('column.whole'), 'n'], [say('column.articles'), 'n'], [say('column.sparse'), '']], rows, { grows: false });
}
