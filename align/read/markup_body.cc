#include "align/read/markup_body.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/io/html_reader.h"
#include "align/read/nitf.h"
#include "align/read/plain_paragraphs.h"

namespace calque::internal {
namespace {

// How an element counts; those that are not listed are inline.
enum class Element : std::uint8_t { kBlock, kSubhead, kListItem, kRow, kCell, kCaption, kSkipped };

struct ElementRule {
  std::string_view name;
  Element element;
};

// Sorted by name.
constexpr ElementRule kElements[] = {
    {"address", Element::kBlock},
    {"article", Element::kBlock},
    {"aside", Element::kSkipped},
    {"audio", Element::kSkipped},
    {"block", Element::kBlock},
    {"blockquote", Element::kBlock},
    {"body", Element::kBlock},
    {"bq", Element::kBlock},
    {"button", Element::kSkipped},
    {"caption", Element::kCaption},
    {"dd", Element::kBlock},
    {"div", Element::kBlock},
    {"dt", Element::kBlock},
    {"figcaption", Element::kCaption},
    {"footer", Element::kBlock},
    {"form", Element::kSkipped},
    {"h1", Element::kSubhead},
    {"h2", Element::kSubhead},
    {"h3", Element::kSubhead},
    {"h4", Element::kSubhead},
    {"h5", Element::kSubhead},
    {"h6", Element::kSubhead},
    {"head", Element::kSkipped},
    {"header", Element::kBlock},
    {"hl2", Element::kSubhead},
    {"hr", Element::kBlock},
    {"iframe", Element::kSkipped},
    {"li", Element::kListItem},
    {"main", Element::kBlock},
    {"media-caption", Element::kCaption},
    {"media-metadata", Element::kSkipped},
    {"media-producer", Element::kCaption},
    {"media-reference", Element::kSkipped},
    {"nav", Element::kSkipped},
    {"nitf-table", Element::kBlock},
    {"note", Element::kBlock},
    {"object", Element::kSkipped},
    {"ol", Element::kBlock},
    {"p", Element::kBlock},
    {"pre", Element::kBlock},
    {"script", Element::kSkipped},
    {"section", Element::kBlock},
    {"select", Element::kSkipped},
    {"style", Element::kSkipped},
    {"svg", Element::kSkipped},
    {"table", Element::kBlock},
    {"td", Element::kCell},
    {"template", Element::kSkipped},
    {"textarea", Element::kSkipped},
    {"th", Element::kCell},
    {"title", Element::kSkipped},
    {"tr", Element::kRow},
    {"ul", Element::kBlock},
    {"video", Element::kSkipped},
};
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements),
                             [](const ElementRule& a, const ElementRule& b) {
                               return a.name < b.name;
                             }));

std::optional<Element> ElementOf(std::string_view name) {
  const auto found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const ElementRule& rule, std::string_view key) { return rule.name < key; });
  if (found == std::end(kElements) || found->name != name) return std::nullopt;
  return found->element;
}

std::optional<ParagraphKind> KindOf(Element element) {
  switch (element) {
    case Element::kSubhead:
      return ParagraphKind::kSubhead;
    case Element::kListItem:
      return ParagraphKind::kListItem;
    case Element::kRow:
      return ParagraphKind::kTableRow;
    case Element::kCaption:
      return ParagraphKind::kFurniture;
    default:
      return std::nullopt;
  }
}

class BodyVisitor : public HtmlVisitor {
 public:
  explicit BodyVisitor(MarkupBody& body) : body_(body) {}
  Go Start(const HtmlElement& element) override {
    const auto take = body_.Start(element.name(), element.Attribute("class"));
    return take == MarkupBody::Take::kNothing ? Go::kPast : Go::kInside;
  }
  void End(const HtmlElement& element) override { body_.End(element.name()); }
  void Text(std::string_view text) override { body_.Text(text); }

 private:
  MarkupBody& body_;
};

