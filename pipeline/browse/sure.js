// How sure: what the intervals cover, which themes hold, what is left out, methods, words, and how to make it again.

function sureView() {
  const { bands, firm, ladder, crosscheck, certificate, limits, methods, glossary } = core.certainty;
  const list = (said) => make('ul', { class: 'plain' }, said.map((one) => make('li', {}, one)));
  return {
    title: say('view.sure'),
    nodes: [
      heading(say('view.sure'), { note: say('sure.intro') }),
      part(say('sure.bands'), list(bands)),
      core.themes.length ? part(say('sure.firm'), make('p', {}, firm), firmTable()) : null,
      part(say('sure.certificate'), list(certificate.said), certificate.rows.length ? certificateTable(certificate.rows) : null),
      ladder.length ? part(say('sure.ladder'), ladderTable(ladder)) : null,
      crosscheck.length ? part(say('sure.crosscheck'), crossTable(crosscheck)) : null,
      part(say('sure.limits'), list(limits)),
      part(say('sure.methods'), make('p', {}, say('sure.stages')), list(methods)),
      part(say('sure.glossary'), make('dl', { class: 'glossary' }, glossary.map(([term, meaning]) => make('div', {}, make('dt', {}, term), make('dd', {}, meaning))))),
      part(say('sure.again'), make('p', {}, say('sure.again_how')), make('pre', {}, make('code', {}, core.words['ui.sure.command']))),
    ],
  };
}

/** The themes with the share of runs in which they recur. */
function firmTable() {
  const order = [...core.themes.keys()].sort((one, two) => core.themes[two].persistence - core.themes[one].persistence || one - two);
  return table(say('sure.table'), [[say('column.theme'), 'wide'], [say('column.recurs'), ''], [say('column.firm'), ''], [say('column.share'), 'n']],
    order.map((number) => {
      const theme = core.themes[number];
      return [themeLink(number), shareBar(theme.persistence), word(theme.persistence >= core.corpus.firm ? 'firm' : 'loose'), percent(theme.share)];
    }), { grows: false });
}

/** A measure with two decimals, or nothing. */
function decimals(value) {
  return value === null ? '' : value.toFixed(2).replace('-', '\u2212');
}

/** What simulated corpora with known themes show of the themes and the intervals. */
function certificateTable(rows) {
  const columns = [['measure', 'wide'], ['mean', 'n'], ['from', 'n'], ['to', 'n']].map(([name, kind]) => [say(`column.${name}`), kind]);
  return table(say('sure.certificate_table'), columns, rows.map(([words, ...values]) => [words, ...values.map(decimals)]), { grows: false });
}

/** What other numbers of topics and other engines make of the corpus. */
function ladderTable(rows) {
  const columns = ['setting', 'engine', 'topics', 'coherence', 'own', 'recurs', 'held_out'].map((name, place) => [say(`column.${name}`), place > 1 ? 'n' : '']);
  return table(say('sure.ladder_table'), [...columns, [say('column.shown'), '']], rows.map(([setting, engine, topics, npmi, own, persistence, heldOut, isShipped]) => [
    setting, engine, topics, decimals(npmi), percent(own), persistence === null ? '' : percent(persistence), decimals(heldOut), isShipped ? word('sure.shipped') : '']), { grows: false });
}

/** Whether single runs of other libraries find the themes. */
function crossTable(rows) {
  const columns = [['theme', 'wide'], ['engine', ''], ['similarity', 'n'], ['share_r', 'n'], ['found', '']].map(([name, kind]) => [say(`column.${name}`), kind]);
  return table(say('sure.crosscheck_table'), columns, rows.filter(([theme]) => theme !== null).map(([theme, engine, similarity, correlation, isFound]) => [
    themeLink(theme), engine, decimals(similarity), decimals(correlation), isFound ? word('yes') : '']), { grows: false });
}
