#include "align/base/bitext_check.h"

#include <cmath>
#include <string>
#include <string_view>

#include "align/base/iso_date.h"
#include "align/base/printable.h"
#include "align/base/utf8.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

template <typename Range>
std::string RangeText(const Range& range) {
  return "[" + std::to_string(range.begin) + ", " + std::to_string(range.end) + ")";
}

std::string Numbered(const std::string& what, std::size_t index) {
  return what + " " + std::to_string(index);
}

// Checks the parts of one document; messages name it.
class DocumentCheck {
 public:
  DocumentCheck(const Document& document, const Location& place)
      : document_(document), place_(place) {}

  void Run() const {
    CheckText();
    CheckHead();
    CheckSpan(document_.headline, "the headline");
    if (document_.dateline) {
      for (const ByteSpan span : {document_.dateline->span, document_.dateline->place,
                                  document_.dateline->agency, document_.dateline->date}) {
        CheckSpan(span, "the dateline");
      }
    }
    for (const Credit& credit : document_.credits) CheckCredit(credit);
    CheckOrder(document_.tokens, "token");
    CheckOrder(document_.sentences, "sentence");
    CheckOrder(document_.paragraphs, "paragraph");
    CheckTokens();
    CheckParagraphs();
  }

  void CheckSpan(ByteSpan span, const std::string& what) const {
    const std::string_view text = document_.text;
    if (span.begin > span.end || span.end > text.size()) {
      Refuse(what + " has the span " + RangeText(span) + " in a text of " +
             std::to_string(text.size()) + " bytes");
    }
    if (!IsCharacterBoundary(text, span.begin) || !IsCharacterBoundary(text, span.end)) {
      Refuse(what + " has the span " + RangeText(span) + ", which cuts a character");
    }
  }

  template <typename Thing>
  void CheckRange(IndexRange<Thing> range, const std::vector<Thing>& things,
                  const std::string& what) const {
    if (range.begin > range.end || range.end > things.size()) {
      Refuse(what + " has the range " + RangeText(range) + " of " + std::to_string(things.size()));
    }
  }

  // Whatever is written as JSON must be UTF-8 to be read back.
  void CheckString(std::string_view value, const std::string& what) const {
    const std::size_t bad = FirstInvalidUtf8(value);
    if (bad != value.size()) Refuse(what + " is no UTF-8 at byte " + std::to_string(bad));
  }

  // And a number must be one.
  void CheckScore(float score, const std::string& what) const {
    if (!std::isfinite(score)) Refuse(what + " has a score that is no number");
  }

  void CheckProbability(float probability, const std::string& what) const {
    if (probability >= 0.0F && probability <= 1.0F) return;
    Refuse(what + " has the probability " + std::to_string(probability) + ", not one in [0, 1]");
  }

  [[noreturn]] void Refuse(const std::string& message) const {
    const std::string id = Printable(document_.id);
    if (place_.name.empty()) {
      throw Error(ErrorCode::kBadInput, {id}, "document is malformed: " + message);
    }
    throw Error(ErrorCode::kBadInput, place_, "document " + id + " is malformed: " + message);
  }

 private:
  void CheckText() const {
    if (document_.text.size() > kMostTextBytes) Refuse("its text is above 64 MiB");
    const std::size_t bad = FirstInvalidUtf8(document_.text);
    if (bad != document_.text.size()) {
      Refuse("its text is no UTF-8 at byte " + std::to_string(bad) + "; Engine::Read() converts");
    }
  }

  void CheckHead() const {
    CheckString(document_.id, "its id");
    CheckString(document_.language, "its language");
    if (document_.date && !IsDay(*document_.date)) {
      Refuse("there is no such day as its date, " + document_.date->ToString());
    }
    for (const auto& [key, value] : document_.metadata) {
      CheckString(key, "a key of its metadata");
      CheckString(value, "its " + key);
    }
    for (const Diagnostic& diagnostic : document_.diagnostics) {
      CheckString(diagnostic.code, "a diagnostic");
      CheckString(diagnostic.message, "a diagnostic");
      CheckString(diagnostic.location.name, "the file of a diagnostic");
    }
  }

  void CheckCredit(const Credit& credit) const {
    CheckSpan(credit.span, "a credit");
    CheckString(credit.name, "the name of a credit");
    CheckString(credit.place, "the place of a credit");
    CheckString(credit.organisation, "the organisation of a credit");
    CheckProbability(credit.probability, "a credit");
  }

