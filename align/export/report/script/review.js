// The review: marks on findings, accepted and corrected beads. Kept in the browser under the digest
// of the bitext, and saved as a file of schema calque/review/1 that `calque convert --review` reads.
const MARKS = ['right', 'wrong', 'fixed'];
const storageKey = 'calque-review:' + data.digest;
const machineBeads = () => data.beads.map(([sourceBegin, sourceEnd, targetBegin, targetEnd, score, crossing]) =>
  ({source: [sourceBegin, sourceEnd], target: [targetBegin, targetEnd], score, crossing, accepted: false}));
const review = {marks: {}, beads: machineBeads(), corrected: false};
const history = [];

const isTouched = () => review.corrected || Object.keys(review.marks).length > 0;
const store = () => {
  const saved = isTouched() ? {marks: review.marks, beads: review.corrected ? review.beads : null} : null;
  if (!keep(storageKey, saved)) say('This browser keeps nothing: save the review as a file');
};
const restore = () => {
  const saved = kept(storageKey);
  if (!saved) return;
  review.marks = saved.marks || {};
  if (saved.beads) [review.beads, review.corrected] = [saved.beads, true];
};
const snapshot = () => history.push(JSON.stringify(review));
const undo = () => {
  if (!history.length) return say('Nothing to undo');
  Object.assign(review, JSON.parse(history.pop()));
  store(); drawBeads(); drawFindings(); say('Undone');
};

const mark = (index, value) => {
  snapshot();
  if (review.marks[index] === value) delete review.marks[index]; else review.marks[index] = value;
  store(); drawFindings();
  say(review.marks[index] ? `Marked ${value}` : 'Mark taken off');
};

// ---- as a file ----
const beadRecord = bead => ({source: bead.source, target: bead.target, ...(bead.crossing && {crossing: true}),
  ...(bead.accepted && {accepted: true})});
const reviewFile = () => ({
  schema: 'calque/review/1', id: data.id, digest: data.digest,
  ...(review.corrected && {beads: review.beads.map(beadRecord)}),
  findings: Object.keys(review.marks).map(Number).sort((a, b) => a - b)
    .map(index => ({index, category: data.findings[index].category, mark: review.marks[index]})),
});
const save = () => {
  const blob = new Blob([JSON.stringify(reviewFile(), null, 1) + '\n'], {type: 'application/json'});
  const name = (data.id.replace(/[^\p{L}\p{N}.-]+/gu, '_') || 'bitext') + '.review.json';
  const link = element('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link); link.click(); link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say(`Saved ${name}; apply it with: calque convert BITEXT --review ${name}`);
};

const isRange = (value, limit) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger) &&
  0 <= value[0] && value[0] <= value[1] && value[1] <= limit;
const scoreOf = bead => {
  const same = data.beads.find(([a, b, c, d]) => a === bead.source[0] && b === bead.source[1] &&
    c === bead.target[0] && d === bead.target[1]);
  return same && same[4];
};
const takeReview = text => {
  let file;
  try { file = JSON.parse(text); } catch (_) { return say('That file is not JSON'); }
  if (!file || file.schema !== 'calque/review/1') return say('That file is not a review of calque');
  if (file.digest !== data.digest) return say('That review is of another bitext, or of another version of this one');
  const beads = file.beads === undefined ? null : file.beads;
  const fits = bead => bead && SIDES.every(side => isRange(bead[side], data[side].sentences.length));
  if (beads && !(Array.isArray(beads) && beads.every(fits))) return say('That review has beads that do not fit');
  snapshot();
  review.corrected = Boolean(beads);
  review.beads = beads ? beads.map(bead => ({source: bead.source, target: bead.target, score: scoreOf(bead),
    crossing: bead.crossing === true, accepted: bead.accepted === true})) : machineBeads();
  review.marks = {};
  for (const entry of Array.isArray(file.findings) ? file.findings : []) {
    if (data.findings[entry.index] && MARKS.includes(entry.mark)) review.marks[entry.index] = entry.mark;
  }
  store(); drawBeads(); drawFindings(); say('Review taken over');
};
const openReview = () => {
  const input = byId('review-file');
  const [file] = input.files;
  input.value = '';
  if (file) file.text().then(takeReview);
};
