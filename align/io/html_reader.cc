#include "align/io/html_reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <limits>

#include "align/io/libxml.h"
#include "align/io/tag_attributes.h"
#include "calque/error.h"

namespace calque::internal {

HtmlElement::HtmlElement(void* node)
    : node_(node), name_(View(static_cast<xmlNodePtr>(node)->name)) {}

std::string HtmlElement::Attribute(const char* name) const {
  xmlChar* value =
      xmlGetProp(static_cast<xmlNodePtr>(node_), reinterpret_cast<const xmlChar*>(name));
  std::string text(View(value));
  xmlFree(value);
  return text;
}

std::string HtmlElement::AllText() const {
  xmlChar* content = xmlNodeGetContent(static_cast<xmlNodePtr>(node_));
  std::string text(View(content));
  xmlFree(content);
  return text;
}

namespace {

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

void StartWithinLimit(void* self, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<htmlParserCtxtPtr>(self);
  if (parser->nodeNr < kHtmlDepthLimit) {
    xmlSAX2StartElement(self, name, attributes);
    return;
  }
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

}  // namespace

HtmlPage::HtmlPage(std::string_view text, const std::string& name) : document_(nullptr) {
  InitialiseLibxml();
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
  const bool fits = text.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  if (text.empty() || !fits) return;
  if (FindCrowdedTag(text)) {
    throw Error(ErrorCode::kBadInput, {name},
                "a tag has more than " + std::to_string(kMostAttributes) +
                    " attributes; this is no page of a story");
  }
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (parser == nullptr) return;
  bool too_deep = false;
  parser->_private = &too_deep;
  parser->sax->startElement = StartWithinLimit;
  htmlCtxtUseOptions(parser.get(), kOptions);
  parser->options |= XML_PARSE_HUGE;  // else the limit is 256
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  // Known, so that no <meta> changes it; freed with the input.
  parser->input->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
  htmlParseDocument(parser.get());
  document_ = parser->myDoc;
  if (!too_deep) return;
  xmlFreeDoc(static_cast<xmlDocPtr>(document_));
  throw Error(ErrorCode::kBadInput, {name},
              "elements are nested deeper than " + std::to_string(kHtmlDepthLimit) +
                  " levels; this is no page of a story");
}

HtmlPage::~HtmlPage() { xmlFreeDoc(static_cast<xmlDocPtr>(document_)); }

void HtmlPage::Walk(HtmlVisitor& visitor) const {
  if (document_ == nullptr) return;
  xmlNodePtr node = static_cast<xmlDocPtr>(document_)->children;
  while (node != nullptr) {
    bool inside = false;
    if (node->type == XML_ELEMENT_NODE) {
      inside = visitor.Start(HtmlElement(node)) == HtmlVisitor::Go::kInside;
    } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      visitor.Text(View(node->content));
    }
    if (inside && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (inside) visitor.End(HtmlElement(node));
    // Up until there is a next one.
    while (node != nullptr && node->next == nullptr) {
      node = node->parent;
      if (node != nullptr && node->type == XML_ELEMENT_NODE) visitor.End(HtmlElement(node));
      if (node != nullptr && node->type != XML_ELEMENT_NODE) node = nullptr;
    }
    if (node != nullptr) node = node->next;
  }
}

}  // namespace calque::internal
