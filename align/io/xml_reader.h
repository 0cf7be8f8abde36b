// XML in: the one place that parses XML, libxml2 behind it. Streaming: memory is bounded by one
// block of input and the longest tag, not by the document or by a text in it.
//
// Safe on hostile input: nothing is fetched or opened, no external entity or DTD is read, no entity
// is expanded except the characters that XML and HTML 4 name (`&amp;`, `&eacute;`) and short plain
// text that the document's own DTD declares; nesting is at most kXmlDepthLimit, and a tag has at
// most kMostAttributes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "align/io/byte_source.h"
#include "calque/error.h"

namespace calque::internal {

inline constexpr std::uint32_t kXmlDepthLimit = 256;

// What the document says of its encoding is honoured (UTF-8, UTF-16, and what iconv knows), or
// overruled because the bytes have been decoded before.
enum class XmlEncoding : std::uint8_t { kDeclared, kUtf8 };

class XmlReader {
 public:
  enum class Event : std::uint8_t { kStart, kEnd, kText, kDone };

  // `source` must outlive the reader.
  explicit XmlReader(ByteSource& source, XmlEncoding encoding = XmlEncoding::kDeclared);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // The next event; after kDone only kDone. One text may come in several kText events, CDATA
  // included; comments and processing instructions are left out. Throws Error{kBadInput} with the
  // place where the document is not well-formed, cut off, or above a limit.
  Event Next();

  // Of the event last returned; valid until the next call. Of kStart and kEnd: the local name and
  // the namespace (empty where there is none); of kText: the characters, valid UTF-8.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view name_space() const;
  [[nodiscard]] std::string_view text() const;
  // Of kStart: the value of an attribute without namespace, or with the prefix XML itself binds
  // (`xml:lang`), or another prefix as the document wrote it; empty where it is absent.
  [[nodiscard]] std::string_view Attribute(std::string_view name) const;
  // All of them in document order, named as for Attribute().
  using NameAndValue = std::pair<std::string, std::string>;
  [[nodiscard]] std::span<const NameAndValue> attributes() const;

  // Number of elements that are open, that of a kStart or kEnd included.
  [[nodiscard]] std::uint32_t depth() const;
  [[nodiscard]] Location location() const;

  // After kStart: everything up to and with its kEnd, left out or its characters taken, those of
  // elements in it too. TakeText throws Error{kBadInput} above the limit of a document's length.
  void Skip();
  [[nodiscard]] std::string TakeText();

  // After kStart: runs `take(event)` for each event before its kEnd, `take()` for each element
  // inside it; what `take` reads on its own is not seen again. At its kEnd afterwards.
  template <typename Take>
  void ForEachInside(Take take) {
    const std::uint32_t outer = depth();
    for (Event event = Next(); event != Event::kEnd || depth() != outer; event = Next()) {
      take(event);
    }
  }
  template <typename Take>
  void ForEachElementInside(Take take) {
    ForEachInside([&](Event event) {
      if (event == Event::kStart) take();
    });
  }

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace calque::internal
