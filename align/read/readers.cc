#include "align/read/readers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "align/io/suffix.h"
#include "align/io/wide_text.h"
#include "align/read/document_readers.h"
#include "align/read/foreign_content.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kPlainText = "text";

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
  return *FindByName(InputFormats(), kPlainText);
}

// Whether its reader knows UTF-16 itself: that of XML does where the file declares it.
bool KnowsWideText(const InputFormat& format, std::string_view head) {
  return format.name == kPlainText || format.name == "html" || head.starts_with("<?xml");
}

// Documents of which the first has a flaw that shows before it is read.
class Remarked : public DocumentReader {
 public:
  Remarked(std::unique_ptr<DocumentReader> reader, std::string remark)
      : reader_(std::move(reader)), remark_(std::move(remark)) {}

  std::optional<RawDocument> Next() override {
    std::optional<RawDocument> document = reader_->Next();
    if (document && !remark_.empty()) {
      document->diagnostics.push_back(
          {"format-unknown", std::exchange(remark_, {}), {document->id, 0, 0}});
    }
    return document;
  }
  bool GoesOn() const override { return reader_->GoesOn(); }

 private:
  std::unique_ptr<DocumentReader> reader_;
  std::string remark_;
};

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
  std::string bytes = ReadHead(*source, kFormatHead);
  const std::string head = DecodeWideHead(bytes);
  const std::string_view wide = WideCharsetOf(bytes);
  const bool is_told = !options.format.empty();
  const InputFormat& format = is_told ? InputFormatNamed(options.format) : FormatOf(head);
  source = Prepend(std::move(bytes), std::move(source));
  std::string remark;
  if (!is_told && format.name == kPlainText) {
    if (const std::string_view kind = BitextKindOf(head); !kind.empty()) {
      throw Error(ErrorCode::kBadInput, {source->name()},
                  "is " + std::string(kind) +
                      ", a file of bitexts, where a document is wanted; give it to `calque check` "
                      "alone, or to `calque convert`");
    }
    remark = MarkupKindOf(head);
  }
  if (!wide.empty() && !KnowsWideText(format, head)) source = DecodeWide(std::move(source), wide);
  auto reader = format.open(std::move(source), options);
  if (remark.empty()) return reader;
  return std::make_unique<Remarked>(std::move(reader),
                                    "is " + remark + " of no known format; read as plain text");
}

}  // namespace calque::internal
