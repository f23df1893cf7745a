// Axes: what all charts stand on. Scales, years, marks that answer to pointer and arrow keys, a line that reads them out.

const COLUMN_LEAST = 24; // pixels: the least target (WCAG 2.2, 2.5.8)
const EDGE = { left: 44, right: 4, top: 10, bottom: 26 };

/**
 * A chart that is drawn to the width it has and again when that changes.
 *
 * `paint(width)` gives { svg, marks }: marks are links in reading order, each with data-said, the words of its value.
 */
function chart(label, hint, paint) {
  const readout = make('p', { class: 'readout' }, hint);
  const room = make('div', { class: 'scroll' });
  const holder = make('div', { class: 'chart', role: 'group', 'aria-label': label }, room, readout);
  let painted = 0;
  let current = 0;
  const repaint = (width) => {
    if (!width || Math.abs(width - painted) < 2) return;
    painted = width;
    const { svg, marks } = paint(width);
    const hadFocus = holder.contains(document.activeElement);
    replace(room, svg);
    current = rove(marks, current, readout, hint);
    if (hadFocus) marks[current]?.focus();
  };
  new ResizeObserver((seen) => repaint(Math.floor(seen[0].contentRect.width))).observe(holder);
  return holder;
}

/** One tab stop for all marks; arrow keys, Home and End move among them, and the readout follows. */
function rove(marks, start, readout, hint) {
  const tell = (mark) => {
    for (const other of marks) other.classList.toggle('is-told', other === mark);
    replace(readout, mark ? mark.dataset.said : hint);
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  marks.forEach((mark, place) => {
    mark.setAttribute('tabindex', place === Math.min(start, marks.length - 1) ? '0' : '-1');
    mark.addEventListener('pointerenter', () => tell(mark));
    mark.addEventListener('focus', () => tell(mark));
    mark.addEventListener('pointerleave', () => tell(marks.includes(document.activeElement) ? document.activeElement : null));
    mark.addEventListener('blur', () => tell(null));
    mark.addEventListener('keydown', (event) => {
      const last = marks.length - 1;
      const ends = { Home: 0, End: last };
      const next = ends[event.key] ?? Math.max(0, Math.min(last, place + (steps[event.key] ?? NaN)));
      if (Number.isNaN(next)) return;
      event.preventDefault();
      mark.setAttribute('tabindex', '-1');
      marks[next].setAttribute('tabindex', '0');
      marks[next].focus();
    });
  });
  return Math.min(start, Math.max(0, marks.length - 1));
}

/** A mark that leads somewhere; `said` is read out by the chart and by a screen reader. */
function mark(parts, asked, said, ...children) {
  return draw('a', { href: address(parts, asked), class: 'mark', 'aria-label': shown(said), 'data-said': said }, children);
}

/** Room for the years: a column each, never narrower than a finger or pointer needs. */
function yearScale(width, { left = EDGE.left, right = EDGE.right, extra = 0 } = {}) {
  const years = core.years.length ? core.years : [0];
  const column = Math.max(COLUMN_LEAST, (width - left - right) / (years.length + extra));
  return { years, column, width: left + right + column * (years.length + extra),
           at: (year) => left + column * (year - years[0] + 0.5), after: left + column * (years.length + extra / 2) };
}

/** The picture that a chart is drawn in. */
function sheet(width, height, ...children) {
  return draw('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, children);
}

/** Years below a chart, as many as have room. */
function yearLabels(scale, height) {
  const every = Math.ceil(40 / scale.column);
  const last = scale.years.length - 1;
  return scale.years.filter((year, place) => place % every === 0 && (place === last || last - place >= every || every === 1))
    .concat(every > 1 ? [scale.years[last]] : [])
    .map((year) => draw('text', { x: scale.at(year), y: height - 8, class: 'tick middle' }, year));
}

/** Round numbers from 0 to at least `top`: at most five. */
function roundSteps(top) {
  const size = 10 ** Math.floor(Math.log10(top || 1));
  const step = [0.2, 0.25, 0.5, 1, 2, 2.5].map((part) => part * size).find((one) => top / one <= 4.01) ?? size * 5;
  const steps = [];
  for (let place = 0; place * step < top + step * 0.999; place += 1) steps.push(Math.round(place * step * 1e6) / 1e6);
  return steps;
}

/** Lines across a chart at round values, with their labels. */
function levels(steps, at, label, left, right) {
  return steps.map((step) => [
    draw('line', { x1: left, x2: right, y1: at(step), y2: at(step), class: step === 0 ? 'floor' : 'level' }),
    draw('text', { x: left - 8, y: at(step) + 4, class: 'tick end' }, label(step))]);
}
