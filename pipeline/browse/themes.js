// Themes by year: all of them in one table that is a picture as well, and the changes that hold.

function themesView() {
  const matrix = core.themes.length && core.years.length ? themeMatrix() : make('p', {}, say('themes.none'));
  const changes = core.findings.length
    ? figure(say('changes.title'), say('changes.note'), changeChart(core.findings), () => changeTable(core.findings))
    : core.no_finding.map((said) => make('p', {}, said));
  return {
    title: say('view.themes'),
    nodes: [
      heading(say('view.themes'), { note: say('themes.note') }),
      part(say('themes.matrix'), make('p', { class: 'note' }, say('themes.hint')), matrix),
      part(say('themes.changed'), changes, core.findings.length ? changeList() : null),
    ],
  };
}

/** The findings in words, each with its probability. */
function changeList() {
  return make('ol', { class: 'rows' }, core.findings.map((finding) => make('li', {},
    make('p', {}, themeLink(finding.theme), ' ', finding.said, ' ', finding.odds), splitTable(finding))));
}

/** Which sources make a change: a change of their weight, or of the theme's share within them. */
function splitTable(finding) {
  if (!finding.splits.length) return null;
  const columns = ['source', 'weight_from', 'weight_to', 'share_from', 'share_to', 'mix', 'within'].map((name, place) => [say(`column.${name}`), place ? 'n' : 'wide']);
  const rows = () => finding.splits.map(([source, ...parts]) => [source, ...parts.slice(0, 4).map((part_) => (part_ === null ? '' : percent(part_))), ...parts.slice(4).map(signed)]);
  return foldedPart(say('changes.splits'), () => table(say('changes.split_table', { theme: core.themes[finding.theme].label }), columns, rows(), { grows: false }));
}

/** A row a theme, a column a year: the share as a number, and its size as the depth of the cell's colour. */
function themeMatrix() {
  const top = Math.max(...core.themes.flatMap((theme) => theme.points.map(([, share]) => share)), 0.01);
  const cells = [];
  const rows = core.themes.map((theme, number) => {
    const known = new Map(pointsOf(number).map((point) => [point.year, point]));
    const row = core.years.map((year) => {
      const point = known.get(year);
      if (!point) return make('td', { class: 'cell none' }, make('span', { class: 'unseen' }, say('themes.no_articles')));
      const depth = Math.min(5, Math.round((5 * point.share) / top));
      const cell = link(['theme', theme.key, year], `${whole(point.share)}${point.sparse ? '*' : ''}`, {
        'aria-label': say('themes.cell', { theme: theme.label, said: pointWords(point) }), tabindex: '-1' });
      cells.push(cell);
      return make('td', { class: `cell depth-${depth}` }, cell);
    });
    return make('tr', {}, make('th', { scope: 'row' }, themeLink(number)), row);
  });
  if (cells[0]) cells[0].tabIndex = 0;
  const body = make('tbody', { on: { keydown: (event) => walk(event, cells) } }, rows);
  const head = make('tr', {}, make('th', { scope: 'col' }, say('column.theme')), core.years.map((year) => make('th', { scope: 'col', class: 'n' }, year)));
  const whole_table = make('table', { class: 'matrix' }, make('caption', {}, say('themes.caption')), make('thead', {}, head), body);
  return make('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': say('themes.caption') }, whole_table);
}

/** Arrow keys move from cell to cell; up and down keep to the year where it has a cell. */
function walk(event, cells) {
  const place = cells.indexOf(document.activeElement);
  if (place < 0) return;
  const column = (cell) => cell.parentElement.cellIndex;
  const here = column(cells[place]);
  const inColumn = (step) => {
    for (let next = place + step; next >= 0 && next < cells.length; next += step) if (column(cells[next]) === here) return next;
    return place;
  };
  const moves = { ArrowRight: () => place + 1, ArrowLeft: () => place - 1, ArrowDown: () => inColumn(1), ArrowUp: () => inColumn(-1),
                  Home: () => 0, End: () => cells.length - 1 };
  const next = cells[moves[event.key]?.()];
  if (!next) return;
  event.preventDefault();
  cells[place].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
