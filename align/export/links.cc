// `line<TAB>source text<TAB>target text<TAB>kind<TAB>score`, a line an entity link; `line` counts
// the beads from 1, over all bitexts: for a file of given pairs it is the line of the pair. Outside
// scorers read it, so its form is fixed.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "align/base/bead_index.h"
#include "align/export/losses.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

class LinksExporter : public Exporter {
 public:
  explicit LinksExporter(ExportTarget& target) : out_(target.Main()) {}

  void Write(const Bitext& bitext) override {
    const std::vector<std::uint32_t> beads =
        BeadsOfSentences(bitext.beads, &Bead::source, bitext.source.sentences.size());
    for (const EntityLink& link : bitext.entities) WriteLink(bitext, beads, link);
    beads_before_ += bitext.beads.size();
  }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  void WriteLink(const Bitext& bitext, const std::vector<std::uint32_t>& beads,
                 const EntityLink& link) {
    const Mention& source = bitext.source_mentions[link.source];
    const Mention& target = bitext.target_mentions[link.target];
    const std::uint32_t sentence = SentenceOf(bitext.source, source.span);
    const std::uint32_t bead = sentence < beads.size() ? beads[sentence] : kInNoBead;
    if (bead == kInNoBead) {
      losses_.Add("links outside beads left out");
      return;
    }
    out_ << beads_before_ + bead + 1 << '\t' << OneLine(source.span.In(bitext.source.text)) << '\t'
         << OneLine(target.span.In(bitext.target.text)) << '\t' << ToString(source.kind) << '\t'
         << FloatText(link.score) << '\n';
  }

  // Index of the sentence that holds `span`; the number of sentences where none does.
  static std::uint32_t SentenceOf(const Document& document, ByteSpan span) {
    const auto& sentences = document.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                        [](std::uint32_t offset, const Sentence& sentence) {
                                          return offset < sentence.span.begin;
                                        });
    if (after == sentences.begin() || (after - 1)->span.end < span.end) {
      return static_cast<std::uint32_t>(sentences.size());
    }
    return static_cast<std::uint32_t>(after - sentences.begin() - 1);
  }

  std::ostream& out_;
  std::size_t beads_before_ = 0;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeLinksExporter(ExportTarget& target) {
  return std::make_unique<LinksExporter>(target);
}

}  // namespace calque::internal
