// Correcting beads: accept, merge, split, move a sentence over the border to the next bead.
const size = (bead, side) => bead[side][1] - bead[side][0];
const change = (edit, message) => {
  snapshot();
  if (!edit()) { history.pop(); return say('Not possible here'); }
  review.corrected = true;
  store(); drawBeads(); paintMarks(); goToBead(Math.max(current, 0)); say(message);
};
// A bead whose borders changed has no score of the machine's any more.
const forget = bead => { bead.score = undefined; bead.accepted = false; };
const accept = () => change(() => {
  const bead = review.beads[current];
  if (bead) bead.accepted = !bead.accepted;
  return Boolean(bead);
}, review.beads[current] && review.beads[current].accepted ? 'No longer accepted' : 'Bead accepted');

const merge = () => change(() => {
  const [here, next] = [review.beads[current], review.beads[current + 1]];
  if (!here || !next || SIDES.some(side => here[side][1] !== next[side][0])) return false;
  for (const side of SIDES) here[side][1] = next[side][1];
  here.crossing = here.crossing && next.crossing;
  forget(here);
  review.beads.splice(current + 1, 1);
  return true;
}, 'Merged with the next bead');

// The last sentence of each side becomes a bead; 1-1 becomes 1-0 and 0-1.
const split = () => change(() => {
  const here = review.beads[current];
  if (!here) return false;
  const [source, target] = SIDES.map(side => size(here, side));
  if (source + target < 2) return false;
  const rest = {source: [...here.source], target: [...here.target], crossing: here.crossing, accepted: false};
  const cut = {source: source > 1 ? here.source[1] - 1 : here.source[1],
    target: target > 1 ? here.target[1] - 1 : source > 1 ? here.target[1] : here.target[0]};
  for (const side of SIDES) { here[side][1] = cut[side]; rest[side][0] = cut[side]; }
  forget(here);
  review.beads.splice(current + 1, 0, rest);
  return true;
}, 'Split');

// Moves `count` sentences of `side` over the border between bead `index` and the next: forwards, or
// backwards where `count` is negative.
const shift = (index, side, count) => {
  const [here, next] = [review.beads[index], review.beads[index + 1]];
  if (!here || !next || here[side][1] !== next[side][0]) return false;
  if (Math.abs(count) > size(count > 0 ? here : next, side)) return false;
  here[side][1] -= count; next[side][0] -= count;
  forget(here); forget(next);
  review.beads = review.beads.filter(bead => SIDES.some(each => size(bead, each) > 0));
  return true;
};
const shiftCurrent = (side, count) =>
  change(() => shift(current, side, count), count > 0 ? 'Moved to the next bead' : 'Taken from the next bead');
// A dragged sentence takes those between it and the border along.
const drop = (side, sentence, index) => change(() => {
  const from = review.beads.findIndex(bead => bead[side][0] <= sentence && sentence < bead[side][1]);
  if (from < 0 || Math.abs(from - index) !== 1) return false;
  const bead = review.beads[from];
  const before = review.beads.length;
  const done = index > from ? shift(from, side, bead[side][1] - sentence)
    : shift(index, side, bead[side][0] - sentence - 1);
  if (done && review.beads.length === before) current = index; else if (done) current = Math.min(from, index);
  return done;
}, 'Moved');
