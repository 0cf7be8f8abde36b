// The review: marks on findings, accepted and corrected beads. Kept in the browser under the digest
// of the bitext, and saved as a file of schema calque/review/1 that `calque convert --review` reads.
const MARKS = ['right', 'wrong', 'fixed'];
const storageKey = 'calque-review:' + data.digest;
const machineBeads = () => data.beads.map(([sourceBegin, sourceEnd, targetBegin, targetEnd, score, crossing]) =>
  ({source: [sourceBegin, sourceEnd], target: [targetBegin, targetEnd], score, crossing, accepted: false}));
// `others` are marks on findings that another page of this bitext has and this one has not.
const review = {marks: {}, others: [], beads: machineBeads(), corrected: false};
const history = [];

const findingRecord = index => {
  const {category, spans: [source, target], message} = data.findings[index];
  return {category, source, target, message};
};
const markRecords = () => [...Object.keys(review.marks).map(Number).sort((a, b) => a - b)
  .map(index => ({...findingRecord(index), mark: review.marks[index]})), ...review.others];
const isTouched = () => review.corrected || markRecords().length > 0;
const store = () => {
  const saved = isTouched() ? {findings: markRecords(), beads: review.corrected ? review.beads : null} : null;
  if (!keep(storageKey, saved)) say('This browser keeps nothing: save the review as a file');
};
const restore = () => {
  const saved = kept(storageKey);
  if (!saved) return;
  if (!take(saved.beads || undefined, saved.findings || [])) {
    say('The review kept in this browser does not fit and was left out');
  }
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
  store(); drawMarks();
  say(review.marks[index] ? `Marked ${value}` : 'Mark taken off');
};

// ---- as a file ----
const beadRecord = bead => ({source: bead.source, target: bead.target, ...(bead.crossing && {crossing: true}),
  ...(bead.accepted && {accepted: true})});
const reviewFile = () => ({
  schema: 'calque/review/1', id: data.id, digest: data.digest,
  ...(review.corrected && {beads: review.beads.map(beadRecord)}),
  findings: markRecords(),
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
// As `calque convert --review` asks: in source order, each sentence in as many beads as before.
const coverageOf = (side, ranges) => {
  const coverage = new Array(data[side].sentences.length).fill(0);
  for (const [begin, end] of ranges) for (let i = begin; i < end; ++i) ++coverage[i];
  return coverage.join();
};
const beadsFit = beads => Array.isArray(beads)
  && beads.every(bead => bead && SIDES.every(side => isRange(bead[side], data[side].sentences.length)) && SIDES.some(side => size(bead, side)))
  && beads.every((bead, i) => !i || beads[i - 1].source[1] <= bead.source[0])
  && SIDES.every(side => coverageOf(side, beads.map(bead => bead[side])) === coverageOf(side, machineBeads().map(bead => bead[side])));
const marksFit = entries => Array.isArray(entries) && entries.every(entry => entry && MARKS.includes(entry.mark)
  && SIDES.every(side => isRange(entry[side], Infinity))
  && [entry.category, entry.message].every(text => typeof text === 'string'));
const takeMarks = entries => {
  const keyOf = ({category, source, target, message}) => JSON.stringify([category, source, target, message]);
  const free = new Map();
  data.findings.forEach((_, index) => addTo(free, keyOf(findingRecord(index)), index));
  [review.marks, review.others] = [{}, []];
  for (const entry of entries) {
    const index = (free.get(keyOf(entry)) || []).shift();
    if (index === undefined) review.others.push(entry); else review.marks[index] = entry.mark;
  }
};
// Takes beads and marks over, or nothing.
const take = (beads, entries) => {
  if ((beads !== undefined && !beadsFit(beads)) || !marksFit(entries)) return false;
  review.corrected = beads !== undefined;
  review.beads = beads ? beads.map(bead => ({source: [...bead.source], target: [...bead.target], score: scoreOf(bead),
    crossing: bead.crossing === true, accepted: bead.accepted === true})) : machineBeads();
  takeMarks(entries);
  return true;
};
const takeReview = text => {
  let file;
  try { file = JSON.parse(text); } catch (_) { return say('That file is not JSON'); }
  if (!file || file.schema !== 'calque/review/1') return say('That file is not a review of calque');
  if (file.digest !== data.digest) return say('That review is of another bitext, or of another version of this one');
  snapshot();
  if (!take(file.beads, file.findings === undefined ? [] : file.findings)) {
    history.pop();
    return say('That review names beads or findings that this bitext does not have');
  }
  store(); drawBeads(); drawFindings(); say('Review taken over');
};
const openReview = () => {
  const input = byId('review-file');
  const [file] = input.files;
  input.value = '';
  if (file) file.text().then(takeReview);
};
