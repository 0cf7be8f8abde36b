// The words and forms by which a language says that something happened, will, may or must happen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/fidelity/phrase_set.h"

namespace calque::internal {

enum class VerbStatus : std::uint8_t {
  kDone,       // `has cut`, `a réduit`
  kFuture,     // `will cut`, `réduira`
  kPossible,   // `may cut`, `pourrait réduire`
  kAble,       // `can cut`, `peut réduire`
  kNecessary,  // `must cut`, `doit réduire`
  kExpected,   // `is expected to cut`, `devrait réduire`
  kPlanned,    // `plans to cut`, `prévoit de réduire`
  kDecided,    // `decided to cut`, `a décidé de réduire`
  kOpen,       // `would cut`, `aurait réduit`: may render any of them
};
inline constexpr std::size_t kVerbStatuses = 9;

// The status of that name: `possible`.
[[nodiscard]] std::optional<VerbStatus> VerbStatusOf(std::string_view name);

// Phrases are folded, endings in lower case with their accents.
struct VerbRules {
  std::array<PhraseSet, kVerbStatuses> cues;   // before a verb: `may`, `is expected to`, `a`
  std::array<PhraseSet, kVerbStatuses> verbs;  // verbs that say it by themselves: `rose`
  std::array<std::vector<std::string>, kVerbStatuses> endings;  // of such verbs: `-ed`, `-era`
  PhraseSet no_verbs;  // words that have such an ending and are none: `tira`
  PhraseSet nominal;   // behind which a form says nothing: `the increased`, `was increased`
  PhraseSet between;   // words between a cue and its verb: `not`, `also`, `been`
  std::vector<std::string> between_endings;  // of adverbs: `-ly`
  std::vector<std::string> participles;      // endings of verbs behind the cues of kDone
  PhraseSet irregular;                       // such verbs without the ending
  std::vector<std::string> infinitives;      // of those behind the other cues; empty for any word
  PhraseSet hints;                           // words that leave open whether it is so: `perhaps`
};

}  // namespace calque::internal
