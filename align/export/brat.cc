// brat standoff (Stenetorp et al. 2012): for the n-th bitext `x.n.en.txt` with the whole text and
// `x.n.en.ann` with mentions and credits, the same for the other language; entity pairs, which brat
// has no place for across files, in `x.pairs.tsv`. Offsets are in code points, end exclusive.
#include "align/base/utf8.h"
#include "align/export/bead_tokens.h"
#include "align/export/losses.h"
#include "align/export/text_pair.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

// From byte offsets to offsets in code points; cheap for offsets that ascend.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t Of(std::uint32_t byte) {
    if (byte < byte_) byte_ = 0, count_ = 0;
    count_ += CodePointCount(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::size_t count_ = 0;
};

// The parts of a span between its line breaks: an annotation may not hold one.
std::vector<ByteSpan> LinesOf(std::string_view text, ByteSpan span) {
  std::vector<ByteSpan> lines;
  std::uint32_t begin = span.begin;
  for (std::uint32_t at = span.begin; at <= span.end; ++at) {
    if (at < span.end && text[at] != '\n' && text[at] != '\r') continue;
    if (at > begin) lines.push_back({begin, at});
    begin = at + 1;
  }
  return lines;
}

class AnnotationWriter {
 public:
  AnnotationWriter(const Document& document, std::ostream* out)
      : document_(document), offsets_(document.text), out_(out) {}

  // `T1<TAB>PER 0 12<TAB>text`, and `#1<TAB>AnnotatorNotes T1<TAB>note`. False for an empty span.
  bool Write(std::string_view type, ByteSpan span, const std::string& note) {
    const std::vector<ByteSpan> lines = LinesOf(document_.text, span);
    if (lines.empty()) return false;
    const std::string number = std::to_string(++count_);
    *out_ << 'T' << number << '\t' << type << ' ';
    std::string text;
    for (const ByteSpan line : lines) {
      if (!text.empty()) {
        *out_ << ';';
        text += ' ';
      }
      const std::size_t begin = offsets_.Of(line.begin);
      *out_ << begin << ' ' << offsets_.Of(line.end);
      text += line.In(document_.text);
    }
    *out_ << '\t' << text << '\n';
    if (!note.empty())
      *out_ << '#' << number << "\tAnnotatorNotes T" << number << '\t' << note << '\n';
    return true;
  }

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  const Document& document_;
  CodePointOffsets offsets_;
  std::ostream* out_;
  std::size_t count_ = 0;
};

class BratExporter : public Exporter {
 public:
  explicit BratExporter(ExportTarget& target)
      : target_(target), pairs_(target.Open(target.stem() + ".pairs.tsv")) {
    pairs_ << "number\tbitext\tsource\ttarget\tkind\tscore\tsource_text\ttarget_text\n";
  }

  void Write(const Bitext& bitext) override {
    ++number_;
    const bool named = NameForFile(bitext.source.language) != NameForFile(bitext.target.language);
    const auto source = WriteSide(bitext.source, bitext.source_mentions, named ? "" : "source.");
    const auto target = WriteSide(bitext.target, bitext.target_mentions, named ? "" : "target.");
    for (const EntityLink& link : bitext.entities) {
      const Mention& from = bitext.source_mentions[link.source];
      const Mention& to = bitext.target_mentions[link.target];
      pairs_ << number_ << '\t' << OneLine(bitext.id) << '\t' << source[link.source] << '\t'
             << target[link.target] << '\t' << ToString(from.kind) << '\t' << FloatText(link.score)
             << '\t' << OneLine(from.span.In(bitext.source.text)) << '\t'
             << OneLine(to.span.In(bitext.target.text)) << '\n';
    }
    losses_.Add("beads left out", bitext.beads.size());
    losses_.Add("word links left out", bitext.words.size());
    losses_.Add("findings left out", bitext.findings.size());
  }

  std::vector<std::string> Losses() const override { return losses_.Lines(); }

 private:
  // The names, `T1`, that the mentions got; empty for one without text.
  std::vector<std::string> WriteSide(const Document& document, const std::vector<Mention>& mentions,
                                     const std::string& side) {
    const std::string base = target_.stem() + "." + std::to_string(number_) + "." + side +
                             NameForFile(document.language);
    target_.Open(base + ".txt") << document.text;
    target_.Close(base + ".txt");
    std::ostream& annotations = target_.Open(base + ".ann");
    AnnotationWriter writer(document, &annotations);
    std::vector<std::string> names;
    for (const Mention& mention : mentions) {
      const bool written = writer.Write(TagOf(mention.kind), mention.span, OneLine(mention.key));
      names.push_back(written ? "T" + std::to_string(writer.count()) : std::string());
    }
    for (const Credit& credit : document.credits) {
      const std::string type = "credit-" + std::string(ToString(credit.role));
      const bool in_text = credit.span.end <= document.text.size();
      const bool written = in_text && writer.Write(type, credit.span, CreditNote(credit));
      if (!written) losses_.Add("credits that are not in the text left out");
    }
    target_.Close(base + ".ann");
    return names;
  }

  static std::string CreditNote(const Credit& credit) {
    std::string note = OneLine(credit.name);
    if (!credit.place.empty()) note += ", " + OneLine(credit.place);
    if (!credit.organisation.empty()) note += ", " + OneLine(credit.organisation);
    return note;
  }

  ExportTarget& target_;
  std::ostream& pairs_;
  std::size_t number_ = 0;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeBratExporter(ExportTarget& target) {
  return std::make_unique<BratExporter>(target);
}

}  // namespace calque::internal
