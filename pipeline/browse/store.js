// Store: the values of the page, read from its blocks when they are wanted.

let core = null;
const chunks = new Map();

/** Read all values but the texts. */
async function openStore() {
  core = await readBlock('core');
  core.bounds = [];
  core.chunks.reduce((sum, length) => core.bounds.push(sum + length) && sum + length, 0);
}

/** The value of a block: JSON as it stands, or packed (base64, DEFLATE). */
async function readBlock(id) {
  const holder = document.getElementById(id);
  const said = holder.textContent;
  const packed = holder.type === 'application/x-packed';
  holder.remove();
  return JSON.parse(packed ? await unpacked(said) : said);
}

async function unpacked(said) {
  const letters = atob(said);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}

/** The texts of one piece of the corpus: pairs of what is shown and its runs. */
function readChunk(number) {
  if (!chunks.has(number)) chunks.set(number, readBlock(`texts-${number}`));
  return chunks.get(number);
}

/** Number of the piece that holds an article. */
function chunkOf(article) {
  let [low, high] = [0, core.bounds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (core.bounds[middle] > article) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An article's text with its way back to the document (places.js); null where the page carries no texts. */
async function textOf(article) {
  if (!core.chunks.length) return null;
  const number = chunkOf(article);
  const chunk = await readChunk(number);
  const [text, runs] = chunk[article - (number ? core.bounds[number - 1] : 0)];
  return new Placed(text, runs);
}

/** Rows of three, or two, that stand one after the other in a list. */
function* grouping(size, list) {
  for (let place = 0; place < list.length; place += size) yield list.slice(place, place + size);
}

/** Themes of an article with their shares, largest first. */
function sharesOf(article) {
  return [...grouping(2, core.articles.shares[article])].map(([theme, share]) => ({ theme, share: share / 1000 }));
}

/** Share of one theme in an article; 0 where it is too small to be listed. */
function shareOf(article, theme) {
  const list = core.articles.shares[article];
  for (let place = 0; place < list.length; place += 2) if (list[place] === theme) return list[place + 1] / 1000;
  return 0;
}

/** How likely an article is of a year. */
function chanceOf(article, year) {
  const list = core.articles.years[article];
  if (!list.length) return core.articles.year[article] === year ? 1 : 0;
  for (let place = 0; place < list.length; place += 2) if (list[place] === year) return list[place + 1] / 1000;
  return 0;
}

/** Whether an article counts: near-duplicates of another do not. */
function counts(article) {
  return core.articles.duplicate[article] === null;
}

/** Numbers of all articles. */
function everyArticle() {
  return core.articles.id.keys();
}

/** Articles of a theme, in all years or in one, those that weigh most first; `weight` is share times chance. */
function articlesAbout(theme, year = null) {
  const found = [];
  for (const article of everyArticle()) {
    if (!counts(article)) continue;
    const share = shareOf(article, theme);
    const chance = year === null ? 1 : chanceOf(article, year);
    if (share && chance) found.push({ article, share, chance, weight: share * chance });
  }
  return found.sort((one, two) => two.weight - one.weight || one.article - two.article);
}

let mentionIndex = null;

/** Places where each name (by its number) and each sum (numbered on) is mentioned: article, first character, length. */
function mentionsOf(number) {
  if (!mentionIndex) {
    mentionIndex = new Map();
    for (const article of everyArticle()) {
      for (const [ref, start, length] of grouping(3, core.articles.marks[article])) {
        if (!mentionIndex.has(ref)) mentionIndex.set(ref, []);
        mentionIndex.get(ref).push({ article, start, length });
      }
    }
  }
  return mentionIndex.get(number) ?? [];
}

/** The document in which an article stands. */
function documentOf(article) {
  return core.documents[core.articles.document[article]];
}
