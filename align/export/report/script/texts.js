// Both texts side by side, a row a bead. Rows hold plain text at first; tokens, mentions and the
// ribbon are drawn while a row is near the window, so that thousands of beads stay smooth.
let current = -1;
const tokenNodes = bothSides(() => new Map());

const tokenNode = (side, token, text) => {
  const node = element('span', {'data-token': token}, text);
  tokenNodes[side].set(token, node);
  const findings = findingsAt[side].get(token);
  if (!findings) return node;
  const worst = Math.min(...findings.map(i => SEVERITIES.indexOf(data.findings[i].severity)));
  return element('mark', {class: SEVERITIES[worst]}, node);
};
const mentionNode = (side, index) => {
  const [, , kind, key] = data.mentions[side][index];
  const number = pairNumber[side].get(index);
  return element('span', {class: `mention ${lookOf(kind)}${number ? '' : ' unpaired'}`,
    'data-pair': number || '?', title: `${kind}: ${key}${number ? `, pair ${number}` : ', no partner'}`});
};
const drawTokens = (side, index, node) => {
  const first = firstTokens[side][index];
  let into = node, open;
  node.replaceChildren();
  data[side].sentences[index].pieces.forEach((piece, i) => {
    const token = first + (i >> 1);  // of a gap, the one behind it
    const mention = mentionAt[side].get(token);
    if (mention !== open) into = node;
    if (i % 2 === 0) { into.append(piece); return; }
    if (mention !== undefined && mention !== open) node.append(into = mentionNode(side, mention));
    open = mention;
    into.append(tokenNode(side, token, piece));
  });
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
  lang: data[side].language, dir: 'auto', draggable: 'true', 'data-side': side, 'data-sentence': index},
data[side].sentences[index].pieces.join(''));
const cellNode = (side, bead) => {
  const [begin, end] = bead[side];
  if (begin === end) return element('div', {class: side + ' cell absent'}, element('p', {}, `no ${side} text`));
  const flow = element('div', {class: 'flow'});
  for (let i = begin; i < end; ++i) {
    const starts = i > begin && data[side].sentences[i - 1].paragraph !== data[side].sentences[i].paragraph;
    flow.append(starts ? element('br') : ' ', sentenceNode(side, i));
  }
  return element('div', {class: side + ' cell'}, flow);
};
const tieNode = bead => element('div', {class: 'tie'}, shape('svg', {preserveAspectRatio: 'none', 'aria-hidden': 'true'}),
  element('div', {class: 'tag'}, element('a', {class: 'number'}), bead.crossing ? element('span', {class: 'sign', title: 'The target text stands elsewhere'}, '⤨') : null,
    element('button', {type: 'button', class: 'score', 'aria-expanded': 'false', title: 'Why this score'},
      bead.accepted ? '✓' : bead.score === undefined ? '✎' : percent(bead.score))));
const keyOf = bead => JSON.stringify([bead.source, bead.target, bead.crossing, bead.accepted, bead.score ?? null]);
const rowNode = bead => {
  const isNull = SIDES.some(side => !size(bead, side));
  return element('div', {class: `row bead${isNull ? ' null' : ''}${bead.crossing ? ' crossing' : ''}`, role: 'group',
    'data-key': keyOf(bead)}, cellNode('source', bead), tieNode(bead), cellNode('target', bead));
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

// Credits and furniture, before the sentence they precede.
const apartRows = new Map();
const apartRow = (side, block) => {
  if (apartRows.has(block)) return apartRows.get(block);
  const text = element('p', {class: side, title: block.kind, lang: data[side].language, dir: 'auto'}, block.text);
  const row = element('div', {class: 'row apart'}, text);
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
// One row is in the tab order: the current one, at first the first.
const markCurrentRow = () => {
  for (const row of all('.bead.current, .bead[tabindex="0"]')) { row.classList.remove('current'); row.tabIndex = -1; }
  const row = byId(`bead-${Math.max(current, 0) + 1}`);
  row?.classList.toggle('current', current >= 0);
  if (row) row.tabIndex = 0;
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
  replaceChanged(byId('beads'), nodes);
  fresh.forEach(row => nearby.observe(row));
  markCurrentRow();
  drawFacts();
  if (!byId('matrix').hidden) drawMatrix();
};
const beadOfToken = (side, token) => {
  const sentence = sentenceOfToken(side, token);
  return review.beads.findIndex(bead => bead[side][0] <= sentence && sentence < bead[side][1]);
};
const select = index => {
  current = index;
  const row = markCurrentRow();
  if (!byId('matrix').hidden) drawMatrix();
  return row;
};
const goToBead = index => {
  if (index < 0 || index >= review.beads.length) return;
  const row = select(index);
  row.scrollIntoView({block: 'nearest'});
  enrich(row);
  row.focus({preventScroll: true});
};
