// A corpus without its texts, for archives that may not be passed on: a line a bead says which
// bytes of which documents it is, and SHA-256 sums by which whoever has the documents can tell that
// theirs are the same. Offsets are bytes of Document::text; sums are of those bytes, and of the
// whole text. After the deferred crawling of ParaCrawl (Bañón et al. 2020).
#include "align/base/sha256.h"
#include "align/export/losses.h"
#include "align/export/score_text.h"
#include "align/export/writers.h"
#include "align/read/credit_text.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

struct Side {
  const Document& document;
  const DocumentHead& head;
  std::string sha256;  // of the text
};

class DeferredExporter : public Exporter {
 public:
  explicit DeferredExporter(ExportTarget& target) : out_(target.Main()) {
    out_ << "bitext\tbitext_score\tscore\tbead";
    for (const char* side : {"source", "target"}) {
      for (const char* column : {"document", "document_sha256", "begin", "end", "sha256",
                                 "language", "date", "credits", "rights"}) {
        out_ << '\t' << side << '_' << column;
      }
    }
    out_ << '\n';
  }

  void Write(const Bitext& bitext) override {
    const PairHead head = HeadOf(bitext);
    const Side source{bitext.source, head.source, Sha256Of(bitext.source.text)};
    const Side target{bitext.target, head.target, Sha256Of(bitext.target.text)};
    for (const Bead& bead : bitext.beads) {
      if (bead.IsNull()) {
        losses_.Add("null beads left out");
        continue;
      }
      out_ << head.id << '\t' << ScoreText(head.score) << '\t' << ScoreText(bead.score) << '\t'
           << std::to_string(bead.source.size()) << '-' << std::to_string(bead.target.size());
      WriteSide(source, bead.source);
      WriteSide(target, bead.target);
      out_ << '\n';
    }
    AddSentencesInNoBead(bitext, &losses_);
    losses_.Add("texts left out", 2);
    losses_.Add("word links left out", bitext.words.size());
    losses_.Add("mentions left out", bitext.source_mentions.size() + bitext.target_mentions.size());
    losses_.Add("entity links left out", bitext.entities.size());
    losses_.Add("findings left out", bitext.findings.size());
  }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  void WriteSide(const Side& side, IndexRange<Sentence> sentences) {
    const ByteSpan span = side.document.SpanOf(sentences);
    out_ << '\t' << side.head.id << '\t' << side.sha256 << '\t' << std::to_string(span.begin)
         << '\t' << std::to_string(span.end) << '\t' << Sha256Of(span.In(side.document.text))
         << '\t' << side.head.language << '\t'
         << (side.head.date ? side.head.date->ToString() : std::string()) << '\t'
         << FormatCredits(side.head.credits) << '\t' << side.head.rights;
  }

  std::ostream& out_;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeDeferredExporter(ExportTarget& target) {
  return std::make_unique<DeferredExporter>(target);
}

}  // namespace calque::internal
