// TEI P5: texts with `s@xml:id` and a <linkGrp> of <link target="#a #b">, in one <TEI>. The first
// <text> that holds sentences is the source, the second the target. Sentences without a link are
// null beads.
#include <array>
#include <map>
#include <vector>

#include "align/base/bitext_check.h"
#include "align/base/iso_date.h"
#include "align/io/file.h"
#include "align/io/length_limit.h"
#include "align/io/number_text.h"
#include "align/io/xml_reader.h"
#include "align/read/bitext_readers.h"
#include "align/read/document_builder.h"
#include "align/read/tei_names.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

struct Side {
  Document document;
  DocumentHead head;
  std::map<std::string, std::uint32_t, std::less<>> sentences;  // by id
};

struct Link {
  std::string target;  // `#a #b`
  float score = 0.0F;
  bool crossing = false;
  Location location;
};

bool IsParagraph(std::string_view name) { return name == "p" || name == "ab" || name == "head"; }

class TeiReader : public BitextReader {
 public:
  TeiReader(BitextInput input, const BitextReadOptions& options)
      : input_(std::move(input)), options_(options), xml_(*input_.main) {
    if (xml_.Next() != Event::kStart || (xml_.name() != "TEI" && xml_.name() != "teiCorpus")) {
      throw Error(ErrorCode::kBadInput, xml_.location(),
                  "is not TEI: its root is neither <TEI> nor <teiCorpus>");
    }
    at_tei_ = xml_.name() == "TEI";
  }

  std::optional<Bitext> Next() override {
    while (!at_tei_) {
      const Event event = xml_.Next();
      if (event == Event::kDone) return std::nullopt;
      at_tei_ = event == Event::kStart && xml_.name() == "TEI";
    }
    at_tei_ = false;
    return ReadTei();
  }

 private:
  Bitext ReadTei() {
    bitext_ = {};
    sides_[0] = sides_[1] = {};
    links_.clear();
    texts_ = 0;
    const Location start = xml_.location();
    xml_.ForEachElementInside([&] { ReadElement(); });
    if (texts_ != 2) {
      throw Error(ErrorCode::kBadInput, start,
                  "a <TEI> with " + std::to_string(texts_) + " texts; a bitext has two");
    }
    for (Side& side : sides_) {
      side.head.language = side.document.language;
      ApplyHead(std::move(side.head), &side.document);
    }
    AddBeads();
    bitext_.source = std::move(sides_[0].document);
    bitext_.target = std::move(sides_[1].document);
    if (!options_.source_language.empty()) bitext_.source.language = options_.source_language;
    if (!options_.target_language.empty()) bitext_.target.language = options_.target_language;
    return std::move(bitext_);
  }

  void ReadElement() {
    const std::string_view name = xml_.name();
    if (name == "titleStmt") {
      ReadTitle();
    } else if (name == "bibl") {
      ReadBibl(xml_.Attribute("type") == kTeiTarget ? &sides_[1].head : &sides_[0].head);
    } else if (name == "linkGrp") {
      bitext_.score = ParseFloat(xml_.Attribute("cert")).value_or(0.0F);
    } else if (name == "link") {
      links_.push_back({std::string(xml_.Attribute("target")),
                        ParseFloat(xml_.Attribute("cert")).value_or(0.0F),
                        xml_.Attribute("type") == kTeiCrossing, xml_.location()});
    } else if (name == "text") {
      text_language_ = xml_.Attribute("xml:lang");
    } else if (name == "body") {
      ReadBody();
    }
  }

