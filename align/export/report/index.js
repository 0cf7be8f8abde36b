'use strict';
// The index page of an archive. Everything shown is put in as text nodes, never as markup.
(() => {
  const {bitexts} = JSON.parse(document.getElementById('data').textContent);
  const SHOWN = 500;
  const byId = id => document.getElementById(id);
  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const shape = (tag, attributes, text) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const total = pick => bitexts.reduce((sum, bitext) => sum + pick(bitext), 0);
  const countFindings = bitext => Object.values(bitext.findings).reduce((sum, count) => sum + count, 0);

  // Horizontal bars: [label, count] pairs.
  const bars = (svg, rows, label) => {
    const widest = Math.max(1, ...rows.map(([, count]) => count));
    svg.setAttribute('viewBox', `0 0 320 ${Math.max(rows.length, 1) * 20}`);
    svg.setAttribute('aria-label', label + ': ' + rows.map(row => row.join(' ')).join(', '));
    rows.forEach(([name, count], i) => svg.append(
      shape('text', {x: 112, y: i * 20 + 14, 'text-anchor': 'end'}, name),
      shape('rect', {x: 118, y: i * 20 + 3, width: 160 * count / widest, height: 14}),
      shape('text', {x: 122 + 160 * count / widest, y: i * 20 + 14}, count)));
  };
  const drawScores = () => {
    const rows = Array.from({length: 10}, (_, i) => [`${i / 10}–${(i + 1) / 10}`, 0]);
    for (const {score} of bitexts) rows[Math.min(9, Math.floor(score * 10))][1]++;
    bars(byId('scores'), rows.reverse(), 'Bitexts by score');
  };
  const drawKinds = () => {
    const counts = new Map();
    for (const {findings} of bitexts) for (const [kind, count] of Object.entries(findings)) counts.set(kind, (counts.get(kind) || 0) + count);
    bars(byId('kinds'), [...counts].sort((a, b) => b[1] - a[1]), 'Findings by category');
  };
  const drawLengths = () => {
    const svg = byId('lengths');
    const most = Math.max(1, ...bitexts.flatMap(bitext => [bitext.sourceBytes, bitext.targetBytes]));
    svg.setAttribute('viewBox', '0 0 220 220');
    svg.setAttribute('aria-label', `Length of source against target of ${bitexts.length} bitexts, up to ${most} bytes`);
    svg.append(shape('line', {x1: 10, y1: 210, x2: 210, y2: 10}));
    for (const bitext of bitexts) {
      const dot = shape('circle', {cx: 10 + 200 * bitext.sourceBytes / most, cy: 210 - 200 * bitext.targetBytes / most, r: 2.5});
      dot.append(shape('title', {}, bitext.headline || bitext.id));
      svg.append(dot);
    }
  };
  const orders = {severe: (a, b) => b.severe - a.severe, score: (a, b) => a.score - b.score, page: () => 0};
  const drawList = () => {
    const wanted = byId('find').value.toLowerCase();
    const found = bitexts.filter(bitext => (bitext.headline + ' ' + bitext.id).toLowerCase().includes(wanted));
    found.sort((a, b) => orders[byId('order').value](a, b) || (a.page < b.page ? -1 : 1));
    byId('list').replaceChildren(...found.slice(0, SHOWN).map(bitext => element('tr', {},
      element('td', {}, element('a', {href: bitext.page}, bitext.headline || bitext.id)), element('td', {}, bitext.score.toFixed(3)),
      element('td', {}, String(bitext.beads)), element('td', {}, String(bitext.nullBeads)), element('td', {}, `${bitext.severe} severe of ${countFindings(bitext)}`))));
    byId('more').textContent = found.length > SHOWN ? `The first ${SHOWN} of ${found.length} are shown; narrow the search.` : `${found.length} shown.`;
  };

  const facts = [['Bitexts', bitexts.length], ['Beads', total(bitext => bitext.beads)], ['Null beads', total(bitext => bitext.nullBeads)],
    ['Findings', total(countFindings)], ['Major or critical', total(bitext => bitext.severe)]];
  byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]));
  drawScores(); drawKinds(); drawLengths(); drawList();
  byId('find').addEventListener('input', drawList);
  byId('order').addEventListener('change', drawList);
  document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.ready = 'true';
})();
