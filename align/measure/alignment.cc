#include "align/measure/alignment.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "align/base/ascii.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// Reads the sentence numbers of one side and stops at the first character that belongs to neither
// a number nor a comma. `column` counts from 0.
std::vector<std::uint32_t> ParseSide(std::string_view line, std::size_t* column,
                                     const Location& location) {
  std::vector<std::uint32_t> numbers;
  const auto fail = [&](const char* message) {
    throw Error(ErrorCode::kBadInput, {location.name, location.line, *column + 1}, message);
  };
  bool expects_number = false;
  while (*column < line.size() && IsAsciiDigit(line[*column])) {
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(line.data() + *column, line.data() + line.size(), number);
    if (error != std::errc()) fail("sentence number too large; it must fit 32 bits");
    if (!numbers.empty() && number <= numbers.back()) {
      fail("sentence numbers must rise inside a bead; sort them");
    }
    numbers.push_back(number);
    *column = static_cast<std::size_t>(end - line.data());
    expects_number = *column < line.size() && line[*column] == ',';
    if (expects_number) ++*column;
  }
  if (expects_number) fail("a sentence number must follow the comma");
  return numbers;
}

GoldBead ParseBead(std::string_view line, const Location& location) {
  GoldBead bead;
  std::size_t column = 0;
  const auto expect = [&](bool good, const char* message) {
    if (good) return;
    throw Error(ErrorCode::kBadInput, {location.name, location.line, column + 1}, message);
  };
  bead.source = ParseSide(line, &column, location);
  expect(column < line.size() && line[column] == ':',
         "not a bead; write `0,1:2`, sentence numbers from 0");
  ++column;
  bead.target = ParseSide(line, &column, location);
  expect(column == line.size() || line[column] == '\t',
         "unexpected character after the bead; only a tab and a score may follow");
  return bead;
}

std::set<GoldBead> AsSet(const std::vector<GoldBead>& beads) {
  std::set<GoldBead> set(beads.begin(), beads.end());
  set.erase(GoldBead{});
  return set;
}

std::vector<GoldBead> WithoutNull(const std::vector<GoldBead>& beads) {
  std::vector<GoldBead> kept;
  std::copy_if(beads.begin(), beads.end(), std::back_inserter(kept),
               [](const GoldBead& b) { return !b.source.empty() && !b.target.empty(); });
  return kept;
}

bool Intersects(const std::set<std::uint32_t>& set, const std::vector<std::uint32_t>& numbers) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return set.count(number) != 0; });
}

}  // namespace

std::vector<GoldBead> ParseBeadLines(std::string_view text, const std::string& name) {
  std::vector<GoldBead> beads;
  std::uint64_t line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) beads.push_back(ParseBead(line, {name, line_number, 0}));
  }
  return beads;
}

AlignmentScore::Counts AlignmentScore::Compare(const std::vector<GoldBead>& reference,
                                               const std::vector<GoldBead>& tried) {
  const std::set<GoldBead> right = AsSet(reference);
  std::map<std::uint32_t, std::set<std::uint32_t>> targets_of;
  for (const GoldBead& bead : right) {
    for (const std::uint32_t source : bead.source) {
      targets_of[source].insert(bead.target.begin(), bead.target.end());
    }
  }
  Counts counts;
  for (const GoldBead& bead : AsSet(tried)) {
    ++counts.all;
    if (right.count(bead) != 0) {
      ++counts.strict;
      ++counts.lax;
      continue;
    }
    counts.lax += std::any_of(bead.source.begin(), bead.source.end(), [&](std::uint32_t source) {
      const auto found = targets_of.find(source);
      return found != targets_of.end() && Intersects(found->second, bead.target);
    });
  }
  return counts;
}

void AlignmentScore::Add(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& test) {
  const auto add = [](Counts* sum, const Counts& counts) {
    sum->strict += counts.strict;
    sum->lax += counts.lax;
    sum->all += counts.all;
  };
  add(&precision_, Compare(gold, test));
  add(&recall_, Compare(WithoutNull(test), WithoutNull(gold)));

  const std::set<GoldBead> gold_set = AsSet(gold);
  const auto shape = [this](const GoldBead& bead) -> ShapeCount& {
    return shapes_[{bead.source.size(), bead.target.size()}];
  };
  for (const GoldBead& bead : gold_set) ++shape(bead).gold;
  for (const GoldBead& bead : AsSet(test)) {
    ++shape(bead).test;
    shape(bead).found += gold_set.count(bead);
  }
}

AlignmentScore::Rates AlignmentScore::RatesOf(std::uint64_t precise, std::uint64_t tried,
                                              std::uint64_t recalled, std::uint64_t wanted) {
  const auto ratio = [](std::uint64_t part, std::uint64_t all) {
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
  };
  Rates rates{ratio(precise, tried), ratio(recalled, wanted), 0.0};
  const double sum = rates.precision + rates.recall;
  if (sum > 0.0) rates.f1 = 2.0 * rates.precision * rates.recall / sum;
  return rates;
}

AlignmentScore::Rates AlignmentScore::Strict() const {
  return RatesOf(precision_.strict, precision_.all, recall_.strict, recall_.all);
}

AlignmentScore::Rates AlignmentScore::Lax() const {
  return RatesOf(precision_.lax, precision_.all, recall_.lax, recall_.all);
}

}  // namespace calque::internal
