#include "align/io/xml_reader.h"

#include "align/io/file.h"
#include "align/io/length_limit.h"
#include "align/io/xml_parser.h"

namespace calque::internal {

XmlReader::XmlReader(ByteSource& source, XmlEncoding encoding)
    : parser_(std::make_unique<Parser>(source, encoding)) {}
XmlReader::~XmlReader() = default;

XmlReader::Event XmlReader::Next() { return parser_->Next(); }
std::string_view XmlReader::name() const { return parser_->current().name; }
std::string_view XmlReader::name_space() const { return parser_->current().name_space; }
std::string_view XmlReader::text() const { return parser_->TextOf(parser_->current()); }
std::uint32_t XmlReader::depth() const { return parser_->current().depth; }

std::span<const XmlReader::NameAndValue> XmlReader::attributes() const {
  return parser_->AttributesOf(parser_->current());
}

std::string_view XmlReader::Attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes()) {
    if (key == name) return value;
  }
  return {};
}

Location XmlReader::location() const {
  return {parser_->source_name(), parser_->current().line, 0};
}

void XmlReader::Skip() {
  const std::uint32_t outer = depth();
  while (Next() != Event::kEnd || depth() != outer) {
  }
}

std::string XmlReader::TakeText() {
  const std::uint32_t outer = depth();
  std::string taken;
  for (Event event = Next(); event != Event::kEnd || depth() != outer; event = Next()) {
    if (event != Event::kText) continue;
    taken += text();
    if (taken.size() > kDefaultDocumentLimit) {
      RefuseLength(location(), kDefaultDocumentLimit, "the text of an element is");
    }
  }
  return taken;
}

}  // namespace calque::internal
