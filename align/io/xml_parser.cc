#include "align/io/xml_parser.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/libxml.h"
#include "align/io/tag_attributes.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 15;

}  // namespace

xmlSAXHandler XmlReader::Parser::Handlers() {
  xmlSAXHandler handlers{};
  handlers.initialized = XML_SAX2_MAGIC;
  handlers.startElementNs = OnStart;
  handlers.endElementNs = OnEnd;
  handlers.characters = OnText;
  handlers.ignorableWhitespace = OnText;
  handlers.cdataBlock = OnText;
  handlers.reference = OnReference;
  handlers.entityDecl = OnEntityDeclared;
  handlers.getEntity = OnEntity;
  handlers.serror = OnError;
  return handlers;
}

XmlReader::Parser::Parser(ByteSource& source, XmlEncoding encoding)
    : source_(source), block_(kBlock) {
  InitialiseLibxml();
  xmlSAXHandler handlers = Handlers();
  context_ = xmlCreatePushParserCtxt(&handlers, this, nullptr, 0, nullptr);
  if (context_ == nullptr) throw Error(ErrorCode::kInternal, "libxml2 has no memory for a parser");
  // XML_PARSE_NOENT only lets attribute values have the text of OnEntity(): with handlers of our
  // own there are no other entities.
  int options = XML_PARSE_NONET | XML_PARSE_NOENT;
  if (encoding == XmlEncoding::kUtf8) options |= XML_PARSE_IGNORE_ENC;
  xmlCtxtUseOptions(context_, options);
  if (encoding == XmlEncoding::kUtf8) xmlSwitchEncoding(context_, XML_CHAR_ENCODING_UTF8);
}

XmlReader::Parser::~Parser() {
  // In SAX mode libxml2 keeps declared entities in a document that the context does not own.
  xmlFreeDoc(context_->myDoc);
  context_->myDoc = nullptr;
  xmlFreeParserCtxt(context_);
}

template <typename Work>
void XmlReader::Parser::Guard(Work work) noexcept {
  if (failure_) return;
  try {
    work();
  } catch (...) {
    failure_ = std::current_exception();
    xmlStopParser(context_);
  }
}

void XmlReader::Parser::Fail(std::uint64_t line, std::uint64_t column, const std::string& message) {
  throw Error(ErrorCode::kBadInput, {source_.name(), line, column}, message);
}

void XmlReader::Parser::AddAttributes(const xmlChar** attributes, int count) {
  // Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  for (int i = 0; i < count; ++i, attributes += 5) {
    std::string name(View(attributes[1]));
    if (!name.empty()) name += ':';
    name += View(attributes[0]);
    const auto* begin = reinterpret_cast<const char*>(attributes[3]);
    const auto* end = reinterpret_cast<const char*>(attributes[4]);
    attributes_.emplace_back(std::move(name), std::string(begin, end));
  }
}

void XmlReader::Parser::OnStart(void* self, const xmlChar* name, const xmlChar* /*prefix*/,
                                const xmlChar* uri, int namespaces, const xmlChar** /*bindings*/,
                                int count, int defaulted, const xmlChar** attributes) {
  Parser& parser = Of(self);
  parser.Guard([&] {
    parser.seen_root_ = true;
    if (++parser.depth_ > kXmlDepthLimit) {
      parser.Fail(parser.line(), 0,
                  "elements are nested deeper than " + std::to_string(kXmlDepthLimit) +
                      " levels; this is no document of a known format");
    }
    if (static_cast<std::size_t>(count + namespaces) > kMostAttributes) parser.FailAsCrowded();
    const auto begin = static_cast<std::uint32_t>(parser.attributes_.size());
    // Defaults of a DTD stand last; left out, since a long default could be had for many elements.
    parser.AddAttributes(attributes, count - defaulted);
    const auto end = static_cast<std::uint32_t>(parser.attributes_.size());
    parser.queue_.push_back(
        {Event::kStart, View(name), View(uri), begin, end, parser.depth_, parser.line()});
  });
}

void XmlReader::Parser::OnEnd(void* self, const xmlChar* name, const xmlChar* /*prefix*/,
                              const xmlChar* uri) {
  Parser& parser = Of(self);
  parser.Guard([&] {
    parser.queue_.push_back(
        {Event::kEnd, View(name), View(uri), 0, 0, parser.depth_, parser.line()});
    --parser.depth_;
  });
}

void XmlReader::Parser::OnText(void* self, const xmlChar* text, int size) {
  Parser& parser = Of(self);
  parser.Guard([&] {
    if (parser.depth_ == 0) return;
    const auto begin = static_cast<std::uint32_t>(parser.text_.size());
    parser.text_.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    const auto end = static_cast<std::uint32_t>(parser.text_.size());
    if (!parser.queue_.empty() && parser.queue_.back().event == Event::kText) {
      parser.queue_.back().end = end;
      return;
    }
    parser.queue_.push_back({Event::kText, {}, {}, begin, end, parser.depth_, parser.line()});
  });
}

