#include "align/read/html_page.h"

#include <algorithm>
#include <utility>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/io/html_reader.h"

namespace calque::internal {
namespace {

template <std::size_t kCount>
bool IsOneOf(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool IsBox(std::string_view name) {
  constexpr std::string_view kBoxes[] = {
      "article", "aside",   "blockquote", "body",  "div", "footer", "header", "main", "nav",
      "ol",      "section", "table",      "tbody", "ul",  "figure", "form",   "dl"};
  return IsOneOf(name, kBoxes);
}
bool IsBlock(std::string_view name) {
  constexpr std::string_view kBlocks[] = {"p",  "h1", "h2", "h3", "h4",         "h5", "h6",
                                          "li", "tr", "dt", "dd", "figcaption", "pre"};
  return IsOneOf(name, kBlocks);
}
bool IsSkipped(std::string_view name) {
  constexpr std::string_view kSkipped[] = {"style",    "noscript", "iframe", "svg",
                                           "template", "button",   "select", "object",
                                           "textarea", "video",    "audio",  "script"};
  return IsOneOf(name, kSkipped);
}

// Whether one of the words of a class or id is one of `words`.
template <std::size_t kCount>
bool HoldsWord(const std::string& names, const std::string_view (&words)[kCount]) {
  std::string word;
  for (const char c : names + " ") {
    if (IsAsciiLetter(c)) {
      word += AsciiLower(c);
      continue;
    }
    if (IsOneOf(word, words)) return true;
    word.clear();
  }
  return false;
}

// A part of a page that is not its story.
bool NamesChrome(const std::string& names) {
  constexpr std::string_view kWords[] = {
      "ad",      "ads",      "advert",   "advertisement", "breadcrumb", "breadcrumbs",
      "comment", "comments", "cookie",   "cookies",       "disclaimer", "footer",
      "menu",    "nav",      "navbar",   "navigation",    "newsletter", "outbrain",
      "popup",   "promo",    "promoted", "recommended",   "related",    "share",
      "sharing", "sidebar",  "social",   "sponsored",     "subscribe",  "subscription",
      "taboola", "tags",     "toolbar",  "trending",      "widget"};
  return HoldsWord(names, kWords);
}

// What introduces a story, below its headline.
bool NamesDeck(const std::string& names) {
  constexpr std::string_view kWords[] = {"chapeau", "chapo",      "deck",        "dek",
                                         "lede",    "standfirst", "subheadline", "subtitle"};
  return HoldsWord(names, kWords);
}

bool NamesArticle(const std::string& names) {
  constexpr std::string_view kWords[] = {"article"};
  return HoldsWord(names, kWords);
}

// Press databases write source and date as neighbours in one line.
bool NamesPressHead(const std::string& names) {
  constexpr std::string_view kWords[] = {"docheader", "docpublicationname"};
  return HoldsWord(names, kWords);
}

bool NamesByline(const std::string& names) {
  const std::string key = Lower(names);
  return key.find("byline") != std::string::npos || key == "author" || key == "authors" ||
         key.find("article-author") != std::string::npos ||
         key.find("author-name") != std::string::npos || key == "signature";
}

class PartsVisitor : public HtmlVisitor {
 public:
  explicit PartsVisitor(PageParts* parts) : parts_(*parts) { parts_.boxes.push_back({}); }

  Go Start(const HtmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "script") return TakeScript(element);
    if (IsSkipped(name)) return Go::kPast;
    if (name == "html") parts_.language = element.Attribute("lang");
    if (name == "meta") TakeMeta(element);
    if (name == "link") TakeLink(element);
    if (name == "title") {
      if (parts_.title.empty()) parts_.title = element.AllText();
      return Go::kPast;
    }
    if (name == "br") TakeBreak();
    if (name == "a") ++links_;
    if (name == "td" || name == "th") {
      cell_paragraph_ = false;
      if (!TrimSpace(block_.text).empty()) block_.text += " | ";
    } else if (IsBox(name)) {
      OpenBox(element);
    } else if (IsBlock(name)) {
      OpenBlock(element);
    } else if (MarksByline(element)) {
      Flush();
      block_.byline = true;
      ++bylines_;
    } else if (NamesPressHead(element.Attribute("class"))) {
      Flush();
    }
    return Go::kInside;
  }

  void End(const HtmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "a" && links_ > 0) --links_;
    if (IsBox(name)) {
      Flush();
      if (box_ != 0) box_ = parts_.boxes[box_].parent;
    } else if (IsBlock(name)) {
      if (name == "h1" && parts_.headline.empty()) parts_.headline = TrimSpace(block_.text);
      cell_paragraph_ = kind_ == ParagraphKind::kTableRow && name == "p";
      if (!cell_paragraph_) Flush();
    } else if (bylines_ > 0 && MarksByline(element)) {
      --bylines_;
      Flush();
    } else if (NamesPressHead(element.Attribute("class"))) {
      Flush();
    }
  }

  void Text(std::string_view text) override {
    if (!TrimSpace(text).empty()) broken_ = false;
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(TrimSpace(text).size());
    block_.text += text;
  }

  // Two breaks part paragraphs; a cell of a table that holds several only lays the page out.
  void TakeBreak() {
    if (std::exchange(broken_, true)) {
      if (kind_ == ParagraphKind::kTableRow) kind_ = ParagraphKind::kBody;
      Flush();
      broken_ = false;
    }
    block_.text += '\n';
  }

