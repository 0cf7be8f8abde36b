#include "align/fidelity/explained.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace calque::internal {
namespace {

constexpr float kLikely = 0.5F;

// Where the explained finding has to be.
enum class Where { kInBead, kInSource, kInTarget, kPartOfSource, kPartOfTarget, kAtBoth };

// `explains` and `explained` are names of categories.
// Among rivals either may be the better account: the likelier explains the other.
struct Rule {
  std::string_view explains;
  std::string_view explained;
  Where where;
  bool rivals = false;
};

constexpr Rule kRules[] = {
    // What is known to be wrong with a bead says why it looks free, far too long or unrelated.
    {"untranslated", "addition", Where::kInTarget},
    {"untranslated", "wrong-language", Where::kInTarget},
    {"untranslated", "loose", Where::kInBead},
    {"untranslated", "unrelated", Where::kInBead},
    {"wrong-language", "addition", Where::kInTarget},
    {"wrong-language", "loose", Where::kInBead},
    {"wrong-language", "unrelated", Where::kInBead},
    {"doubled", "addition", Where::kInBead},
    {"doubled", "length", Where::kInBead},
    {"doubled", "loose", Where::kInBead},
    {"doubled", "unrelated", Where::kInBead},
    {"truncated", "omission", Where::kInBead},
    {"truncated", "length", Where::kInBead},
    {"truncated", "loose", Where::kInBead},
    {"truncated", "unrelated", Where::kInBead, true},
    {"omission", "length", Where::kInBead},
    {"omission", "loose", Where::kInBead},
    {"omission", "unrelated", Where::kInBead, true},
    {"addition", "length", Where::kInBead},
    {"addition", "loose", Where::kInBead},
    {"addition", "unrelated", Where::kInBead, true},
    {"length", "unrelated", Where::kInBead, true},
    {"length", "loose", Where::kInBead},
    {"unrelated", "loose", Where::kInBead},
    // What goes with a clause that is lost, or comes with one that is added.
    {"omission", "date-missing", Where::kPartOfSource},
    {"omission", "hedge-lost", Where::kPartOfSource},
    {"omission", "name-missing", Where::kPartOfSource},
    {"omission", "negation-lost", Where::kPartOfSource},
    {"omission", "number-missing", Where::kPartOfSource},
    {"omission", "quotation-lost", Where::kPartOfSource},
    {"addition", "date-extra", Where::kPartOfTarget},
    {"addition", "hedge-added", Where::kPartOfTarget},
    {"addition", "name-extra", Where::kPartOfTarget},
    {"addition", "negation-added", Where::kPartOfTarget},
    {"addition", "number-extra", Where::kPartOfTarget},
    {"addition", "quotation-added", Where::kPartOfTarget},
    // A role, seen by several checks.
    {"speaker-changed", "word-changed", Where::kAtBoth},
    {"speaker-changed", "opposite", Where::kAtBoth},
    // `Without` lost, and `avec` in its place.
    {"negation-lost", "opposite", Where::kAtBoth},
    {"negation-added", "opposite", Where::kAtBoth},
    {"opposite", "quantifier-changed", Where::kAtBoth},
    {"negation-lost", "quantifier-changed", Where::kAtBoth},
    {"negation-added", "quantifier-changed", Where::kAtBoth},
    // A name, seen by several checks.
    {"name-changed", "speaker-changed", Where::kAtBoth},
    {"name-changed", "name-misspelt", Where::kAtBoth, true},
    {"name-changed", "name-missing", Where::kInSource},
    {"name-changed", "name-extra", Where::kInTarget},
    {"name-misspelt", "name-missing", Where::kInSource},
    {"name-misspelt", "name-extra", Where::kInTarget},
    // A word, seen as one of its kind and as what it says of a date or a figure.
    {"opposite", "date-changed", Where::kAtBoth, true},
    {"opposite", "unit-changed", Where::kAtBoth, true},
    {"word-changed", "date-changed", Where::kAtBoth, true},
    {"word-changed", "unit-changed", Where::kAtBoth, true},
};

bool Holds(ByteSpan outer, ByteSpan inner) { return !inner.empty() && outer.Contains(inner); }

// A clause that is little but a figure explains no figure.
bool HasPart(ByteSpan outer, ByteSpan inner) {
  constexpr std::uint32_t kTimes = 3;
  return Holds(outer, inner) && outer.size() >= kTimes * inner.size();
}

bool IsAt(Where where, const Finding& finding, const Finding& other) {
  switch (where) {
    case Where::kInBead:
      return true;
    case Where::kInSource:
      return Holds(finding.source, other.source);
    case Where::kInTarget:
      return Holds(finding.target, other.target);
    case Where::kPartOfSource:
      return HasPart(finding.source, other.source);
    case Where::kPartOfTarget:
      return HasPart(finding.target, other.target);
    case Where::kAtBoth:
      return finding.source.Overlaps(other.source) && finding.target.Overlaps(other.target);
  }
  return false;
}

bool Explains(const Finding& finding, const Finding& other) {
  if (finding.probability < kLikely) return false;
  return std::any_of(std::begin(kRules), std::end(kRules), [&](const Rule& rule) {
    if (!IsAt(rule.where, finding, other)) return false;
    if (finding.category == rule.explains && other.category == rule.explained) {
      return !rule.rivals || finding.probability >= other.probability;
    }
    return rule.rivals && finding.category == rule.explained && other.category == rule.explains &&
           finding.probability > other.probability;
  });
}

}  // namespace

void LeaveOutExplained(std::vector<Finding>* findings) {
  std::vector<bool> explained(findings->size());
  for (std::size_t i = 0; i < findings->size(); ++i) {
    for (std::size_t k = 0; k < findings->size() && !explained[i]; ++k) {
      if (k == i || explained[k] || !Explains((*findings)[k], (*findings)[i])) continue;
      explained[i] = true;
      (*findings)[k].probability = std::max((*findings)[k].probability, (*findings)[i].probability);
    }
  }
  std::size_t index = 0;
  std::erase_if(*findings, [&](const Finding&) { return explained[index++]; });
}

}  // namespace calque::internal
