// Wire messages of IPTC 7901 and ANPA-1312.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "align/read/document_stream.h"
#include "align/read/reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

std::vector<RawDocument> ReadEach(const std::string& bytes) {
  DocumentStream stream(OpenMemory(bytes, "wire.bin"), {});
  std::vector<RawDocument> documents;
  while (std::optional<RawDocument> document = stream.Next()) {
    documents.push_back(std::move(*document));
  }
  return documents;
}

TEST(Iptc7901, ReadsManyMessagesAndDatesOfBothKinds) {
  const std::string message =
      "\x16\x16\x01"
      "AFP0042 4 POL 0010\r\n\x02PONT\r\n\tLe pont a rouvert,\r\nenfin.\r\n\tEds: note\r\n\x03"
      "051500 JAN 26\r\n\x04";
  const std::vector<RawDocument> documents = ReadEach(message + message);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text, "PONT\n\nEds: note\n\nLe pont a rouvert, enfin.");
  EXPECT_EQ(documents[0].date, (Date{2026, 1, 5}));
  EXPECT_EQ(documents[0].id, "AFP0042-2026-01-05");
  EXPECT_THROW((void)ReadEach(message + message.substr(0, 40)), Error);
}

TEST(Iptc7901, AMessageWithoutEndDoesNotSwallowTheNext) {
  const std::string head =
      "\x01"
      "AFP0042 4 POL 0010\r\n\x02\t";
  const std::string end = "\r\n\x03\x04";
  const std::vector<RawDocument> documents =
      ReadEach(head + "Le pont" + head + "La gare.\x03" + head + "Le port." + end);
  ASSERT_EQ(documents.size(), 3U);
  EXPECT_EQ(documents[0].text, "Le pont");
  ASSERT_EQ(documents[0].diagnostics.size(), 1U);
  EXPECT_EQ(documents[0].diagnostics[0].code, "document-cut-off");
  EXPECT_EQ(documents[1].text, "La gare.");
  EXPECT_TRUE(documents[1].diagnostics.empty());  // the end of the transmission alone is lost
  EXPECT_EQ(documents[2].text, "Le port.");
}

// A capture that is nothing but messages: the ends of all transmissions are lost.
TEST(Iptc7901, MessagesWithoutAnyEndOfTransmissionAreAllRead) {
  const std::string head =
      "\x01"
      "AFP0042 4 POL 0010\r\n\x02\t";
  const std::string tail =
      "\r\n\x03"
      "051500 JAN 26\r\n";
  const std::string capture = head + "Le pont." + tail + head + "La gare." + tail;
  const std::vector<RawDocument> documents = ReadEach(capture);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text, "Le pont.");
  EXPECT_EQ(documents[1].text, "La gare.");
  for (const RawDocument& document : documents) {
    EXPECT_EQ(document.date, (Date{2026, 1, 5}));
    EXPECT_TRUE(document.diagnostics.empty());
  }
  EXPECT_THROW((void)ReadEach(capture + head + "Le port"), Error);
}

// A wire writes its months in the language it is in.
TEST(Iptc7901, KnowsTheMonthsOfOtherLanguages) {
  for (const auto& [month, number] :
       {std::pair("MRZ", 3), {"AVRIL", 4}, {"Août", 8}, {"DIC", 12}}) {
    const std::vector<RawDocument> documents = ReadEach(
        "\x01"
        "DPA0042 4 POL 0010\r\n\x02\tLe pont a rouvert.\r\n\x03"
        "051500 " +
        std::string(month) + " 26\r\n\x04");
    ASSERT_EQ(documents.size(), 1U) << month;
    EXPECT_EQ(documents[0].date, (Date{2026, static_cast<std::uint8_t>(number), 5})) << month;
  }
}

// A wire speaks to its desks in the language it is in.
TEST(Iptc7901, KnowsWhatIsForEditors) {
  for (const auto& [line, is_note] : {std::pair("Note aux rédactions : corrige le bilan", true),
                                      {"EDS: adds toll", true},
                                      {"With AP Photos", true},
                                      {"AP Photographer Ann Lee was hurt", false},
                                      {"Editors: Ann Lee", false}}) {
    const std::vector<RawDocument> documents = ReadEach(
        "\x01"
        "AFP0042 4 POL 0010\r\n\x02\tLe pont a rouvert.\r\n\t" +
        std::string(line) + "\r\n^From ANN LEE=\r\n\x03\x04");
    ASSERT_EQ(documents.size(), 1U);
    const auto kind_of = [&](const std::string& text) {
      for (const auto& block : documents[0].blocks) {
        if (block.span.In(documents[0].text) == text) return block.kind;
      }
      return ParagraphKind::kTableRow;
    };
    EXPECT_EQ(kind_of(line), is_note ? ParagraphKind::kNote : ParagraphKind::kBody) << line;
    EXPECT_EQ(kind_of("From ANN LEE"), ParagraphKind::kByline);
  }
}

// The keyword line before the headline, and what is for the desks that receive it.
TEST(Iptc7901, KnowsTheKeywordLine) {
  const std::vector<RawDocument> documents = ReadEach(
      "\x16\x16\x01"
      "a0123\r\nu i BC-EU--Quake 1stLd-Writethru 02-06 0123\r\n\x02"
      "^BC-EU--Quake, 1st Ld-Writethru,0123<\r\n^Quake kills 12 in Turkey<\r\n"
      "^Eds: UPDATES with toll.<\r\n^AP Photo LON101<\r\n^By JANE DOE=\r\n"
      "^Associated Press Writer=\r\n   ANKARA, Turkey (AP) _ A quake hit\r\nTurkey.\r\n\x03"
      "02-06-23 0915GMT\r\n\x04");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].metadata.at("slug"), "BC-EU--Quake");
  EXPECT_EQ(documents[0].text,
            "Quake kills 12 in Turkey\n\nEds: UPDATES with toll.\n\nAP Photo LON101\n\n"
            "By JANE DOE, Associated Press Writer\n\nANKARA, Turkey (AP) - A quake hit Turkey.");
  const auto notes = std::ranges::count_if(
      documents[0].blocks, [](const auto& block) { return block.kind == ParagraphKind::kNote; });
  EXPECT_EQ(notes, 2);
}

}  // namespace
}  // namespace calque::internal
