#include "align/entities/link_calibration.h"

#include <algorithm>
#include <cmath>

#include "align/base/hash.h"
#include "align/base/log_math.h"
#include "align/base/utf8.h"
#include "align/entities/projection.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr float kMostCertain = 0.99F;  // what log-odds are cut off at

float LogOddsOf(float probability) {
  const float p = std::clamp(probability, 1.0F - kMostCertain, kMostCertain);
  return std::log(p / (1.0F - p));
}

// What the traits need to know of one mention.
struct MentionTraits {
  float words = 1.0F;
  bool capital = false;
  bool common = true;  // every word of it
  bool listed = false;
  bool beside = false;
};

bool HasCapitalAt(const Document& document, std::size_t token) {
  return IsUpper(DecodeAt(document.TextOf(document.tokens[token]), 0).value);
}

bool IsMentioned(const std::vector<Mention>& mentions, ByteSpan span) {
  const auto at = std::lower_bound(
      mentions.begin(), mentions.end(), span.begin,
      [](const Mention& mention, std::uint32_t begin) { return mention.span.end <= begin; });
  return at != mentions.end() && at->span.Overlaps(span);
}

bool OpensSentence(const Document& document, std::uint32_t token) {
  const auto sentence = std::lower_bound(
      document.sentences.begin(), document.sentences.end(), document.tokens[token].span.begin,
      [](const Sentence& known, std::uint32_t at) { return known.span.end <= at; });
  return sentence != document.sentences.end() && sentence->tokens.begin == token;
}

// Whether a word with a capital touches the mention, a blank apart, and no other mention has it. A
// word that opens a sentence has one in any case.
bool HasNeighbour(const Document& document, const std::vector<Mention>& mentions,
                  IndexRange<Token> tokens) {
  const auto is_free = [&](std::size_t token, ByteSpan gap) {
    return gap.size() == 1 && document.text[gap.begin] == ' ' && HasCapitalAt(document, token) &&
           !IsMentioned(mentions, document.tokens[token].span);
  };
  if (tokens.begin > 1) {
    const ByteSpan before{document.tokens[tokens.begin - 1].span.end,
                          document.tokens[tokens.begin].span.begin};
    const bool inside =
        !OpensSentence(document, tokens.begin - 1) && !OpensSentence(document, tokens.begin);
    if (inside && is_free(tokens.begin - 1, before)) return true;
  }
  if (tokens.end >= document.tokens.size()) return false;
  return is_free(tokens.end, {document.tokens[tokens.end - 1].span.end,
                              document.tokens[tokens.end].span.begin});
}

MentionTraits TraitsOfMention(const Document& document, const std::vector<Mention>& mentions,
                              const Mention& mention, const NameGrammar& grammar) {
  MentionTraits traits;
  const IndexRange<Token> tokens = TokensOf(document, mention.span);
  const std::vector<std::uint32_t> words = ContentTokensOf(document, mention.span, grammar);
  traits.words = static_cast<float>(std::max<std::size_t>(words.size(), 1));
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    traits.capital |= HasCapitalAt(document, t);
    traits.common &=
        grammar.common_words.contains(Hash(PhraseKey(document.TextOf(document.tokens[t]))));
  }
  traits.listed = !grammar.gazetteer.Find(mention.span.In(document.text)).empty();
  if (!tokens.empty()) traits.beside = HasNeighbour(document, mentions, tokens);
  return traits;
}

}  // namespace

LinkTraits TraitsOf(const Bitext& bitext, const EntityLink& link, const NameGrammar& source,
                    const NameGrammar& target) {
  const Mention& from = bitext.source_mentions[link.source];
  const Mention& to = bitext.target_mentions[link.target];
  LinkTraits traits = {};
  traits[0] = 1.0F;
  traits[1 + static_cast<std::size_t>(link.evidence)] = 1.0F;
  traits[8] = LogOddsOf(link.score);
  if (link.evidence == LinkEvidence::kValue) return traits;
  const MentionTraits here = TraitsOfMention(bitext.source, bitext.source_mentions, from, source);
  const MentionTraits there = TraitsOfMention(bitext.target, bitext.target_mentions, to, target);
  traits[9] = LogOddsOf(std::min(from.probability, to.probability));
  traits[10] = std::abs(std::log(here.words / there.words));
  traits[11] = (here.beside ? 1.0F : 0.0F) + (there.beside ? 1.0F : 0.0F);
  traits[12] = here.capital || there.capital ? 0.0F : 1.0F;
  traits[13] = here.common && there.common ? 1.0F : 0.0F;
  traits[14] = here.listed && there.listed ? 1.0F : 0.0F;
  traits[15] = here.listed != there.listed ? 1.0F : 0.0F;
  return traits;
}

std::shared_ptr<const LinkCalibration> LinkCalibration::Load(
    const std::filesystem::path& data_directory) {
  const std::filesystem::path path = data_directory / "models" / "entity-links.json";
  const Location location{path.string()};
  const Json file = ParseJson(ReadFile(path), location);
  auto calibration = std::make_shared<LinkCalibration>();
  ReadJson(location, [&] {
    for (std::size_t i = 0; i < kLinkTraits.size(); ++i) {
      calibration->weights_[i] = file.at(std::string(kLinkTraits[i])).get<float>();
    }
    if (file.size() != kLinkTraits.size()) {
      throw Error(ErrorCode::kBadInput, location, "weighs a trait of links that is unknown");
    }
  });
  return calibration;
}

float LinkCalibration::Probability(const LinkTraits& traits) const {
  float sum = 0.0F;
  for (std::size_t i = 0; i < traits.size(); ++i) sum += weights_[i] * traits[i];
  return static_cast<float>(Logistic(static_cast<double>(sum)));
}

}  // namespace calque::internal
