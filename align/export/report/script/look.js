// Light or dark, the size of the text, names underlined or not: the reader's choice is kept, else the system's is taken.
const look = {theme: null, size: 17, names: true, ...kept('calque-look')};
const applyLook = () => {
  const theme = look.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.names = look.names ? 'on' : 'off';
  document.documentElement.style.setProperty('--size', look.size + 'px');
  byId('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  byId('theme').setAttribute('aria-label', theme === 'dark' ? 'Light colours' : 'Dark colours');
};
const changeLook = change => {
  Object.assign(look, change);
  keep('calque-look', look);
  applyLook();
};
const resize = step => changeLook({size: Math.min(32, Math.max(12, look.size + step))});
const startLook = () => {
  applyLook();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyLook);
  byId('smaller').addEventListener('click', () => resize(-1));
  byId('larger').addEventListener('click', () => resize(1));
  byId('theme').addEventListener('click', () =>
    changeLook({theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'}));
};
