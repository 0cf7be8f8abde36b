#include "align/fidelity/scene.h"

#include <algorithm>
#include <cmath>

#include "align/base/ascii.h"
#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/name_parts.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kShortWord =
    3;  // code units: without a word list, shorter is a function word

WordClass ClassOf(std::string_view text, const std::string& folded, const PhraseSet& functions) {
  const char32_t first = DecodeAt(text, 0).value;
  if (IsDigit(first)) return WordClass::kNumber;
  const bool word = std::any_of(folded.begin(), folded.end(), [](char c) {
    return IsAsciiLower(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  if (!word || (!IsLetter(first) && CodePointCount(text) == 1)) return WordClass::kPunctuation;
  const bool function =
      functions.empty() ? folded.size() <= kShortWord : functions.Contains(folded);
  return function ? WordClass::kFunction : WordClass::kContent;
}

// After an opening quotation mark, a colon or a dateline a capital says nothing.
bool OpensAfter(const Word& previous) { return previous.opens && previous.IsPunctuation(); }
bool OpensQuotation(const Document& document, std::uint32_t token) {
  const std::string_view mark = document.TextOf(document.tokens[token]);
  if (mark == "«" || mark == "“") return true;
  if (mark != "\"") return false;
  // `he left," Panetta said`: a mark that touches only the words before it closes.
  const ByteSpan span = document.tokens[token].span;
  const std::string_view text = document.text;
  if (span.begin == 0 || span.end == text.size()) return true;
  const char32_t before = DecodeBefore(text, span.begin).value;
  const bool ends = before == U'.' || before == U'!' || before == U'?' || before == U'…';
  return ends || IsSpace(before) || !IsSpace(DecodeAt(text, span.end).value);
}
bool EndsDateline(const Document& document, IndexRange<Token> sentence, std::uint32_t token) {
  if (token < sentence.begin + 2) return false;
  const std::string_view dash = document.TextOf(document.tokens[token - 1]);
  return (dash == "-" || dash == "–" || dash == "—" || dash == "--") &&
         document.TextOf(document.tokens[token - 2]) == ")";
}

// `US`, `WHO`: in lower case an everyday word.
bool IsListedAcronym(std::string_view text, const NameGrammar& names) {
  return AllCapitals(text) && std::ranges::any_of(names.gazetteer.Find(text), &NameForm::acronym);
}

// `Dénonçant un complot`, but `New Jersey`.
bool IsOpener(const Document& document, std::uint32_t token, const Word& word,
              const NameGrammar& names) {
  if (!word.opens || !names.openers.contains(word.folded)) return false;
  return token + 1 == document.tokens.size() ||
         !IsUpper(DecodeAt(document.TextOf(document.tokens[token + 1]), 0).value);
}

void LookUpName(const Document& document, std::uint32_t token, const NameGrammar& names,
                Word* word) {
  const std::string_view text = document.TextOf(document.tokens[token]);
  const bool everyday =
      names.common_words.contains(Hash(word->folded)) && !IsListedAcronym(text, names);
  word->generic = everyday || IsOpener(document, token, *word, names) ||
                  names.heads.contains(word->folded) || names.titles.contains(word->folded) ||
                  names.legal_forms.contains(word->folded);
  word->listed = !word->generic && !names.name_words.Find(word->folded).empty();
}

std::vector<Word> WordsOf(const Document& document, const PhraseSet& functions,
                          const LexiconSide* lexicon, const NameGrammar* names) {
  std::vector<Word> words(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view text = document.TextOf(document.tokens[i]);
      Word& word = words[i];
      word.folded = Fold(text);
      word.kind = ClassOf(text, word.folded, functions);
      word.capital = IsUpper(DecodeAt(text, 0).value);
      word.opens = i == sentence.tokens.begin || OpensAfter(words[i - 1]) || text == ":" ||
                   OpensQuotation(document, i) || EndsDateline(document, sentence.tokens, i);
      if (lexicon != nullptr) {
        word.type = lexicon->Find(word.folded);
        word.row =
            word.type != kUnknownType || word.capital ? word.type : lexicon->FindClass(word.folded);
      }
      if (names != nullptr && word.capital) LookUpName(document, i, *names, &word);
    }
  }
  return words;
}

double LengthOf(const SideView& side, IndexRange<Token> tokens) {
  return static_cast<double>(CodePointCount(side.Text(side.SpanOf(tokens))));
}

// Mean log ratio target / source of the beads, drawn towards zero where there are few.
double MeanLogRatio(const Scene& scene) {
  double sum = 0;
  double beads = 20;  // what the expectation of equal lengths is worth
  for (const Bead& bead : scene.bitext().beads) {
    const double source = LengthOf(scene.source(), scene.source().TokensOf(bead.source));
    const double target = LengthOf(scene.target(), scene.target().TokensOf(bead.target));
    if (source == 0 || target == 0) continue;
    sum += std::clamp(std::log(target / source), -1.0, 1.0);
    beads += 1;
  }
  return sum / beads;
}

// By mention: the bead that holds it; one past the last for those of none.
std::vector<std::uint32_t> BeadsOf(const SideView& side, const Bitext& bitext,
                                   IndexRange<Sentence> Bead::*sentences) {
  std::vector<std::uint32_t> beads(side.mentions().size(),
                                   static_cast<std::uint32_t>(bitext.beads.size()));
  for (std::uint32_t i = 0; i < bitext.beads.size(); ++i) {
    const ByteSpan span = side.SpanOf(side.TokensOf(bitext.beads[i].*sentences));
    const IndexRange<Mention> mentions = side.MentionsIn(span);
    std::fill(beads.begin() + mentions.begin, beads.begin() + mentions.end, i);
  }
  return beads;
}

std::string_view CountryOf(const std::unordered_map<std::string, std::string>& cities,
                           std::string_view name) {
  const auto found = cities.find(PhraseKey(name));
  return found == cities.end() ? std::string_view() : found->second;
}

}  // namespace

SideView::SideView(const Document& document, const std::vector<Mention>& mentions,
                   const FidelityGrammar& grammar, const LexiconSide* lexicon,
                   const NameGrammar* names)
    : document_(&document),
      mentions_(&mentions),
      grammar_(&grammar),
      lexicon_(lexicon),
      names_(names),
      words_(WordsOf(document, grammar.rules().function_words, lexicon, names)) {}

ListedName SideView::ListedAt(ByteSpan span) const {
  return names_ == nullptr ? ListedName{} : FindListed(names_->gazetteer, Text(span));
}

std::string_view SideView::SeatAt(ByteSpan span) const {
  return names_ == nullptr ? std::string_view() : CountryOf(names_->seats, Text(span));
}

std::string_view SideView::MarketAt(ByteSpan span) const {
  return names_ == nullptr ? std::string_view() : CountryOf(names_->markets, Text(span));
}

std::string SideView::SoundAt(ByteSpan span) const {
  return SpellingKey(Text(span), names_ == nullptr ? SpellingRules{} : names_->spelling);
}

std::string SideView::TransliteratedAt(ByteSpan span) const {
  return SpellingKey(Text(span), names_ == nullptr ? SpellingRules{} : names_->transliterations);
}

std::string_view SideView::VariantOf(const std::string& folded) const {
  if (names_ == nullptr) return {};
  const auto found = names_->variants.find(folded);
  return found == names_->variants.end() ? std::string_view() : found->second;
}

bool SideView::IsTitle(ByteSpan span) const {
  return names_ != nullptr && names_->titles.contains(PhraseKey(Text(span)));
}

bool SideView::IsLegalForm(ByteSpan span) const {
  return names_ != nullptr && names_->legal_forms.contains(PhraseKey(Text(span)));
}

float SideView::NameGapBehind(std::uint32_t token) const {
  if (names_ == nullptr || token + 1 >= words_.size()) return 0.0F;
  const auto kind = [&](std::uint32_t i) {
    const bool name = words_[i].capital && !words_[i].opens && words_[i].folded.size() > 1;
    return name ? names_->gaps.KindOfName()
                : names_->gaps.KindOf(document_->TextOf(document_->tokens[i]));
  };
  return NameGaps::LogOdds(kind(token), kind(token + 1));
}

IndexRange<Mention> SideView::MentionsIn(ByteSpan span) const {
  const auto first =
      std::partition_point(mentions_->begin(), mentions_->end(),
                           [&](const Mention& m) { return m.span.begin < span.begin; });
  const auto last = std::partition_point(first, mentions_->end(),
                                         [&](const Mention& m) { return m.span.end <= span.end; });
  return {static_cast<std::uint32_t>(first - mentions_->begin()),
          static_cast<std::uint32_t>(last - mentions_->begin())};
}

IndexRange<Token> SideView::TokensIn(ByteSpan span) const {
  const std::vector<Token>& tokens = document_->tokens;
  const auto first = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.begin < span.begin; });
  const auto last = std::partition_point(first, tokens.end(),
                                         [&](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(last - tokens.begin())};
}

