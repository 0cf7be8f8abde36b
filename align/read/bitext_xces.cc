// OPUS: links of sentences in the XCES form, and the two documents of each group of links in files
// beside it, `<s id>` of plain text (raw) or of `<w>` (xml). `x.xces.meta.jsonl`, where calque
// wrote it, says who made them.
#include <map>
#include <unordered_set>
#include <utility>

#include "align/base/bitext_check.h"
#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "align/io/suffix.h"
#include "align/io/xml_reader.h"
#include "align/io/xml_writer.h"
#include "align/read/bitext_readers.h"
#include "align/read/document_builder.h"
#include "align/read/unit_json.h"
#include "align/read/xces_names.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

// A document and its sentences by their ids.
struct OpusDocument {
  Document document;
  std::map<std::string, std::uint32_t, std::less<>> sentences;
};

// Reads `<s>` inside paragraphs or without.
class OpusDocumentReader {
 public:
  explicit OpusDocumentReader(ByteSource& source) : xml_(source), builder_(&read_.document) {}

  OpusDocument Read() {
    for (Event event = xml_.Next(); event != Event::kDone; event = xml_.Next()) {
      if (event == Event::kStart && xml_.name() == "document") {
        read_.document.id = xml_.Attribute("id");
      }
      if (event == Event::kStart && xml_.name() == "p") builder_.BreakParagraph();
      if (event == Event::kEnd && xml_.name() == "p") builder_.BreakParagraph();
      if (event == Event::kStart && xml_.name() == "s") ReadSentence();
    }
    builder_.BreakParagraph();
    return std::move(read_);
  }

 private:
  void ReadSentence() {
    const std::string id(xml_.Attribute("id"));
    std::string text;
    bool words = false;
    xml_.ForEachInside([&](Event event) {
      if (event == Event::kText && !(words && TrimSpace(xml_.text()).empty())) text += xml_.text();
      if (event != Event::kStart || xml_.name() != "w") return;
      if (!std::exchange(words, true) && TrimSpace(text).empty()) text.clear();
      if (!text.empty() && text.back() != ' ') text += ' ';
      text += xml_.TakeText();
    });
    const std::string line = OneLine(text);
    const auto index = static_cast<std::uint32_t>(read_.document.sentences.size());
    builder_.AddSentence(TrimSpace(line));
    read_.sentences.emplace(id, index);
  }

  XmlReader xml_;
  OpusDocument read_;
  DocumentBuilder builder_;
};

class XcesReader : public BitextReader {
 public:
  XcesReader(BitextInput input, BitextReadOptions options)
      : input_(std::move(input)),
        options_(std::move(options)),
        xml_(*input_.main),
        meta_source_(input_.open_sibling(StemOf(input_.path) + std::string(kXcesHeads))) {
    if (meta_source_) meta_.emplace(*meta_source_);
    if (xml_.Next() != Event::kStart || xml_.name() != "cesAlign") {
      throw Error(ErrorCode::kBadInput, xml_.location(), "is not XCES: its root is not <cesAlign>");
    }
  }

  std::optional<Bitext> Next() override {
    for (Event event = xml_.Next(); event != Event::kDone; event = xml_.Next()) {
      if (event == Event::kStart && xml_.name() == "linkGrp") return ReadGroup();
    }
    if (meta_ && meta_->Next()) {
      throw Error(ErrorCode::kBadInput, meta_->location(),
                  "goes on behind the last <linkGrp>; it must have a line for each of them");
    }
    return std::nullopt;
  }

 private:
  static std::string StemOf(const std::string& path) {
    const std::string name(FileNameOf(path));
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string::npos ? name : name.substr(0, dot);
  }

  // What was asked for, else the folder that OPUS has for a language.
  static std::string LanguageOf(const std::string& path, const std::string& asked) {
    if (!asked.empty()) return asked;
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? "und" : path.substr(0, slash);
  }

  Bitext ReadGroup() {
    const std::string from(xml_.Attribute("fromDoc"));
    const std::string to(xml_.Attribute("toDoc"));
    // Both would be read and held again, and one small file could ask for that without end.
    if (!pairs_.insert(Hash(to, Mix(Hash(from)))).second) {
      throw Error(ErrorCode::kBadInput, xml_.location(),
                  "a second <linkGrp> of the documents \"" + from + "\" and \"" + to +
                      "\"; their links belong into one");
    }
    OpusDocument source = OpenDocument(from);
    OpusDocument target = OpenDocument(to);
    source_end_ = target_end_ = 0;
    source.document.language = LanguageOf(from, options_.source_language);
    target.document.language = LanguageOf(to, options_.target_language);
    if (source.document.id.empty()) source.document.id = from;
    if (target.document.id.empty()) target.document.id = to;
    SentencesTaken taken(source.document, target.document);
    Bitext bitext;
    xml_.ForEachElementInside([&] {
      if (xml_.name() != "link") return;
      bitext.beads.push_back(ReadLink(source, target));
      taken.Take(bitext.beads.back(), xml_.location());
    });
    bitext.source = std::move(source.document);
    bitext.target = std::move(target.document);
    TakeMeta(&bitext);
    return bitext;
  }

