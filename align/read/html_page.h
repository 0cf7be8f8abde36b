// A web page taken apart: what its metadata say, and the paragraphs that are its story.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque::internal {

// A paragraph-like element of the page.
struct PageBlock {
  std::string text;
  ParagraphKind kind = ParagraphKind::kBody;
  std::uint32_t box = 0;         // the innermost container it stands in
  std::uint32_t link_bytes = 0;  // of the text, inside <a>
  bool byline = false;           // marked as the author's line
  bool paragraph = false;        // a <p>
  bool deck = false;             // marked as what introduces the story, below its headline
};

// A container: div, section, article, … `parent` of the page itself is the page.
struct PageBox {
  std::uint32_t parent = 0;
  bool chrome = false;   // navigation, comments, advertising, or inside of such
  bool article = false;  // <article>, or marked as the body of one
  bool whole = false;    // an article with its head: <article>, or of such a class
  bool deck = false;     // holds what introduces the story
};

struct PageParts {
  std::vector<PageBlock> blocks;                                // in document order
  std::vector<PageBox> boxes;                                   // the page is box 0
  std::vector<std::string> json;                                // JSON-LD scripts
  std::vector<std::pair<std::string, std::string>> meta;        // name or property, content
  std::vector<std::pair<std::string, std::string>> alternates;  // hreflang, address
  std::string language;
  std::string title;
  std::string headline;  // of the first <h1>
  std::string canonical;
};

// Text that a story has much of and a menu none: long, and not mostly links.
[[nodiscard]] bool IsRunningText(const PageBlock& block);

[[nodiscard]] PageParts TakeApart(std::string_view page, const std::string& name);

// The blocks that make up the story: those of the container with most running text, without what
// in it is mostly links, and the deck before it.
[[nodiscard]] std::vector<const PageBlock*> StoryOf(const PageParts& parts);

}  // namespace calque::internal
