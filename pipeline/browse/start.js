// Start: the address says which view is open; a new address draws it, names it and brings the focus to its heading.

const DRAWN = {
  '': homeView, themes: themesView, theme: themeView, articles: articlesView, article: articleView, people: peopleView,
  bodies: bodiesView, name: nameView, money: moneyView, search: searchView, sure: sureView,
};
// The entry of the masthead that a view belongs to.
const BELONGS = { '': 'home', theme: 'themes', article: 'articles' };

/** The view that an address asks for, or the words that there is none. */
function viewAt(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map(readPart);
  const asked = Object.fromEntries(new URLSearchParams(query));
  const draw_view = Object.hasOwn(DRAWN, parts[0]) ? DRAWN[parts[0]] : null;
  const view = draw_view?.(parts.slice(1).filter((part_) => part_ !== ''), asked);
  return { name: parts[0], ...(view ?? { title: say('lost.title'), nodes: [heading(say('lost.title')), make('p', {}, say('lost.text'))] }) };
}

/** A part of an address; one that was mangled stands for nothing. */
function readPart(said) {
  try {
    return decodeURIComponent(said);
  } catch {
    return '\u0000';
  }
}

/** Draw the view of the address. */
function open({ isFirst = false } = {}) {
  if (/^#\w/.test(location.hash)) return; // a place within the page, such as the skip link's
  const view = viewAt(location.hash);
  const main = document.getElementById('main');
  replace(main, view.nodes);
  document.title = view.title === core.corpus.title ? shown(view.title) : shown(`${view.title} \u00b7 ${core.corpus.title}`);
  markView(BELONGS[view.name] ?? view.name);
  if (isFirst) return;
  scrollTo(0, 0);
  main.querySelector('h1')?.focus({ preventScroll: true });
}

async function start() {
  try {
    await openStore();
    drawMasthead();
    open({ isFirst: true });
    addEventListener('hashchange', () => open());
    // the text of a skip link's target would replace the address of the view
    document.querySelector('.skip').addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById('main').focus();
    });
  } catch (fault) {
    document.getElementById('main').textContent = `${document.title}: ${fault.message}`;
    throw fault;
  }
  document.documentElement.dataset.ready = 'yes';
}

start();
