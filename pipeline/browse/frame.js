// Frame: what every view is built with. Masthead, headings, lists that grow, tables, pictures with their table.

const PAGE_SIZE = 25;
const VIEWS = ['home', 'themes', 'articles', 'people', 'bodies', 'money', 'sure'];

/** The masthead: title, views, search. */
function drawMasthead() {
  const field = make('input', { type: 'search', id: 'query', name: 'q', autocomplete: 'off', spellcheck: 'false' });
  const form = make(
    'form', { role: 'search', on: { submit: (event) => {
      event.preventDefault();
      location.hash = address(['search'], { q: field.value.trim() });
    } } },
    make('label', { for: 'query', class: 'unseen' }, say('search.label')),
    field,
    make('button', { type: 'submit' }, say('search.button')),
  );
  field.placeholder = say('search.hint');
  const views = VIEWS.filter((view) => view !== 'people' || core.corpus.people !== 'none');
  const items = views.map((view) => make('li', {}, link(view === 'home' ? [''] : [view], say(`view.${view}`), { 'data-view': view })));
  replace(document.getElementById('masthead'),
    make('div', { class: 'inner' },
      make('p', { class: 'brand' }, link([''], core.corpus.title)),
      form,
      make('nav', { 'aria-label': say('nav.label') }, make('ul', {}, items))));
  const foot = core.corpus.demonstration ? make('p', {}, core.corpus.demonstration) : null;
  replace(document.getElementById('foot'), make('div', { class: 'inner' }, foot, make('p', {}, say('foot'))));
}

/** Mark the view that is open in the masthead. */
function markView(view) {
  for (const item of document.querySelectorAll('#masthead nav a')) {
    if (item.dataset.view === view) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
}

/** A view's heading, with the way to it above and a line below. */
function heading(title, { trail = [], note = '' } = {}) {
  const steps = trail.map(([parts, text]) => make('li', {}, link(parts, text)));
  return [
    trail.length ? make('nav', { 'aria-label': say('trail.label'), class: 'trail' }, make('ol', {}, steps)) : null,
    make('h1', { tabindex: '-1' }, title),
    note ? make('p', { class: 'lede' }, note) : null,
  ];
}

/** A part of a view under a heading of its own. */
function part(title, ...children) {
  return make('section', {}, make('h2', {}, title), children);
}

/** A list that shows a page of its items and grows by a button; `row` makes an item's element. */
function growingList(items, row, { tag = 'ol', kind = 'rows' } = {}) {
  const list = make(tag, { class: kind });
  return growing(list, items, row);
}

function growing(list, items, row, outer = list) {
  let at = 0;
  const more = make('button', { type: 'button', class: 'more', on: { click: () => grow(true) } });
  const grow = (isAsked) => {
    const made = items.slice(at, at + PAGE_SIZE).map((item, place) => row(item, at + place));
    at += made.length;
    list.append(...made);
    more.hidden = at >= items.length;
    replace(more, say('more', { shown: grouped(at), all: grouped(items.length) }));
    if (isAsked) {
      announce(say('more.done', { shown: grouped(at), all: grouped(items.length) }));
      const first = made[0]?.querySelector('a, button') ?? made[0];
      if (first) { if (!first.matches('a, button')) first.tabIndex = -1; first.focus(); }
    }
  };
  grow(false);
  return [outer, more];
}

/** A table; a column is [heading, kind] with kind n for numbers, and a cell is text or a node. */
function table(caption, columns, rows, { grows = true } = {}) {
  const head = make('tr', {}, columns.map(([name, kind]) => make('th', { scope: 'col', class: kind }, name)));
  const body = make('tbody');
  const whole = make('table', {}, make('caption', {}, caption), make('thead', {}, head), body);
  const row = (cells) => make('tr', {}, cells.map((cell, place) => (place === 0
    ? make('th', { scope: 'row', class: columns[0][1] }, cell)
    : make('td', { class: columns[place][1] }, cell))));
  // a table may be wider than a narrow screen: then it can be moved by keys as well
  const frame = make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, whole);
  if (!grows) {
    body.append(...rows.map(row));
    return frame;
  }
  return growing(body, rows, row, frame);
}

/** A picture with its title, its notes and, folded below it, the same as a table made when it is opened. */
function figure(title, note, picture, asTable, { level = 'h3' } = {}) {
  return make('figure', {},
    make('figcaption', {}, make(level, {}, title), note ? make('p', { class: 'note' }, note) : null), picture,
    foldedPart(say('as_table'), asTable));
}

/** What is made only when it is unfolded. */
function foldedPart(summary, build) {
  const part_ = make('details', { class: 'as-table' }, make('summary', {}, summary));
  part_.addEventListener('toggle', () => {
    if (part_.open && part_.children.length === 1) add(part_, [build()]);
  });
  return part_;
}

/** An article as an item of a list: headline, when, where, and what more is said of it. */
function articleItem(article, { asked = {}, notes = [], below = null } = {}) {
  const columns = core.articles;
  const told = [
    columns.date[article] ? dayWords(columns.date[article], columns.precision[article]) : say('undated'),
    ...notes, documentOf(article)?.path, counts(article) ? null : say('article.duplicate')].filter(Boolean);
  return make('li', {},
    make('a', { href: address(['article', columns.id[article]], asked), class: 'title' }, titleOf(article)),
    make('p', { class: 'meta' }, told.join(' \u00b7 ')), below);
}

/** An article's headline, or the words for none. */
function titleOf(article) {
  return core.articles.title[article] || say('article.untitled');
}

/** A theme as a link. */
function themeLink(theme) {
  return link(['theme', core.themes[theme].key], core.themes[theme].label);
}

/** A share as a bar beside its number; the bar says nothing that the number does not. */
function shareBar(share, most = 1) {
  const bar = draw('svg', { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    draw('rect', { x: 0, y: 0, width: 100, height: 8, class: 'bar-room' }),
    draw('rect', { x: 0, y: 0, width: Math.max(1, (100 * share) / most), height: 8, class: 'bar-part' }));
  return make('span', { class: 'share' }, bar, make('span', {}, percent(share)));
}
