#include "tests/support/structure_invariants.h"

#include <algorithm>
#include <string_view>

#include "align/base/utf8.h"

namespace calque::test {
namespace {

using internal::DecodeAt;
using internal::IsSpace;

bool OnCodePoints(std::string_view text, ByteSpan span) {
  const auto starts = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return span.begin <= span.end && span.end <= text.size() && starts(span.begin) &&
         starts(span.end);
}

bool IsBlankText(std::string_view text) { return internal::TrimSpace(text).empty(); }

// Without white space, so that a name broken over lines equals itself on one.
std::string Solid(std::string_view text) {
  std::string solid;
  for (std::size_t at = 0; at < text.size();) {
    const internal::CodePoint c = DecodeAt(text, at);
    if (!IsSpace(c.value)) solid.append(text.substr(at, c.end - at));
    at = c.end;
  }
  return solid;
}

std::string BrokenParagraph(const Document& document) {
  const std::string_view text = document.text;
  std::uint32_t at = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    const ByteSpan span = paragraph.span;
    if (!OnCodePoints(text, span)) return "a paragraph cuts a code point";
    if (span.empty() || span.begin < at) return "paragraphs are empty or out of order";
    if (!IsBlankText(text.substr(at, span.begin - at))) return "text lies between paragraphs";
    if (internal::TrimSpace(span.In(text)).size() != span.size()) return "white space at the ends";
    at = span.end;
  }
  return IsBlankText(text.substr(at)) ? "" : "text lies behind the last paragraph";
}

bool InOneParagraph(const Document& document, ByteSpan span) {
  return std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                     [&](const Paragraph& p) { return p.span.Contains(span); });
}

std::string BrokenCredit(const Document& document) {
  std::uint32_t at = 0;
  for (const Credit& credit : document.credits) {
    if (!OnCodePoints(document.text, credit.span)) return "a credit cuts a code point";
    if (credit.span.empty() || credit.span.begin < at) return "credits are empty or out of order";
    if (!InOneParagraph(document, credit.span)) return "a credit lies outside the paragraphs";
    if (Solid(credit.span.In(document.text)) != Solid(credit.name)) return "a credit's span is off";
    at = credit.span.begin;
  }
  return "";
}

std::string BrokenDateline(const Document& document) {
  if (!document.dateline) return "";
  const Dateline& dateline = *document.dateline;
  if (dateline.span.empty() || !InOneParagraph(document, dateline.span)) return "a stray dateline";
  for (const ByteSpan part : {dateline.place, dateline.agency, dateline.date}) {
    if (!OnCodePoints(document.text, part)) return "a dateline cuts a code point";
    if (!part.empty() && !dateline.span.Contains(part)) return "a dateline leaves its part out";
  }
  return "";
}

}  // namespace

std::string BrokenInvariant(const Document& document) {
  for (const auto check : {&BrokenParagraph, &BrokenCredit, &BrokenDateline}) {
    if (std::string broken = check(document); !broken.empty()) return broken;
  }
  if (!document.headline.empty() && !InOneParagraph(document, document.headline)) {
    return "the headline is no paragraph";
  }
  return "";
}

}  // namespace calque::test
