// The body of a story in XHTML, HTML or NITF elements: which elements are paragraphs, and of what
// kind.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/xml_reader.h"
#include "align/read/dispatch_builder.h"

namespace calque::internal {

// Takes elements and text as they come and gives paragraphs to a builder.
class MarkupBody {
 public:
  explicit MarkupBody(DispatchBuilder* builder) : builder_(builder) {}

  enum class Take : std::uint8_t { kInside, kNothing };
  // An element begins. kNothing: it holds no text of the story (scripts, pictures); its end is not
  // to be reported. `name` as written, `css_class` may be empty.
  [[nodiscard]] Take Start(std::string_view name, std::string_view css_class);
  void End(std::string_view name);
  void Text(std::string_view text);
  // The last paragraph ends.
  void Finish() { Flush(); }

 private:
  void Flush();

  DispatchBuilder* builder_;
  std::string text_;
  std::vector<ParagraphKind> kinds_;  // of the open elements that set one, outermost first
  bool broken_ = false;               // a <br> was the last thing met
  std::uint32_t preformatted_ = 0;    // open <pre> elements
};

// After kStart: everything up to and with its kEnd, as paragraphs. An element without others in it
// holds plain text or escaped markup; a <nitf> in it gives what stands around its body as well.
void ReadMarkupBody(XmlReader& xml, DispatchBuilder* builder);

// A text that is a body: plain where `content_type` says so or it holds no tag, else markup, read
// as leniently as a page.
void ReadBodyText(std::string_view text, std::string_view content_type, DispatchBuilder* builder);

}  // namespace calque::internal
