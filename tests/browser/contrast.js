// Every piece of visible text with its contrast (WCAG 2.1, relative luminance) below 4.5.
const channels = text => text.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) => {
  const linear = [r, g, b].map(c => c / 255).map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
};
const background = node => {
  for (; node; node = node.parentElement) {
    const [r, g, b, alpha = 1] = channels(getComputedStyle(node).backgroundColor);
    if (alpha > 0) return [r, g, b];
  }
  return [255, 255, 255];
};
const poor = [];
let checked = 0;
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
  if (!own || !node.checkVisibility() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(node.tagName)) continue;
  const style = getComputedStyle(node);
  const svg = node.namespaceURI.endsWith('svg');
  const [a, b] = [luminance(channels(svg ? style.fill : style.color)), luminance(background(node))];
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  ++checked;
  if (ratio < 4.5) poor.push(`${node.tagName}.${node.getAttribute('class')} ${node.textContent.slice(0, 20)}: ${ratio.toFixed(2)}`);
}
return {checked, poor};
