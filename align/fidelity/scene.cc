#include "align/fidelity/scene.h"

#include <algorithm>
#include <cmath>

#include "align/base/utf8.h"
#include "align/entities/name_parts.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/scene_words.h"
#include "align/model/parallel.h"

namespace calque::internal {
namespace {

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

std::string_view CountryOf(const StringMap<std::string>& cities, std::string_view name) {
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
      words_(WordsOf(document, grammar.rules().function_words, lexicon, names)) {
  if (names != nullptr) MarkGivenNames(*this, *names, &words_);
}

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

std::vector<std::string> SideView::Written(IndexRange<Token> tokens) const {
  std::vector<std::string> written;
  written.reserve(tokens.size());
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    written.push_back(FoldCase(document_->TextOf(document_->tokens[i])));
  }
  return written;
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
  const auto coverage = [&](View::From side) {
    return CoverageOf(View(*this, side), *context.weights);
  };
  InParallel([&] { source_coverage_ = coverage(View::From::kSource); },
             [&] { target_coverage_ = coverage(View::From::kTarget); });
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
