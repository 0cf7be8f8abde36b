#include <array>
#include <random>
#include <string>
#include <string_view>

#include "tests/support/bitexts.h"

namespace calque::test {
namespace {

constexpr std::array<std::string_view, 44> kPieces = {"a",
                                                      "b",
                                                      "Z",
                                                      "é",
                                                      "ß",
                                                      "9",
                                                      "0",
                                                      ".",
                                                      ",",
                                                      ";",
                                                      ":",
                                                      "(",
                                                      ")",
                                                      "[",
                                                      "]",
                                                      "\\",
                                                      "/",
                                                      "\"",
                                                      "'",
                                                      "<",
                                                      ">",
                                                      "&",
                                                      "&amp;",
                                                      "]]>",
                                                      "<!--",
                                                      "\t",
                                                      "\n",
                                                      "\r\n",
                                                      "\r",
                                                      "\v",
                                                      "\f",
                                                      "\x01",
                                                      "\x1C",
                                                      "\x7F",
                                                      "\xC2\x85",
                                                      "\xE2\x80\xA8",
                                                      "\xE2\x80\xAE",
                                                      "\xEF\xBF\xBE",
                                                      "\xEF\xBB\xBF",
                                                      "\xD7\xA9\xD7\x9C",
                                                      "\xF0\x9F\x9A\xA2",
                                                      " ",
                                                      "\xC2\xA0",
                                                      "source\ttarget"};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : engine_(seed) {}