  void Flush() {
    broken_ = false;
    PageBlock block = std::exchange(block_, {});
    block.kind = std::exchange(kind_, ParagraphKind::kBody);
    block.box = box_;
    if (!TrimSpace(block.text).empty()) parts_.blocks.push_back(std::move(block));
    block_.byline = bylines_ > 0;
  }

 private:
  static bool MarksByline(const HtmlElement& element) {
    return element.Attribute("rel") == "author" || element.Attribute("itemprop") == "author" ||
           NamesByline(element.Attribute("class"));
  }

  Go TakeScript(const HtmlElement& element) {
    if (Lower(element.Attribute("type")) == "application/ld+json") {
      parts_.json.push_back(element.AllText());
    }
    return Go::kPast;
  }

  void TakeMeta(const HtmlElement& element) {
    std::string name = element.Attribute("property");
    if (name.empty()) name = element.Attribute("name");
    if (name.empty()) name = element.Attribute("itemprop");
    std::string content = element.Attribute("content");
    if (!name.empty() && !content.empty()) {
      parts_.meta.emplace_back(Lower(name), std::move(content));
    }
  }

  void TakeLink(const HtmlElement& element) {
    const std::string relation = Lower(element.Attribute("rel"));
    if (relation == "canonical") parts_.canonical = element.Attribute("href");
    std::string language = element.Attribute("hreflang");
    if (relation == "alternate" && !language.empty()) {
      parts_.alternates.emplace_back(std::move(language), element.Attribute("href"));
    }
  }

  void OpenBox(const HtmlElement& element) {
    Flush();
    const std::string_view name = element.name();
    PageBox box = parts_.boxes[box_];
    box.parent = box_;
    const std::string names = element.Attribute("class") + " " + element.Attribute("id");
    const bool outer = name == "body" || name == "main" || name == "article";
    box.chrome = box.chrome || name == "nav" || name == "aside" || name == "footer" ||
                 name == "form" || (!outer && NamesChrome(names));
    box.deck = box.deck || NamesDeck(names);
    box.whole = name == "article" || NamesArticle(element.Attribute("class"));
    box.article = name == "article" || element.Attribute("itemprop") == "articleBody";
    box_ = static_cast<std::uint32_t>(parts_.boxes.size());
    parts_.boxes.push_back(box);
    if (NamesByline(element.Attribute("class"))) block_.byline = true;
  }

  void OpenBlock(const HtmlElement& element) {
    const std::string_view name = element.name();
    if (kind_ == ParagraphKind::kTableRow && name == "p") {
      // A second one in a cell: the table only lays the page out.
      if (!std::exchange(cell_paragraph_, false)) return;
      kind_ = ParagraphKind::kBody;
    }
    Flush();
    if (name[0] == 'h') kind_ = ParagraphKind::kSubhead;
    if (name == "li") kind_ = ParagraphKind::kListItem;
    if (name == "tr") kind_ = ParagraphKind::kTableRow;
    if (name == "figcaption") kind_ = ParagraphKind::kFurniture;
    if (MarksByline(element)) block_.byline = true;
    block_.paragraph = name == "p";
    block_.deck = NamesDeck(element.Attribute("class"));
  }

  PageParts& parts_;
  PageBlock block_;
  ParagraphKind kind_ = ParagraphKind::kBody;
  std::uint32_t box_ = 0;
  std::uint32_t links_ = 0;      // open <a>
  std::uint32_t bylines_ = 0;    // open inline elements that mark the author
  bool broken_ = false;          // a <br> was the last thing met
  bool cell_paragraph_ = false;  // the cell has had a <p>
};

bool IsMostlyLinks(const PageBlock& block) { return block.link_bytes * 2 > block.text.size(); }

}  // namespace

bool IsRunningText(const PageBlock& block) {
  constexpr std::size_t kLeast = 60;
  return block.kind == ParagraphKind::kBody && block.text.size() >= kLeast && !IsMostlyLinks(block);
}

PageParts TakeApart(std::string_view page, const std::string& name) {
  PageParts parts;
  PartsVisitor visitor(&parts);
  HtmlPage(page, name).Walk(visitor);
  visitor.Flush();
  return parts;
}

std::vector<const PageBlock*> StoryOf(const PageParts& parts) {
  // A paragraph counts for its container, half for the next one out, a quarter for the one around.
  std::vector<double> scores(parts.boxes.size());
  for (const PageBlock& block : parts.blocks) {
    if (!IsRunningText(block) || parts.boxes[block.box].chrome) continue;
    double weight = static_cast<double>(block.text.size() - block.link_bytes);
    std::uint32_t box = block.box;
    for (int level = 0; level < 3; ++level, weight /= 2) {
      scores[box] += weight * (parts.boxes[box].article ? 1.5 : 1.0);
      if (box == 0) break;
      box = parts.boxes[box].parent;
    }
  }
  const auto best =
      static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  std::vector<bool> inside(parts.boxes.size());
  inside[best] = true;
  for (std::uint32_t box = best + 1; box < parts.boxes.size(); ++box) {
    inside[box] = inside[parts.boxes[box].parent];
  }
  std::vector<const PageBlock*> story;
  bool begun = false;
  for (const PageBlock& block : parts.blocks) {
    begun = begun || inside[block.box];
    const bool deck = !begun && (block.deck || parts.boxes[block.box].deck);
    const bool chrome = parts.boxes[block.box].chrome && !parts.boxes[best].chrome;
    const bool heading = block.kind == ParagraphKind::kSubhead;
    if (!(inside[block.box] || deck) || chrome || block.byline) continue;
    if (IsMostlyLinks(block) && !heading) continue;
    story.push_back(&block);
  }
  return story;
}

}  // namespace calque::internal
