// What a person decided on the report page: marks on findings, accepted and corrected beads.
// The file form is `calque/review/1`, described in corpora/schema/review-1.schema.json.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"
#include "calque/error.h"

namespace calque::internal {

enum class ReviewMark : std::uint8_t {
  kRight,  // the finding is true
  kWrong,  // a false alarm
  kFixed,  // it was true, and the translation has been repaired since
};

struct ReviewedFinding {
  // As in the Finding: its index is another where some were left out or a glossary gave more.
  std::string category;
  ByteSpan source;
  ByteSpan target;
  std::string message;
  ReviewMark mark = ReviewMark::kRight;
};

struct ReviewedBead {
  IndexRange<Sentence> source;
  IndexRange<Sentence> target;
  bool crossing = false;
  bool accepted = false;

  friend bool operator==(const ReviewedBead&, const ReviewedBead&) = default;
};

struct Review {
  std::string id;      // of the bitext
  std::string digest;  // ReviewDigest() of the bitext as it was on the page
  std::optional<std::vector<ReviewedBead>> beads;  // all of them; nothing where none was touched
  std::vector<ReviewedFinding> findings;
  Location location;  // of the file, for messages
};

// 16 hexadecimal digits over what a review was made on: both texts, the spans of their sentences,
// the beads. Scores, links and findings do not count: they are as an option says.
[[nodiscard]] std::string ReviewDigest(const Bitext& bitext);

// Throws Error{kBadInput} at `location` where `text` is no such object. Members it does not know
// are left alone.
[[nodiscard]] Review ParseReview(std::string_view text, const Location& location);

// Puts two reviews of one id and digest together. Throws Error{kBadInput} at the place of `other`
// where both correct beads, and not alike, or mark a finding differently.
void AddReview(const Review& other, Review* review);

// Changes `bitext` as the review says; how many marks are on findings that it does not hold. A
// finding marked wrong or fixed is taken out, one marked
// right gets probability 1. An accepted bead, and one that the person drew, gets score 1; the
// others keep theirs. Word and entity links that no longer stay inside a bead are taken out.
// Throws Error{kBadInput} where the digest is another or where the beads do not hold each sentence
// that was in a bead exactly once in source order; `bitext` is then unchanged.
[[nodiscard]] std::size_t ApplyReview(const Review& review, Bitext* bitext);

}  // namespace calque::internal
