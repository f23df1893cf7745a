// Plots: bars by year, changes with their intervals, sums on a scale of powers of ten.

/** Bars by year, parts stacked; `rows` holds { year, parts, said, to }, where `to` is the address it leads to. */
function yearBars(label, hint, rows, { height = 220 } = {}) {
  return chart(label, hint, (width) => {
    const scale = yearScale(width);
    const total = ({ parts }) => parts.reduce((sum, size) => sum + size, 0);
    const steps = roundSteps(Math.max(...rows.map(total), 4));
    const top = steps[steps.length - 1];
    const at = (size) => EDGE.top + (height - EDGE.top - EDGE.bottom) * (1 - size / top);
    const wide = Math.min(46, scale.column * 0.62);
    const marks = rows.filter(total).map((row) => {
      let below = 0;
      const bars = row.parts.map((size, place) => {
        below += size;
        return size ? draw('rect', { x: scale.at(row.year) - wide / 2, y: at(below), width: wide,
                                     height: at(below - size) - at(below), class: `part-${place}` }) : null;
      });
      return mark(row.to, row.asked ?? {}, row.said, draw('rect', {
        x: scale.at(row.year) - scale.column / 2, y: 0, width: scale.column, height: height - 2, class: 'hit', rx: 4 }), bars);
    });
    const svg = sheet(scale.width, height, levels(steps, at, grouped, EDGE.left, scale.width - EDGE.right),
      yearLabels(scale, height), marks);
    return { svg, marks };
  });
}

/** Articles counted by year, those whose source states the date apart from the others. */
function coverageChart() {
  const rows = core.reading.years.map(([year, stated, inferred]) => ({
    year, parts: [stated, inferred], to: ['articles'], asked: { year },
    said: say('coverage.point', { year, articles: count(stated + inferred, 'article'), stated: grouped(stated) }),
  }));
  return yearBars(say('coverage.label'), say('coverage.hint'), rows);
}

function coverageTable() {
  return table(say('coverage.table'), [[say('column.year'), ''], [say('column.articles'), 'n'], [say('column.stated'), 'n'],
    [say('column.inferred'), 'n'], [say('column.expected'), 'n'], [say('column.words'), 'n']],
  core.reading.years.map(([year, stated, inferred, expected, words]) => [link(['articles'], year, { href: address(['articles'], { year }) }),
    grouped(stated + inferred), grouped(stated), grouped(inferred), expected.toFixed(1), grouped(words)]), { grows: false });
}

/** Changes that hold, each as a dot with its interval about the line of no change. */
function changeChart(findings) {
  return chart(say('changes.label'), say('changes.hint'), (width) => {
    const row = 46;
    const height = findings.length * row + 34;
    const most = Math.max(...findings.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)))) * 1.08;
    const [left, right] = [12, width - 12];
    const at = (change) => left + ((right - left) * (change + most)) / (2 * most);
    const steps = roundSteps(most).filter((step) => step <= most);
    const lines = [...new Set(steps.flatMap((step) => [step, -step]))].map((step) => [
      draw('line', { x1: at(step), x2: at(step), y1: 4, y2: height - 26, class: step === 0 ? 'floor' : 'level' }),
      draw('text', { x: at(step), y: height - 8, class: 'tick middle' }, step === 0 ? say('changes.none') : signed(step))]);
    const marks = findings.map((finding, place) => {
      const middle = 32 + place * row;
      const name = core.themes[finding.theme].label;
      return mark(['theme', core.themes[finding.theme].key], {}, `${name} ${finding.said}`,
        draw('rect', { x: 0, y: place * row + 2, width, height: row - 4, class: 'hit', rx: 4 }),
        nameBeside(name, at(finding.low), at(finding.high), middle - 14, width),
        draw('line', { x1: at(finding.low), x2: at(finding.high), y1: middle, y2: middle, class: 'span' }),
        draw('circle', { cx: at(finding.change), cy: middle, r: 5, class: finding.change < 0 ? 'dot fall' : 'dot' }));
    });
    return { svg: sheet(width, height, lines, marks), marks };
  });
}

