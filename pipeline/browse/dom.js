// Elements: the one place that makes them. Text enters as text nodes only, so that no document can add markup.

const SVG = 'http://www.w3.org/2000/svg';
// Signs that have no picture, and marks that turn the direction of what follows them.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** An element with attributes and children; a child is a node, text, a list of these, or nothing. */
function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for the parts of a picture. */
function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else node.setAttribute(name, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

/** Append children to `node`. */
function add(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(shown(child)));
  }
}

/** Put children in the place of what stands in `node`. */
function replace(node, ...children) {
  node.replaceChildren();
  add(node, children);
}

/** Text without signs that are unseen or turn lines. */
function shown(text) {
  return String(text).replace(UNSEEN, '');
}

/** A link within the page; parts of the address are written so that none can be taken for another. */
function link(parts, text, attributes = {}) {
  return make('a', { href: address(parts), ...attributes }, text);
}

/** The address of a view: its parts, and after them what is asked of it. */
function address(parts, asked = {}) {
  const path = parts.map((part) => encodeURIComponent(part)).join('/');
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return `#/${path}${query ? `?${query}` : ''}`;
}

let announced = 0;

/** Tell a screen reader what happened, without moving the focus. */
function announce(text) {
  // the same words twice would not be read again
  announced += 1;
  document.getElementById('live').textContent = shown(text) + (announced % 2 ? '' : NBSP);
}

/** Bring an element to the reader: scrolled to and focused. */
function lead(node) {
  if (!node.hasAttribute('tabindex')) node.setAttribute('tabindex', '-1');
  node.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  node.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
