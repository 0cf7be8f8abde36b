// That a run of text without a sentence end, such as a table of some hundred kilobytes, is aligned
// and checked in the time that its size takes: each of these takes hours where every two of its
// words or mentions are compared.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "calque/engine.h"

namespace calque {
namespace {

constexpr int kWords = 50'000;

// `word` of each number, a blank before each.
std::string Line(const std::function<std::string(int)>& word) {
  std::string line = "Total";
  for (int i = 0; i < kWords; ++i) line += " " + word(i);
  return line;
}

// A word of letters, another one for each number.
std::string Word(int number) {
  std::string word;
  for (const char digit : std::to_string(number)) word += static_cast<char>(digit - '0' + 'a');
  return word;
}

std::string Decimal(int number) {
  return std::to_string(number / 10) + "." + std::to_string(number % 10);
}

Bitext AlignLines(const std::string& source, const std::string& target) {
  static const Engine engine({.source_language = "en", .target_language = "fr"});
  return engine.AlignWithBeads(engine.ReadLines(source, "en", Side::kSource),
                               engine.ReadLines(target, "fr", Side::kTarget),
                               {{{0, 1}, {0, 1}, 1.0F, false}});
}

TEST(HostileBeads, OfDecimalsAreLinkedOneByOne) {
  const Bitext bitext = AlignLines(Line(Decimal), Line(Decimal));
  ASSERT_GT(bitext.source_mentions.size(), static_cast<std::size_t>(kWords / 2));
  EXPECT_EQ(bitext.entities.size(), bitext.source_mentions.size());
  EXPECT_LT(bitext.findings.size(), 100U);
}

TEST(HostileBeads, OfOneFigureAreLinkedInTheirOrder) {
  const auto same = [](int) { return "5"; };
  const Bitext bitext = AlignLines(Line(same), Line(same));
  ASSERT_EQ(bitext.entities.size(), static_cast<std::size_t>(kWords));
  for (std::uint32_t i = 0; i < kWords; ++i) EXPECT_EQ(bitext.entities[i].target, i);
}

TEST(HostileBeads, OfOtherFiguresHaveNoFindingEach) {
  const auto odd = [](int i) { return std::to_string(10'001 + 2 * i); };
  const auto even = [](int i) { return std::to_string(10'000 + 2 * i); };
  const Bitext bitext = AlignLines(Line(odd), Line(even));
  EXPECT_LT(bitext.findings.size(), 100U);
}

TEST(HostileBeads, OfFiguresInAnotherOrderHaveNoFindingEach) {
  const auto up = [](int i) { return std::to_string(10'000 + i); };
  const auto down = [](int i) { return std::to_string(10'000 + kWords - i - 1); };
  const Bitext bitext = AlignLines(Line(up), Line(down));
  EXPECT_EQ(bitext.entities.size(), static_cast<std::size_t>(kWords));
  EXPECT_LT(bitext.findings.size(), 100U);
}

TEST(HostileBeads, OfWords) {
  (void)AlignLines(Line(Word), Line([](int i) { return Word(i + kWords); }));
}

TEST(HostileBeads, OfNames) {
  const auto name = [](int i) { return "Anna B" + Word(i) + ","; };
  (void)AlignLines(Line(name), Line(name));
}

// Names without end: each of their words begins a longer one and ends a shorter one.
TEST(HostileBeads, OfOneName) {
  for (const char* word : {"A.", "ABC", "The", "May", "U.S."}) {
    const auto same = [&](int) { return word; };
    (void)AlignLines(Line(same), Line(same));
  }
}

// Near each other and written out: none is a rounding of another.
TEST(HostileBeads, OfMisprintsHaveNoFindingEach) {
  const auto same = [](int) { return "1,000.1,000"; };
  EXPECT_LT(AlignLines(Line(same), Line(same)).findings.size(), 100U);
}

}  // namespace
}  // namespace calque
