#include "align/io/xml_writer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace calque::internal {
namespace {

TEST(XmlWriter, IndentsElementsButNeverText) {
  std::ostringstream out;
  XmlWriter writer(out);
  writer.Start("a");
  writer.Element("b", "text");
  writer.Start("c");
  writer.Text("mixed ");
  writer.Element("d", "");
  writer.Text(" content");
  writer.End();
  writer.End();
  EXPECT_EQ(out.str(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<a>\n  <b>text</b>\n  <c>mixed <d/> content</c>\n</a>\n");
}

TEST(XmlWriter, EscapesMarkupAndLineEnds) {
  std::ostringstream out;
  XmlWriter writer(out);
  writer.Start("a");
  writer.Attribute("k", "<\"&\n\t>");
  writer.Text("]]>\r&<\n");
  writer.End();
  EXPECT_EQ(out.str(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<a k=\"&lt;&quot;&amp;&#10;&#9;&gt;\">]]&gt;&#13;&amp;&lt;\n</a>\n");
  EXPECT_EQ(writer.replaced(), 0U);
}

TEST(XmlWriter, ReplacesAndCountsWhatXmlCannotHold) {
  std::ostringstream out;
  XmlWriter writer(out);
  writer.Start("a");
  writer.Text(std::string("\0\x01\x1F\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\x7F", 13));
  writer.End();
  EXPECT_NE(out.str().find("<a>\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x7F</a>"), std::string::npos);
  EXPECT_EQ(writer.replaced(), 5U);
}

}  // namespace
}  // namespace calque::internal
