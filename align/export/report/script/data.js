// The bitext as report_data.cc wrote it, and indices over its tokens.
const data = JSON.parse(byId('data').textContent);
const SIDES = ['source', 'target'];
const SEVERITIES = ['critical', 'major', 'minor'];
const VALUE_KINDS = new Set(['number', 'ordinal', 'percentage', 'money', 'measure', 'duration',
  'date', 'time', 'code']);
const SURE = .5;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const otherSide = side => side === 'source' ? 'target' : 'source';
const bothSides = make => ({source: make('source'), target: make('target')});
const addTo = (map, key, value) => {
  if (map.has(key)) map.get(key).push(value); else map.set(key, [value]);
};

const linksOf = bothSides(() => new Map());
for (const [source, target, probability] of data.words) {
  addTo(linksOf.source, source, [target, probability]);
  addTo(linksOf.target, target, [source, probability]);
}

const mentionAt = bothSides(side => {
  const at = new Map();
  data.mentions[side].forEach(([begin, end], i) => {
    for (let token = begin; token < end; ++token) at.set(token, i);
  });
  return at;
});

const firstTokens = bothSides(side => data[side].sentences.map(sentence => sentence.firstToken));
const sentenceOfToken = (side, token) => {
  let [low, high] = [0, firstTokens[side].length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstTokens[side][middle] <= token) low = middle; else high = middle - 1;
  }
  return low;
};
// Pieces are gaps and tokens by turns, a gap first and last.
const tokenCount = (side, sentence) => data[side].sentences[sentence].pieces.length >> 1;
// A finding about a few words of one side points to a whole sentence of the other: a mark under all
// of it would say nothing.
const isWhole = (side, [begin, end]) => {
  const [first, last] = [sentenceOfToken(side, begin), sentenceOfToken(side, end - 1)];
  return begin === firstTokens[side][first] && end >= firstTokens[side][last] + tokenCount(side, last) - 1;
};
const onlyPoints = (finding, side) => finding[otherSide(side)] &&
  isWhole(side, finding[side]) && !isWhole(otherSide(side), finding[otherSide(side)]);
const findingsAt = bothSides(side => {
  const at = new Map();
  data.findings.forEach((finding, i) => {
    if (!finding[side] || onlyPoints(finding, side)) return;
    for (let token = finding[side][0]; token < finding[side][1]; ++token) addTo(at, token, i);
  });
  return at;
});

const tokensOf = (side, [begin, end]) => {
  const tokens = [];
  for (let i = begin; i < end; ++i) {
    for (let k = 0; k < tokenCount(side, i); ++k) tokens.push(firstTokens[side][i] + k);
  }
  return tokens;
};
const tokenText = (side, token) => {
  const sentence = sentenceOfToken(side, token);
  return data[side].sentences[sentence].pieces[2 * (token - firstTokens[side][sentence]) + 1];
};
const textOf = (side, [begin, end]) =>
  data[side].sentences.slice(begin, end).map(sentence => sentence.pieces.join('')).join(' ');

// A side runs as most of its letters do: a Hebrew name does not turn a French sentence round.
const directionOf = bothSides(side => {
  const text = data[side].sentences.slice(0, 200).map(sentence => sentence.pieces.join('')).join(' ');
  const count = kind => (text.match(kind) || []).length;
  return 2 * count(RIGHT_TO_LEFT) > count(/\p{L}/gu) ? 'rtl' : 'ltr';
});

// Entity pairs carry the same number on both sides, counted anew in each source sentence.
const partnerOf = bothSides(() => new Map());
const pairNumber = bothSides(() => new Map());
{
  let sentence = -1, number = 0;
  for (const [source, target] of data.entities) {
    const at = sentenceOfToken('source', data.mentions.source[source][0]);
    if (at !== sentence) [sentence, number] = [at, 0];
    number = pairNumber.source.get(source) || pairNumber.target.get(target) || number + 1;
    for (const [side, mention, partner] of [['source', source, target], ['target', target, source]]) {
      if (!partnerOf[side].has(mention)) partnerOf[side].set(mention, partner);
      pairNumber[side].set(mention, number);
    }
  }
}
const lookOf = kind => VALUE_KINDS.has(kind) ? 'value' : kind;
