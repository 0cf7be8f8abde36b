// The half of XmlReader that knows libxml2.
#pragma once

#include <libxml/parser.h>

#include <exception>
#include <string>
#include <vector>

#include "align/io/xml_entities.h"
#include "align/io/xml_reader.h"

namespace calque::internal {

// SAX2 with a queue: libxml2 pushes the events of one block, Next() takes them off. None of the
// handlers of libxml2's own tree builder is installed, so no limit on text length applies and no
// entity reaches a tree.
class XmlReader::Parser {
 public:
  Parser(ByteSource& source, XmlEncoding encoding);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  Event Next();

  struct Item {
    Event event = Event::kDone;
    std::string_view name;  // in the dictionary of the context, as is the name space
    std::string_view name_space;
    std::uint32_t begin = 0;  // of the text in text_, or of the attributes in attributes_
    std::uint32_t end = 0;
    std::uint32_t depth = 0;
    std::uint64_t line = 0;
  };
  [[nodiscard]] const Item& current() const { return current_; }
  [[nodiscard]] std::string_view TextOf(const Item& item) const {
    return std::string_view(text_).substr(item.begin, item.end - item.begin);
  }
  [[nodiscard]] std::span<const NameAndValue> AttributesOf(const Item& item) const {
    return std::span(attributes_).subspan(item.begin, item.end - item.begin);
  }
  [[nodiscard]] const std::string& source_name() const { return source_.name(); }

 private:
  static Parser& Of(void* self) { return *static_cast<Parser*>(self); }
  static void OnStart(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                      int namespaces, const xmlChar** bindings, int count, int defaulted,
                      const xmlChar** attributes);
  static void OnEnd(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri);
  static void OnText(void* self, const xmlChar* text, int size);
  static void OnReference(void* self, const xmlChar* name);
  static void OnEntityDeclared(void* self, const xmlChar* name, int type, const xmlChar* public_id,
                               const xmlChar* system_id, xmlChar* content);
  static xmlEntityPtr OnEntity(void* self, const xmlChar* name);
  static void OnError(void* self, xmlErrorPtr error);
  static xmlSAXHandler Handlers();

  // Runs `work`; what it throws is kept until libxml2 has been left.
  template <typename Work>
  void Guard(Work work) noexcept;
  void Fail(std::uint64_t line, std::uint64_t column, const std::string& message);
  void FailAsCrowded();
  // libxml2 waits for the end of a tag, and then takes its time for one with many attributes.
  void CheckOpenTag();
  void ParseBlock();
  void AddAttributes(const xmlChar** attributes, int count);
  [[nodiscard]] std::string Explain(const xmlError& error) const;
  [[nodiscard]] std::uint64_t line() const {
    return context_->input == nullptr ? 0 : static_cast<std::uint64_t>(context_->input->line);
  }

  ByteSource& source_;
  xmlParserCtxtPtr context_ = nullptr;
  std::vector<char> block_;
  std::vector<Item> queue_;
  std::size_t taken_ = 0;
  std::string text_;
  std::vector<NameAndValue> attributes_;
  XmlEntities entities_;
  std::string entity_text_;
  xmlEntity entity_{};
  Item current_;
  std::uint32_t depth_ = 0;
  bool seen_root_ = false;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace calque::internal
