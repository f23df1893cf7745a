// Money: the sums that articles state, as a picture and a list; each leads to its words.

/** Address of a sum's own words: parts, and what is asked. */
function sumAddress(place) {
  const { article, start, length } = core.sums;
  const begin = core.articles.start[article[place]] + start[place];
  return [['article', core.articles.id[article[place]]], { at: `${begin}-${begin + length[place]}` }];
}

/** A sum as a link to its words. */
function sumLink(place) {
  return make('a', { href: address(...sumAddress(place)) }, core.sums.said[place]);
}

/** A sum in words: amount, year, what for, who says so. */
function sumSaid(place) {
  const { said, year, about, speaker } = core.sums;
  const parts = [said[place], year[place] ?? say('undated'), about[place], speaker[place] ? word('sums.says', { speaker: speaker[place] }) : ''];
  return parts.filter(Boolean).join(' \u00b7 ');
}

function moneyView() {
  const title = say('view.money');
  const { value, about, whose, speaker, concerns, same, theme, year } = core.sums;
  const stated = [...value.keys()].filter((place) => value[place] !== null && counts(core.sums.article[place]));
  const vague = [...value.keys()].filter((place) => value[place] === null && counts(core.sums.article[place])).length;
  if (!stated.length) return { title, nodes: [heading(title), make('p', {}, say('money.none', { vague: grouped(vague) }))] };
  const columns = [[say('column.sum'), 'n'], ...(core.corpus.excerpts ? [[say('column.about'), 'wide'], [say('column.whose'), '']] : []),
    [say('column.speaker'), ''], [say('column.theme'), ''], [say('column.year'), 'n'], [say('column.concerns'), 'n']];
  const row = (place) => [[sumLink(place), same[place] === null ? null : make('span', { class: 'meta again' }, word('money.again'), ' ', sumLink(same[place]))],
    ...(core.corpus.excerpts ? [about[place], whose[place]] : []), speaker[place], theme[place] === null ? '' : themeLink(theme[place]), year[place] ?? '', concerns[place]];
  const picture = sumChart();
  const values = { stated: count(stated.length, 'sum'), rates: count(stated.filter((place) => core.sums.rate[place]).length, 'rate'), vague: count(vague, 'sum') };
  return {
    title,
    nodes: [
      heading(title, { note: say('money.intro', values) }),
      picture ? figure(say('sums.title'), say('sums.note', { most: count(MOST_DOTS, 'sum') }), picture, () => sumTable(say('sums.table'), stated, columns, row), { level: 'h2' }) : null,
      core.totals.length ? part(say('money.totals'), make('p', { class: 'note' }, say('money.totals_note')), totalTable()) : null,
      part(say('money.all'), sumTable(say('money.table'), stated, columns, row)),
    ],
  };
}

function sumTable(caption, places, columns, row) {
  return table(caption, columns, places.map(row));
}

/** Sums by theme, year and kind, like with like. */
function totalTable() {
  const columns = [[say('column.theme'), 'wide'], [say('column.year'), 'n'], [say('column.kind_of_sum'), ''], [say('column.number_sums'), 'n'],
    [say('column.distinct'), 'n'], [say('column.total'), 'n'], [say('column.largest'), 'n']];
  return table(say('money.totals_table'), columns, core.totals.map(([theme, year, kind, sums, distinct, total, largest]) => [
    theme === null ? '' : themeLink(theme), year ?? '', kind, grouped(sums), grouped(distinct), total, largest]));
}
