// Home: what was found, what to keep in mind, and every theme as a card.

function homeView() {
  const { title, subtitle, demonstration, headlines } = core.corpus;
  return {
    title,
    nodes: [
      heading(title, { note: subtitle }),
      demonstration ? make('p', { class: 'notice' }, demonstration) : null,
      part(say('home.found'), foundList(headlines)),
      part(say('home.caveats'), make('ul', { class: 'plain' }, core.caveats.map((said) => make('li', {}, said)))),
      core.themes.length ? part(say('home.themes'), make('p', {}, say('home.cards')), trendKey(), themeCards()) : null,
    ],
  };
}

/** The surest finding of each theme, at most so many; the words for none where nothing is certain. */
function foundList(most) {
  if (!core.findings.length) return make('ul', { class: 'plain' }, core.no_finding.map((said) => make('li', {}, said)));
  const first = core.findings.filter(({ theme }, place) => core.findings.findIndex((other) => other.theme === theme) === place);
  const items = first.slice(0, most).map((finding) => make('li', {},
    make('p', {}, themeLink(finding.theme), ' ', finding.said), spark(finding.theme, { width: 280, height: 96 })));
  const rest = core.findings.length > items.length ? make('p', {}, link(['themes'], say('home.all_changes'))) : null;
  return [make('ul', { class: 'found' }, items), rest];
}

/** A card for each theme: label, course, size, firmness, terms. */
function themeCards() {
  return make('ul', { class: 'cards' }, core.themes.map((theme, number) => make('li', { class: 'card' },
    make('h3', {}, themeLink(number)), spark(number),
    make('p', { class: 'meta' }, themeFacts(theme)),
    make('p', { class: 'terms' }, theme.terms.slice(0, 6).join(', ')))));
}

/** Size, firmness and kind of a theme in a line. */
function themeFacts(theme) {
  return say('theme.facts', {
    share: percent(theme.share),
    persistence: percent(theme.persistence),
    firm: word(theme.persistence >= core.corpus.firm ? 'firm' : 'loose'),
    kind: word(`kind.${theme.kind}`),
  });
}
