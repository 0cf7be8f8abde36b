// Word links and entity pairs light up under the pointer or the keyboard: a full box for a sure
// link, a dashed one for a possible link, and the pair's number beside both names.
let lit = null;
const describe = (side, token) => {
  const mention = mentionAt[side].get(token);
  if (mention !== undefined) {
    const text = (which, index) => {
      const [begin, end, kind] = data.mentions[which][index];
      const words = [];
      for (let i = begin; i < end; ++i) words.push(tokenText(which, i));
      return [words.join(' '), kind];
    };
    const partner = partnerOf[side].get(mention);
    const [words, kind] = text(side, mention);
    if (partner === undefined) return `${words}: ${kind}, no partner`;
    return `${words} ↔ ${text(otherSide(side), partner)[0]}: ${kind}, pair ${pairNumber[side].get(mention)}`;
  }
  const links = linksOf[side].get(token) || [];
  if (!links.length) return `${tokenText(side, token)}: no link`;
  return `${tokenText(side, token)} ↔ ` + links.map(([other, probability]) =>
    `${tokenText(otherSide(side), other)} (${percent(probability)})`).join(', ');
};
const unlight = () => {
  for (const node of all('#beads .hit')) node.classList.remove('hit', 'sure', 'here');
  byId('lit').textContent = '';
  lit = null;
};
const light = (side, token) => {
  unlight();
  lit = [side, token];
  const other = otherSide(side);
  const show = (which, index, ...classes) => tokenNodes[which].get(index)?.classList.add('hit', ...classes);
  const showMention = (which, index) => {
    const [begin, end] = data.mentions[which][index];
    for (let i = begin; i < end; ++i) show(which, i, 'sure');
  };
  const mention = mentionAt[side].get(token);
  const partner = partnerOf[side].get(mention);
  if (mention !== undefined) showMention(side, mention);
  if (partner !== undefined) showMention(other, partner);
  else for (const [index, probability] of linksOf[side].get(token) || []) show(other, index, ...(probability >= SURE ? ['sure'] : []));
  show(side, token, 'here');
  byId('lit').textContent = describe(side, token);
};
const tokenUnder = target => {
  const node = target.closest('[data-token]');
  return node && [node.closest('[data-side]').dataset.side, Number(node.dataset.token)];
};
const focusToken = (side, token) => {
  const node = tokenNodes[side].get(token);
  if (!node) return;
  node.tabIndex = -1;
  node.focus({preventScroll: true});
  node.scrollIntoView({block: 'nearest'});
};
// The keyboard's way: along the words of a side of the bead, and across to the linked word.
const stepToken = step => {
  const row = lit && tokenNodes[lit[0]].get(lit[1])?.closest('.bead');
  const inside = row && (current < 0 || Number(row.dataset.bead) === current);
  if (!inside && current < 0) return goToBead(0);
  const bead = review.beads[inside ? Number(row.dataset.bead) : current];
  const side = inside ? lit[0] : size(bead, 'source') ? 'source' : 'target';
  const tokens = tokensOf(side, bead[side]);
  if (!tokens.length) return;
  const at = inside ? tokens.indexOf(lit[1]) + step : step > 0 ? 0 : tokens.length - 1;
  focusToken(side, tokens[Math.min(tokens.length - 1, Math.max(0, at))]);
};
const crossOver = () => {
  if (!lit) return stepToken(1);
  const [side, token] = lit;
  const partner = partnerOf[side].get(mentionAt[side].get(token));
  const links = [...(linksOf[side].get(token) || [])].sort((a, b) => b[1] - a[1]);
  const other = partner !== undefined ? data.mentions[otherSide(side)][partner][0] : links.length ? links[0][0] : undefined;
  if (other === undefined) return say('No partner on the other side');
  focusToken(otherSide(side), other);
};

// ---- why a bead has its score: what a reader can check ----
const countIn = (side, tokens, test) => tokens.filter(token => test(token)).length;
const mentionsIn = (side, bead) => new Set(tokensOf(side, bead[side]).map(token => mentionAt[side].get(token)).filter(i => i !== undefined));
const reasonsOf = bead => {
  const lengths = SIDES.map(side => textOf(side, bead[side]).length);
  const reasons = [`Length: ${lengths[0]} and ${lengths[1]} characters`];
  for (const side of SIDES) {
    const tokens = tokensOf(side, bead[side]);
    const linked = countIn(side, tokens, token => (linksOf[side].get(token) || []).some(([, p]) => p >= SURE));
    if (tokens.length) reasons.push(`${side} words surely linked: ${linked} of ${tokens.length}`);
  }
  for (const [label, wanted] of [['names', false], ['numbers and dates', true]]) {
    const counts = SIDES.map(side => {
      const found = [...mentionsIn(side, bead)].filter(i => VALUE_KINDS.has(data.mentions[side][i][2]) === wanted);
      return [found.filter(i => partnerOf[side].has(i)).length, found.length];
    });
    if (counts[0][1] + counts[1][1]) reasons.push(`${label} paired: ${counts[0].join(' of ')} and ${counts[1].join(' of ')}`);
  }
  return reasons;
};
const toggleReasons = row => {
  const button = row.querySelector('.score');
  const open = row.querySelector('.reasons');
  button.setAttribute('aria-expanded', String(!open));
  if (open) return open.remove();
  row.append(element('p', {class: 'reasons'}, reasonsOf(review.beads[Number(row.dataset.bead)]).join(' · ')));
};