  template <typename Thing>
  void CheckOrder(const std::vector<Thing>& things, const char* what) const {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
      CheckSpan(things[i].span, Numbered(what, i));
      if (things[i].span.begin < end) {
        Refuse(Numbered(what, i) + " begins inside the one before it");
      }
      end = things[i].span.end;
    }
  }

  void CheckTokens() const {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
      const Sentence& sentence = document_.sentences[i];
      CheckRange(sentence.tokens, document_.tokens, Numbered("sentence", i));
      CheckProbability(sentence.confidence, Numbered("sentence", i));
      if (sentence.tokens.empty()) continue;
      const ByteSpan span{document_.tokens[sentence.tokens.begin].span.begin,
                          document_.tokens[sentence.tokens.end - 1].span.end};
      if (sentence.tokens.begin < end || !sentence.span.Contains(span)) {
        Refuse(Numbered("sentence", i) + " has tokens of another one");
      }
      end = sentence.tokens.end;
    }
  }

  void CheckParagraphs() const {
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
      const Paragraph& paragraph = document_.paragraphs[i];
      const IndexRange<Sentence> range = paragraph.sentences;
      CheckRange(range, document_.sentences, Numbered("paragraph", i));
      if (range.empty()) continue;
      if (range.begin < end || !paragraph.span.Contains(document_.SpanOf(range))) {
        Refuse(Numbered("paragraph", i) + " has sentences of another one");
      }
      end = range.end;
    }
  }

  const Document& document_;
  const Location& place_;
};

void CheckMentions(const std::vector<Mention>& mentions, const DocumentCheck& check) {
  for (const Mention& mention : mentions) {
    check.CheckSpan(mention.span, "a mention");
    check.CheckString(mention.key, "the key of a mention");
    check.CheckProbability(mention.probability, "a mention");
  }
}

void CheckIndex(std::size_t index, std::size_t count, const DocumentCheck& check,
                const char* what) {
  if (index < count) return;
  check.Refuse(std::string("a link names ") + what + " " + std::to_string(index) + " of " +
               std::to_string(count));
}

}  // namespace

void CheckDocument(const Document& document, const Location& place) {
  DocumentCheck(document, place).Run();
}

SentencesTaken::SentencesTaken(const Document& source, const Document& target)
    : source_{source, std::vector<bool>(source.sentences.size(), false)},
      target_{target, std::vector<bool>(target.sentences.size(), false)} {}

void SentencesTaken::Side::Take(IndexRange<Sentence> range, const Location& place) {
  for (std::uint32_t sentence = range.begin; sentence < range.end; ++sentence) {
    if (taken[sentence]) {
      DocumentCheck(document, place).Refuse(Numbered("sentence", sentence) + " is in two beads");
    }
    taken[sentence] = true;
  }
}

void SentencesTaken::Take(const Bead& bead, const Location& place) {
  source_.Take(bead.source, place);
  target_.Take(bead.target, place);
}

void CheckBeads(const std::vector<Bead>& beads, const Document& source, const Document& target,
                const Location& place) {
  const DocumentCheck source_check(source, place);
  const DocumentCheck target_check(target, place);
  SentencesTaken taken(source, target);
  for (std::size_t i = 0; i < beads.size(); ++i) {
    source_check.CheckRange(beads[i].source, source.sentences, Numbered("bead", i));
    target_check.CheckRange(beads[i].target, target.sentences, Numbered("bead", i));
    source_check.CheckScore(beads[i].score, Numbered("bead", i));
    taken.Take(beads[i], place);
  }
}

void CheckBitext(const Bitext& bitext, const Location& place) {
  CheckDocument(bitext.source, place);
  CheckDocument(bitext.target, place);
  CheckBeads(bitext.beads, bitext.source, bitext.target, place);
  const DocumentCheck source(bitext.source, place);
  const DocumentCheck target(bitext.target, place);
  source.CheckString(bitext.id, "the id of its bitext");
  source.CheckScore(bitext.score, "its bitext");
  for (const WordLink& link : bitext.words) {
    CheckIndex(link.source, bitext.source.tokens.size(), source, "token");
    CheckIndex(link.target, bitext.target.tokens.size(), target, "token");
    source.CheckProbability(link.probability, "a word link");
  }
  CheckMentions(bitext.source_mentions, source);
  CheckMentions(bitext.target_mentions, target);
  for (const EntityLink& link : bitext.entities) {
    CheckIndex(link.source, bitext.source_mentions.size(), source, "mention");
    CheckIndex(link.target, bitext.target_mentions.size(), target, "mention");
    source.CheckProbability(link.score, "an entity link");
  }
  for (const Finding& finding : bitext.findings) {
    source.CheckSpan(finding.source, "a finding");
    target.CheckSpan(finding.target, "a finding");
    source.CheckString(finding.category, "the category of a finding");
    source.CheckString(finding.message, "the message of a finding");
    source.CheckProbability(finding.probability, "a finding");
  }
}

}  // namespace calque::internal
