// Elements, made of names and text: what comes from a document is only ever text.

const SVG = 'http://www.w3.org/2000/svg';

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== '' && child !== null && child !== undefined));
  return node;
}

const el = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) => filled(document.createElementNS(SVG, name), attributes, children);
const at = (id) => document.getElementById(id);

// A link for the reader to follow, where the address is one of the web.
function webLink(url, text) {
  return /^https?:\/\//.test(url) ? el('a', { href: url, rel: 'noreferrer', target: '_blank' }, text) : '';
}

const button = (text, act, attributes = {}) => el('button', { type: 'button', ...attributes, on: { click: act } }, text);
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 760px)');
