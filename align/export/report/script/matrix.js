// Two matrices: all beads over the sentences, and the word links inside the current bead.
const MOST_WORDS = 80;
const line = (x1, y1, x2, y2) => shape('line', {x1, y1, x2, y2});
const label = (x, y, text, attributes = {}) => shape('text', {x, y, ...attributes}, text);
const setSize = (svg, width, height) => fill(svg, {width, height, viewBox: `0 0 ${width} ${height}`}, []);

// Round numbers, at least 24 pixels apart.
const ticksOf = (count, unit) => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(each => each * unit >= 24) || 10000;
  return Array.from({length: Math.floor(count / step)}, (_, i) => (i + 1) * step);
};
const drawGrid = () => {
  const grid = byId('grid');
  const [columns, rows] = ['target', 'source'].map(side => Math.max(data[side].sentences.length, 1));
  const left = 56, top = 40, unit = Math.min(22, 560 / Math.max(columns, rows));
  const [width, height] = [unit * columns, unit * rows];
  setSize(grid, left + width + 8, top + height + 8);
  grid.setAttribute('aria-label', `Beads: ${plural(rows, 'source sentence')} downwards by ${plural(columns, 'target sentence')} to the right, ${plural(review.beads.length, 'bead')}`);
  // A null bead is a bar on the border that it falls on.
  const boxOf = (begin, end) => begin < end ? [unit * begin, unit * (end - begin)] : [unit * begin - 2, 4];
  grid.replaceChildren(shape('rect', {class: 'ground', x: left, y: top, width, height}),
    label(left, 12, 'target sentences →'), label(4, top - 8, 'source ↓'),
    ...ticksOf(columns, unit).flatMap(n => [line(left + unit * n, top, left + unit * n, top + height), label(left + unit * (n - .5), top - 6, String(n), {'text-anchor': 'middle'})]),
    ...ticksOf(rows, unit).flatMap(n => [line(left, top + unit * n, left + width, top + unit * n), label(left - 6, top + unit * (n - .5) + 4, String(n), {'text-anchor': 'end'})]),
    ...review.beads.map((bead, i) => {
      const [[x, w], [y, h]] = [boxOf(...bead.target), boxOf(...bead.source)];
      const isNull = SIDES.some(side => !size(bead, side));
      return shape('rect', {x: left + x, y: top + y, width: Math.max(w, 1.5), height: Math.max(h, 1.5), 'data-bead': i,
        class: ['box', isNull && 'null', bead.crossing && 'crossing', !isNull && (bead.score ?? 1) < SURE && 'unsure'].filter(Boolean).join(' ')},
      shape('title', {}, `Bead ${i + 1}: ${beadLabel(bead)}`));
    }));
};
const drawWordMatrix = () => {
  const index = Math.max(current, 0);
  const bead = review.beads[index];
  const words = byId('word-matrix');
  if (!bead) return;
  const [allRows, allColumns] = SIDES.map(side => tokensOf(side, bead[side]));
  const [rows, columns] = [allRows, allColumns].map(tokens => tokens.slice(0, MOST_WORDS));
  const cut = Math.max(allRows.length, allColumns.length) > MOST_WORDS;
  byId('word-title').textContent = `Word links of bead ${index + 1}`;
  byId('word-note').textContent = `${beadLabel(bead)}${cut ? `; the first ${MOST_WORDS} words of each side` : ''}`;
  const none = !rows.length || !columns.length;
  words.parentElement.hidden = none;
  if (none) return;
  const step = 18, left = 120, top = 116;
  const [right, bottom] = [left + step * columns.length, top + step * rows.length];
  setSize(words, right + 8, bottom + 8);
  words.setAttribute('aria-label', `Word links of bead ${index + 1}: ${plural(rows.length, 'source word')} by ${plural(columns.length, 'target word')}`);
  const short = text => text.length > 16 ? text.slice(0, 15) + '…' : text;
  const column = new Map(columns.map((token, i) => [token, i]));
  const dots = rows.flatMap((source, i) => (linksOf.source.get(source) || []).filter(([target]) => column.has(target))
    .map(([target, probability]) => shape('circle', {cx: left + step * (column.get(target) + .5), cy: top + step * (i + .5), r: 6,
      class: probability >= SURE ? 'sure' : ''}, shape('title', {}, describe('source', source)))));
  words.replaceChildren(
    ...rows.map((token, i) => label(left - 6, top + step * (i + .5) + 4, short(tokenText('source', token)), {'text-anchor': 'end'})),
    ...columns.map((token, i) => shape('text', {transform: `translate(${left + step * (i + .5) + 4},${top - 6}) rotate(-90)`}, short(tokenText('target', token)))),
    ...rows.map((_, i) => line(left, top + step * (i + .5), right, top + step * (i + .5))),
    ...columns.map((_, i) => line(left + step * (i + .5), top, left + step * (i + .5), bottom)),
    ...dots);
};
const drawCurrentBead = () => {
  for (const box of all('#grid .current')) box.classList.remove('current');
  document.querySelector(`#grid [data-bead="${Math.max(current, 0)}"]`)?.classList.add('current');
  drawWordMatrix();
};
const drawMatrix = () => { drawGrid(); drawCurrentBead(); };
const show = view => {
  byId('texts').hidden = view !== 'text';
  byId('matrix').hidden = view !== 'matrix';
  for (const name of ['text', 'matrix']) byId('view-' + name).setAttribute('aria-pressed', String(view === name));
  if (view === 'matrix') { drawMatrix(); byId('matrix').scrollIntoView(); } else { drawAllRibbons(); if (current >= 0) goToBead(current); }
};
