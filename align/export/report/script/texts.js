// Both texts side by side, a row a bead. Rows hold plain text at first; tokens, mentions and the
// ribbon are drawn while a row is near the window, so that thousands of beads stay smooth.
let current = -1;
const tokenNodes = bothSides(() => new Map());

const tokenNode = (side, token, text) => {
  const node = element('span', {'data-token': token}, text);
  tokenNodes[side].set(token, node);
  return node;
};
const markNode = findings => {
  const worst = Math.min(...findings.map(i => SEVERITIES.indexOf(data.findings[i].severity)));
  return element('mark', {class: SEVERITIES[worst] + (findings.includes(currentFinding) ? ' chosen' : '')});
};
const mentionNode = (side, index) => {
  const [, , kind, key] = data.mentions[side][index];
  const number = pairNumber[side].get(index);
  return element('span', {class: `mention ${lookOf(kind)}${number ? '' : ' unpaired'}`,
    'data-pair': number || '?', title: `${kind}: ${key}${number ? `, pair ${number}` : ', no partner'}`});
};
const drawTokens = (side, index, node) => {
  const [first, count] = [firstTokens[side][index], tokenCount(side, index)];
  const {pieces} = data[side].sentences[index];
  let into = node, run = null;  // the mention and the mark that the last token is in
  let mention, marked = '';
  node.replaceChildren();
  for (let k = 0; k < count; ++k) {
    const token = first + k;
    const findings = findingsAt[side].get(token) || [];
    const [here, marks] = [mentionAt[side].get(token), findings.join()];
    const gap = pieces[2 * k];
    if (here !== mention) {
      node.append(gap);
      into = here === undefined ? node : mentionNode(side, here);
      if (into !== node) node.append(into);
      run = null;
    } else if (run && marks === marked) run.append(gap); else into.append(gap);
    if (marks !== marked || here !== mention) run = marks ? markNode(findings) : null;
    if (run && !run.parentNode) into.append(run);
    (run || into).append(tokenNode(side, token, pieces[2 * k + 1]));
    [mention, marked] = [here, marks];
  }
  node.append(pieces[2 * count]);
};
const drawPlain = (side, index, node) => {
  const first = firstTokens[side][index];
  for (let k = 0; k < tokenCount(side, index); ++k) tokenNodes[side].delete(first + k);
  node.textContent = data[side].sentences[index].pieces.join('');
};

// ---- ribbons: from the height of the source text to that of the target text ----
const drawRibbon = row => {
  const svg = row.querySelector('svg');
  const heights = SIDES.map(side => row.querySelector(`.${side} > .flow`)?.getBoundingClientRect().height || 0);
  const height = Math.max(20, ...heights);
  const [a, b] = heights;
  const path = a && b ? (row.classList.contains('crossing')
    ? `M0,0 C5,0 5,${b} 10,${b} L10,0 C5,0 5,${a} 0,${a} Z` : `M0,0 C5,0 5,0 10,0 L10,${b} C5,${b} 5,${a} 0,${a} Z`)
    : a ? `M0,0 C5,0 5,${a / 2} 5,${a / 2} C5,${a / 2} 5,${a} 0,${a} Z`
      : `M10,0 C5,0 5,${b / 2} 5,${b / 2} C5,${b / 2} 5,${b} 10,${b} Z`;
  svg.setAttribute('viewBox', `0 0 10 ${height}`);
  svg.style.height = height + 'px';
  svg.replaceChildren(shape('path', {d: path}));
};
const sentencesOf = row => [...row.querySelectorAll('.sentence')];
const enrich = row => {
  if (row.dataset.rich) return;
  row.dataset.rich = 'true';
  for (const node of sentencesOf(row)) drawTokens(node.dataset.side, Number(node.dataset.sentence), node);
  drawRibbon(row);
};
const impoverish = row => {
  if (!row.dataset.rich || row.contains(document.activeElement)) return;
  delete row.dataset.rich;
  for (const node of sentencesOf(row)) drawPlain(node.dataset.side, Number(node.dataset.sentence), node);
};
const nearby = new IntersectionObserver(entries => {
  for (const {target, isIntersecting} of entries) if (isIntersecting) enrich(target); else impoverish(target);
}, {rootMargin: '800px'});
const drawAllRibbons = () => all('.bead[data-rich]').forEach(drawRibbon);

