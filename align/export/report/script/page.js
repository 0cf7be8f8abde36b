// Keys, pointer, permalinks; then the first drawing.
const toggleKeys = () => {
  const keys = byId('keys');
  keys.hidden = !keys.hidden;
  byId('help').setAttribute('aria-expanded', String(!keys.hidden));
};
const markCurrent = value => currentFinding < 0 ? say('Choose a finding first: n') : mark(currentFinding, value);
const toggleNames = () => {
  changeLook({names: !look.names});
  drawNamesButton();
};
const drawNamesButton = () => byId('names').setAttribute('aria-pressed', String(look.names));
const KEYS = {
  j: () => goToBead(current + 1), k: () => goToBead(Math.max(0, current - 1)),
  n: () => stepFinding(1), p: () => stepFinding(-1),
  ArrowRight: () => stepToken(1), ArrowLeft: () => stepToken(-1), t: crossOver,
  r: () => markCurrent('right'), w: () => markCurrent('wrong'), f: () => markCurrent('fixed'),
  a: accept, m: merge, s: split, u: undo,
  '[': () => shiftCurrent('target', -1), ']': () => shiftCurrent('target', 1),
  '{': () => shiftCurrent('source', -1), '}': () => shiftCurrent('source', 1),
  i: () => { if (current >= 0) toggleReasons(byId(`bead-${current + 1}`)); },
  e: toggleNames,
  x: () => show(byId('texts').hidden ? 'text' : 'matrix'), '+': () => resize(1), '-': () => resize(-1), '?': toggleKeys,
};
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === 'SELECT') return;
  if (!KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

const beads = byId('beads');
const beadUnder = event => event.target.closest?.('.bead');
byId('findings').addEventListener('click', onFinding);
beads.addEventListener('pointerover', event => { const token = tokenUnder(event.target); if (token) light(...token); });
beads.addEventListener('pointerleave', unlight);
beads.addEventListener('focusin', event => {
  const row = beadUnder(event);
  if (row && Number(row.dataset.bead) !== current) select(Number(row.dataset.bead));
  const token = tokenUnder(event.target);
  if (token) light(...token);
});
beads.addEventListener('click', event => {
  if (onFinding(event)) return;
  const row = beadUnder(event);
  if (!row) return;
  if (event.target.closest('.score')) return toggleReasons(row);
  if (!event.target.closest('a') && !String(getSelection())) goToBead(Number(row.dataset.bead));
});

// ---- dragging a sentence to the bead before or behind ----
let dragged = null;
beads.addEventListener('dragstart', event => {
  const sentence = event.target.closest?.('.handle');
  dragged = sentence && [sentence.dataset.side, Number(sentence.dataset.sentence)];
});
const endDrag = () => all('.drop').forEach(row => row.classList.remove('drop'));
beads.addEventListener('dragover', event => {
  const row = beadUnder(event);
  if (!dragged || !row) return;
  event.preventDefault();
  if (!row.classList.contains('drop')) { endDrag(); row.classList.add('drop'); }
});
beads.addEventListener('drop', event => {
  const row = beadUnder(event);
  endDrag();
  if (dragged && row) { event.preventDefault(); drop(...dragged, Number(row.dataset.bead)); }
  dragged = null;
});
beads.addEventListener('dragend', endDrag);

const atBead = event => { const box = event.target.closest('[data-bead]'); if (box) select(Number(box.dataset.bead)); };
byId('grid').addEventListener('click', atBead);
for (const [id, act] of [['view-text', () => show('text')], ['view-matrix', () => show('matrix')], ['save', save],
  ['undo', undo], ['names', toggleNames], ['previous', () => stepFinding(-1)], ['next', () => stepFinding(1)], ['help', toggleKeys], ['open', () => byId('review-file').click()],
  ['more', () => { listed += 200; drawFindings(); }]]) byId(id).addEventListener('click', act);
byId('review-file').addEventListener('change', openReview);

const followHash = () => {
  const [, kind, digits] = /^#(bead|finding)-(\d+)$/.exec(location.hash) || [];
  if (kind === 'bead') goToBead(Number(digits) - 1);
  if (kind === 'finding') goToFinding(Number(digits) - 1);
};
window.addEventListener('hashchange', followHash);
window.addEventListener('load', followHash);  // behind the browser's own jump to the place
window.addEventListener('beforeprint', () => all('.bead').forEach(enrich));
new ResizeObserver(drawAllRibbons).observe(beads);

startLook();
drawNamesButton();
restore();
drawHead(); drawFilters(); drawBeads(); drawFindings(); followHash();
document.documentElement.dataset.ready = 'true';
