#include "align/export/report/report_data.h"

#include <algorithm>
#include <vector>

#include "align/export/review.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

// Gaps and tokens of a sentence by turns, a gap first and last: `["", "Oui", " ", "!", ""]`.
Json Pieces(const Document& document, const Sentence& sentence) {
  Json pieces = Json::array();
  std::uint32_t at = sentence.span.begin;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const ByteSpan token = document.tokens[i].span;
    pieces.push_back(ByteSpan{at, token.begin}.In(document.text));
    pieces.push_back(token.In(document.text));
    at = token.end;
  }
  pieces.push_back(ByteSpan{at, sentence.span.end}.In(document.text));
  return pieces;
}

Json CreditsOf(const Document& document) {
  Json credits = Json::array();
  for (const Credit& credit : document.credits) {
    credits.push_back({{"role", ToString(credit.role)},
                       {"name", credit.name},
                       {"place", credit.place},
                       {"organisation", credit.organisation}});
  }
  return credits;
}

// Tokens that overlap `span`, as [first, behind the last]; null where there is none.
Json TokensIn(const Document& document, ByteSpan span) {
  if (span.empty()) return nullptr;
  const auto first =
      std::partition_point(document.tokens.begin(), document.tokens.end(),
                           [&](const Token& token) { return token.span.end <= span.begin; });
  const auto last = std::partition_point(first, document.tokens.end(), [&](const Token& token) {
    return token.span.begin < span.end;
  });
  if (first == last) return nullptr;
  return Json::array({first - document.tokens.begin(), last - document.tokens.begin()});
}

Json MentionsOf(const Document& document, const std::vector<Mention>& mentions) {
  Json out = Json::array();
  for (const Mention& mention : mentions) {
    Json tokens = TokensIn(document, mention.span);
    if (tokens.is_null()) tokens = Json::array({0, 0});
    out.push_back(Json::array({tokens[0], tokens[1], ToString(mention.kind), mention.key}));
  }
  return out;
}

// One side: its sentences, and what stands apart from them (credits, furniture) with the index of
// the sentence it precedes.
Json SideOf(const Document& document) {
  Json sentences = Json::array();
  Json apart = Json::array();
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const Paragraph& paragraph = document.paragraphs[p];
    if (paragraph.sentences.empty()) {
      apart.push_back({{"before", sentences.size()},
                       {"kind", ToString(paragraph.kind)},
                       {"text", paragraph.span.In(document.text)}});
    }
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      sentences.push_back({{"paragraph", p},
                           {"kind", ToString(paragraph.kind)},
                           {"firstToken", document.sentences[i].tokens.begin},
                           {"pieces", Pieces(document, document.sentences[i])}});
    }
  }
  const ByteSpan agency = document.dateline ? document.dateline->agency : ByteSpan{};
  return {{"name", document.id},
          {"language", document.language},
          {"agency", agency.In(document.text)},
          {"date", document.date ? document.date->ToString() : ""},
          {"credits", CreditsOf(document)},
          {"sentences", sentences},
          {"apart", apart}};
}

// Of spans outside all sentences, in a credit line say: which of `apart` holds them.
class ApartPlaces {
 public:
  explicit ApartPlaces(const Document& document) : document_(document) {
    for (const Paragraph& paragraph : document.paragraphs) {
      if (paragraph.sentences.empty()) paragraphs_.push_back(paragraph.span);
    }
  }

  // The index in `apart`, and the text; null for a span elsewhere.
  [[nodiscard]] Json At(ByteSpan span) const {
    if (span.empty()) return nullptr;
    const auto found =
        std::partition_point(paragraphs_.begin(), paragraphs_.end(),
                             [&](ByteSpan paragraph) { return paragraph.end <= span.begin; });
    if (found == paragraphs_.end() || !found->Contains(span)) return nullptr;
    return Json::array({found - paragraphs_.begin(), span.In(document_.text)});
  }

 private:
  const Document& document_;
  std::vector<ByteSpan> paragraphs_;  // those without sentences, in text order
};

Json FindingsOf(const Bitext& bitext) {
  const ApartPlaces source_places(bitext.source);
  const ApartPlaces target_places(bitext.target);
  Json out = Json::array();
  for (const Finding& finding : bitext.findings) {
    out.push_back(
        {{"category", finding.category},
         {"severity", ToString(finding.severity)},
         {"probability", finding.probability},
         {"message", finding.message},
         {"source", TokensIn(bitext.source, finding.source)},
         {"target", TokensIn(bitext.target, finding.target)},
         {"spans", Json::array({Json::array({finding.source.begin, finding.source.end}),
                                Json::array({finding.target.begin, finding.target.end})})},
         {"apart",
          {{"source", source_places.At(finding.source)},
           {"target", target_places.At(finding.target)}}}});
  }
  return out;
}

}  // namespace

std::string ReportData(const Bitext& bitext) {
  Json beads = Json::array();
  for (const Bead& bead : bitext.beads) {
    beads.push_back(Json::array({bead.source.begin, bead.source.end, bead.target.begin,
                                 bead.target.end, bead.score, bead.crossing}));
  }
  Json words = Json::array();
  for (const WordLink& link : bitext.words) {
    words.push_back(Json::array({link.source, link.target, link.probability}));
  }
  Json entities = Json::array();
  for (const EntityLink& link : bitext.entities) {
    entities.push_back(Json::array({link.source, link.target}));
  }
  const Json data = {{"schema", "calque/report/1"},
                     {"version", CALQUE_VERSION},
                     {"id", bitext.id},
                     {"digest", ReviewDigest(bitext)},
                     {"score", bitext.score},
                     {"source", SideOf(bitext.source)},
                     {"target", SideOf(bitext.target)},
                     {"beads", beads},
                     {"words", words},
                     {"mentions",
                      {{"source", MentionsOf(bitext.source, bitext.source_mentions)},
                       {"target", MentionsOf(bitext.target, bitext.target_mentions)}}},
                     {"entities", entities},
                     {"findings", FindingsOf(bitext)}};
  return ScriptJson(data);
}

}  // namespace calque::internal
