// One pass over a span, left to right, one token after the other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/segment/char_class.h"
#include "align/segment/token_profile.h"
#include "align/segment/unspaced_words.h"
#include "calque/document.h"

namespace calque::internal {

class TokenScanner {
 public:
  // What is passed must outlive the scanner.
  TokenScanner(const TokenProfile& profile, const UnspacedWords& unspaced, std::string_view text,
               ByteSpan span)
      : profile_(profile), unspaced_(unspaced), text_(text), at_(span.begin), end_(span.end) {}

  [[nodiscard]] std::vector<Token> Scan();

 private:
  void ScanOne(const ClassifiedChar& first);
  void ScanWord(std::uint32_t begin, std::uint32_t from);
  void ScanNumber();
  void ScanUnspaced();
  void ScanPunctuation(const ClassifiedChar& first);
  bool ScanLeadingEnclitic();
  bool ScanDigitsAfterPoint();

  [[nodiscard]] std::uint32_t WordEnd(std::uint32_t begin, std::uint32_t from) const;
  [[nodiscard]] std::uint32_t JoinedEnd(std::uint32_t begin, std::uint32_t at,
                                        const ClassifiedChar& joiner) const;
  [[nodiscard]] std::uint32_t PeriodJoin(std::uint32_t begin, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t ElisionEnd(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t EncliticBegin(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool TakesPeriod(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t NumberJoin(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t DigitsEnd(std::uint32_t at) const;
  [[nodiscard]] ClassifiedChar At(std::uint32_t offset) const {
    return CharAt(text_, offset, end_);
  }
  [[nodiscard]] char Byte(std::uint32_t offset) const {
    return offset < end_ ? text_[offset] : '\0';
  }
  void Emit(std::uint32_t begin, std::uint32_t end);

  const TokenProfile& profile_;
  const UnspacedWords& unspaced_;
  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t word_end_ = 0;  // of the word read last
  std::uint32_t end_;
  std::vector<Token> tokens_;
};

}  // namespace calque::internal