  std::uint32_t Below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(engine_() % std::max<std::uint32_t>(limit, 1));
  }
  bool OneIn(std::uint32_t n) { return Below(n) == 0; }
  // Sentences of one side of a bead: mostly one.
  std::uint32_t RunLength() { return OneIn(2) ? 1 : Below(4); }
  float Probability() { return static_cast<float>(Below(10'001)) / 10'000.0F; }

  std::string Text(std::uint32_t pieces) {
    std::string text;
    for (std::uint32_t i = Below(pieces + 1); i > 0; --i) text += kPieces[Below(kPieces.size())];
    return text;
  }
  // Not empty, and not white space only.
  std::string Name() { return "n" + Text(6) + "x"; }

  // A span that begins and ends where a character does.
  ByteSpan Span(std::string_view text) {
    const auto snap = [&](std::uint32_t at) {
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      return at;
    };
    const std::uint32_t begin = snap(Below(static_cast<std::uint32_t>(text.size()) + 1));
    const auto rest = static_cast<std::uint32_t>(text.size()) - begin;
    return {begin, snap(begin + Below(rest + 1))};
  }

  Document MakeDocument(std::string language) {
    Document document;
    document.id = Name();
    document.language = std::move(language);
    if (OneIn(2)) {
      document.date =
          Date{static_cast<std::int16_t>(1900 + Below(200)),
               static_cast<std::uint8_t>(1 + Below(12)), static_cast<std::uint8_t>(1 + Below(28))};
    }
    for (std::uint32_t i = 1 + Below(8); i > 0; --i) AddParagraph(&document);
    document.headline = Span(document.text);
    if (OneIn(2)) {
      document.dateline = Dateline{Span(document.text), Span(document.text), Span(document.text),
                                   Span(document.text)};
    }
    for (std::uint32_t i = Below(4); i > 0; --i) {
      document.credits.push_back({static_cast<CreditRole>(Below(14)), Name(), Text(3), Text(3),
                                  Span(document.text), Probability()});
    }
    for (std::uint32_t i = Below(3); i > 0; --i) document.metadata[Name()] = Text(5);
    if (OneIn(3)) document.metadata["rights"] = Name();
    for (std::uint32_t i = Below(2); i > 0; --i) {
      document.diagnostics.push_back({Name(), Text(5), {Text(2), Below(9), 0}});
    }
    return document;
  }

  std::vector<Mention> MakeMentions(const Document& document) {
    std::vector<Mention> mentions;
    for (std::uint32_t i = Below(5); i > 0; --i) {
      mentions.push_back(
          {Span(document.text), static_cast<MentionKind>(Below(13)), Text(3), Probability()});
    }
    return mentions;
  }

 private:
  void AddParagraph(Document* document) {
    if (!document->text.empty()) document->text += "\n\n";
    Paragraph paragraph;
    paragraph.kind = static_cast<ParagraphKind>(Below(9));
    paragraph.span.begin = static_cast<std::uint32_t>(document->text.size());
    paragraph.sentences.begin = static_cast<std::uint32_t>(document->sentences.size());
    for (std::uint32_t i = Below(5); i > 0; --i) {
      if (OneIn(2)) document->text += ' ';
      AddSentence(IsAlignable(paragraph.kind), document);
    }
    paragraph.span.end = static_cast<std::uint32_t>(document->text.size());
    paragraph.sentences.end = static_cast<std::uint32_t>(document->sentences.size());
    document->paragraphs.push_back(paragraph);
  }

  void AddSentence(bool counts, Document* document) {
    Sentence sentence;
    sentence.span.begin = static_cast<std::uint32_t>(document->text.size());
    sentence.tokens.begin = static_cast<std::uint32_t>(document->tokens.size());
    document->text += OneIn(8) ? std::string() : Text(12);
    sentence.span.end = static_cast<std::uint32_t>(document->text.size());
    sentence.confidence = Probability();
    if (!counts) return;
    if (!sentence.span.empty() && OneIn(2)) document->tokens.push_back({sentence.span});
    sentence.tokens.end = static_cast<std::uint32_t>(document->tokens.size());
    document->sentences.push_back(sentence);
  }

  std::mt19937_64 engine_;
};

void AddBeads(Maker* maker, Bitext* bitext) {
  const auto sources = static_cast<std::uint32_t>(bitext->source.sentences.size());
  const auto targets = static_cast<std::uint32_t>(bitext->target.sentences.size());
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  while (source < sources || target < targets) {
    const std::uint32_t source_end = std::min(sources, source + maker->RunLength());
    const std::uint32_t target_end = std::min(targets, target + maker->RunLength());
    if (source_end == source && target_end == target) continue;
    bitext->beads.push_back(
        {{source, source_end}, {target, target_end}, maker->Probability(), maker->OneIn(10)});
    source = source_end;
    target = target_end;
  }
}

}  // namespace

Bitext HostileBitext(std::uint64_t seed) {
  Maker maker(seed);
  Bitext bitext;
  bitext.id = maker.Name();
  bitext.source = maker.MakeDocument("en");
  bitext.target = maker.MakeDocument("fr");
  bitext.score = maker.Probability();
  AddBeads(&maker, &bitext);
  if (!bitext.source.tokens.empty() && !bitext.target.tokens.empty()) {
    bitext.words.push_back({maker.Below(static_cast<std::uint32_t>(bitext.source.tokens.size())),
                            maker.Below(static_cast<std::uint32_t>(bitext.target.tokens.size())),
                            maker.Probability()});
  }
  bitext.source_mentions = maker.MakeMentions(bitext.source);
  bitext.target_mentions = maker.MakeMentions(bitext.target);
  const auto sources = static_cast<std::uint32_t>(bitext.source_mentions.size());
  const auto targets = static_cast<std::uint32_t>(bitext.target_mentions.size());
  for (std::uint32_t i = maker.Below(std::min(sources, targets) + 1); i > 0; --i) {
    bitext.entities.push_back({maker.Below(sources), maker.Below(targets), maker.Probability(),
                               static_cast<LinkEvidence>(maker.Below(7))});
  }
  for (std::uint32_t i = maker.Below(3); i > 0; --i) {
    bitext.findings.push_back({maker.Name(), static_cast<Severity>(maker.Below(3)),
                               maker.Probability(), maker.Span(bitext.source.text),
                               maker.Span(bitext.target.text), maker.Text(5)});
  }
  return bitext;
}

}  // namespace calque::test
