// Pages that hold several articles: exports of press databases, and others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/read/html_page.h"
#include "align/read/reader.h"

namespace calque::internal {

// The articles of a page that Factiva or Europresse made, each known by its identifier; none of
// any other page.
[[nodiscard]] std::vector<RawDocument> PressArticles(const PageParts& parts,
                                                     const std::string& name,
                                                     const ReadOptions& options);

// How many articles with a heading and running text of their own there are beside the story.
[[nodiscard]] std::size_t ArticlesBeside(const std::vector<const PageBlock*>& story,
                                         const PageParts& parts);

}  // namespace calque::internal
