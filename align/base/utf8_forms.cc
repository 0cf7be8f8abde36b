// Text in another form: folded for comparison, in one case, in Latin letters.
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "align/base/ascii.h"
#include "align/base/icu.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Other characters as they are.
std::string LowerAscii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = AsciiLower(c);
  return out;
}

// Apostrophes of both glyphs are one character for comparison.
char32_t FoldPunctuation(char32_t c) {
  switch (c) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
      return U'\'';
    case 0x2010:
    case 0x2011:
      return U'-';
    default:
      return c;
  }
}

std::string FoldByIcu(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString decomposed =
      icu::Normalizer2::getNFKDInstance(status)->normalize(source, status);
  CheckIcu(status, "normalise text");
  decomposed.foldCase();
  for (std::int32_t at = 0; at < decomposed.length();) {
    const UChar32 c = decomposed.char32At(at);
    at += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (c == 0x0153 || c == 0x00E6) {  // œ and æ have no decomposition
      out += c == 0x0153 ? "oe" : "ae";
      continue;
    }
    AppendUtf8(FoldPunctuation(static_cast<char32_t>(c)), &out);
  }
  return out;
}

// The folds of the characters of Western languages, most of what is not ASCII. None of them joins
// with its neighbours, so that a word folds character by character.
constexpr std::size_t kWestern = 0x180;
using WesternFolds = std::array<std::string, kWestern>;

WesternFolds MakeWesternFolds() {
  WesternFolds folds;
  for (std::size_t c = 0; c < kWestern; ++c) {
    std::string character;
    AppendUtf8(static_cast<char32_t>(c), &character);
    folds[c] = FoldByIcu(character);
  }
  return folds;
}

}  // namespace

std::string Fold(std::string_view text) {
  if (IsAscii(text)) return LowerAscii(text);
  static const WesternFolds folds = MakeWesternFolds();
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value >= kWestern) return FoldByIcu(text);
    if (c.value < 0x80) {
      out += AsciiLower(text[at]);
    } else {
      out += folds[c.value];
    }
    at = c.end;
  }
  return out;
}

std::string FoldCase(std::string_view text) {
  if (IsAscii(text)) return Lower(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  CheckIcu(status, "fold case");
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  fold->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                      sink, nullptr, status);
  CheckIcu(status, "fold case");
  return out;
}

std::string Lower(std::string_view text) {
  if (IsAscii(text)) return LowerAscii(text);
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower("", 0,
                            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
  CheckIcu(status, "lower-case text");
  return out;
}

std::string Upper(std::string_view text) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToUpper("", 0,
                            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
  CheckIcu(status, "upper-case text");
  return out;
}

std::string ToLatin(std::string_view text) {
  // Latin needs no transliterator, whose first use costs milliseconds.
  const bool latin = [&] {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = DecodeAt(text, at);
      if (c.value >= 0x0370 && IsLetter(c.value) && (c.value < 0x1E00 || c.value > 0x1EFF)) {
        return false;
      }
      at = c.end;
    }
    return true;
  }();
  if (latin) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
  CheckIcu(status, "create a transliterator");
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  transliterator->transliterate(unicode);
  std::string out;
  return unicode.toUTF8String(out);
}

}  // namespace calque::internal
