#include "align/io/tag_attributes.h"

#include <gtest/gtest.h>

#include <string>

namespace calque::internal {
namespace {

// How many attributes the tag at the front has, and what is behind it.
std::string Read(const std::string& text, Markup markup) {
  const Tag tag = ReadTag(text, 0, markup);
  return std::to_string(tag.attributes) + "|" + text.substr(tag.end);
}

TEST(TagAttributes, AreCounted) {
  EXPECT_EQ(Read("<p>x", Markup::kHtml), "0|x");
  EXPECT_EQ(Read("<p a b = 'c>' d=\"e\"f=g>h", Markup::kHtml), "4|h");
  EXPECT_EQ(Read("<br/>x", Markup::kHtml), "0|x");
  EXPECT_EQ(Read("<a href=/b/>x", Markup::kHtml), "1|x");
  EXPECT_EQ(Read("<p a='b", Markup::kHtml), "1|");
  EXPECT_EQ(Read("<p a", Markup::kHtml), "1|");
  // No attribute, and no quotes either.
  EXPECT_EQ(Read("<p \"a='>'", Markup::kHtml), "0|'");
  EXPECT_EQ(Read("<p é='>'", Markup::kHtml), "0|'");
  EXPECT_EQ(Read("<p é='>'/>x", Markup::kXml), "1|x");
  EXPECT_EQ(Read("<p " + std::string(250, 'a') + ">", Markup::kHtml), "3|");
}

std::string Crowd(std::size_t count) {
  std::string attributes;
  for (std::size_t i = 0; i < count; ++i) attributes += " a";
  return attributes;
}

TEST(TagAttributes, CrowdATag) {
  const std::string many = "<b" + Crowd(kMostAttributes + 1);
  EXPECT_EQ(FindCrowdedTag(""), std::nullopt);
  EXPECT_EQ(FindCrowdedTag("<b" + Crowd(kMostAttributes) + "><"), std::nullopt);
  for (const char* before : {"", "x < y ", "<p>", "<p a='>'>", "<p a=\"'\">", "</p>", "</ ", "<!",
                             "<!-- '-->", "<?x '>", "<? '", "<script>'</script>", "<STYLE/>"}) {
    const std::string page = before + many + ">";
    EXPECT_EQ(FindCrowdedTag(page), page.size() - many.size() - 1) << before;
  }
  for (const char* around : {"<!--", "<!--<p>", "<?x ", "<script>'", "<Style a>a</p>", "<p a='"}) {
    EXPECT_EQ(FindCrowdedTag(around + many), std::nullopt) << around;
  }
}

}  // namespace
}  // namespace calque::internal
