// The head: what the two documents are, who made them, how they fit together.
const headlineOf = side => {
  const {sentences, name} = data[side];
  const first = sentences.find(sentence => sentence.kind === 'headline') || sentences[0];
  return first ? first.pieces.join('') : name;
};
const creditsOf = side => {
  const byRole = new Map();
  for (const {role, name, place, organisation} of data[side].credits) {
    addTo(byRole, role, name + (place ? ` (${place})` : '') + (organisation ? `, ${organisation}` : ''));
  }
  return [...byRole].map(([role, names]) => `${role}: ${names.join(', ')}`).join(' · ') || 'none found';
};
const documentFact = side => [data[side].name, data[side].language, data[side].agency, data[side].date].filter(Boolean).join(', ');
const linkedShare = side => {
  const tokens = data[side].sentences.reduce((sum, _, i) => sum + tokenCount(side, i), 0);
  let linked = 0;
  for (const links of linksOf[side].values()) linked += links.some(([, probability]) => probability >= SURE);
  return tokens ? percent(linked / tokens) : '–';
};
const shares = bothSides(linkedShare);
const drawFacts = () => {
  const shapes = new Map();
  for (const bead of review.beads) {
    const name = SIDES.map(side => size(bead, side)).join('-');
    shapes.set(name, (shapes.get(name) || 0) + 1);
  }
  const lost = [review.beads.filter(bead => !size(bead, 'target')).length, review.beads.filter(bead => !size(bead, 'source')).length];
  const facts = [['Source', documentFact('source')], ['Source credits', creditsOf('source')],
    ['Target', documentFact('target')], ['Target credits', creditsOf('target')],
    ['Omissions', `${plural(lost[0], 'bead')} without a translation, ${lost[1]} without a source`],
    ['Beads', [...shapes].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name}: ${count}`).join(' · ') || 'none'],
    ['Words linked', `${shares.source} of the source, ${shares.target} of the target`],
    ['Translations', `${percent(data.score)} sure that each renders the other`],
    ['Made by', `calque ${data.version}, digest ${data.digest}`]];
  byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
};
const drawHead = () => {
  document.title = headlineOf('target') + ' – calque';
  byId('title').textContent = headlineOf('target');
  byId('title').lang = data.target.language;
  byId('title').dir = 'auto';
  for (const side of SIDES) byId(side + '-name').textContent = `${side === 'source' ? 'Source' : 'Target'}: ${data[side].name}`;
};