// ---- rows ----
const beadLabel = bead => {
  if (!size(bead, 'target')) return 'source text without a translation';
  if (!size(bead, 'source')) return 'target text without a source';
  return `${size(bead, 'source')} to ${plural(size(bead, 'target'), 'sentence')}`
    + (bead.crossing ? ', moved' : '') + (bead.score === undefined ? ', corrected' : `, score ${percent(bead.score)}`)
    + (bead.accepted ? ', accepted' : '');
};
const sentenceNode = (side, index) => element('span', {class: 'sentence ' + data[side].sentences[index].kind,
  lang: data[side].language, 'data-side': side, 'data-sentence': index}, data[side].sentences[index].pieces.join(''));
// Only the handle is dragged, so that the text can be selected.
const handleNode = (side, index) => element('span', {class: 'handle', draggable: 'true', 'aria-hidden': 'true',
  title: 'Drag the sentence to the bead before or behind', 'data-side': side, 'data-sentence': index});
const cellNode = (side, bead) => {
  const [begin, end] = bead[side];
  if (begin === end) {
    return element('div', {class: side + ' cell absent'}, element('p', {}, side === 'target' ? 'not translated' : 'not in the source'));
  }
  const flow = element('div', {class: 'flow', dir: directionOf[side]});
  for (let i = begin; i < end; ++i) {
    const starts = i > begin && data[side].sentences[i - 1].paragraph !== data[side].sentences[i].paragraph;
    flow.append(starts ? element('br') : ' ', handleNode(side, i), sentenceNode(side, i));
  }
  return element('div', {class: side + ' cell'}, flow);
};
const tieNode = bead => element('div', {class: 'tie'}, shape('svg', {preserveAspectRatio: 'none', 'aria-hidden': 'true'}),
  element('div', {class: 'tag'}, element('a', {class: 'number', tabindex: -1}), bead.crossing ? element('span', {class: 'sign', title: 'The target text stands elsewhere'}, '⤨') : null,
    element('button', {type: 'button', class: 'score', tabindex: -1, 'aria-expanded': 'false', title: 'Why this score (i)'},
      bead.accepted ? '✓' : bead.score === undefined ? '✎' : percent(bead.score))));
const keyOf = bead => JSON.stringify([bead.source, bead.target, bead.crossing, bead.accepted, bead.score ?? null]);
// The findings of each sentence, by the first side that has words of it.
const findingsOf = bothSides(() => new Map());
const sideOf = finding => SIDES.find(side => finding[side]);
data.findings.forEach((finding, i) => {
  const side = sideOf(finding);
  if (side) addTo(findingsOf[side], sentenceOfToken(side, finding[side][0]), i);
});
const notesOf = bead => SIDES.flatMap(side => {
  const found = [];
  for (let i = bead[side][0]; i < bead[side][1]; ++i) found.push(...findingsOf[side].get(i) || []);
  return found;
});
const rowNode = bead => {
  const isNull = SIDES.some(side => !size(bead, side));
  return element('div', {class: `row bead${isNull ? ' null' : ''}${bead.crossing ? ' crossing' : ''}`, role: 'group',
    'data-key': keyOf(bead)}, cellNode('source', bead), tieNode(bead), cellNode('target', bead),
  notesNode(notesOf(bead)));
};
const number = (row, bead, index) => {
  if (row.dataset.bead === String(index)) return;
  row.id = `bead-${index + 1}`;
  row.dataset.bead = index;
  row.tabIndex = -1;
  row.setAttribute('aria-label', `Bead ${index + 1}: ${beadLabel(bead)}`);
  const link = row.querySelector('.number');
  link.href = '#' + row.id; link.textContent = index + 1;
  link.setAttribute('aria-label', `Link to bead ${index + 1}`);
  row.querySelector('.score').setAttribute('aria-label',
    `Why: bead ${index + 1}, ${bead.accepted ? 'accepted' : bead.score === undefined ? 'corrected' : percent(bead.score)}`);
};

