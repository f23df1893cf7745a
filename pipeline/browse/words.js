// Words: the page's sentences, and numbers and days as people read them.

const NBSP = '\u00a0';

/** The sentence `name` with its {names} filled in, its first letter a capital. */
function say(name, values = {}) {
  const said = word(name, values);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The same without a capital, for words within a sentence. */
function word(name, values = {}) {
  const sentence = core.words[`ui.${name}`];
  if (sentence === undefined) throw new Error(`no sentence is called ui.${name}`);
  return sentence.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? core.known[key] ?? whole);
}

/** A number with its noun: "1 article", "1,204 articles". */
function count(number, noun) {
  const [one, many] = core.words[`ui.noun.${noun}`].split('|');
  return `${grouped(number)}${NBSP}${number === 1 ? one : many}`;
}

/** A whole number with commas. */
function grouped(number) {
  return Math.round(number).toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share in whole per cent; what is not quite nothing is "under 1 %", not quite all "over 99 %". */
function percent(share) {
  if (share > 0 && share < 0.005) return word('under', { one: 1 }).replaceAll(' ', NBSP);
  if (share >= 0.995 && share < 1) return word('over', { hundred_less: 99 }).replaceAll(' ', NBSP);
  return `${whole(share)}${NBSP}%`;
}

/** A share in per cent, halves upwards. */
function whole(share) {
  return Math.floor(Math.round(share * 1e9) / 1e7 + 0.5);
}

/** An interval of shares: "3 to 7 %". */
function range(low, high) {
  return word('range', { low: whole(low), high: whole(high) }).replaceAll(' ', NBSP);
}

/** A change of a share in points, with its sign. */
function signed(change) {
  const size = whole(Math.abs(change));
  return size === 0 ? '0' : `${change < 0 ? '\u2212' : '+'}${size}`;
}

/** A day as precisely as it is known: "9 April 2025", "April 2025", "2025". */
function dayWords(day, precision = 'day') {
  if (!day) return word('undated');
  const [year, month, date] = day.split('-').map(Number);
  const name = core.words['ui.months'].split('|')[month - 1];
  if (precision === 'year') return String(year);
  return precision === 'month' ? `${name} ${year}` : `${date}${NBSP}${name} ${year}`;
}

/** Months from first to last: "July 2016 to March 2021", or the one month. */
function months(first, last) {
  if (!first && !last) return '';
  const [from, to] = [first || last, last || first].map((day) => dayWords(day, 'month'));
  return from === to ? from : word('span', { from, to });
}

/** Text as it is compared in a search: small letters without accents. */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
