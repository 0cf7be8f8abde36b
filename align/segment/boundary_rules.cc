#include "align/segment/boundary_rules.h"

#include <string>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr float kNever = 0.0F;
constexpr float kUnlikely = 0.1F;
constexpr float kLikely = 0.9F;
constexpr float kSure = 0.99F;

class BoundaryJudge {
 public:
  BoundaryJudge(const SegmentProfile& profile, std::string_view text, ByteSpan unit,
                std::uint32_t sentence, const Candidate& candidate)
      : profile_(profile),
        text_(text),
        unit_(unit),
        sentence_(sentence),
        candidate_(candidate),
        next_(CharAt(text, candidate.first, unit.end)) {}

  [[nodiscard]] float Judge() const;

 private:
  [[nodiscard]] float JudgePeriod() const;
  [[nodiscard]] float JudgeAbbreviation(AbbreviationKind kind) const;
  [[nodiscard]] float JudgeShape() const;
  [[nodiscard]] bool NextStartsSentence() const;
  [[nodiscard]] bool NextContinues() const;

  const SegmentProfile& profile_;
  std::string_view text_;
  ByteSpan unit_;
  std::uint32_t sentence_;
  const Candidate& candidate_;
  ClassifiedChar next_;
};

// A mark that cannot begin a sentence.
bool BoundaryJudge::NextContinues() const {
  return next_.value < 0x80 && std::string_view(",;:)]}%/").find(static_cast<char>(next_.value)) !=
                                   std::string_view::npos;
}

bool BoundaryJudge::NextStartsSentence() const {
  std::uint32_t end = candidate_.first;
  while (end < unit_.end && IsWordClass(CharAt(text_, end, unit_.end).kind)) {
    end = CharAt(text_, end, unit_.end).end;
  }
  return profile_.Starts(Lower(text_.substr(candidate_.first, end - candidate_.first)));
}

float BoundaryJudge::JudgeAbbreviation(AbbreviationKind kind) const {
  switch (kind) {
    case AbbreviationKind::kTitle:
    case AbbreviationKind::kContinues:
      return kNever;
    case AbbreviationKind::kDate:
      if (next_.kind == CharClass::kDigit) return kNever;
      break;
    default:
      break;
  }
  if (next_.kind == CharClass::kLower) return kNever;
  if (candidate_.opens_quotation) return kLikely;
  return NextStartsSentence() ? kLikely : kUnlikely;
}

// A period behind a word that no list holds.
float BoundaryJudge::JudgeShape() const {
  const std::string_view word = candidate_.word.In(text_);
  if (word.empty()) return kLikely;
  const ClassifiedChar first = CharAt(text_, candidate_.word.begin, candidate_.word.end);
  if (first.end == candidate_.word.end && first.kind == CharClass::kUpper) {
    return NextStartsSentence() ? kLikely : kUnlikely;
  }
  if (first.kind == CharClass::kDigit && candidate_.word.begin == sentence_) return kNever;
  if (word.find('.') != std::string_view::npos && first.kind != CharClass::kDigit) {
    return JudgeAbbreviation(AbbreviationKind::kMayEnd);
  }
  return next_.kind == CharClass::kLower ? kUnlikely : kSure;
}

float BoundaryJudge::JudgePeriod() const {
  AbbreviationKind kind = profile_.abbreviations.Find(candidate_.word.In(text_));
  if (kind == AbbreviationKind::kNumeric) {
    if (next_.kind == CharClass::kDigit) return kNever;
    kind = AbbreviationKind::kNone;
  }
  return kind == AbbreviationKind::kNone ? JudgeShape() : JudgeAbbreviation(kind);
}

float BoundaryJudge::Judge() const {
  if (NextContinues()) return kNever;
  switch (candidate_.kind) {
    case TerminatorKind::kPeriod:
      return JudgePeriod();
    case TerminatorKind::kFull:
      return kSure;
    default:
      return next_.kind == CharClass::kLower ? kUnlikely : kSure;
  }
}

}  // namespace

float BoundaryProbability(const SegmentProfile& profile, std::string_view text, ByteSpan unit,
                          std::uint32_t sentence, const Candidate& candidate) {
  return BoundaryJudge(profile, text, unit, sentence, candidate).Judge();
}

}  // namespace calque::internal
