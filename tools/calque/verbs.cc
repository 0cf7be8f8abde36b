// The table of verbs.
#include <array>

#include "tools/calque/verb.h"

namespace calque::tools {

extern const Verb kAlignVerb;
extern const Verb kBatchVerb;
extern const Verb kCheckVerb;
extern const Verb kConvertVerb;
extern const Verb kEntitiesVerb;
extern const Verb kEvaluateVerb;
extern const Verb kLearnVerb;
extern const Verb kPairVerb;
extern const Verb kSegmentVerb;
extern const Verb kWordsVerb;

std::span<const Verb> Verbs() {
  static const std::array verbs = {kAlignVerb,    kBatchVerb,    kCheckVerb, kConvertVerb,
                                   kEntitiesVerb, kEvaluateVerb, kLearnVerb, kPairVerb,
                                   kSegmentVerb,  kWordsVerb};
  return verbs;
}

const Verb* FindVerb(std::string_view name) {
  for (const Verb& verb : Verbs()) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

std::span<const Option> CommonOptions() {
  static constexpr std::array options = {
      Option{"quiet", 'q', "", "Say nothing on standard error but errors"},
      Option{"help", 'h', "", "Explain the verb"},
  };
  return options;
}

}  // namespace calque::tools