ByteSpan SideView::SpanOf(IndexRange<Token> tokens) const {
  if (tokens.empty()) return {};
  return {document_->tokens[tokens.begin].span.begin, document_->tokens[tokens.end - 1].span.end};
}

std::vector<std::string_view> SideView::Folded(IndexRange<Token> tokens) const {
  std::vector<std::string_view> folded;
  folded.reserve(tokens.size());
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) folded.push_back(words_[i].folded);
  return folded;
}

Scene::Scene(const Bitext& bitext, const FidelityContext& context)
    : bitext_(&bitext),
      reads_values_(context.reads_values),
      source_(bitext.source, bitext.source_mentions, *context.source,
              context.model == nullptr ? nullptr : &context.model->lexicon().source(),
              context.source_names),
      target_(bitext.target, bitext.target_mentions, *context.target,
              context.model == nullptr ? nullptr : &context.model->lexicon().target(),
              context.target_names),
      source_partner_(bitext.source_mentions.size()),
      target_partner_(bitext.target_mentions.size()) {
  // Counting sort: links of each token stay in the order of the other side's tokens.
  const auto table = [&](std::size_t tokens, auto from, auto to) {
    LinkTable links{std::vector<std::uint32_t>(tokens + 1, 0),
                    std::vector<HalfLink>(bitext.words.size())};
    for (const WordLink& link : bitext.words) ++links.begin[link.*from + 1];
    for (std::size_t i = 0; i < tokens; ++i) links.begin[i + 1] += links.begin[i];
    std::vector<std::uint32_t> next(links.begin.begin(), links.begin.end() - 1);
    for (const WordLink& link : bitext.words) {
      links.links[next[link.*from]++] = {link.*to, link.probability};
    }
    return links;
  };
  source_links_ = table(bitext.source.tokens.size(), &WordLink::source, &WordLink::target);
  target_links_ = table(bitext.target.tokens.size(), &WordLink::target, &WordLink::source);
  const std::vector<std::uint32_t> source_bead = BeadsOf(source_, bitext, &Bead::source);
  const std::vector<std::uint32_t> target_bead = BeadsOf(target_, bitext, &Bead::target);
  for (const EntityLink& link : bitext.entities) {
    // Of `the government of Simon Hu` a partner `gouvernement` says nothing of Simon Hu.
    const bool by_itself =
        link.evidence != LinkEvidence::kWordLinks && link.evidence != LinkEvidence::kPartialName;
    const bool same_bead = source_bead[link.source] == target_bead[link.target];
    source_partner_[link.source] = {link.target, by_itself, same_bead};
    target_partner_[link.target] = {link.source, by_itself, same_bead};
  }
  expected_length_ =
      context.model == nullptr ? MeanLogRatio(*this) : std::log(context.model->lengths().ratio);
  source_coverage_ = CoverageOf(View(*this, View::From::kSource), *context.weights);
  target_coverage_ = CoverageOf(View(*this, View::From::kTarget), *context.weights);
}

