// The index page of an archive: charts, and a list with the worst first.
const {bitexts} = JSON.parse(byId('data').textContent);
const SHOWN = 500, DOTS = 5000, KINDS = 15;
const total = pick => bitexts.reduce((sum, bitext) => sum + pick(bitext), 0);
const countFindings = bitext => Object.values(bitext.findings).reduce((sum, count) => sum + count, 0);
const nameOf = bitext => bitext.headline || bitext.id || bitext.page;
const hrefOf = page => './' + page.split('/').map(encodeURIComponent).join('/');
const worstFirst = (a, b) => b.severe - a.severe || a.score - b.score;

// Horizontal bars: [label, count] pairs, one size of type in every chart.
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
  const rows = Array.from({length: 10}, (_, i) => [`${10 * i} to ${10 * i + 10} %`, 0]);
  for (const {score} of bitexts) if (score) rows[Math.max(0, Math.min(9, Math.floor(score * 10)))][1]++;
  bars(byId('scores'), rows.reverse(), 'Bitexts by score');
};
const drawKinds = () => {
  const counts = new Map();
  for (const {findings} of bitexts) {
    for (const [kind, count] of Object.entries(findings)) counts.set(kind, (counts.get(kind) || 0) + count);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind, count]) => [kind.replaceAll('-', ' '), count, kind]);
  const rest = rows.slice(KINDS).reduce((sum, [, count]) => sum + count, 0);
  bars(byId('kinds'), [...rows.slice(0, KINDS), ...(rest ? [['others', rest]] : [])].map(([name, count]) => [name, count]), 'Findings by category');
  byId('kind').append(...rows.map(([name, count, kind]) => element('option', {value: kind}, `${name} (${count})`)));
};
// The next round number: 1, 2 or 5 and zeros.
const roundUp = value => {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 2, 5, 10].find(each => each * power >= value);
};
const bytes = count => count >= 1e6 ? `${count / 1e6} MB` : count >= 1000 ? `${count / 1000} kB` : `${count} B`;
const drawLengths = () => {
  const svg = byId('lengths');
  const most = roundUp(bitexts.reduce((max, {sourceBytes, targetBytes}) => Math.max(max, sourceBytes, targetBytes), 1));
  const shown = [...bitexts].sort(worstFirst).slice(0, DOTS);
  const left = 60, base = 230, side = 220;
  const at = value => side * value / most;
  svg.setAttribute('viewBox', `0 0 330 ${base + 40}`);
  svg.setAttribute('aria-label', `Length of source against target of ${shown.length} of ${plural(bitexts.length, 'bitext')}, up to ${bytes(most)}`);
  for (const value of [0, most / 2, most]) {
    svg.append(shape('line', {x1: left, x2: left + side, y1: base - at(value), y2: base - at(value)}),
      shape('line', {x1: left + at(value), x2: left + at(value), y1: base, y2: base - side}),
      shape('text', {x: left - 5, y: base - at(value) + 4, 'text-anchor': 'end'}, bytes(value)),
      shape('text', {x: left + at(value), y: base + 14, 'text-anchor': 'middle'}, bytes(value)));
  }
  svg.append(shape('line', {class: 'diagonal', x1: left, y1: base, x2: left + side, y2: base - side}),
    shape('text', {x: left + side / 2, y: base + 32, 'text-anchor': 'middle'}, 'source →'), shape('text', {x: left - 5, y: base - side / 4, 'text-anchor': 'end'}, 'target ↑'));
  for (const bitext of shown.reverse()) {  // the worst on top
    const [cx, cy] = [left + at(bitext.sourceBytes), base - at(bitext.targetBytes)];
    const title = shape('title', {}, `${nameOf(bitext)}: ${bitext.sourceBytes}, ${bitext.targetBytes} bytes`);
    // A square has severe findings.
    svg.append(shape('a', {href: hrefOf(bitext.page), tabindex: -1}, bitext.severe ? shape('rect', {x: cx - 3, y: cy - 3, width: 6, height: 6, class: 'severe'}, title)
      : shape('circle', {cx, cy, r: 3}, title)));
  }
};
const orders = {severe: worstFirst, score: (a, b) => a.score - b.score, null: (a, b) => b.nullBeads - a.nullBeads, page: () => 0};
const drawList = () => {
  const wanted = byId('find').value.toLowerCase();
  const kind = byId('kind').value;
  const found = bitexts.filter(bitext => (bitext.headline + ' ' + bitext.id).toLowerCase().includes(wanted) && (!kind || bitext.findings[kind]));
  found.sort((a, b) => orders[byId('order').value](a, b) || (a.page < b.page ? -1 : 1));
  byId('list').replaceChildren(...found.slice(0, SHOWN).map(bitext => element('tr', {},
    element('td', {dir: 'auto', lang: bitext.language}, element('a', {href: hrefOf(bitext.page)}, nameOf(bitext))),
    ...[percent(bitext.score), bitext.beads, bitext.nullBeads, bitext.severe, countFindings(bitext)].map(value => element('td', {}, String(value))))));
  byId('more').textContent = found.length > SHOWN
    ? `The first ${SHOWN} of ${found.length} are shown; narrow the search.` : found.length ? `${found.length} shown.` : 'None to show.';
};

const facts = [['Bitexts', bitexts.length], ['Beads', total(bitext => bitext.beads)], ['Null beads', total(bitext => bitext.nullBeads)],
  ['Findings', total(countFindings)], ['Major or critical', total(bitext => bitext.severe)]];
byId('facts').replaceChildren(...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, String(value)))));
startLook();
drawScores(); drawKinds(); drawLengths(); drawList();
byId('find').addEventListener('input', drawList);
for (const id of ['order', 'kind']) byId(id).addEventListener('change', drawList);
document.documentElement.dataset.ready = 'true';
