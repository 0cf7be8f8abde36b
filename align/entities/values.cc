#include "align/entities/values.h"

#include <algorithm>
#include <utility>

#include "align/entities/compound_quantities.h"
#include "align/entities/dates.h"
#include "align/entities/lexemes.h"
#include "align/entities/quantities.h"
#include "align/entities/ratios.h"
#include "align/entities/scores.h"
#include "align/entities/times.h"

namespace calque::internal {
namespace {

constexpr float kModelProbability = 0.75F;  // `A320`
constexpr float kCodeProbability = 0.6F;

MentionKind KindOfKey(std::string_view key) {
  if (key.substr(0, 5) == "time:") return MentionKind::kTime;
  if (key.substr(0, 9) == "fraction:") return MentionKind::kNumber;
  if (key.substr(0, 9) == "duration:") return MentionKind::kDuration;
  if (key.substr(0, 8) == "ordinal:") return MentionKind::kOrdinal;
  if (key.substr(0, 6) == "round:") return MentionKind::kOrdinal;
  if (key.substr(0, 5) == "code:") return MentionKind::kCode;
  return MentionKind::kDate;
}

// Walks over the lexemes of one span and takes the first value that starts at each.
class Finder {
 public:
  explicit Finder(const LexemeReader& reader) : reader_(reader) {}

  std::vector<Mention> Run() {
    for (std::uint32_t at = 0; reader_.Has(at);) at = MayStart(at) ? TakeAt(at) : at + 1;
    FlushQuantity();
    return std::move(mentions_);
  }

 private:
  // False for most words and signs: they are in no phrase of a value. A dash may be a minus, a
  // capital a Roman digit.
  bool MayStart(std::uint32_t at) const {
    const Lexeme& lexeme = reader_.lexemes[at];
    if (lexeme.compound || reader_.vocabulary.MayStart(lexeme.word)) return true;
    switch (lexeme.kind) {
      case Lexeme::Kind::kSign:
        return reader_.IsDash(at);
      case Lexeme::Kind::kWord:
        return lexeme.capital && IsRomanDigit(reader_.TextOf(at).front());
      default:
        return true;
    }
  }
  static bool IsRomanDigit(char c) { return c == 'I' || c == 'V' || c == 'X'; }

  // The place to go on from.
  std::uint32_t TakeAt(std::uint32_t at) {
    if (reader_.lexemes[at].kind == Lexeme::Kind::kCode) {
      const Lexeme& code = reader_.lexemes[at];
      if (const std::uint32_t end = TakeLetteredAmount(at); end > at) return end;
      const bool model = code.code.starts_with("code:");
      Push(at, at + 1, MentionKind::kCode, code.code, model ? kModelProbability : kCodeProbability);
      return at + 1;
    }
    const auto phrase = reader_.Find(at, Role::kKey);
    if (phrase && phrase->term->text.empty()) return phrase->end;
    const auto time = ParseTime(reader_, at);
    const std::optional<Quantity> quantity = ParseQuantity(reader_, at);
    if (MayBeCompound(at, quantity)) {
      const auto compound = ParseCompoundQuantity(reader_, at);
      if (compound && (!time || compound->end > time->end)) {
        TakeQuantity(*compound);
        return compound->end;
      }
    }
    if (time) return PushMatch(at, *time);
    const bool has_unit = quantity && !quantity->IsBare();
    // `du quart de million` is a number, `du quart` a share.
    const bool counts_on = phrase && quantity && quantity->end > phrase->end;
    if (!has_unit && !counts_on) {
      if (const std::uint32_t end = TakeDates(at); end > at) return end;
    }
    const std::uint32_t quantity_end = quantity ? quantity->end : at;
    const auto score = ParseScore(reader_, at);
    const bool scores = score && score->end > quantity_end;  // `3-1/2` is one number
    if (scores && !SharesUnitBehind(score->end - 1)) return PushMatch(at, *score);
    const auto ratio = ParseRatio(reader_, at);
    if (ratio && ratio->end > quantity_end) return PushMatch(at, *ratio);
    if (!quantity) return at + 1;
    TakeQuantity(*quantity);
    return quantity->end;
  }

  // `Q120 million`, an amount of a currency that a letter stands for.
  std::uint32_t TakeLetteredAmount(std::uint32_t at) {
    constexpr std::size_t kPrefix = 6;  // `code:Q`
    const std::string_view code = reader_.lexemes[at].code;
    const auto scale = reader_.Find(at + 1, Role::kScale);
    if (!scale || !code.starts_with("code:") || code.size() <= kPrefix) return at;
    const auto amount = Decimal::FromString(code.substr(kPrefix));
    if (!amount) return at;
    const Decimal number = amount->Scaled(static_cast<int>(scale->term->number));
    Push(at, scale->end, MentionKind::kNumber, "number:" + number.ToString(), 1.0F);
    return scale->end;
  }

  // `2 h 05 min` and `4h 12:03` begin as a time of day, `2:03.45` as a bare number.
  bool MayBeCompound(std::uint32_t at, const std::optional<Quantity>& quantity) const {
    const bool counts = quantity && (quantity->kind == MentionKind::kDuration ||
                                     quantity->kind == MentionKind::kMeasure);
    const bool clock = reader_.IsSign(at + 1, U':') || reader_.Find(at + 1, Role::kHour);
    return counts || (reader_.IsNumber(at) && clock);
  }

  std::uint32_t TakeDates(std::uint32_t at) {
    std::uint32_t end = at;
    for (DateMention& date : ParseDates(reader_, at)) {
      Push(date.begin, date.end, KindOfKey(date.key), std::move(date.key), date.probability);
      end = date.end;
    }
    return end;
  }

  // Whether the number at `at` has a unit, so that what ends there is a range and no score.
  bool SharesUnitBehind(std::uint32_t at) const {
    const std::optional<Quantity> quantity = ParseQuantity(reader_, at);
    return quantity && (!quantity->IsBare() || quantity->power > 0);
  }

  void TakeQuantity(Quantity quantity) {
    if (pending_) ShareUnit(reader_, &*pending_, &quantity);
    FlushQuantity();
    pending_ = std::move(quantity);
  }

  void FlushQuantity() {
    if (!pending_) return;
    const Quantity quantity = *std::exchange(pending_, std::nullopt);
    mentions_.push_back({reader_.SpanOf(quantity.begin, quantity.end), quantity.kind,
                         quantity.Key(), quantity.probability});
  }

  std::uint32_t PushMatch(std::uint32_t at, const ValueMatch& match) {
    Push(at, match.end, match.kind, match.key, match.probability);
    return match.end;
  }

  void Push(std::uint32_t begin, std::uint32_t end, MentionKind kind, std::string key,
            float probability) {
    FlushQuantity();
    mentions_.push_back({reader_.SpanOf(begin, end), kind, std::move(key), probability});
  }

  const LexemeReader& reader_;
  std::optional<Quantity> pending_;  // the last quantity: the next one may share its unit with it
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> FindValues(std::string_view text, ByteSpan span, const ValueGrammar& grammar) {
  const std::vector<Lexeme> lexemes = Lex(text, span, grammar.vocabulary());
  const LexemeReader reader{text, lexemes, grammar.vocabulary()};
  return Finder(reader).Run();
}

std::vector<Mention> FindValues(const Document& document, const ValueGrammar& grammar) {
  std::vector<Mention> mentions;
  for (const Sentence& sentence : document.sentences) {
    std::vector<Mention> found = FindValues(document.text, sentence.span, grammar);
    std::move(found.begin(), found.end(), std::back_inserter(mentions));
  }
  return mentions;
}

}  // namespace calque::internal
