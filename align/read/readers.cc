#include "align/read/readers.h"

#include <algorithm>
#include <utility>

#include "align/io/suffix.h"
#include "align/read/document_readers.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

bool IsNothingElse(std::string_view) { return false; }

constexpr InputFormat kFormats[] = {
    {"europresse", "Europresse, plain-text export", IsEuropresse, OpenEuropresse},
    {"factiva", "Factiva, plain-text export", IsFactiva, OpenFactiva},
    {"gigaword", "LDC newswire (Gigaword, TREC), SGML of many documents", IsGigaword, OpenGigaword},
    {"html", "web page, with JSON-LD and Open Graph", IsHtml, OpenHtml},
    {"iptc7901", "IPTC 7901 and ANPA-1312 wire messages", IsIptc7901, OpenIptc7901},
    {"newsml-g2", "NewsML-G2, an item or a message of many", IsNewsmlG2, OpenNewsmlG2},
    {"newsml1", "NewsML 1.x, as AFP sends it", IsNewsml1, OpenNewsml1},
    {"nexis", "LexisNexis, plain-text export", IsNexis, OpenNexis},
    {"ninjs", "ninjs 1.x to 3.x, an object, an array or one a line", IsNinjs, OpenNinjs},
    {"nitf", "NITF 3.x", IsNitf, OpenNitf},
    {"rcv", "Reuters Corpus RCV1 and RCV2", IsRcv, OpenRcv},
    {"text", "plain text, one document a file", IsNothingElse, OpenPlainText},
};
static_assert(std::is_sorted(std::begin(kFormats), std::end(kFormats),
                             [](const InputFormat& a, const InputFormat& b) {
                               return a.name < b.name;
                             }));

// Plain text is what no other format recognises.
const InputFormat& FormatOf(std::string_view head) {
  for (const InputFormat& format : kFormats) {
    if (format.recognises(head)) return format;
  }
  return *FindByName(InputFormats(), "text");
}

}  // namespace

std::span<const InputFormat> InputFormats() { return kFormats; }

const InputFormat& InputFormatNamed(std::string_view name) {
  if (const InputFormat* found = FindByName(InputFormats(), name)) return *found;
  std::string known;
  for (const InputFormat& format : kFormats) known += " " + std::string(format.name);
  throw Error(ErrorCode::kUsage,
              "no input format is called `" + std::string(name) + "`; the formats are" + known);
}

std::unique_ptr<DocumentReader> OpenDocuments(std::unique_ptr<ByteSource> source,
                                              const ReadOptions& options) {
  if (!options.format.empty()) {
    return InputFormatNamed(options.format).open(std::move(source), options);
  }
  std::string head = ReadHead(*source, kFormatHead);
  const InputFormat& format = FormatOf(head);
  return format.open(Prepend(std::move(head), std::move(source)), options);
}

}  // namespace calque::internal
