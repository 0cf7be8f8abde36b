#include "align/read/xml_story.h"

#include <optional>

#include "align/read/readers.h"

namespace calque::internal {

XmlStoryReader::XmlStoryReader(std::unique_ptr<ByteSource> source, ReadOptions options)
    : options_(std::move(options)) {
  std::string head = ReadHead(*source, kFormatHead);
  std::string charset(XmlCharset(head));
  if (charset.empty()) charset = options_.charset;
  text_ = OpenCleanText(Prepend(std::move(head), std::move(source)), charset);
  xml_ = std::make_unique<XmlReader>(
      *text_, text_->is_utf8() ? XmlEncoding::kUtf8 : XmlEncoding::kDeclared);
}

std::optional<RawDocument> XmlStoryReader::Next() {
  using Event = XmlReader::Event;
  for (Event event = xml_->Next(); event != Event::kDone; event = xml_->Next()) {
    if (event != Event::kStart) continue;
    DispatchBuilder builder(name(), options_);
    if (!ReadStory(&builder)) continue;
    if (!builder.HasBody() && !builder.HasHeadline()) continue;
    RawDocument document = builder.Build();
    if (document.id.empty()) document.id = IdOfName(name());
    if (text_->replaced() > replaced_) {
      replaced_ = text_->replaced();
      document.diagnostics.push_back(
          {"bytes-replaced", "holds bytes that are not UTF-8; read as windows-1252", {name()}});
    }
    return document;
  }
  return std::nullopt;
}

}  // namespace calque::internal
