// The head: what the two documents are, who made them, what was found, how they fit together.
const headlineOf = side => {
  const {sentences, name} = data[side];
  const first = sentences.find(sentence => sentence.kind === 'headline') || sentences[0];
  return first ? first.pieces.join('') : name;
};
const languageName = code => {
  if (code === 'und') return 'language unknown';
  try { return new Intl.DisplayNames('en', {type: 'language'}).of(code); } catch (_) { return code; }
};
// A byline and a credit line may name one person: once is enough, with the place where one has it.
const creditsOf = side => {
  const byRole = new Map();
  for (const {role, name, place, organisation} of data[side].credits) {
    if (!byRole.has(role)) byRole.set(role, new Map());
    const details = (place ? ` (${place})` : '') + (organisation ? `, ${organisation}` : '');
    byRole.get(role).set(name, details || byRole.get(role).get(name) || '');
  }
  return [...byRole].map(([role, names]) => [role, [...names].map(([name, details]) => name + details).join(', ')]);
};
const documentNode = side => {
  const {name, language, agency, date} = data[side];
  const credits = creditsOf(side);
  return element('section', {class: 'document'}, element('h2', {}, side === 'source' ? 'Source' : 'Target'),
    element('p', {}, [name, language && languageName(language), agency, date].filter(Boolean).join(' · ')),
    credits.length ? element('dl', {class: 'credits'}, ...credits.flatMap(([role, names]) => [element('dt', {}, role), element('dd', {}, names)]))
      : element('p', {}, 'no credits found'));
};
const linkedShare = side => {
  const tokens = data[side].sentences.reduce((sum, _, i) => sum + tokenCount(side, i), 0);
  let linked = 0;
  for (const links of linksOf[side].values()) linked += links.some(([, probability]) => probability >= SURE);
  return tokens ? percent(linked / tokens) : '–';
};
const shares = bothSides(linkedShare);
// Sentences of `side` whose bead has nothing on the other.
const alone = side => review.beads.reduce((sum, bead) => sum + (size(bead, otherSide(side)) ? 0 : size(bead, side)), 0);
const drawFacts = () => {
  const severities = SEVERITIES.map(severity => [severity, countOf('severity', severity)]).filter(([, count]) => count);
  const counts = severities.map(([severity, count]) => element('span', {class: 'severity ' + severity}, `${count} ${severity}`));
  byId('verdict').replaceChildren(...counts.length ? counts : [element('span', {}, review.beads.length ? '✓ No findings' : 'Nothing to compare')],
    element('span', {}, `${plural(alone('source'), 'source sentence')} without a translation`),
    element('span', {}, `${plural(alone('target'), 'target sentence')} without a source`));
  const shapes = new Map();
  for (const bead of review.beads) {
    const name = SIDES.map(side => size(bead, side)).join('-');
    shapes.set(name, (shapes.get(name) || 0) + 1);
  }
  const facts = [['Beads', [...shapes].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name}: ${count}`).join(' · ') || 'none'],
    ['Words linked', `${shares.source} of the source, ${shares.target} of the target`],
    ['Translations', data.score ? `${percent(data.score)} sure that each renders the other` : 'not rated']];
  byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
};
const drawHead = () => {
  document.title = headlineOf('target') + ' – calque';
  for (const [id, side] of [['title', 'target'], ['subtitle', 'source']]) {
    byId(id).textContent = headlineOf(side);
    fill(byId(id), {lang: data[side].language, dir: directionOf[side]}, []);
  }
  byId('documents').replaceChildren(...SIDES.map(documentNode));
  for (const side of SIDES) byId(side + '-name').textContent = `${side === 'source' ? 'Source' : 'Target'}: ${data[side].name}`;
  byId('made').textContent = `Made by calque ${data.version}, digest ${data.digest}.`;
};