/** A name above its bar, flush with the end of the bar that leaves it more room. */
function nameBeside(name, low, high, y, width) {
  const isLeft = width - low > high;
  return draw('text', { x: isLeft ? low - 3 : high + 3, y, class: isLeft ? 'name' : 'name end' }, cut(name, (isLeft ? width - low : high) - 4));
}

/** As much of a name as so many pixels hold, about. */
function cut(name, width) {
  const most = Math.max(8, Math.floor(width / 7.2));
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}\u2026`;
}

function changeTable(findings) {
  return table(say('changes.table'), [[say('column.theme'), ''], [say('column.from'), 'n'], [say('column.to'), 'n'],
    [say('column.change'), 'n'], [say('column.interval'), 'n'], [say('column.odds'), '']],
  findings.map((row) => [themeLink(row.theme), row.from, row.to, signed(row.change),
    word('from_to', { from: signed(row.low), to: signed(row.high) }), row.odds]), { grows: false });
}

const MOST_DOTS = 400;

/** Sums of the most frequent currency by year, the largest; each leads to its words. */
function sumChart() {
  const sums = core.sums;
  const shown_sums = [...sums.value.keys()].filter((place) => sums.value[place] > 0
    && sums.currency[place] === sums.currency[0] && sums.year[place] !== null).slice(0, MOST_DOTS);
  const dots = shown_sums.toSorted((one, two) => sums.year[one] - sums.year[two] || sums.value[one] - sums.value[two]);
  if (!dots.length) return null;
  return chart(say('sums.label'), say('sums.hint'), (width) => {
    const height = 320;
    const scale = yearScale(width, { left: 92 });
    const powers = dots.map((place) => Math.log10(sums.value[place]));
    const [low, high] = [Math.floor(Math.min(...powers)), Math.floor(Math.max(...powers)) + 1];
    const at = (power) => EDGE.top + (height - EDGE.top - EDGE.bottom) * (1 - (power - low) / (high - low));
    const steps = Array.from({ length: high - low + 1 }, (_, place) => low + place);
    const marks = dots.map((place, turn) => {
      // sums of one year and size stand side by side: steps of a golden cut never meet
      const x = scale.at(sums.year[place]) + scale.column * 0.7 * (((turn * 0.618) % 1) - 0.5);
      const y = at(Math.log10(sums.value[place]));
      return mark(...sumAddress(place), sumSaid(place),
        draw('circle', { cx: x, cy: y, r: 12, class: 'hit' }),
        draw('circle', { cx: x, cy: y, r: 4.5, class: sums.rate[place] ? 'dot hollow' : 'dot faint' }));
    });
    const svg = sheet(scale.width, height,
      levels(steps, at, powerWords, 92, scale.width - EDGE.right), yearLabels(scale, height), marks);
    return { svg, marks };
  });
}

/** A power of ten with the sign of the currency: "£1 million". */
function powerWords(power) {
  const sign = core.sums.said[0].match(/[£€$¥]|\b[A-Z]{3}\u00a0/)?.[0] ?? '';
  const scale = Math.floor(power / 3);
  const names = core.words['ui.scales'].split('|');
  const size = 10 ** (power - 3 * Math.max(0, Math.min(scale, names.length - 1)));
  return power < 6 ? `${sign}${power < 0 ? 10 ** power : grouped(10 ** power)}` : `${sign}${grouped(size)}${NBSP}${names[Math.min(scale, names.length - 1)]}`;
}

/** Articles that name someone or something, by year. */
function nameChart(name, mentions) {
  const articles = [...new Set(mentions.map(({ article }) => article))].filter(counts);
  const by = new Map();
  for (const article of articles) {
    const year = core.articles.year[article];
    if (year !== null) by.set(year, (by.get(year) ?? 0) + 1);
  }
  const rows = core.years.map((year) => ({
    year, parts: [by.get(year) ?? 0], to: ['articles'], asked: { name, year },
    said: say('names.point', { year, articles: count(by.get(year) ?? 0, 'article') }),
  }));
  return { rows, dated: by.size };
}