void XmlReader::Parser::OnReference(void* self, const xmlChar* name) {
  Parser& parser = Of(self);
  parser.Guard([&] {
    parser.Fail(
        parser.line(), 0,
        "the entity &" + std::string(View(name)) + "; is not expanded; put its text in its place");
  });
}

void XmlReader::Parser::OnEntityDeclared(void* self, const xmlChar* name, int type,
                                         const xmlChar* /*public_id*/, const xmlChar* /*system_id*/,
                                         xmlChar* content) {
  Parser& parser = Of(self);
  parser.Guard([&] {
    if (type == XML_INTERNAL_GENERAL_ENTITY) parser.entities_.Declare(View(name), View(content));
  });
}

xmlEntityPtr XmlReader::Parser::OnEntity(void* self, const xmlChar* name) {
  Parser& parser = Of(self);
  if (parser.context_->inSubset != 0) return nullptr;
  std::optional<std::string> text = parser.entities_.TextOf(View(name));
  if (!text) return nullptr;
  parser.entity_text_ = std::move(*text);
  // libxml2 gives the text of a predefined entity straight to OnText, but only its first byte to an
  // attribute; a general one it decodes into the attribute.
  const bool in_attribute = parser.context_->instate == XML_PARSER_ATTRIBUTE_VALUE;
  parser.entity_ = xmlEntity{};
  parser.entity_.type = XML_ENTITY_DECL;
  parser.entity_.name = name;
  parser.entity_.etype =
      in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
  parser.entity_.content = reinterpret_cast<xmlChar*>(parser.entity_text_.data());
  parser.entity_.length = static_cast<int>(parser.entity_text_.size());
  return &parser.entity_;
}

std::string XmlReader::Parser::Explain(const xmlError& error) const {
  if (!seen_root_ && (error.code == XML_ERR_DOCUMENT_EMPTY || error.code == XML_ERR_DOCUMENT_END)) {
    return "is not XML: no element found";
  }
  if (ended_ && depth_ > 0) {
    return "is cut off: " + std::to_string(depth_) + " elements are still open at its end";
  }
  std::string message(TrimSpace(error.message == nullptr ? "" : error.message));
  // libxml2 quotes bytes of the input, which need not be UTF-8.
  message.resize(FirstInvalidUtf8(message));
  std::replace(message.begin(), message.end(), '\n', ' ');
  return "is not well-formed XML: " + message;
}

void XmlReader::Parser::OnError(void* self, xmlErrorPtr error) {
  Parser& parser = Of(self);
  const bool lost_text = error->code == XML_WAR_UNDECLARED_ENTITY;
  if (error->level != XML_ERR_FATAL && !lost_text) return;
  parser.Guard([&] {
    parser.Fail(error->line > 0 ? static_cast<std::uint64_t>(error->line) : 0,
                error->int2 > 0 ? static_cast<std::uint64_t>(error->int2) : 0,
                parser.Explain(*error));
  });
}

void XmlReader::Parser::FailAsCrowded() {
  Fail(line(), 0,
       "a tag has more than " + std::to_string(kMostAttributes) +
           " attributes; this is no document of a known format");
}

void XmlReader::Parser::CheckOpenTag() {
  if (context_->input == nullptr || context_->instate != XML_PARSER_START_TAG) return;
  const std::string_view open(
      reinterpret_cast<const char*>(context_->input->cur),
      static_cast<std::size_t>(context_->input->end - context_->input->cur));
  if (open.size() < kBlock) return;
  if (ReadTag(open, 0, Markup::kXml).attributes > kMostAttributes) Guard([&] { FailAsCrowded(); });
}

void XmlReader::Parser::ParseBlock() {
  queue_.clear();
  text_.clear();
  attributes_.clear();
  taken_ = 0;
  const std::size_t got = source_.Read(block_);
  ended_ = got == 0;
  xmlParseChunk(context_, block_.data(), static_cast<int>(got), ended_ ? 1 : 0);
  if (!failure_) CheckOpenTag();
  if (ended_ && !failure_ && (!seen_root_ || depth_ > 0)) {
    Guard([&] { Fail(line(), 0, seen_root_ ? "is cut off" : "is not XML: no element found"); });
  }
}

XmlReader::Event XmlReader::Parser::Next() {
  while (taken_ == queue_.size()) {
    if (failure_) std::rethrow_exception(failure_);
    if (ended_) {
      current_.event = Event::kDone;
      return Event::kDone;
    }
    ParseBlock();
  }
  current_ = queue_[taken_++];
  return current_.event;
}

}  // namespace calque::internal
