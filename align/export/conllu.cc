// CoNLL-U (Universal Dependencies, version 2): two sister files whose sentences have the same
// `sent_id`. A sentence is a side of a bead, so that word links stay inside one: `Align=3:4` in
// MISC, positions of tokens from 1, source first. Mentions are `Entity=B-PER` in MISC.
#include <utility>

#include "align/export/bead_tokens.h"
#include "align/export/losses.h"
#include "align/export/text_pair.h"
#include "align/export/writers.h"
#include "align/io/text_stream.h"
#include "align/read/credit_text.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

constexpr std::string_view kUnanalysed = "\t_\t_\t_\t_\t_\t_\t_\t";

// An identifier may not hold white space.
std::string Identifier(std::string id) {
  for (char& c : id) {
    if (c == ' ') c = '_';
  }
  return id;
}

struct Side {
  const Document& document;
  const std::vector<Mention>& mentions;
  SideTokens tokens;
};

bool SpaceAfter(const Side& side, std::size_t position) {
  const std::vector<ByteSpan>& spans = side.tokens.spans;
  return position + 1 < spans.size() && spans[position].end < spans[position + 1].begin;
}

std::string TextOf(const Side& side) {
  std::string text;
  for (std::size_t i = 0; i < side.tokens.spans.size(); ++i) {
    text += FormOf(side.document, side.tokens.spans[i]);
    if (SpaceAfter(side, i)) text += ' ';
  }
  return text;
}

class ConlluExporter : public Exporter {
 public:
  explicit ConlluExporter(ExportTarget& target) : texts_(target, ".conllu") {}

  void Write(const Bitext& bitext) override {
    texts_.Check(bitext.id, bitext.source.language, bitext.target.language);
    const PairHead head = HeadOf(bitext);
    StartDocument(head.source, &texts_.source());
    StartDocument(head.target, &texts_.target());
    std::size_t number = 0;
    for (const Bead& bead : bitext.beads) {
      const Side source{bitext.source, bitext.source_mentions,
                        TokensOf(bitext.source, bead.source)};
      const Side target{bitext.target, bitext.target_mentions,
                        TokensOf(bitext.target, bead.target)};
      if (source.tokens.spans.empty() || target.tokens.spans.empty()) {
        losses_.Add("null beads left out");
        continue;
      }
      WriteBead(bitext, source, target,
                Identifier(OneLine(bitext.id)) + "-" + std::to_string(++number));
    }
    AddSentencesInNoBead(bitext, &losses_);
    losses_.Add("findings left out", bitext.findings.size());
  }

  void End() override { texts_.End(); }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  static void Comment(std::string_view name, const std::string& value, std::ostream* out) {
    if (!value.empty()) *out << "# " << name << " = " << value << '\n';
  }

  // Comments of a document stand before its first sentence.
  void StartDocument(const DocumentHead& head, std::ostream* out) {
    std::string& comments = out == &texts_.source() ? source_comments_ : target_comments_;
    TextStream text;
    text << "# newdoc id = " << Identifier(head.id) << '\n';
    Comment("author", OneLine(FormatCredits(head.credits)), &text);
    if (head.date) Comment("date", head.date->ToString(), &text);
    Comment("source", head.rights, &text);
    comments = text.str();
  }

  void WriteBead(const Bitext& bitext, const Side& source, const Side& target,
                 const std::string& id) {
    std::uint64_t possible = 0;
    const PositionLinks links = LinksOf(bitext, source.tokens, target.tokens, &possible);
    losses_.Add("possible word links left out", possible);
    std::vector<std::string> source_links(source.tokens.spans.size());
    std::vector<std::string> target_links(target.tokens.spans.size());
    for (const auto& [from, to] : links) {
      const std::string link = std::to_string(from + 1) + ":" + std::to_string(to + 1);
      for (std::string* list : {&source_links[from], &target_links[to]}) {
        *list += (list->empty() ? "" : ",") + link;
      }
    }
    texts_.source() << std::exchange(source_comments_, {});
    texts_.target() << std::exchange(target_comments_, {});
    WriteSide(source, source_links, id, bitext.target.language, TextOf(target), &texts_.source());
    WriteSide(target, target_links, id, bitext.source.language, TextOf(source), &texts_.target());
  }

  static void WriteSide(const Side& side, const std::vector<std::string>& links,
                        const std::string& id, const std::string& other_language,
                        const std::string& other_text, std::ostream* out) {
    Comment("sent_id", id, out);
    Comment("text", TextOf(side), out);
    Comment("text_" + Identifier(OneLine(other_language)), other_text, out);
    const std::vector<std::string> tags = BioTags(side.mentions, side.tokens.spans);
    for (std::size_t i = 0; i < links.size(); ++i) {
      *out << i + 1 << '\t' << FormOf(side.document, side.tokens.spans[i]) << kUnanalysed;
      std::string misc;
      const auto add = [&](const std::string& item) { misc += (misc.empty() ? "" : "|") + item; };
      if (!links[i].empty()) add("Align=" + links[i]);
      if (tags[i] != "O") add("Entity=" + tags[i]);
      if (i + 1 < links.size() && !SpaceAfter(side, i)) add("SpaceAfter=No");
      *out << (misc.empty() ? "_" : misc) << '\n';
    }
    *out << '\n';
  }

  TextPair texts_;
  std::string source_comments_;
  std::string target_comments_;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeConlluExporter(ExportTarget& target) {
  return std::make_unique<ConlluExporter>(target);
}

}  // namespace calque::internal
