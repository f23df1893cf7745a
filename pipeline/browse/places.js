// Places: from a character of the text shown to its place in the raw file and back, and the passages that carry a theme.

const PASSAGE_LONG = 700; // characters; longer paragraphs are parted between sentences
const MOST_PASSAGES = 3;

/** A text and its runs: stretches that stand in the document as they are shown here. */
class Placed {
  constructor(text, runs) {
    this.text = text;
    // Python counts characters, this language counts halves of the rare ones: one list translates
    this.units = /[\ud800-\udfff]/.test(text) ? unitStarts(text) : null;
    this.runs = [...grouping(3, runs)].map(([begin, place, length]) => ({ begin, place, length }));
  }

  /** Place in `text` of the character `point`. */
  unit(point) {
    return this.units ? this.units[Math.min(point, this.units.length - 1)] : point;
  }

  /** The character at a place in `text`. */
  point(unit) {
    if (!this.units) return unit;
    let [low, high] = [0, this.units.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.units[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The stretch of `text` that shows the document's characters [start, end); a covered name is shown by its stand-in. */
  find(start, end) {
    const first = this.runs.findLast(({ place }) => place <= start);
    const last = this.runs.find(({ place, length }) => place + length >= end);
    const from = first ? first.begin + Math.min(first.length, start - first.place) : 0;
    const to = last ? last.begin + Math.max(0, end - last.place) : this.units?.length ?? this.text.length;
    return from < to ? { from: this.unit(from), to: this.unit(to) } : null;
  }

  /** The document's characters [start, end) that a stretch of `text` shows. */
  trace(from, to) {
    const [first, last] = [this.point(from), this.point(to)];
    const held = this.runs.filter(({ begin, length }) => begin < last && begin + length > first);
    if (!held.length) return null;
    const [head, tail] = [held[0], held[held.length - 1]];
    return { start: head.place + Math.max(0, first - head.begin),
             end: tail.place + Math.min(tail.length, last - tail.begin) };
  }
}

function unitStarts(text) {
  const starts = [];
  let unit = 0;
  for (const sign of text) {
    starts.push(unit);
    unit += sign.length;
  }
  return [...starts, unit];
}

/** Stretches of a text between line ends; long ones are parted between sentences. */
function stretches(text) {
  const found = [];
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    let from = line.index;
    const end = line.index + line[0].length;
    while (end - from > PASSAGE_LONG) {
      const room = text.slice(from, from + PASSAGE_LONG);
      const stop = Math.max(...['. ', '! ', '? '].map((sign) => room.lastIndexOf(sign)));
      const cut = stop > PASSAGE_LONG / 3 ? stop + 2 : Math.max(room.lastIndexOf(' ') + 1, 0) || PASSAGE_LONG;
      found.push({ from, to: from + cut });
      from += cut;
    }
    found.push({ from, to: end });
  }
  return found;
}

/** A pattern for the words of a term as they may stand in a text: "school place" finds "School places". */
function termPattern(term) {
  const words = term.split(/[\s_]+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}\\p{L}{0,3}(?![\\p{L}\\p{N}])`, 'giu');
}

/** The stretches of a text that hold most of a theme's terms, the fullest first. */
function passagesAbout(text, theme) {
  const patterns = core.themes[theme].terms.map((term, rank) => [termPattern(term), 1 / (1 + rank / 5)]);
  const scored = stretches(text).map((stretch) => {
    const said = text.slice(stretch.from, stretch.to);
    const score = patterns.reduce((sum, [pattern, weight]) => {
      const found = said.match(pattern)?.length ?? 0;
      return sum + weight * Math.min(found, 2);
    }, 0);
    // a headline or a caption is no passage
    return { ...stretch, score: said.length < 60 ? score / 4 : score };
  });
  const best = scored.filter(({ score }) => score > 0);
  return best.sort((one, two) => two.score - one.score || one.from - two.from).slice(0, MOST_PASSAGES);
}
