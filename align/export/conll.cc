// A token a line with a BIO tag behind a tab, an empty line between sentences, as in the CoNLL-2003
// task: `x.en.conll` and `x.fr.conll`.
#include "align/export/bead_tokens.h"
#include "align/export/losses.h"
#include "align/export/text_pair.h"
#include "align/export/writers.h"

namespace calque::internal {
namespace {

class ConllExporter : public Exporter {
 public:
  explicit ConllExporter(ExportTarget& target) : texts_(target, ".conll") {}

  void Write(const Bitext& bitext) override {
    texts_.Check(bitext.id, bitext.source.language, bitext.target.language);
    WriteSide(bitext.source, bitext.source_mentions, &texts_.source());
    WriteSide(bitext.target, bitext.target_mentions, &texts_.target());
    losses_.Add("beads left out", bitext.beads.size());
    losses_.Add("entity links left out", bitext.entities.size());
    losses_.Add("credits left out", bitext.source.credits.size() + bitext.target.credits.size());
    losses_.Add("word links left out", bitext.words.size());
    losses_.Add("findings left out", bitext.findings.size());
  }

  void End() override { texts_.End(); }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  static void WriteSide(const Document& document, const std::vector<Mention>& mentions,
                        std::ostream* out) {
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
      const SideTokens tokens = TokensOf(document, {i, i + 1});
      if (tokens.spans.empty()) continue;
      const std::vector<std::string> tags = BioTags(mentions, tokens.spans);
      for (std::size_t t = 0; t < tags.size(); ++t) {
        *out << FormOf(document, tokens.spans[t]) << '\t' << tags[t] << '\n';
      }
      *out << '\n';
    }
  }

  TextPair texts_;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeConllExporter(ExportTarget& target) {
  return std::make_unique<ConllExporter>(target);
}

}  // namespace calque::internal
