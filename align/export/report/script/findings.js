// The list of findings: omissions and additions first, filters, marks, permalinks.
let currentFinding = -1;
let listed = 200;
const isGap = finding => /^(omission|addition)/.test(finding.category);
const stateOf = index => review.marks[index] || 'open';
const shownFindings = () => {
  const severities = new Set(all('[name=severity]:checked').map(box => box.value));
  const [category, state] = [byId('category').value, byId('state').value];
  return data.findings.map((finding, i) => [finding, i])
    .filter(([finding, i]) => severities.has(finding.severity) && (!category || finding.category === category)
      && (!state || state === stateOf(i)))
    .sort(([a, i], [b, j]) => isGap(b) - isGap(a)
      || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.probability - a.probability || i - j);
};
const countOf = (key, value) => data.findings.filter(finding => finding[key] === value).length;
const drawFilters = () => {
  const boxes = SEVERITIES.map(severity => element('label', {},
    element('input', {type: 'checkbox', name: 'severity', value: severity, checked: true}), ` ${severity} (${countOf('severity', severity)})`));
  const option = (value, text) => element('option', {value}, text);
  const categories = [...new Set(data.findings.map(finding => finding.category))].sort();
  byId('filters').replaceChildren(element('legend', {}, 'Show'), ...boxes,
    element('label', {}, 'Category ', element('select', {id: 'category'}, option('', 'all'),
      ...categories.map(category => option(category, `${category} (${countOf('category', category)})`)))),
    element('label', {}, 'Mark ', element('select', {id: 'state'}, option('', 'all'), option('open', 'not reviewed'), ...MARKS.map(value => option(value, value)))));
  byId('filters').addEventListener('change', () => { listed = 200; drawFindings(); });
};
const findingNode = ([finding, index]) => element('li', {id: `finding-${index + 1}`, 'data-finding': index,
  class: index === currentFinding ? 'current' : ''},
element('a', {href: `#finding-${index + 1}`}, element('span', {class: 'severity ' + finding.severity}, finding.severity),
  ` ${finding.category} · ${percent(finding.probability)}`),
element('p', {}, finding.message),
element('div', {class: 'marks', role: 'group', 'aria-label': `Mark finding ${index + 1}`},
  ...MARKS.map(value => element('button', {type: 'button', 'data-mark': value,
    'aria-pressed': String(review.marks[index] === value)}, value))));
const drawFindings = () => {
  const focused = document.activeElement?.dataset?.mark && [document.activeElement.closest('li').id, document.activeElement.dataset.mark];
  const shown = shownFindings();
  byId('findings').replaceChildren(...shown.slice(0, listed).map(findingNode));
  byId('more').hidden = shown.length <= listed;
  byId('count').textContent = data.findings.length
    ? `${shown.length} of ${data.findings.length} shown, ${Object.keys(review.marks).length} reviewed` : 'No findings.';
  if (focused) byId(focused[0])?.querySelector(`[data-mark=${focused[1]}]`).focus({preventScroll: true});
};
const goToFinding = index => {
  const finding = data.findings[index];
  if (!finding) return;
  currentFinding = index;
  for (const node of all('#findings .current')) node.classList.remove('current');
  const node = byId(`finding-${index + 1}`);
  if (node) { node.classList.add('current'); node.scrollIntoView({block: 'nearest'}); }
  const side = SIDES.find(each => finding[each]);
  if (side) goToBead(beadOfToken(side, finding[side][0]));
};
const stepFinding = step => {
  const order = shownFindings().map(([, index]) => index);
  if (!order.length) return say('No finding is shown');
  const at = order.indexOf(currentFinding);
  const next = order[(at + step + order.length + (at < 0 && step < 0 ? 1 : 0)) % order.length];
  window.history.replaceState(null, '', `#finding-${next + 1}`);
  goToFinding(next);
};
