// Where else in a text a word stands: the ground on which one occurrence informs another.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "align/entities/tagged_text.h"
#include "align/entities/token_view.h"

namespace calque::internal {

// Tokens of one document, not too far apart, count as one text. The views must outlive it.
class Neighbourhood {
 public:
  Neighbourhood(const std::vector<TaggedSentence>& sentences, const std::vector<TokenView>& views);

  // Occurrences of the same word with a capital, in sentences that do not shout, nearest first, a
  // few at most.
  [[nodiscard]] std::vector<std::size_t> Others(std::size_t token) const;
  // Whether the word stands near by in lower case.
  [[nodiscard]] bool SeenInLowerCase(std::size_t token) const;
  [[nodiscard]] std::uint32_t DocumentOf(std::size_t token) const { return documents_[token]; }
  // The first word of the document of `token`; 0 where the text is too long to have one topic.
  [[nodiscard]] std::uint32_t TopicOf(std::size_t token) const;

 private:
  struct Place {
    std::uint32_t word;
    std::size_t token;

    friend auto operator<=>(const Place&, const Place&) = default;
  };
  using Places = std::vector<Place>;  // rising

  [[nodiscard]] std::vector<std::size_t> Near(std::size_t token, const Places& places,
                                              std::size_t most) const;

  const std::vector<TokenView>& views_;
  std::vector<std::uint32_t> documents_;  // of each token
  std::vector<std::size_t> begins_;       // first token of each document
  Places capitalised_;
  Places lower_;
};

}  // namespace calque::internal
