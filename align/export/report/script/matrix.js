// Two matrices: all beads over the sentences, and the word links inside the current bead.
const drawGrid = () => {
  const grid = byId('grid');
  const [width, height] = ['target', 'source'].map(side => Math.max(data[side].sentences.length, 1));
  grid.setAttribute('viewBox', `-1 -1 ${width + 2} ${height + 2}`);
  grid.setAttribute('aria-label', `Beads: ${plural(height, 'source row')} by ${plural(width, 'target column')}, ${plural(review.beads.length, 'bead')}`);
  const boxOf = (begin, end) => begin < end ? [begin, end - begin] : [begin - .15, .3];
  grid.replaceChildren(...review.beads.map((bead, i) => {
    const [[x, w], [y, h]] = [boxOf(...bead.target), boxOf(...bead.source)];
    const isNull = SIDES.some(side => !size(bead, side));
    return shape('rect', {x, y, width: w, height: h, opacity: .45 + .55 * (bead.score ?? 1), 'data-bead': i,
      class: [isNull && 'null', bead.crossing && 'crossing', i === current && 'current'].filter(Boolean).join(' ')},
    shape('title', {}, `Bead ${i + 1}: ${beadLabel(bead)}`));
  }));
};
const drawWordMatrix = () => {
  const bead = review.beads[Math.max(current, 0)];
  const words = byId('word-matrix');
  if (!bead) return;
  const rows = tokensOf('source', bead.source).slice(0, 80);
  const columns = tokensOf('target', bead.target).slice(0, 80);
  const step = 14, left = 110, top = 110;
  words.setAttribute('viewBox', `0 0 ${left + step * columns.length + 10} ${top + step * rows.length + 10}`);
  words.style.width = `${(left + step * columns.length + 10) / 12}em`;
  words.setAttribute('aria-label', `Word links of bead ${Math.max(current, 0) + 1}: ${plural(rows.length, 'source word')} by ${plural(columns.length, 'target word')}`);
  const cut = text => text.length > 16 ? text.slice(0, 15) + '…' : text;
  const column = new Map(columns.map((token, i) => [token, i]));
  const dots = rows.flatMap((source, i) => (linksOf.source.get(source) || []).filter(([target]) => column.has(target))
    .map(([target, probability]) => shape('circle', {cx: left + step * (column.get(target) + .5), cy: top + step * (i + .5), r: 5,
      class: probability >= SURE ? 'sure' : ''}, shape('title', {}, describe('source', source)))));
  words.replaceChildren(
    ...rows.map((token, i) => shape('text', {x: left - 4, y: top + step * (i + .75), 'text-anchor': 'end'}, cut(tokenText('source', token)))),
    ...columns.map((token, i) => shape('text', {transform: `translate(${left + step * (i + .75)},${top - 4}) rotate(-90)`}, cut(tokenText('target', token)))),
    ...rows.map((_, i) => shape('line', {x1: left, x2: left + step * columns.length, y1: top + step * (i + .5), y2: top + step * (i + .5)})),
    ...dots);
  byId('word-title').textContent = `Word links of bead ${Math.max(current, 0) + 1}`;
};
const drawMatrix = () => { drawGrid(); drawWordMatrix(); };
const show = view => {
  byId('texts').hidden = view !== 'text';
  byId('matrix').hidden = view !== 'matrix';
  for (const name of ['text', 'matrix']) byId('view-' + name).setAttribute('aria-pressed', String(view === name));
  if (view === 'matrix') drawMatrix(); else drawAllRibbons();
};
