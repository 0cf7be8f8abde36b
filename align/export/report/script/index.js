// The index page of an archive: charts, and a list with the worst first.
const {bitexts} = JSON.parse(byId('data').textContent);
const SHOWN = 500, DOTS = 5000;
const total = pick => bitexts.reduce((sum, bitext) => sum + pick(bitext), 0);
const countFindings = bitext => Object.values(bitext.findings).reduce((sum, count) => sum + count, 0);
const nameOf = bitext => bitext.headline || bitext.id || bitext.page;
const hrefOf = page => './' + page.split('/').map(encodeURIComponent).join('/');
const worstFirst = (a, b) => b.severe - a.severe || a.score - b.score;

// Horizontal bars: [label, count] pairs.
const bars = (svg, rows, label) => {
  const widest = Math.max(1, ...rows.map(([, count]) => count));
  svg.setAttribute('viewBox', `0 0 330 ${Math.max(rows.length, 1) * 20}`);
  svg.setAttribute('aria-label', `${label}: ${rows.map(row => row.join(' ')).join(', ') || 'none'}`);
  rows.forEach(([name, count], i) => svg.append(
    shape('text', {x: 132, y: i * 20 + 14, 'text-anchor': 'end'}, name),
    shape('rect', {x: 138, y: i * 20 + 3, width: 140 * count / widest, height: 14}),
    shape('text', {x: 142 + 140 * count / widest, y: i * 20 + 14}, String(count))));
};
const drawScores = () => {
  const rows = Array.from({length: 10}, (_, i) => [`${(i / 10).toFixed(1)} to ${((i + 1) / 10).toFixed(1)}`, 0]);
  for (const {score} of bitexts) rows[Math.max(0, Math.min(9, Math.floor(score * 10)))][1]++;
  bars(byId('scores'), rows.reverse(), 'Bitexts by score');
};
const drawKinds = () => {
  const counts = new Map();
  for (const {findings} of bitexts) {
    for (const [kind, count] of Object.entries(findings)) counts.set(kind, (counts.get(kind) || 0) + count);
  }
  bars(byId('kinds'), [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)), 'Findings by category');
};
const drawLengths = () => {
  const svg = byId('lengths');
  const most = bitexts.reduce((max, {sourceBytes, targetBytes}) => Math.max(max, sourceBytes, targetBytes), 1);
  const shown = [...bitexts].sort(worstFirst).slice(0, DOTS);
  svg.setAttribute('viewBox', '0 0 250 235');
  svg.setAttribute('aria-label', `Length of source against target of ${shown.length} of ${plural(bitexts.length, 'bitext')}, up to ${most} bytes`);
  svg.append(shape('line', {x1: 40, y1: 210, x2: 240, y2: 10}), shape('line', {x1: 40, y1: 210, x2: 240, y2: 210}),
    shape('line', {x1: 40, y1: 210, x2: 40, y2: 10}),
    shape('text', {x: 240, y: 224, 'text-anchor': 'end'}, `source, ${most}`), shape('text', {x: 36, y: 18, 'text-anchor': 'end'}, most),
    shape('text', {x: 36, y: 30, 'text-anchor': 'end'}, 'target'));
  for (const bitext of shown.reverse()) {  // the worst on top
    const [cx, cy] = [40 + 200 * bitext.sourceBytes / most, 210 - 200 * bitext.targetBytes / most];
    const title = shape('title', {}, `${nameOf(bitext)}: ${bitext.sourceBytes}, ${bitext.targetBytes}`);
    // A square has severe findings.
    svg.append(bitext.severe ? shape('rect', {x: cx - 2.5, y: cy - 2.5, width: 5, height: 5, class: 'severe'}, title)
      : shape('circle', {cx, cy, r: 2.5}, title));
  }
};
const orders = {severe: worstFirst, score: (a, b) => a.score - b.score, null: (a, b) => b.nullBeads - a.nullBeads, page: () => 0};
const drawList = () => {
  const wanted = byId('find').value.toLowerCase();
  const found = bitexts.filter(bitext => (bitext.headline + ' ' + bitext.id).toLowerCase().includes(wanted));
  found.sort((a, b) => orders[byId('order').value](a, b) || (a.page < b.page ? -1 : 1));
  byId('list').replaceChildren(...found.slice(0, SHOWN).map(bitext => element('tr', {},
    element('td', {dir: 'auto', lang: bitext.language}, element('a', {href: hrefOf(bitext.page)}, nameOf(bitext))),
    ...[bitext.score.toFixed(3), bitext.beads, bitext.nullBeads, bitext.severe, countFindings(bitext)].map(value => element('td', {}, String(value))))));
  byId('more').textContent = found.length > SHOWN
    ? `The first ${SHOWN} of ${found.length} are shown; narrow the search.` : `${found.length} shown.`;
};

const facts = [['Bitexts', bitexts.length], ['Beads', total(bitext => bitext.beads)], ['Null beads', total(bitext => bitext.nullBeads)],
  ['Findings', total(countFindings)], ['Major or critical', total(bitext => bitext.severe)]];
byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, String(value))]));
startLook();
drawScores(); drawKinds(); drawLengths(); drawList();
byId('find').addEventListener('input', drawList);
byId('order').addEventListener('change', drawList);
document.documentElement.dataset.ready = 'true';