// Credits and furniture, before the sentence they precede, with the names that findings are about.
const apartRows = new Map();
const apartOf = finding => SIDES.map(side => finding.apart[side] && data[side].apart[finding.apart[side][0]]).find(Boolean);
const apartRow = (side, block) => {
  if (apartRows.has(block)) return apartRows.get(block);
  const found = data.findings.map((_, i) => i).filter(i => !sideOf(data.findings[i]) && apartOf(data.findings[i]) === block);
  const text = element('p', {class: side, title: block.kind, lang: data[side].language, dir: directionOf[side]});
  let at = 0;
  const places = found.map(i => [block.text.indexOf(data.findings[i].apart[side][1]), i]).sort(([a], [b]) => a - b);
  for (const [begin, i] of places) {
    if (begin < at) continue;
    const end = begin + data.findings[i].apart[side][1].length;
    text.append(block.text.slice(at, begin), element('mark', {class: data.findings[i].severity}, block.text.slice(begin, end)));
    at = end;
  }
  text.append(block.text.slice(at));
  const row = element('div', {class: 'row apart'}, text, notesNode(found));
  apartRows.set(block, row);
  return row;
};
// Touches only the children between those that stay at the begin and at the end.
const replaceChanged = (parent, nodes) => {
  const old = [...parent.children];
  const most = Math.min(old.length, nodes.length);
  let head = 0, tail = 0;
  while (head < most && old[head] === nodes[head]) ++head;
  while (tail < most - head && old[old.length - 1 - tail] === nodes[nodes.length - 1 - tail]) ++tail;
  for (const node of old.slice(head, old.length - tail)) node.remove();
  const behind = old[old.length - tail] || null;
  for (const node of nodes.slice(head, nodes.length - tail)) parent.insertBefore(node, behind);
};
// One row is in the tab order, with what is in it: the current one, at first the first.
const markCurrentRow = () => {
  const reachable = (row, index) => {
    for (const node of [row, ...row.querySelectorAll('.number, .score, .notes a')]) node.tabIndex = index;
  };
  for (const row of all('.bead.current, .bead[tabindex="0"]')) { row.classList.remove('current'); reachable(row, -1); }
  const row = byId(`bead-${Math.max(current, 0) + 1}`);
  row?.classList.toggle('current', current >= 0);
  if (row) reachable(row, 0);
  return row;
};
const drawBeads = () => {
  if (current >= review.beads.length) current = review.beads.length - 1;
  const rows = new Map(all('#beads > .bead').map(row => [row.dataset.key, row]));
  const [nodes, fresh] = [[], []];
  const next = {source: 0, target: 0};
  const apartUpTo = (side, limit) => {
    const blocks = data[side].apart;
    for (; next[side] < blocks.length && blocks[next[side]].before <= limit; ++next[side]) nodes.push(apartRow(side, blocks[next[side]]));
  };
  review.beads.forEach((bead, i) => {
    for (const side of SIDES) if (size(bead, side) && !bead.crossing) apartUpTo(side, bead[side][0]);
    const key = keyOf(bead);
    const row = rows.get(key) || rowNode(bead);
    if (!rows.delete(key)) fresh.push(row);
    number(row, bead, i);
    nodes.push(row);
  });
  for (const side of SIDES) apartUpTo(side, Infinity);
  rows.forEach(row => nearby.unobserve(row));
  replaceChanged(byId('beads'), nodes.length ? nodes : [element('p', {class: 'empty'}, 'Neither document holds a sentence.')]);
  fresh.forEach(row => nearby.observe(row));
  markCurrentRow();
  drawFacts();
  if (!byId('matrix').hidden) drawMatrix();
};
const beadOfToken = (side, token) => {
  const sentence = sentenceOfToken(side, token);
  return review.beads.findIndex(bead => bead[side][0] <= sentence && sentence < bead[side][1]);
};
// Where a finding is: at a bead, else in a row apart.
const placeOf = finding => {
  const side = sideOf(finding);
  return {bead: side ? beadOfToken(side, finding[side][0]) : -1, apart: apartRows.get(apartOf(finding))};
};
const select = index => {
  current = index;
  const row = markCurrentRow();
  if (!byId('matrix').hidden) drawCurrentBead();
  return row;
};
// To the middle of the window, where not all of the row is in it already.
const revealRow = row => {
  const {top, bottom} = row.getBoundingClientRect();
  const head = document.querySelector('.heads').offsetHeight;
  if (top >= head && bottom <= innerHeight) return;
  row.scrollIntoView({block: bottom - top < innerHeight - head ? 'center' : 'start'});
};
// For some frames the rows around it are drawn, and may be higher than guessed.
const settle = (row, frames) => requestAnimationFrame(() => {
  revealRow(row);
  if (frames > 1) settle(row, frames - 1);
});
const goToBead = index => {
  if (index < 0 || index >= review.beads.length) return;
  const row = select(index);
  enrich(row);
  revealRow(row);
  row.focus({preventScroll: true});
  settle(row, 8);
};
