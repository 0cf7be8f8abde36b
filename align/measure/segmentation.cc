#include "align/measure/segmentation.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "align/base/utf8.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// Where the lines and paragraphs of a text end, in characters that are not white space.
struct Ends {
  std::vector<std::uint64_t> sentences;   // of every line that is not blank, rising
  std::vector<std::uint64_t> paragraphs;  // rising
};

Ends FindEnds(std::string_view text) {
  Ends ends;
  std::uint64_t characters = 0;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    if (c.value == U'\n') {
      if (!blank) ends.sentences.push_back(characters);
      if (blank && !ends.sentences.empty()) ends.paragraphs.push_back(characters);
      blank = true;
    } else if (!IsSpace(c.value)) {
      ++characters;
      blank = false;
    }
  }
  if (!blank) ends.sentences.push_back(characters);
  ends.paragraphs.push_back(characters);
  ends.paragraphs.erase(std::unique(ends.paragraphs.begin(), ends.paragraphs.end()),
                        ends.paragraphs.end());
  return ends;
}

// Moves `*at` to the next character that is not white space; false at the end of `text`.
bool NextCharacter(std::string_view text, std::size_t* at, CodePoint* c) {
  while (*at < text.size()) {
    *c = DecodeAt(text, *at);
    *at = c->end;
    if (!IsSpace(c->value)) return true;
  }
  return false;
}

void CheckSameCharacters(std::string_view gold, std::string_view test, const std::string& name) {
  std::size_t gold_at = 0;
  std::size_t test_at = 0;
  CodePoint gold_character{};
  CodePoint test_character{};
  while (true) {
    const bool in_gold = NextCharacter(gold, &gold_at, &gold_character);
    const bool in_test = NextCharacter(test, &test_at, &test_character);
    if (!in_gold && !in_test) return;
    if (in_gold && in_test && gold_character.value == test_character.value) continue;
    const std::string_view before = test.substr(0, test_at);
    const auto line =
        static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    throw Error(ErrorCode::kBadInput, Location{name, line, 0},
                "the text differs from the gold; only white space may");
  }
}

std::vector<std::uint64_t> Without(const std::vector<std::uint64_t>& ends,
                                   const std::vector<std::uint64_t>& excluded) {
  std::vector<std::uint64_t> kept;
  std::set_difference(ends.begin(), ends.end(), excluded.begin(), excluded.end(),
                      std::back_inserter(kept));
  return kept;
}

std::uint64_t CountCommon(const std::vector<std::uint64_t>& a,
                          const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

std::uint64_t CountCommonSentences(const std::vector<std::uint64_t>& a,
                                   const std::vector<std::uint64_t>& b) {
  std::uint64_t common = 0;
  std::uint64_t a_begin = 0;
  std::uint64_t b_begin = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j] && a_begin == b_begin) ++common;
    const bool advance_a = a[i] <= b[j];
    const bool advance_b = b[j] <= a[i];
    if (advance_a) a_begin = a[i++];
    if (advance_b) b_begin = b[j++];
  }
  return common;
}

double Ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double MatchCounts::Precision() const { return Ratio(correct, test); }
double MatchCounts::Recall() const { return Ratio(correct, gold); }
double MatchCounts::F1() const { return Ratio(2 * correct, gold + test); }

SegmentationScore ScoreSegmentation(std::string_view gold, std::string_view test,
                                    const std::string& name) {
  CheckSameCharacters(gold, test, name);
  const Ends gold_ends = FindEnds(gold);
  const Ends test_ends = FindEnds(test);
  const auto gold_inside = Without(gold_ends.sentences, gold_ends.paragraphs);
  const auto test_inside = Without(test_ends.sentences, gold_ends.paragraphs);
  SegmentationScore score;
  score.boundaries = {gold_inside.size(), test_inside.size(),
                      CountCommon(gold_inside, test_inside)};
  score.sentences = {gold_ends.sentences.size(), test_ends.sentences.size(),
                     CountCommonSentences(gold_ends.sentences, test_ends.sentences)};
  return score;
}

}  // namespace calque::internal
