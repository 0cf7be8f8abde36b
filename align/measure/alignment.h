// How well a sentence alignment agrees with a gold alignment: strict and lax precision, recall and
// F1 as Thompson & Koehn 2019 define them (`score.py` of vecalign), and counts per bead shape.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace calque::internal {

// A bead as gold files write it: sentence numbers from 0, rising; gaps are allowed.
struct GoldBead {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;

  friend auto operator<=>(const GoldBead&, const GoldBead&) = default;
};

// Reads `i,j:k,l` lines; what follows a tab (our score) is ignored, so are blank lines. `name` is
// for messages. Throws Error{kBadInput} with line and column for anything else.
[[nodiscard]] std::vector<GoldBead> ParseBeadLines(std::string_view text, const std::string& name);

// Beads of one shape. `found` counts gold beads that the test has too.
struct ShapeCount {
  std::uint64_t gold = 0;
  std::uint64_t test = 0;
  std::uint64_t found = 0;
};

// Sums over documents. Precision counts null beads of the test; recall leaves null beads of both
// sides out. A bead is strictly right if gold has the identical bead; it is laxly right if gold
// links one of its source sentences to one of its target sentences (a null bead never is).
class AlignmentScore {
 public:
  void Add(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& test);

  struct Rates {
    double precision = 0.0;
    double recall = 0.0;
    double f1 = 0.0;  // 0 where precision and recall are
  };
  [[nodiscard]] Rates Strict() const;
  [[nodiscard]] Rates Lax() const;
  // By sentences on each side, source first.
  [[nodiscard]] const std::map<std::pair<std::size_t, std::size_t>, ShapeCount>& shapes() const {
    return shapes_;
  }

 private:
  struct Counts {
    std::uint64_t strict = 0;
    std::uint64_t lax = 0;
    std::uint64_t all = 0;
  };
  static Counts Compare(const std::vector<GoldBead>& reference, const std::vector<GoldBead>& tried);
  static Rates RatesOf(std::uint64_t precise, std::uint64_t tried, std::uint64_t recalled,
                       std::uint64_t wanted);

  Counts precision_;
  Counts recall_;
  std::map<std::pair<std::size_t, std::size_t>, ShapeCount> shapes_;
};

}  // namespace calque::internal
