// The findings: a list with omissions and additions first, filters, marks, permalinks; and notes at
// the beads that they are about.
let currentFinding = -1;
let listed = 200;
const MARK_HINTS = {right: 'The translation departs from its source here (r)', wrong: 'A false alarm (w)',
  fixed: 'It was right, and is repaired (f)'};
const isGap = finding => /^(omission|addition)/.test(finding.category);
const wordsOf = category => category.replaceAll('-', ' ');
const stateOf = index => review.marks[index] || 'open';
const worstFirst = (i, j) => {
  const [a, b] = [data.findings[i], data.findings[j]];
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.probability - a.probability || i - j;
};
const shownFindings = () => {
  const severities = new Set(all('[name=severity]:checked').map(box => box.value));
  const [category, state] = [byId('category').value, byId('state').value];
  return data.findings.map((_, i) => i)
    .filter(i => severities.has(data.findings[i].severity) && (!category || data.findings[i].category === category)
      && (!state || state === stateOf(i)))
    .sort((i, j) => isGap(data.findings[j]) - isGap(data.findings[i]) || worstFirst(i, j));
};
const countOf = (key, value) => data.findings.filter(finding => finding[key] === value).length;
const drawFilters = () => {
  const boxes = SEVERITIES.map(severity => element('label', {},
    element('input', {type: 'checkbox', name: 'severity', value: severity, checked: true}), ` ${severity} (${countOf('severity', severity)})`));
  const option = (value, text) => element('option', {value}, text);
  const categories = [...new Set(data.findings.map(finding => finding.category))].sort();
  byId('filters').replaceChildren(element('legend', {}, 'Show'), ...boxes,
    element('label', {}, 'Category ', element('select', {id: 'category'}, option('', 'all'),
      ...categories.map(category => option(category, `${wordsOf(category)} (${countOf('category', category)})`)))),
    element('label', {}, 'Mark ', element('select', {id: 'state'}, option('', 'all'), option('open', 'not reviewed'), ...MARKS.map(value => option(value, value)))));
  byId('filters').addEventListener('change', () => { listed = 200; drawFindings(); });
};

const marksNode = index => element('div', {class: 'marks', role: 'group', 'aria-label': `Mark finding ${index + 1}`},
  ...MARKS.map(value => element('button', {type: 'button', 'data-mark': value, title: MARK_HINTS[value],
    'aria-pressed': String(review.marks[index] === value)}, value)));
const itemNode = index => {
  const {severity, category, probability, message} = data.findings[index];
  return element('li', {'data-finding': index, class: index === currentFinding ? 'current' : ''},
    element('a', {href: `#finding-${index + 1}`}, element('span', {class: 'severity ' + severity}, severity),
      ` ${wordsOf(category)} · ${percent(probability)}`),
    element('p', {}, message), marksNode(index));
};
const notesNode = indices => indices.length ? element('ul', {class: 'notes'}, ...[...indices].sort(worstFirst).map(index => {
  const {severity, message} = data.findings[index];
  return element('li', {'data-finding': index, class: index === currentFinding ? 'current' : ''},
    element('a', {href: `#finding-${index + 1}`, tabindex: -1}, element('span', {class: 'severity ' + severity}, severity), ' ' + message),
    marksNode(index));
})) : null;
const drawCount = shown => {
  byId('count').textContent = !data.findings.length ? 'Nothing to look at.'
    : (shown ? `${shown} of ${data.findings.length} shown` : 'None passes the filters') + `, ${Object.keys(review.marks).length} reviewed`;
};
const paintMarks = () => {
  for (const button of all('[data-mark]')) {
    const index = button.closest('[data-finding]').dataset.finding;
    button.setAttribute('aria-pressed', String(review.marks[index] === button.dataset.mark));
  }
};
const drawFindings = () => {
  const shown = shownFindings();
  byId('findings').replaceChildren(...shown.slice(0, listed).map(itemNode));
  byId('more').hidden = shown.length <= listed;
  drawCount(shown.length);
  paintMarks();
};
// Where a filter asks for marks the list changes with them; else its nodes stay, and the focus.
const drawMarks = () => {
  if (byId('state').value) return drawFindings();
  paintMarks();
  drawCount(shownFindings().length);
};

// ---- going to a finding ----
const scrollList = node => {
  const list = byId('list');
  const top = node.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + node.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
};
const showInList = index => {
  const at = shownFindings().indexOf(index);
  if (at >= listed) { listed = at + 100; drawFindings(); }
  const item = document.querySelector(`#findings [data-finding="${index}"]`);
  if (item) scrollList(item);
};
const chosenTokens = finding => SIDES.flatMap(side => finding[side] && !onlyPoints(finding, side)
  ? Array.from({length: finding[side][1] - finding[side][0]}, (_, k) => tokenNodes[side].get(finding[side][0] + k)) : []);
const goToFinding = index => {
  const finding = data.findings[index];
  if (!finding) return;
  currentFinding = index;
  showInList(index);
  for (const node of all('[data-finding].current, mark.chosen')) node.classList.remove('current', 'chosen');
  const {bead, apart} = placeOf(finding);
  if (bead >= 0) goToBead(bead); else if (apart) revealRow(apart);
  for (const node of all(`[data-finding="${index}"]`)) node.classList.add('current');
  for (const node of chosenTokens(finding)) node?.parentElement.classList.add('chosen');
};
const followFinding = index => {
  window.history.replaceState(null, '', `#finding-${index + 1}`);
  goToFinding(index);
};
const stepFinding = step => {
  const order = shownFindings();
  if (!order.length) return say('No finding is shown');
  const at = order.indexOf(currentFinding);
  followFinding(order[(at + step + order.length + (at < 0 && step < 0 ? 1 : 0)) % order.length]);
};
const onFinding = event => {
  const item = event.target.closest('[data-finding]');
  if (!item) return false;
  const index = Number(item.dataset.finding);
  event.preventDefault();
  if (event.target.dataset.mark) mark(index, event.target.dataset.mark); else followFinding(index);
  return true;
};
