// What the readers of XML wire formats share: a cleaned stream under an XML reader, and its
// elements one level at a time.
#pragma once

#include <memory>
#include <string>

#include "align/io/clean_text.h"
#include "align/io/xml_reader.h"
#include "align/read/dispatch_builder.h"
#include "align/read/reader.h"

namespace calque::internal {

// A reader of XML files; a format says what its stories are.
class XmlStoryReader : public DocumentReader {
 public:
  XmlStoryReader(std::unique_ptr<ByteSource> source, ReadOptions options);

  std::optional<RawDocument> Next() final;

 protected:
  // At a kStart that is not inside a story: reads it and its kEnd into `builder` where it is one.
  // False where it is none; then only its start may have been read.
  [[nodiscard]] virtual bool ReadStory(DispatchBuilder* builder) = 0;

  [[nodiscard]] XmlReader& xml() { return *xml_; }
  [[nodiscard]] const std::string& name() const { return text_->name(); }
  [[nodiscard]] std::string Attribute(const char* attribute) const {
    return std::string(xml_->Attribute(attribute));
  }

  // Calls `take` with its name at every child element, which must read or skip it.
  template <typename TakeChild>
  void ForEachChild(TakeChild take) {
    const std::uint32_t depth = xml_->depth();
    for (auto event = xml_->Next(); event != XmlReader::Event::kEnd || xml_->depth() != depth;
         event = xml_->Next()) {
      if (event == XmlReader::Event::kStart) take(std::string(xml_->name()));
    }
  }

 private:
  ReadOptions options_;
  std::unique_ptr<CleanText> text_;
  std::unique_ptr<XmlReader> xml_;
  std::uint64_t replaced_ = 0;  // of which a document was told
};

}  // namespace calque::internal
