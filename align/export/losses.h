// What a format could not hold, counted, for the user to be told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

class Losses {
 public:
  // Kinds of loss are told in the order in which they were first added.
  void Add(std::string_view what, std::uint64_t count = 1);
  // `null beads left out: 3`
  [[nodiscard]] std::vector<std::string> Lines() const;

 private:
  std::vector<std::pair<std::string, std::uint64_t>> counts_;
};

// What was found in a bitext and about it, for formats of its beads and texts alone.
void AddWhatWasFound(const Bitext& bitext, Losses* losses);

// Sentences outside all beads, for formats that write bead by bead.
inline constexpr std::string_view kSentencesInNoBead = "sentences in no bead left out";
void AddSentencesInNoBead(const Bitext& bitext, Losses* losses);

// Paragraphs that are no part of the text that is translated, for formats of its sentences alone.
void AddUnalignable(const Bitext& bitext, Losses* losses);

// What an XmlWriter replaced.
void AddReplaced(std::uint64_t count, Losses* losses);

}  // namespace calque::internal
