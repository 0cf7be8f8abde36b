'use strict';
// The page of one bitext. Everything shown is put in as text nodes, never as markup.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const SIDES = ['source', 'target'];
  const VALUE_KINDS = new Set(['number', 'ordinal', 'percentage', 'money', 'measure', 'duration', 'date', 'time', 'code']);
  const SEVERITIES = ['critical', 'major', 'minor'];
  const byId = id => document.getElementById(id);
  const storageKey = 'calque-review:' + data.id;

  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
    }
    node.append(...children.filter(child => child !== null));
    return node;
  };

  // ---- review: marks on findings and corrected beads, kept in the browser ----
  const asMachineMadeThem = () => data.beads.map(bead => ({source: [bead[0], bead[1]], target: [bead[2], bead[3]], score: bead[4], crossing: bead[5]}));
  const review = {marks: {}, beads: asMachineMadeThem(), corrected: false};
  const history = [];

  const store = () => {
    const saved = {marks: review.marks, beads: review.corrected ? review.beads : null};
    try { localStorage.setItem(storageKey, JSON.stringify(saved)); } catch (_) { /* private windows keep nothing */ }
  };
  const restore = () => {
    try {
      const saved = JSON.parse(localStorage.getItem(storageKey) || 'null');
      if (!saved) return;
      review.marks = saved.marks || {};
      if (saved.beads) { review.beads = saved.beads; review.corrected = true; }
    } catch (_) { /* nothing usable was kept */ }
  };
  const remember = () => { history.push(JSON.stringify({marks: review.marks, beads: review.beads, corrected: review.corrected})); };
  const undo = () => {
    if (!history.length) return say('Nothing to undo');
    Object.assign(review, JSON.parse(history.pop()));
    store(); drawBeads(); drawFindings(); say('Undone');
  };
  const range = ([begin, end]) => Array.from({length: end - begin}, (_, i) => begin + i);
  const reviewFile = () => ({
    schema: 'calque/review/1', id: data.id,
    beads: review.corrected ? review.beads.map(bead => [range(bead.source), range(bead.target)]) : null,
    findings: data.findings.map((finding, i) => ({index: i, category: finding.category, mark: review.marks[i]})).filter(entry => entry.mark),
  });
  const save = () => {
    const blob = new Blob([JSON.stringify(reviewFile(), null, 1) + '\n'], {type: 'application/json'});
    const link = element('a', {href: URL.createObjectURL(blob), download: data.id.replace(/[^\w.-]+/g, '_') + '.review.json'});
    document.body.append(link); link.click(); link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say('Review saved; apply it with: calque convert --review FILE');
  };
  let sayTimer;
  const say = message => {
    const status = byId('status');
    status.textContent = message; status.classList.remove('hidden');
    clearTimeout(sayTimer); sayTimer = setTimeout(() => status.classList.add('hidden'), 4000);
  };

  // ---- indices over tokens ----
  const linksOf = {source: new Map(), target: new Map()};
  const add = (map, key, value) => { if (!map.has(key)) map.set(key, []); map.get(key).push(value); };
  for (const [source, target, probability] of data.words) {
    add(linksOf.source, source, [target, probability]);
    add(linksOf.target, target, [source, probability]);
  }
  const mentionStarting = {source: new Map(), target: new Map()};
  const mentionAt = {source: new Map(), target: new Map()};
  const partnerOf = {source: new Map(), target: new Map()};
  for (const side of SIDES) {
    data.mentions[side].forEach((mention, i) => {
      mentionStarting[side].set(mention[0], i);
      for (let token = mention[0]; token < mention[1]; ++token) mentionAt[side].set(token, i);
    });
  }
  for (const [source, target] of data.entities) { partnerOf.source.set(source, target); partnerOf.target.set(target, source); }
  const findingsAt = {source: new Map(), target: new Map()};
  data.findings.forEach((finding, i) => {
    for (const side of SIDES) {
      if (!finding[side]) continue;
      for (let token = finding[side][0]; token < finding[side][1]; ++token) add(findingsAt[side], token, i);
    }
  });
  const firstToken = {};
  for (const side of SIDES) firstToken[side] = data[side].sentences.map(sentence => sentence.firstToken);

  // ---- sentences ----
  const tokenNode = (side, token, text) => {
    const node = element('span', {'data-token': token}, text);
    if (!findingsAt[side].has(token)) return node;
    const worst = Math.min(...findingsAt[side].get(token).map(i => SEVERITIES.indexOf(data.findings[i].severity)));
    return element('mark', {class: SEVERITIES[worst]}, node);
  };
  const mentionNode = (side, index) => {
    const [, , kind, key] = data.mentions[side][index];
    const look = VALUE_KINDS.has(kind) ? 'value' : kind;
    const paired = partnerOf[side].has(index);
    return element('span', {class: `mention ${look}${paired ? '' : ' unpaired'}`, title: `${kind}: ${key}${paired ? '' : ' (no partner)'}`});
  };
  const sentenceNode = (side, index) => {
    const sentence = data[side].sentences[index];
    const node = element('span', {class: 'sentence ' + sentence.kind, id: `${side[0]}${index}`, lang: data[side].language,
      dir: 'auto', draggable: true, 'data-side': side, 'data-sentence': index});
    let into = node, mentionEnd = -1;
    sentence.pieces.forEach((piece, i) => {
      if (i % 2) { into.append(piece); return; }
      if (!piece) return;
      const token = firstToken[side][index] + (i >> 1);
      if (token >= mentionEnd) into = node;
      const starts = mentionStarting[side].get(token);
      if (starts !== undefined) {
        into = mentionNode(side, starts); node.append(into);
        mentionEnd = data.mentions[side][starts][1];
      }
      into.append(tokenNode(side, token, piece));
      if (token + 1 >= mentionEnd) into = node;
    });
    return node;
  };

  // ---- beads ----
  const percent = score => (100 * score).toFixed(score > .995 || score < .1 ? 1 : 0) + ' %';
  const cell = (side, [begin, end]) => {
    const node = element('div', {class: side + (begin < end ? ' full' : '')});
    for (let i = begin; i < end; ++i) {
      const sentence = data[side].sentences[i];
      if (i > 0 && i > begin && data[side].sentences[i - 1].paragraph !== sentence.paragraph) node.append(element('span', {class: 'new-paragraph'}));
      if (i > begin) node.append(' ');
      node.append(sentenceNode(side, i));
    }
    return node;
  };
  const ribbon = bead => {
    const tie = element('div', {class: 'tie', 'aria-hidden': 'true'});
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    shape.setAttribute('viewBox', '0 0 10 10'); shape.setAttribute('preserveAspectRatio', 'none');
    if (bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]) {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', 'M0,0.6 C5,0.6 5,0.6 10,0.6 L10,9.4 C5,9.4 5,9.4 0,9.4 Z'); shape.append(path);
    }
    tie.append(shape, element('output', {}, bead.score === undefined ? '' : percent(bead.score)));
    return tie;
  };
  const apartRows = (before) => {
    const rows = [];
    for (const side of SIDES) {
      for (const block of data[side].apart.filter(entry => entry.before === before[side])) {
        const text = element('span', {title: block.kind, lang: data[side].language, dir: 'auto'}, block.text);
        rows.push(element('div', {class: 'apart'}, side === 'source' ? text : element('span'), element('span'), side === 'source' ? element('span') : text));
      }
    }
    return rows;
  };
  const beadLabel = bead => {
    const count = side => bead[side][1] - bead[side][0];
    if (!count('target')) return 'Source text without a translation';
    if (!count('source')) return 'Target text without a source';
    return `${count('source')} to ${count('target')} sentences` + (bead.score === undefined ? '' : `, score ${percent(bead.score)}`);
  };
  let current = -1;
  const drawBeads = () => {
    const nodes = [];
    const shown = {source: -1, target: -1};
    const apartUpTo = (side, limit) => {
      const rows = [];
      for (let i = shown[side] + 1; i <= limit; ++i) rows.push(...apartRows({source: side === 'source' ? i : -1, target: side === 'target' ? i : -1}));
      shown[side] = Math.max(shown[side], limit);
      return rows;
    };
    review.beads.forEach((bead, i) => {
      for (const side of SIDES) nodes.push(...apartUpTo(side, bead[side][0]));
      const isNull = SIDES.some(side => bead[side][0] === bead[side][1]);
      nodes.push(element('div', {class: `row bead${isNull ? ' null' : ''}${bead.crossing ? ' crossing' : ''}`, id: 'b' + i, tabindex: 0,
        role: 'group', 'aria-label': beadLabel(bead), 'data-bead': i}, cell('source', bead.source), ribbon(bead), cell('target', bead.target)));
    });
    for (const side of SIDES) nodes.push(...apartUpTo(side, data[side].sentences.length));
    byId('beads').replaceChildren(...nodes);
    if (current >= review.beads.length) current = review.beads.length - 1;
    if (!byId('matrix').hidden) drawMatrix();
  };
  const beadOfToken = (side, token) => {
    let sentence = firstToken[side].length - 1;
    while (sentence > 0 && firstToken[side][sentence] > token) --sentence;
    return review.beads.findIndex(bead => bead[side][0] <= sentence && sentence < bead[side][1]);
  };
  const goToBead = index => {
    if (index < 0 || index >= review.beads.length) return;
    current = index;
    document.querySelectorAll('.bead.current').forEach(node => node.classList.remove('current'));
    const node = byId('b' + index);
    node.classList.add('current'); node.focus({preventScroll: true}); node.scrollIntoView({block: 'nearest'});
  };

  // ---- correcting beads ----
  const change = (edit, message) => {
    remember();
    if (!edit()) { history.pop(); return say('Not possible here'); }
    review.corrected = true; store(); drawBeads(); goToBead(Math.max(current, 0)); say(message);
  };
  const forget = bead => { delete bead.score; return bead; };
  const merge = () => change(() => {
    const [here, next] = [review.beads[current], review.beads[current + 1]];
    if (!here || !next || SIDES.some(side => here[side][1] !== next[side][0])) return false;
    for (const side of SIDES) here[side][1] = next[side][1];
    forget(here); review.beads.splice(current + 1, 1);
    return true;
  }, 'Merged with the next bead');
  const split = () => change(() => {
    const here = review.beads[current];
    if (!here) return false;
    const sizes = SIDES.map(side => here[side][1] - here[side][0]);
    if (Math.max(...sizes) < 2 && Math.min(...sizes) < 1) return false;
    const rest = {source: [...here.source], target: [...here.target]};
    SIDES.forEach((side, i) => {
      const cut = sizes[i] > 1 ? here[side][1] - 1 : sizes[1 - i] > 1 || side === 'source' ? here[side][1] : here[side][0];
      here[side][1] = cut; rest[side][0] = cut;
    });
    forget(here); review.beads.splice(current + 1, 0, rest);
    return true;
  }, 'Split');
  // Moves the boundary between bead `index` and the next by one sentence of `side`.
  const shift = (index, side, direction) => {
    const [here, next] = [review.beads[index], review.beads[index + 1]];
    if (!here || !next || here[side][1] !== next[side][0]) return false;
    const giver = direction > 0 ? here : next;
    if (giver[side][0] === giver[side][1]) return false;
    here[side][1] -= direction; next[side][0] -= direction;
    forget(here); forget(next);
    review.beads = review.beads.filter(bead => SIDES.some(each => bead[each][0] < bead[each][1]));
    return true;
  };
  const drop = (side, sentence, index) => change(() => {
    const from = review.beads.findIndex(bead => bead[side][0] <= sentence && sentence < bead[side][1]);
    if (from < 0 || Math.abs(from - index) !== 1) return false;
    const forward = index > from;
    const edge = forward ? review.beads[from][side][1] - 1 : review.beads[from][side][0];
    return edge === sentence && shift(Math.min(from, index), side, forward ? 1 : -1);
  }, 'Moved');

  // ---- lighting up links ----
  const light = (side, token) => {
    document.querySelectorAll('.hit').forEach(node => node.classList.remove('hit', 'sure'));
    if (token === null) return;
    const other = side === 'source' ? 'target' : 'source';
    const nodeOf = (which, index) => document.querySelector(`[data-side=${which}] [data-token="${index}"]`);
    const show = (which, index, sure) => { const node = nodeOf(which, index); if (node) { node.classList.add('hit'); node.classList.toggle('sure', sure); } };
    const mention = mentionAt[side].get(token);
    const partner = partnerOf[side].get(mention);
    if (mention !== undefined && partner !== undefined) {
      const span = (which, index) => { const [begin, end] = data.mentions[which][index]; for (let i = begin; i < end; ++i) show(which, i, true); };
      span(side, mention); span(other, partner);
      return;
    }
    show(side, token, false);
    for (const [partnerToken, probability] of linksOf[side].get(token) || []) show(other, partnerToken, probability >= .5);
  };

  // ---- findings ----
  const shownFindings = () => {
    const severities = new Set([...document.querySelectorAll('[name=severity]:checked')].map(box => box.value));
    const category = byId('category').value;
    return data.findings.map((finding, i) => [finding, i])
      .filter(([finding]) => severities.has(finding.severity) && (!category || finding.category === category))
      .sort(([a, i], [b, j]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.category.startsWith('omission') - a.category.startsWith('omission') || i - j);
  };
  const drawFilters = () => {
    const boxes = SEVERITIES.map(severity => element('label', {}, element('input', {type: 'checkbox', name: 'severity', value: severity, checked: true}),
      ` ${severity} (${data.findings.filter(finding => finding.severity === severity).length})`));
    const categories = [...new Set(data.findings.map(finding => finding.category))].sort();
    const select = element('select', {id: 'category', 'aria-label': 'Category'}, element('option', {value: ''}, 'all categories'),
      ...categories.map(category => element('option', {value: category}, category)));
    byId('filters').replaceChildren(...boxes, select);
    byId('filters').addEventListener('change', drawFindings);
  };
  let currentFinding = -1;
  const mark = (index, value) => {
    remember();
    if (review.marks[index] === value) delete review.marks[index]; else review.marks[index] = value;
    store(); drawFindings(); say(review.marks[index] ? `Marked ${value}` : 'Mark taken off');
  };
  const findingNode = ([finding, index]) => {
    const marks = element('div', {class: 'marks', role: 'group', 'aria-label': 'Review'},
      ...['right', 'wrong', 'fixed'].map(value => element('button', {type: 'button', 'data-mark': value, 'aria-pressed': String(review.marks[index] === value)}, value)));
    return element('li', {id: 'f' + index, 'data-finding': index, class: index === currentFinding ? 'current' : ''},
      element('a', {href: '#f' + index}, element('span', {class: 'severity ' + finding.severity}, finding.severity),
        ` ${finding.category} · ${percent(finding.probability)}`, element('p', {}, finding.message)), marks);
  };
  const drawFindings = () => {
    const shown = shownFindings();
    byId('findings').replaceChildren(...shown.map(findingNode));
    const done = Object.keys(review.marks).length;
    byId('count').textContent = data.findings.length ? `${shown.length} of ${data.findings.length} shown, ${done} reviewed` : 'No findings.';
  };
  const goToFinding = index => {
    const finding = data.findings[index];
    if (!finding) return;
    currentFinding = index;
    document.querySelectorAll('#findings .current').forEach(node => node.classList.remove('current'));
    const node = byId('f' + index);
    if (node) { node.classList.add('current'); node.scrollIntoView({block: 'nearest'}); }
    const side = finding.source ? 'source' : 'target';
    if (finding[side]) goToBead(beadOfToken(side, finding[side][0]));
  };
  const stepFinding = step => {
    const order = shownFindings().map(([, index]) => index);
    if (!order.length) return;
    const at = order.indexOf(currentFinding);
    const next = order[(at + step + order.length + (at < 0 && step < 0 ? 1 : 0)) % order.length];
    location.hash = 'f' + next; goToFinding(next);
  };

  // ---- matrix ----
  const drawMatrix = () => {
    const grid = byId('grid');
    const [width, height] = [data.target.sentences.length, data.source.sentences.length].map(count => Math.max(count, 1));
    grid.setAttribute('viewBox', `-1 -1 ${width + 2} ${height + 2}`);
    grid.setAttribute('aria-label', `Alignment matrix: ${height} source rows by ${width} target columns, ${review.beads.length} beads`);
    grid.replaceChildren(...review.beads.map((bead, i) => {
      const box = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const [x, y] = [bead.target[0], bead.source[0]];
      const [w, h] = [bead.target[1] - x, bead.source[1] - y];
      const attributes = {x: w ? x : x - .15, y: h ? y : y - .15, width: w || .3, height: h || .3, opacity: .35 + .65 * (bead.score ?? 1), class: w && h ? '' : 'null', 'data-bead': i};
      for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
      const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
      title.textContent = beadLabel(bead); box.append(title);
      return box;
    }));
  };
  const show = view => {
    byId('texts').hidden = view !== 'text'; byId('matrix').hidden = view !== 'matrix';
    byId('view-text').setAttribute('aria-pressed', String(view === 'text'));
    byId('view-matrix').setAttribute('aria-pressed', String(view === 'matrix'));
    if (view === 'matrix') drawMatrix();
  };

  // ---- head ----
  const headlineOf = side => {
    const first = data[side].sentences.find(sentence => sentence.kind === 'headline') || data[side].sentences[0];
    return first ? first.pieces.join('') : data[side].name;
  };
  const creditLine = side => data[side].credits.map(credit =>
    `${credit.role}: ${credit.name}` + (credit.place ? ` (${credit.place})` : '') + (credit.organisation ? `, ${credit.organisation}` : '')).join(' · ') || 'none found';
  const drawHead = () => {
    document.title = headlineOf('target') + ' – calque';
    byId('title').textContent = headlineOf('target');
    byId('title').lang = data.target.language;
    const facts = [['Source', `${data.source.name} (${data.source.language})${data.source.agency ? ', ' + data.source.agency : ''}`], ['Its credits', creditLine('source')],
      ['Target', `${data.target.name} (${data.target.language})${data.target.agency ? ', ' + data.target.agency : ''}`], ['Its credits', creditLine('target')],
      ['Translation of each other', percent(data.score)]];
    byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
    for (const side of SIDES) byId(side + '-name').textContent = data[side].name;
  };
  const setTheme = theme => {
    document.documentElement.dataset.theme = theme;
    byId('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  };
  const resize = step => {
    const now = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--size'));
    document.documentElement.style.setProperty('--size', Math.min(28, Math.max(12, now + step)) + 'px');
  };

  // ---- events ----
  const toggleKeys = () => { const keys = byId('keys'); keys.hidden = !keys.hidden; byId('help').setAttribute('aria-expanded', String(!keys.hidden)); };
  const markCurrent = value => { if (currentFinding >= 0) mark(currentFinding, value); };
  const keys = {
    j: () => goToBead(current + 1), k: () => goToBead(Math.max(0, current - 1)), n: () => stepFinding(1), p: () => stepFinding(-1),
    r: () => markCurrent('right'), w: () => markCurrent('wrong'), f: () => markCurrent('fixed'), m: merge, s: split, u: undo,
    '[': () => change(() => shift(current, 'target', -1), 'Sentence taken back'), ']': () => change(() => shift(current, 'target', 1), 'Sentence moved to the next bead'),
    x: () => show(byId('texts').hidden ? 'text' : 'matrix'), '?': toggleKeys,
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  const beads = byId('beads');
  const tokenUnder = event => event.target.closest('[data-token]');
  beads.addEventListener('mouseover', event => {
    const token = tokenUnder(event);
    light(token ? token.closest('[data-side]').dataset.side : 'source', token ? Number(token.dataset.token) : null);
  });
  beads.addEventListener('focusin', event => { const bead = event.target.closest('.bead'); if (bead) current = Number(bead.dataset.bead); });
  beads.addEventListener('click', event => { const bead = event.target.closest('.bead'); if (bead) goToBead(Number(bead.dataset.bead)); });
  let dragged = null;
  beads.addEventListener('dragstart', event => { const sentence = event.target.closest('.sentence'); dragged = sentence && [sentence.dataset.side, Number(sentence.dataset.sentence)]; });
  beads.addEventListener('dragover', event => { if (dragged && event.target.closest('.bead')) event.preventDefault(); });
  beads.addEventListener('drop', event => {
    const bead = event.target.closest('.bead');
    if (dragged && bead) { event.preventDefault(); current = Number(bead.dataset.bead); drop(...dragged, current); }
    dragged = null;
  });
  byId('findings').addEventListener('click', event => {
    const item = event.target.closest('[data-finding]');
    if (!item) return;
    if (event.target.dataset.mark) mark(Number(item.dataset.finding), event.target.dataset.mark); else goToFinding(Number(item.dataset.finding));
  });
  byId('grid').addEventListener('click', event => { const box = event.target.closest('[data-bead]'); if (box) { show('text'); goToBead(Number(box.dataset.bead)); } });
  byId('view-text').addEventListener('click', () => show('text'));
  byId('view-matrix').addEventListener('click', () => show('matrix'));
  byId('smaller').addEventListener('click', () => resize(-1));
  byId('larger').addEventListener('click', () => resize(1));
  byId('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
  byId('save').addEventListener('click', save);
  byId('help').addEventListener('click', toggleKeys);
  const followHash = () => { const match = /^#f(\d+)$/.exec(location.hash); if (match) goToFinding(Number(match[1])); };
  window.addEventListener('hashchange', followHash);

  restore();
  setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  drawHead(); drawBeads(); drawFilters(); drawFindings(); followHash();
  document.documentElement.dataset.ready = 'true';
})();
