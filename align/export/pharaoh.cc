// Word links as `i-j`, a line a bead, positions of tokens from 0, source first (Koehn's Pharaoh
// decoder; what fast_align and its readers use). Beside them `x.en` and `x.fr`: the tokens of the
// same beads, separated by blanks.
#include "align/base/utf8.h"
#include "align/export/bead_tokens.h"
#include "align/export/losses.h"
#include "align/export/text_pair.h"
#include "align/export/writers.h"

namespace calque::internal {
namespace {

class PharaohExporter : public Exporter {
 public:
  explicit PharaohExporter(ExportTarget& target) : links_(target.Main()), texts_(target, "") {}

  void Write(const Bitext& bitext) override {
    texts_.Check(bitext.id, bitext.source.language, bitext.target.language);
    for (const Bead& bead : bitext.beads) {
      const SideTokens source = TokensOf(bitext.source, bead.source);
      const SideTokens target = TokensOf(bitext.target, bead.target);
      if (source.spans.empty() || target.spans.empty()) {
        losses_.Add("null beads left out");
        continue;
      }
      std::uint64_t possible = 0;
      WriteLinks(LinksOf(bitext, source, target, &possible));
      losses_.Add("possible word links left out", possible);
      texts_.source() << Line(bitext.source, source) << '\n';
      texts_.target() << Line(bitext.target, target) << '\n';
    }
    AddSentencesInNoBead(bitext, &losses_);
    losses_.Add("credits left out", bitext.source.credits.size() + bitext.target.credits.size());
    losses_.Add("mentions left out", bitext.source_mentions.size() + bitext.target_mentions.size());
    losses_.Add("findings left out", bitext.findings.size());
  }

  void End() override { texts_.End(); }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  void WriteLinks(const PositionLinks& links) {
    bool first = true;
    for (const auto& [source, target] : links) {
      links_ << (first ? "" : " ") << source << '-' << target;
      first = false;
    }
    links_ << '\n';
  }

  // A blank inside a token, as between groups of digits, would make it two; so would one that does
  // not break to readers that split at every white space.
  std::string Line(const Document& document, const SideTokens& tokens) {
    std::string line;
    for (const ByteSpan token : tokens.spans) {
      if (!line.empty()) line += ' ';
      line += WithoutBlanks(FormOf(document, token));
    }
    return line;
  }

  std::string WithoutBlanks(const std::string& form) {
    std::string out;
    for (std::size_t at = 0; at < form.size();) {
      const CodePoint c = DecodeAt(form, at);
      out += IsSpace(c.value) ? "_" : form.substr(at, c.end - at);
      at = c.end;
    }
    if (out != form) losses_.Add("tokens with a blank written with _");
    return out;
  }

  std::ostream& links_;
  TextPair texts_;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakePharaohExporter(ExportTarget& target) {
  return std::make_unique<PharaohExporter>(target);
}

}  // namespace calque::internal
