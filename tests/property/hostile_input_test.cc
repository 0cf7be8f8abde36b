// That no text makes a reader slow: four times of anything takes about four times as long to read,
// or to refuse.
#include <gtest/gtest.h>

#include <algorithm>

#include "align/io/file.h"
#include "align/read/document_stream.h"
#include "calque/error.h"
#include "tests/support/bitexts.h"
#include "tests/support/corpus.h"
#include "tests/support/linear.h"
#include "tests/support/wire_story.h"

namespace calque::internal {
namespace {

constexpr std::size_t kSmall = 160'000;
constexpr std::string_view kMark = "@HERE@";

// What readers look for, and what they look for the end of. `%` becomes another word each time.
constexpr std::string_view kPieces[] = {
    "&",
    "&amp",
    "&#",
    "&amp;",
    "<",
    "<a",
    "< ",
    "</",
    "<!",
    "<!--",
    "<![CDATA[",
    "<?",
    "<a href=\"",
    "<P>",
    "<p>",
    "<b>",
    "<p>x",
    "<p>x%</p>",
    "<br/>",
    "<li>",
    "<h1>%</h1>",
    "<table><tr><td>",
    "<DOC>",
    "<DOC></DOC>",
    "</DOC>",
    "\x01",
    "\x01x\x02",
    "\x01xy 12\x02x\r\n",
    "\x01x\x02y\x03\x04",
    "\x04",
    "\t",
    " ",
    " _ ",
    "\r",
    "\n",
    "\n\n",
    "x\n\n",
    "x%\n\n",
    "\n  x",
    "^x<\n",
    "^%=\n",
    "By %\n",
    "120 words\n",
    "Document A\n",
    "x of x DOCUMENTS\n",
    "1 of 1 DOCUMENTS\n\nx\n\n",
    "LENGTH: 1 words\n",
    "[",
    "{",
    "\"",
    "\\\\",
    "{\"a\":",
    "(",
    ";",
    "\xC3",
    "\xC2\x92",
    "é",
    "中",
    "a",
    "Ab ",
    "<creator role=\"drol:writer\"><name>Jan N%</name></creator>",
    "<by>N%</by>",
    "<headline>N%</headline>",
    "<link rel=\"irel:a\" residref=\"%\"/>",
    "<tuv><seg>%</seg></tuv>",
    "<ph>x</ph>",
};

std::string Repeated(std::string_view piece, std::size_t size) {
  std::string text;
  for (std::size_t number = 0; text.size() < size; ++number) {
    const std::size_t at = std::min(piece.find('%'), piece.size());
    text += piece.substr(0, at);
    if (at == piece.size()) continue;
    for (const char digit : std::to_string(number)) text += static_cast<char>(digit - '0' + 'a');
    text += piece.substr(at + 1);
  }
  return text;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
  return text;
}

template <typename Work>
void ExpectLinear(const Work& work, const std::string& what) {
  test::ExpectLinear(kSmall, work, what);
}

void ReadDocuments(const std::string& bytes, const std::string& format) {
  DocumentStream stream(OpenMemory(bytes, "in"), ReadOptions{.format = format});
  try {
    while (stream.Next()) {
    }
  } catch (const Error&) {
  }
}

class HostileDocuments : public testing::TestWithParam<const char*> {
 protected:
  // A file of the format with kMark where text of the story may be, or what is said of it.
  static std::string File() {
    const std::string format = GetParam();
    test::WireStory story;
    story.body = {std::string(kMark)};
    for (const test::WireFile& file : test::InEveryFormat(story)) {
      if (file.format != format) continue;
      return Replaced(file.bytes, "<contentMeta>", "<contentMeta>" + std::string(kMark));
    }
    const std::string seed = format + (format == "factiva" ? "/plain" : "/two");
    const std::string path = CALQUE_SOURCE_DIRECTORY "/tests/fuzz/seeds/read/" +
                             (format == "text" ? std::string("text/story") : seed);
    return Replaced(ReadFile(path), "Le pont a rouvert jeudi. Il était fermé.", kMark);
  }
};

TEST_P(HostileDocuments, TakeLinearTime) {
  const std::string format = GetParam();
  const std::string file = File();
  ASSERT_NE(file.find(kMark), std::string::npos);
  for (const std::string_view piece : kPieces) {
    ExpectLinear(
        [&](std::size_t size) {
          return [bytes = Replaced(file, kMark, Repeated(piece, size)), format] {
            ReadDocuments(bytes, format);
          };
        },
        "in the story: " + std::string(piece));
    ExpectLinear(
        [&](std::size_t size) {
          return [bytes = file + Repeated(piece, size), format] { ReadDocuments(bytes, format); };
        },
        "behind it: " + std::string(piece));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, HostileDocuments,
                         testing::Values("europresse", "factiva", "gigaword", "html", "iptc7901",
                                         "newsml-g2", "newsml1", "nexis", "ninjs", "nitf", "rcv",
                                         "text"),
                         [](const auto& info) { return Replaced(info.param, "-", "_"); });

TEST(HostileTags, TakeLinearTime) {
  for (const std::string_view piece : {" a%=''", " xmlns:a%=''", " a%", "a%=''", " '%", " ="}) {
    for (const std::string_view head : {"<p", "<p a='", "<?p"}) {
      const auto read = [&](const std::string& format, const std::string& open) {
        ExpectLinear(
            [&](std::size_t size) {
              return [bytes = open + std::string(head) + Repeated(piece, size), format] {
                ReadDocuments(bytes, format);
                ReadDocuments(bytes + ">Le pont a rouvert.", format);
              };
            },
            format + ": " + std::string(head) + std::string(piece));
      };
      read("html", "<html><body>");
      read("nitf", "<nitf><body><body.content>");
    }
  }
}

class HostileBitexts : public testing::TestWithParam<const char*> {};

TEST_P(HostileBitexts, TakeLinearTime) {
  const std::string format = GetParam();
  const std::string reader = format.starts_with("xliff") ? "xliff" : format;
  const test::Corpus corpus = test::WriteCorpus(format, {test::FerryBitext()});
  for (const std::string_view piece : kPieces) {
    ExpectLinear(
        [&](std::size_t size) {
          test::Corpus hostile = corpus;
          const std::string text = Repeated(piece, size);
          for (auto& [name, bytes] : hostile) bytes = Replaced(bytes, "Brandt", text);
          return [hostile, reader, format] {
            try {
              (void)test::ReadCorpus(reader, hostile, {"en", "fr"}, format);
            } catch (const Error&) {
            }
          };
        },
        std::string(piece));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, HostileBitexts,
                         testing::Values("bitextor", "hf", "jsonl", "moses", "tei", "tmx", "tsv",
                                         "xces", "xliff12", "xliff21"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace calque::internal