  OpusDocument OpenDocument(const std::string& name) const {
    std::unique_ptr<ByteSource> source = OpenDocumentFile(name);
    if (!source) {
      throw Error(ErrorCode::kMissingInput, xml_.location(),
                  "the document \"" + name + "\" is not beside it");
    }
    return OpusDocumentReader(*source).Read();
  }

  // OPUS names `en/x.xml.gz` also where `en/x.xml` is unpacked.
  std::unique_ptr<ByteSource> OpenDocumentFile(const std::string& name) const {
    if (!IsInside(name)) {
      throw Error(ErrorCode::kBadInput, xml_.location(),
                  "the document \"" + name + "\" is outside the folder of the corpus");
    }
    if (auto source = input_.open_sibling(name)) return source;
    if (!name.ends_with(".gz")) return input_.open_sibling(name + ".gz");
    return input_.open_sibling(name.substr(0, name.size() - 3));
  }

  // Whether a relative path stays below the folder it starts in.
  static bool IsInside(std::string_view name) {
    if (name.empty() || name.front() == '/') return false;
    for (;;) {
      const std::size_t slash = name.find('/');
      if (name.substr(0, slash) == "..") return false;
      if (slash == std::string_view::npos) return true;
      name.remove_prefix(slash + 1);
    }
  }

  Bead ReadLink(const OpusDocument& source, const OpusDocument& target) {
    const std::string xtargets(xml_.Attribute("xtargets"));
    const std::size_t semicolon = xtargets.find(';');
    if (semicolon == std::string::npos) {
      throw Error(ErrorCode::kBadInput, xml_.location(), "a link without \";\" in its xtargets");
    }
    Bead bead;
    bead.source = RangeOf(std::string_view(xtargets).substr(0, semicolon), source, source_end_);
    bead.target = RangeOf(std::string_view(xtargets).substr(semicolon + 1), target, target_end_);
    source_end_ = bead.source.end;
    target_end_ = bead.target.end;
    bead.score = ParseFloat(xml_.Attribute("certainty")).value_or(0.0F);
    return bead;
  }

  // Ids of sentences that follow each other; no ids: an empty range at `behind`.
  IndexRange<Sentence> RangeOf(std::string_view ids, const OpusDocument& document,
                               std::uint32_t behind) const {
    IndexRange<Sentence> range{behind, behind};
    bool first = true;
    while (!ids.empty()) {
      const std::string_view id = ids.substr(0, ids.find(' '));
      ids.remove_prefix(std::min(ids.size(), id.size() + 1));
      if (id.empty()) continue;
      const auto found = document.sentences.find(id);
      const bool follows =
          found != document.sentences.end() && (first || found->second == range.end);
      if (!follows) {
        throw Error(ErrorCode::kBadInput, xml_.location(),
                    "no sentence \"" + std::string(id) + "\" there in document \"" +
                        document.document.id + "\"");
      }
      range = {first ? found->second : range.begin, found->second + 1};
      first = false;
    }
    return range;
  }

  void TakeMeta(Bitext* bitext) {
    if (!meta_) return;
    const auto line = meta_->Next();
    if (!line) {
      throw Error(ErrorCode::kBadInput, meta_->location(),
                  "ends before the links do; it must have a line for each <linkGrp>");
    }
    PairHead head = ReadPairHeadJson(*line, meta_->location());
    CheckIsOf(bitext->source, head.source);
    CheckIsOf(bitext->target, head.target);
    bitext->id = std::move(head.id);
    bitext->score = head.score;
    ApplyHead(std::move(head.source), &bitext->source);
    ApplyHead(std::move(head.target), &bitext->target);
  }

  // Credits of other documents are worse than none.
  void CheckIsOf(const Document& document, const DocumentHead& head) const {
    const bool is_written_as_is = XmlWriter::FirstIllegal(head.id) == head.id.size();
    if (head.id.empty() || !is_written_as_is || OneLine(head.id) == document.id) return;
    throw Error(ErrorCode::kBadInput, meta_->location(),
                "is of the document \"" + head.id + "\", but the links are of \"" + document.id +
                    "\": the file is not of this corpus; remove it or write the corpus anew");
  }

  BitextInput input_;
  BitextReadOptions options_;
  XmlReader xml_;
  std::unique_ptr<ByteSource> meta_source_;
  std::optional<LineReader> meta_;
  std::unordered_set<std::uint64_t> pairs_;  // of documents so far, by their names
  std::uint32_t source_end_ = 0;             // of the last link of the group
  std::uint32_t target_end_ = 0;
};

}  // namespace

std::unique_ptr<BitextReader> OpenXces(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<XcesReader>(std::move(input), options);
}

}  // namespace calque::internal