bool HoldsTag(std::string_view text) {
  const std::size_t last_end = text.rfind('>');
  if (last_end == std::string_view::npos) return false;
  for (std::size_t at = text.find('<'); at < last_end; at = text.find('<', at + 1)) {
    const char next = text[at + 1];
    if (IsAsciiLetter(next) || next == '!' || next == '/') return true;
  }
  return false;
}

}  // namespace

MarkupBody::Take MarkupBody::Start(std::string_view name, std::string_view css_class) {
  if (name == "br") {
    if (std::exchange(broken_, true)) Flush();
    text_ += ' ';
    return Take::kInside;
  }
  const std::optional<Element> element = ElementOf(name);
  if (!element) return Take::kInside;
  if (*element == Element::kSkipped) return Take::kNothing;
  if (*element == Element::kCell) {
    if (!TrimSpace(text_).empty()) text_ += " | ";
    return Take::kInside;
  }
  // Paragraphs inside a list item or a row belong to it.
  const bool nested = !kinds_.empty() && kinds_.back() == ParagraphKind::kTableRow;
  if (!nested) Flush();
  if (nested) text_ += ' ';
  std::optional<ParagraphKind> kind = KindOf(*element);
  if (css_class == "byline") kind = ParagraphKind::kByline;
  if (name == "pre") ++preformatted_;
  if (kind || !kinds_.empty())
    kinds_.push_back(kind.value_or(kinds_.empty() ? ParagraphKind::kBody : kinds_.back()));
  return Take::kInside;
}

void MarkupBody::End(std::string_view name) {
  const std::optional<Element> element = ElementOf(name);
  if (!element || *element == Element::kSkipped || *element == Element::kCell) return;
  const bool nested = kinds_.size() > 1 && kinds_[kinds_.size() - 2] == ParagraphKind::kTableRow;
  if (!nested) Flush();
  if (name == "pre" && preformatted_ > 0) --preformatted_;
  if (!kinds_.empty()) kinds_.pop_back();
}

void MarkupBody::Text(std::string_view text) {
  if (preformatted_ > 0) {
    // Lines of preformatted text part into paragraphs as those of plain text do.
    text_ += text;
    return;
  }
  if (TrimSpace(text).size() > 0) broken_ = false;
  text_ += text;
}

void MarkupBody::Flush() {
  broken_ = false;
  const std::string text = std::exchange(text_, {});
  if (preformatted_ > 0) {
    AddPlainParagraphs(text, builder_);
    return;
  }
  builder_->AddParagraph(text, kinds_.empty() ? ParagraphKind::kBody : kinds_.back());
}

void ReadMarkupBody(XmlReader& xml, DispatchBuilder* builder) {
  using Event = XmlReader::Event;
  MarkupBody body(builder);
  std::string plain;  // text before the first element
  bool any_element = false;
  xml.ForEachInside([&](Event event) {
    if (event == Event::kText && any_element) body.Text(xml.text());
    if (event == Event::kText && !any_element) plain += xml.text();
    if (event == Event::kEnd) body.End(xml.name());
    if (event != Event::kStart) return;
    if (!std::exchange(any_element, true)) body.Text(plain);
    if (xml.name() == "nitf") {
      ReadNitf(xml, builder);
    } else if (body.Start(xml.name(), xml.Attribute("class")) == MarkupBody::Take::kNothing) {
      xml.Skip();
    }
  });
  body.Finish();
  if (!any_element) ReadBodyText(plain, {}, builder);
}

void ReadBodyText(std::string_view text, std::string_view content_type, DispatchBuilder* builder) {
  const bool plain = content_type.starts_with("text/plain");
  if (plain || !HoldsTag(text)) return AddPlainParagraphs(text, builder);
  MarkupBody body(builder);
  BodyVisitor visitor(body);
  HtmlPage(text, builder->name()).Walk(visitor);
  body.Finish();
}

}  // namespace calque::internal
