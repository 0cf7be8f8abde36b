// Helpers of both pages. What the data holds goes in as text nodes, never as markup.
const byId = id => document.getElementById(id);
const all = selector => [...document.querySelectorAll(selector)];

const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};
const element = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);
const shape = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

// Nothing that a machine says is quite sure; 0 is what no machine rated.
const percent = value => value === 0 ? '–' : value > .99 ? '> 99 %' : value < .01 ? '< 1 %' : (100 * value).toFixed(0) + ' %';
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

let sayTimer;
const say = message => {
  const status = byId('status');
  status.textContent = message;
  status.classList.remove('quiet');
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => status.classList.add('quiet'), 5000);
};

// Storage that private windows and file URLs may refuse.
const kept = key => {
  try { return JSON.parse(localStorage.getItem(key) || 'null'); } catch (_) { return null; }
};
const keep = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch (_) { return false; }
};