  void ReadTitle() {
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "title") bitext_.id = xml_.TakeText();
    });
  }

  void ReadBibl(DocumentHead* head) {
    xml_.ForEachElementInside([&] {
      const std::string_view name = xml_.name();
      if (name == "title") {
        head->id = xml_.TakeText();
      } else if (name == "date") {
        head->date = ParseIsoDate(xml_.Attribute("when"));
      } else if (name == "availability") {
        xml_.ForEachElementInside([&] {
          if (xml_.name() == "p") head->rights = xml_.TakeText();
        });
      } else if (name == "author" || name == "editor" || name == "respStmt") {
        ReadCredit(head);
      }
    });
  }

  void ReadCredit(DocumentHead* head) {
    std::optional<CreditRole> role = CreditRoleFromString(xml_.Attribute("role"));
    if (!role && xml_.name() == "author") role = CreditRole::kWriter;
    if (!role && xml_.name() == "editor") role = CreditRole::kEditor;
    Credit credit;
    xml_.ForEachElementInside([&] {
      const std::string_view name = xml_.name();
      if (name == "resp") role = CreditRoleFromString(xml_.TakeText());
      if (name == "name" || name == "persName") credit.name = xml_.TakeText();
      if (name == "placeName") credit.place = xml_.TakeText();
      if (name == "orgName") credit.organisation = xml_.TakeText();
    });
    if (!role || credit.name.empty()) return;
    credit.role = *role;
    head->credits.push_back(std::move(credit));
  }

  void ReadBody() {
    const std::size_t text = texts_++;
    if (text >= sides_.size()) return xml_.Skip();  // ReadTei() refuses them all
    Side& side = sides_[text];
    side.document.language = text_language_;
    xml_.ForEachElementInside([&] {
      if (IsParagraph(xml_.name())) ReadParagraph(&side);
    });
  }

  static ParagraphKind KindOf(std::string_view element, std::string_view type) {
    if (const auto kind = ParagraphKindFromString(type)) return *kind;
    return element == "head" ? ParagraphKind::kHeadline : ParagraphKind::kBody;
  }

  void ReadParagraph(Side* side) {
    Document& document = side->document;
    const ParagraphKind kind = KindOf(xml_.name(), xml_.Attribute("type"));
    if (!document.paragraphs.empty()) document.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    const auto first = static_cast<std::uint32_t>(document.sentences.size());
    xml_.ForEachInside([&](Event event) {
      if (event == Event::kText) Append(xml_.text(), &document);
      if (event == Event::kStart && xml_.name() == "s") ReadSentence(side);
    });
    const auto last = static_cast<std::uint32_t>(document.sentences.size());
    document.paragraphs.push_back(
        {{begin, static_cast<std::uint32_t>(document.text.size())}, {first, last}, kind});
  }

  void ReadSentence(Side* side) {
    Document& document = side->document;
    const std::string id(xml_.Attribute("xml:id"));
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    xml_.ForEachInside([&](Event event) {
      if (event == Event::kText) Append(xml_.text(), &document);
    });
    side->sentences.emplace(id, static_cast<std::uint32_t>(document.sentences.size()));
    document.sentences.push_back(
        {{begin, static_cast<std::uint32_t>(document.text.size())}, {}, 1.0F});
  }

  void Append(std::string_view text, Document* document) const {
    if (document->text.size() + text.size() + 2 >= kDefaultDocumentLimit) {
      RefuseLength(xml_.location(), kDefaultDocumentLimit, "a text is");
    }
    document->text += text;
  }

  Bead BeadOf(const Link& link) const {
    Bead bead;
    bead.score = link.score;
    bead.crossing = link.crossing;
    std::string_view rest = link.target;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      if (word.size() < 2) continue;
      const std::string_view id = word.substr(1);
      if (!Extend(sides_[0], id, &bead.source) && !Extend(sides_[1], id, &bead.target)) {
        throw Error(ErrorCode::kBadInput, link.location,
                    "no sentence \"" + std::string(id) + "\" there");
      }
    }
    return bead;
  }

  // Whether the sentence is of that side and follows those of `range`.
  static bool Extend(const Side& side, std::string_view id, IndexRange<Sentence>* range) {
    const auto found = side.sentences.find(id);
    if (found == side.sentences.end()) return false;
    if (range->empty()) range->begin = range->end = found->second;
    if (range->end != found->second) return false;
    ++range->end;
    return true;
  }

  // Links in text order, and a null bead for each sentence without one.
  void AddBeads() {
    std::vector<Bead> linked;
    std::vector<bool> covered(sides_[1].document.sentences.size(), false);
    SentencesTaken taken(sides_[0].document, sides_[1].document);
    for (const Link& link : links_) {
      linked.push_back(BeadOf(link));
      taken.Take(linked.back(), link.location);
      for (std::uint32_t t = linked.back().target.begin; t < linked.back().target.end; ++t) {
        covered[t] = true;
      }
    }
    std::stable_sort(linked.begin(), linked.end(),
                     [](const Bead& a, const Bead& b) { return a.source.begin < b.source.begin; });
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    const auto null_beads_to = [&](std::uint32_t source_end, std::uint32_t target_end) {
      for (; source < source_end; ++source) {
        bitext_.beads.push_back({{source, source + 1}, {target, target}, 0.0F, false});
      }
      for (; target < target_end; ++target) {
        if (!covered[target]) {
          bitext_.beads.push_back({{source, source}, {target, target + 1}, 0.0F, false});
        }
      }
    };
    for (const Bead& bead : linked) {
      null_beads_to(bead.source.begin, bead.target.begin);
      bitext_.beads.push_back(bead);
      source = std::max(source, bead.source.end);
      target = std::max(target, bead.target.end);
    }
    null_beads_to(static_cast<std::uint32_t>(sides_[0].document.sentences.size()),
                  static_cast<std::uint32_t>(covered.size()));
  }

  BitextInput input_;
  BitextReadOptions options_;
  XmlReader xml_;
  bool at_tei_ = false;
  Bitext bitext_;
  std::array<Side, 2> sides_;
  std::size_t texts_ = 0;
  std::string text_language_;
  std::vector<Link> links_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenTei(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<TeiReader>(std::move(input), options);
}

}  // namespace calque::internal
