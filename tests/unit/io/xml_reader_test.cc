#include "align/io/xml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "align/io/tag_attributes.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

// `<a k="v">text</a>` as one line of events.
std::string Events(const std::string& xml) {
  const auto source = OpenMemory(xml, "memory.xml");
  XmlReader reader(*source);
  std::string out;
  std::string text;
  for (Event event = reader.Next(); event != Event::kDone; event = reader.Next()) {
    if (event == Event::kText) {
      text += reader.text();
      continue;
    }
    if (!text.empty()) out += "[" + text + "]";
    text.clear();
    out += event == Event::kStart ? "<" : "</";
    out += reader.name();
    for (const auto& [name, value] : reader.attributes()) {
      if (event == Event::kStart) out += " " + name + "=" + value;
    }
    out += ">";
  }
  return out;
}

std::string ErrorOf(const std::string& xml) {
  try {
    return "no error, but " + Events(xml);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kBadInput);
    return error.what();
  }
}

TEST(XmlReader, GivesElementsAttributesAndText) {
  EXPECT_EQ(Events("<?xml version='1.0'?><a><b xml:lang='fr' k='1'>x &amp; y</b><c/></a>"),
            "<a><b xml:lang=fr k=1>[x & y]</b><c></c></a>");
}

TEST(XmlReader, GivesCdataAsTextAndLeavesCommentsOut) {
  EXPECT_EQ(Events("<a>1<!-- no -->2<![CDATA[<3>]]><?pi no?>4</a>"), "<a>[12<3>4]</a>");
}

TEST(XmlReader, ReadsTheDeclaredEncoding) {
  EXPECT_EQ(Events("<?xml version='1.0' encoding='ISO-8859-1'?><a k='\xE9'>\xE9t\xE9</a>"),
            "<a k=é>[été]</a>");
}

TEST(XmlReader, NamesOfHtmlCharactersAreText) {
  EXPECT_EQ(Events("<a k='caf&eacute;&amp;co'>caf&eacute; &hellip;</a>"),
            "<a k=café&co>[café …]</a>");
  EXPECT_EQ(Events("<!DOCTYPE a SYSTEM 'absent.dtd'><a k='&eacute;'>&eacute;</a>"),
            "<a k=é>[é]</a>");
}

TEST(XmlReader, ShortEntitiesOfTheDocumentAreText) {
  EXPECT_EQ(
      Events("<!DOCTYPE a [<!ENTITY co 'Acme &#38; Co'><!ENTITY de 'Süd'>]><a k='&de;'>&de;</a>"),
      "<a k=Süd>[Süd]</a>");
}

TEST(XmlReader, RefusesEntitiesItDoesNotExpand) {
  EXPECT_NE(ErrorOf("<a>&nothing;</a>").find("nothing"), std::string::npos);
  EXPECT_NE(ErrorOf("<!DOCTYPE a SYSTEM 'x.dtd'><a>&nothing;</a>").find("nothing"),
            std::string::npos);
  EXPECT_NE(ErrorOf("<!DOCTYPE a SYSTEM 'x.dtd'><a k='&nothing;'/>").find("nothing"),
            std::string::npos);
}

TEST(XmlReader, RefusesExternalEntities) {
  const std::string error =
      ErrorOf("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
  EXPECT_NE(error.find("memory.xml:1"), std::string::npos) << error;
}

TEST(XmlReader, RefusesEntityBombs) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " '" + inner + inner + "'>";
  }
  EXPECT_NE(ErrorOf(bomb + "]><a>&e29;</a>").find("e29"), std::string::npos);
  EXPECT_NE(ErrorOf(bomb + "]><a k='&e29;'/>").find("e29"), std::string::npos);
}

TEST(XmlReader, RefusesDeepNesting) {
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  EXPECT_NE(ErrorOf(deep).find("nested deeper than 256"), std::string::npos);
}

TEST(XmlReader, TakesTextLongerThanLibxmlsOwnLimit) {
  const std::string text(25'000'000, 'x');
  const auto source_text = "<a><b>" + text + "</b></a>";
  const auto source = OpenMemory(source_text, "memory.xml");
  XmlReader reader(*source);
  EXPECT_EQ(reader.Next(), Event::kStart);
  EXPECT_EQ(reader.Next(), Event::kStart);
  EXPECT_EQ(reader.TakeText(), text);
  EXPECT_EQ(reader.Next(), Event::kEnd);
  EXPECT_EQ(reader.Next(), Event::kDone);
}

TEST(XmlReader, SaysWhereADocumentIsBroken) {
  EXPECT_EQ(ErrorOf(""), "memory.xml:1:1: is not XML: no element found");
  EXPECT_NE(ErrorOf("not XML").find("not"), std::string::npos);
  EXPECT_NE(ErrorOf("<a>\n<b>\n</a>").find("memory.xml:3"), std::string::npos);
  EXPECT_NE(ErrorOf("<a>\n<b>text").find("cut off"), std::string::npos);
  EXPECT_NE(ErrorOf("<a>\n\x01</a>").find("memory.xml:2"), std::string::npos);
  EXPECT_NE(ErrorOf("<a>\n\xE9</a>").find("memory.xml:2"), std::string::npos);
}

TEST(XmlReader, SkipsAnElementWithAllInIt) {
  const std::string xml = "<a><b><b>1</b>2</b><c/></a>";
  const auto source = OpenMemory(xml, "memory.xml");
  XmlReader reader(*source);
  EXPECT_EQ(reader.Next(), Event::kStart);
  EXPECT_EQ(reader.Next(), Event::kStart);
  reader.Skip();
  EXPECT_EQ(reader.Next(), Event::kStart);
  EXPECT_EQ(reader.name(), "c");
}

TEST(XmlReader, DecodedBytesOverruleTheDeclaration) {
  const std::string xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
  const auto source = OpenMemory(xml, "memory.xml");
  XmlReader reader(*source, XmlEncoding::kUtf8);
  EXPECT_EQ(reader.Next(), Event::kStart);
  EXPECT_EQ(reader.TakeText(), "é");
}

TEST(XmlReader, RefusesATagWithTooManyAttributes) {
  const auto tag = [](std::size_t count, const std::string& value) {
    std::string xml = "<a\n";
    for (std::size_t i = 0; i < count; ++i) xml += " b" + std::to_string(i) + "='" + value + "'";
    return xml + "/>";
  };
  EXPECT_TRUE(Events(tag(kMostAttributes, "")).ends_with("</a>"));
  EXPECT_TRUE(Events(tag(1, std::string(300'000, '='))).ends_with("</a>"));
  const std::string refusal =
      "memory.xml:2: a tag has more than 512 attributes; this is no document of a known format";
  EXPECT_EQ(ErrorOf(tag(kMostAttributes + 1, "")), refusal);
  // Found before the tag ends.
  const std::string error = ErrorOf(tag(20'000, "x"));
  EXPECT_TRUE(error.ends_with(refusal.substr(refusal.find("a tag")))) << error;
}

}  // namespace
}  // namespace calque::internal