std::span<const HalfLink> Scene::LinkTable::Of(std::uint32_t token) const {
  return std::span(links).subspan(begin[token], begin[token + 1] - begin[token]);
}
std::span<const HalfLink> Scene::LinksOfSource(std::uint32_t token) const {
  return source_links_.Of(token);
}
std::span<const HalfLink> Scene::LinksOfTarget(std::uint32_t token) const {
  return target_links_.Of(token);
}

IndexRange<Token> View::Here(const Bead& bead) const {
  return here().TokensOf(from_source() ? bead.source : bead.target);
}
IndexRange<Token> View::There(const Bead& bead) const {
  return there().TokensOf(from_source() ? bead.target : bead.source);
}

float View::Translation(TypeId ours, TypeId theirs) const {
  const LexiconSide* lexicon = here().lexicon();
  const LexiconSide* other = there().lexicon();
  if (lexicon == nullptr || other == nullptr) return 0.0F;
  return std::max(lexicon->Probability(ours, theirs), other->Probability(theirs, ours));
}

float View::Excess(IndexRange<Token> here, IndexRange<Token> there,
                   IndexRange<Token> left_out) const {
  const double ours = LengthOf(this->here(), here) - LengthOf(this->here(), left_out);
  const double theirs = LengthOf(this->there(), there);
  const double expected = scene_->expected_length();
  return static_cast<float>(std::log((theirs + 1.0) / (ours + 1.0)) -
                            (from_source() ? expected : -expected));
}

}  // namespace calque::internal
