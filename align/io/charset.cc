#include "align/io/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>

#include "align/base/icu.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Mark {
  std::string_view bytes;
  const char* charset;
};
// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr Mark kMarks[] = {
    {kUtf8Mark, "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
    {std::string_view("\xFE\xFF", 2), "UTF-16BE"},
};

Location PlaceOf(std::string_view bytes, std::size_t offset, const std::string& name) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t last = before.rfind('\n');
  const std::size_t column = last == std::string_view::npos ? offset + 1 : offset - last;
  return {name, line, column};
}

}  // namespace

std::string_view MarkedCharset(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark.charset;
  }
  return {};
}

std::string_view Utf16WithoutMark(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return {};
  const std::size_t window = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < window; i += 2) {
    even += bytes[i] == '\0';
    odd += bytes[i + 1] == '\0';
  }
  const std::size_t units = window / 2;
  if (odd * 10 >= units * 7 && even == 0) return "UTF-16LE";
  if (even * 10 >= units * 7 && odd == 0) return "UTF-16BE";
  return {};
}

namespace {

std::string Convert(std::string_view bytes, const std::string& charset, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                               &ucnv_close);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::kBadInput, {name}, "declares an unknown charset `" + charset + "`");
  }
  if (bytes.size() > std::numeric_limits<std::int32_t>::max()) {  // all that ICU can count
    throw Error(ErrorCode::kBadInput, {name}, "is above 2 GiB, too long to be converted");
  }
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  CheckIcu(status, "convert from " + charset);
  std::string out;
  text.toUTF8String(out);
  return out;
}

// By ICU. What it could only not rule out, as with the few letters of a caption, is no guess.
std::string Detect(std::string_view bytes) {
  constexpr std::int32_t kNotRuledOut = 10;  // ICU's confidence, of 100
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                      &ucsdet_close);
  const std::size_t window = std::min<std::size_t>(bytes.size(), 1 << 16);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(window), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) <= kNotRuledOut) return "windows-1252";
  const char* found = ucsdet_getName(match, &status);
  return U_FAILURE(status) || found == nullptr ? "windows-1252" : found;
}

// ICU's own name for what a label means; empty where it knows no such.
std::string_view ConverterOf(const char* label) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getAlias(label, 0, &status);
  return U_FAILURE(status) || name == nullptr ? std::string_view() : name;
}

std::size_t CountReplacements(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
       at = text.find(kReplacement, at + kReplacement.size())) {
    ++count;
  }
  return count;
}

// Mostly valid UTF-8 with some broken bytes, rather than another charset?
bool IsMostlyUtf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = DecodeAt(bytes, at);
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      (c.value == kReplacementCharacter && c.end == at + 1 ? broken : valid) += 1;
    }
    at = c.end;
  }
  return valid > broken;
}

}  // namespace

std::string CharsetOfLabel(const std::string& label) {
  const std::string_view meant = ConverterOf(label.c_str());
  if (meant.empty()) return label;
  for (const char* latin : {"windows-1252", "ISO-8859-1", "US-ASCII"}) {
    if (meant == ConverterOf(latin)) return "windows-1252";
  }
  return meant == ConverterOf("UTF-8") ? "UTF-8" : label;
}

DecodedText DecodeText(std::string bytes, const std::string& name, const std::string& declared) {
  DecodedText result;
  for (const Mark& mark : kMarks) {
    if (!std::string_view(bytes).starts_with(mark.bytes)) continue;
    result.charset = mark.charset;
    bytes.erase(0, mark.bytes.size());
    break;
  }
  const std::size_t invalid = FirstInvalidUtf8(bytes);
  const bool has_nul = bytes.find('\0') != std::string::npos;
  if (result.charset.empty() && has_nul) {
    const std::string_view wide = Utf16WithoutMark(bytes);
    if (wide.empty()) {
      throw Error(ErrorCode::kBadInput, PlaceOf(bytes, bytes.find('\0'), name),
                  "is binary, not text (it holds a NUL byte)");
    }
    result.charset = wide;
  }
  const bool declared_utf8 = declared.empty() || CharsetOfLabel(declared) == "UTF-8";
  if (result.charset.empty() && invalid == bytes.size()) result.charset = "UTF-8";
  if (result.charset.empty() && !declared_utf8) result.charset = CharsetOfLabel(declared);
  if (result.charset.empty()) {
    if (IsMostlyUtf8(bytes)) {
      result.charset = "UTF-8";
    } else {
      result.charset = CharsetOfLabel(Detect(bytes));
      result.diagnostics.push_back({"charset-guessed",
                                    "is not UTF-8 and declares nothing; read as " + result.charset,
                                    PlaceOf(bytes, invalid, name)});
    }
  }
  if (result.charset == "UTF-8" && invalid == bytes.size()) {
    result.text = std::move(bytes);
    return result;
  }
  result.text = Convert(bytes, result.charset, name);
  if (const std::size_t replaced = CountReplacements(result.text); replaced > 0) {
    result.diagnostics.push_back(
        {"bytes-replaced",
         std::to_string(replaced) + " malformed " + result.charset + " sequence(s) read as U+FFFD",
         PlaceOf(bytes, invalid, name)});
  }
  return result;
}

}  // namespace calque::internal
