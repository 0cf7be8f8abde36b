#include "calque/document.h"

#include <gtest/gtest.h>

namespace calque {
namespace {

TEST(DocumentTest, TokensOfSentencesOfWhichSomeHaveNone) {
  Document document;
  document.sentences = {{{}, {}, 1.0F}, {{}, {0, 3}, 1.0F}, {{}, {}, 1.0F}, {{}, {3, 5}, 1.0F}};
  const auto tokens = [&](std::uint32_t begin, std::uint32_t end) {
    return document.TokensOf({begin, end});
  };
  using Range = IndexRange<Token>;
  EXPECT_EQ(tokens(0, 4), (Range{0, 5}));
  EXPECT_EQ(tokens(1, 3), (Range{0, 3}));
  EXPECT_EQ(tokens(2, 4), (Range{3, 5}));
  EXPECT_EQ(tokens(2, 3), Range());
  EXPECT_EQ(tokens(4, 4), Range());
}

}  // namespace
}  // namespace calque
