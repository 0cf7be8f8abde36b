// That a run of text without a sentence end, such as a table of some hundred kilobytes, is aligned
// and checked in the time that its size takes: each of these takes hours where every two of its
// words or mentions are compared.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "calque/engine.h"
#include "tests/support/linear.h"

namespace calque {
namespace {

constexpr int kWords = 50'000;

using MakeWord = std::function<std::string(int)>;

// `word` of each number, a blank before each.
std::string Line(const MakeWord& word, int words = kWords) {
  std::string line = "Total";
  for (int i = 0; i < words; ++i) line += " " + word(i);
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

void ExpectLinear(const MakeWord& source, const MakeWord& target) {
  (void)AlignLines("One.", "Un.");  // what is loaded once is loaded now
  test::ExpectLinear(kWords / 4, [&](std::size_t words) {
    const auto count = static_cast<int>(words);
    return [source = Line(source, count), target = Line(target, count)] {
      (void)AlignLines(source, target);
    };
  });
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
  ExpectLinear(Word, [](int i) { return Word(i + 16 * kWords); });
}

TEST(HostileBeads, OfNames) {
  const auto name = [](int i) { return "Anna B" + Word(i) + ","; };
  ExpectLinear(name, name);
}

// Names without end: each of their words begins a longer one and ends a shorter one.
TEST(HostileBeads, OfOneName) {
  for (const char* word : {"A.", "ABC", "The", "May", "U.S."}) {
    const auto same = [&](int) { return word; };
    ExpectLinear(same, same);
  }
}

// A line of a word and another one for each number.
std::string Lines(const MakeWord& word) {
  std::string lines;
  for (int i = 0; i < 10'000; ++i) lines += word(i) + " " + Word(i) + "\n";
  return lines;
}

// Each occurrence of the name is looked up among all that look like it.
TEST(HostileBeads, OfOneNameAndItsSpellings) {
  static const Engine engine({.source_language = "en", .target_language = "fr"});
  const auto seconds = [](const std::string& source, const std::string& target) {
    return test::SecondsFor(0, [&](std::size_t) {
      return [source = engine.ReadLines(source, "en", Side::kSource),
              target = engine.ReadLines(target, "fr", Side::kTarget)] {
        (void)engine.Align(source, target);
      };
    });
  };
  (void)seconds("One.", "Un.");
  const std::string names = Lines([](int) { return "Constantinople"; });
  const double spelt = seconds(names, Lines([](int i) { return "Constantinopl" + Word(i); }));
  const double other = seconds(names, Lines([](int i) { return "Byzantin" + Word(i); }));
  EXPECT_LT(spelt, 2 * other + 0.5);
}

// Near each other and written out: none is a rounding of another.
TEST(HostileBeads, OfMisprintsHaveNoFindingEach) {
  const auto same = [](int) { return "1,000.1,000"; };
  EXPECT_LT(AlignLines(Line(same), Line(same)).findings.size(), 100U);
}

}  // namespace
}  // namespace calque
