// What stands on both sides of a candidate, read on demand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/segment/candidate.h"
#include "align/segment/char_class.h"
#include "align/segment/document_evidence.h"
#include "align/segment/segment_profile.h"

namespace calque::internal {

// Whether `word` consists of the capitals of Roman numbers.
[[nodiscard]] bool IsRomanNumber(std::string_view word);

class BoundaryContext {
 public:
  // What is passed must outlive the context.
  BoundaryContext(const SegmentProfile& language, const DocumentEvidence& document,
                  std::string_view text, ByteSpan unit, std::uint32_t sentence,
                  const BoundaryCandidate& candidate);

  const SegmentProfile& profile;
  const DocumentEvidence& evidence;
  const BoundaryCandidate& candidate;
  const ClassifiedChar next;  // the first character behind the candidate that opens nothing

  [[nodiscard]] bool NextIs(CharClass kind) const { return next.kind == kind; }
  // A mark that cannot begin a sentence: `,`, `)`.
  [[nodiscard]] bool NextContinues() const;
  // The letters from `next`, with what hyphens and apostrophes join to them where asked for
  // (`a-t-il`, `s'interroge`).
  enum class Joined { kNo, kYes };
  [[nodiscard]] std::string_view NextWord(Joined joined = Joined::kNo) const;
  // Whether the next word begins sentences, as the profile knows (`The`, `Il`), and is no initial.
  [[nodiscard]] bool NextIsStarter() const;
  // The class of the first letter or digit of the word after the next one.
  [[nodiscard]] CharClass SecondClass() const;
  // Whether the next word is a Roman number in capitals.
  [[nodiscard]] bool NextIsRoman() const;

  [[nodiscard]] std::string_view Word() const { return candidate.word.In(text_); }
  [[nodiscard]] CharClass WordStart() const;
  // Whether a mark of addresses and formulas (`/`, `=`, `@`) joins the word to what is before it.
  [[nodiscard]] bool WordIsGlued() const;
  // Whether an apostrophe joins the word to what is before it: the `s` of `the A's`.
  [[nodiscard]] bool WordIsElided() const;
  // Whether the sentence itself begins with a lower-case letter: its writer does not mind.
  [[nodiscard]] bool SentenceStartsLower() const;
  // Whether the text behind the candidate begins with one of `words`.
  [[nodiscard]] bool NextIsOneOf(const std::vector<std::string>& words) const;
  // Whether the candidate stands between the two marks of one of `pairs`, on one line.
  [[nodiscard]] bool IsEnclosed(const std::vector<std::string>& pairs) const;
  // Whether nothing but openers and bullets stands before the word in its sentence.
  [[nodiscard]] bool WordOpensSentence() const;
  // The word (letters, digits, inner marks) that ends before `offset` in the same sentence,
  // white space skipped; empty where there is none.
  [[nodiscard]] std::string_view WordBefore(std::uint32_t offset) const;
  // Whether `word`, a part of the sentence, is called on (`@Pat`).
  [[nodiscard]] bool IsAddressee(std::string_view word) const;
  // The words from the beginning of the sentence to the candidate, counted up to `limit` and not
  // far into the sentence.
  [[nodiscard]] int WordCount(int limit) const;
  // The last bracket of this sentence before `offset`, looked for 300 bytes back; 0 where none is.
  [[nodiscard]] char LastBracket(std::uint32_t offset) const;

 private:
  [[nodiscard]] ClassifiedChar At(std::uint32_t offset) const {
    return CharAt(text_, offset, unit_.end);
  }

  std::string_view text_;
  ByteSpan unit_;
  std::uint32_t sentence_;
};

}  // namespace calque::internal
