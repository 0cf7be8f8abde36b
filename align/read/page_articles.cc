#include "align/read/page_articles.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "align/read/press_export.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kNoArticle = 0;  // box 0 is the page

// Of each box the outermost article that it stands in.
std::vector<std::uint32_t> OuterArticles(const PageParts& parts) {
  std::vector<std::uint32_t> outer(parts.boxes.size(), kNoArticle);
  for (std::uint32_t box = 1; box < parts.boxes.size(); ++box) {
    outer[box] = outer[parts.boxes[box].parent];
    if (outer[box] == kNoArticle && parts.boxes[box].whole) outer[box] = box;
  }
  return outer;
}

// The blocks of an article as the lines of a plain-text export: lines of data, from the length on,
// one below the other, and blank lines around all else; its identifier last.
std::vector<std::string> LinesOf(std::span<const PageBlock> blocks, const PressExport& format,
                                 const PressWords& words) {
  std::vector<std::string> lines;
  std::string identifier;
  bool counted = false;  // the line of the length has been met
  bool in_data = false;  // the last line is one of data
  for (const PageBlock& block : blocks) {
    std::string line = WireLine(block.text);
    if (format.Ends(line)) {
      identifier = std::move(line);
      continue;
    }
    const bool data = counted && !block.paragraph;
    if (!lines.empty() && !(data && in_data)) lines.emplace_back();
    in_data = data || words.IsWordCount(line);
    counted = counted || in_data;
    lines.push_back(std::move(line));
  }
  lines.emplace_back();
  lines.push_back(std::move(identifier));
  return lines;
}

std::vector<RawDocument> ArticlesOf(const PageParts& parts, const PressExport& format,
                                    const std::string& name, const ReadOptions& options) {
  const std::vector<std::uint32_t> outer = OuterArticles(parts);
  const auto ends = [&](const PageBlock& block) { return format.Ends(WireLine(block.text)); };
  std::vector<RawDocument> documents;
  for (auto begin = parts.blocks.begin(); begin != parts.blocks.end();) {
    const auto behind = std::find_if(begin, parts.blocks.end(), [&](const PageBlock& block) {
      return outer[block.box] != outer[begin->box];
    });
    const bool inside = outer[begin->box] != kNoArticle;
    while (begin != behind) {
      // What follows an identifier belongs to it where no further one does.
      const auto id = inside ? std::find_if(begin, behind, ends) : behind;
      const bool last = id == behind || std::none_of(id + 1, behind, ends);
      const auto end = last ? behind : id + 1;
      if (id != behind) {
        std::optional<RawDocument> document =
            DocumentOf(LinesOf({begin, end}, format, *PressWords::Of(options.data_directory)),
                       format, {name}, options);
        if (document) documents.push_back(std::move(*document));
      }
      begin = end;
    }
  }
  return documents;
}

}  // namespace

std::vector<RawDocument> PressArticles(const PageParts& parts, const std::string& name,
                                       const ReadOptions& options) {
  for (const auto& make : {MakeEuropresse, MakeFactiva}) {
    std::vector<RawDocument> documents = ArticlesOf(parts, *make(), name, options);
    if (!documents.empty()) return documents;
  }
  return {};
}

std::size_t ArticlesBeside(const std::vector<const PageBlock*>& story, const PageParts& parts) {
  struct Holds {
    bool heading = false;
    bool text = false;
    bool story = false;
  };
  const std::vector<std::uint32_t> outer = OuterArticles(parts);
  std::vector<Holds> articles(parts.boxes.size());
  for (const PageBlock& block : parts.blocks) {
    if (parts.boxes[block.box].chrome) continue;
    Holds& article = articles[outer[block.box]];
    const bool linked = block.link_bytes * 2 > block.text.size();
    article.heading = article.heading || (block.kind == ParagraphKind::kSubhead && !linked);
    article.text = article.text || IsRunningText(block);
  }
  for (const PageBlock* block : story) articles[outer[block->box]].story = true;
  articles[kNoArticle] = {};
  return static_cast<std::size_t>(std::count_if(
      articles.begin(), articles.end(),
      [](const Holds& article) { return article.heading && article.text && !article.story; }));
}

}  // namespace calque::internal
