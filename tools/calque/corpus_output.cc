#include "tools/calque/corpus_output.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

#include "align/base/sha256.h"
#include "align/export/losses.h"
#include "align/io/byte_source.h"
#include "align/io/compression.h"
#include "align/read/bitext_json.h"
#include "calque/error.h"
#include "tools/calque/selection_arguments.h"

namespace calque::tools {
namespace {

namespace fs = std::filesystem;
using internal::CorpusPart;

constexpr std::size_t kTrain = static_cast<std::size_t>(CorpusPart::kTrain);

// The documents whole, with no other beads.
Bitext OnlyBeads(const Bitext& bitext, const std::vector<std::uint32_t>& beads) {
  Bitext only = bitext;
  only.beads.clear();
  for (const std::uint32_t bead : beads) only.beads.push_back(bitext.beads[bead]);
  return only;
}

// A list to leave out that names what is not there has a slip in it, or is of another corpus.
void SayNotMet(const std::vector<std::string>& ids, const Messages& messages) {
  constexpr std::size_t kNamed = 5;
  if (ids.empty()) return;
  std::string said = "ids to leave out that no bitext has: " + std::to_string(ids.size()) + " (";
  for (std::size_t i = 0; i < std::min(kNamed, ids.size()); ++i) said += (i ? ", " : "") + ids[i];
  messages.Say(said + (ids.size() > kNamed ? ", …)" : ")"));
}

}  // namespace

std::unique_ptr<internal::OutputFile> OpenGiven(const Arguments& arguments,
                                                const internal::InputGuard& inputs,
                                                std::string_view option) {
  if (!arguments.Has(option)) return nullptr;
  inputs.Check(arguments.Get(option));
  return std::make_unique<internal::OutputFile>(arguments.Get(option));
}

CorpusOutput::CorpusOutput(const Arguments& arguments, const internal::InputGuard& inputs)
    : arguments_(arguments),
      divided_(arguments.Has("dev") || arguments.Has("test")),
      ledger_file_(OpenGiven(arguments, inputs, "ledger")),
      card_file_(OpenGiven(arguments, inputs, "card")),
      checksum_file_(OpenGiven(arguments, inputs, "checksums")) {
  if (AsksForSelection(arguments)) selection_.emplace(SelectionOptionsFrom(arguments));
  needs_card_ = card_file_ || (selection_ && !CardFolders(arguments).empty());
  for (std::size_t part = 0; part < outputs_.size(); ++part) {
    if (part == kTrain || (divided_ && arguments.Has(ToString(CorpusPart(part))))) {
      outputs_[part] = std::make_unique<Outputs>(arguments, PartName(part), inputs);
    }
  }
  if (arguments.Has("shuffle")) {
    if (outputs_[kTrain]->NeedWholeTexts()) {
      throw Error(ErrorCode::kUsage,
                  "the format deferred keeps the order of documents: leave out "
                  "--shuffle");
    }
    shuffler_ = std::make_unique<internal::Shuffler>(
        arguments.Count("shuffle", 0, std::numeric_limits<std::size_t>::max()));
  }
}

std::string_view CorpusOutput::PartName(std::size_t part) const {
  return divided_ ? ToString(CorpusPart(part)) : std::string_view();
}

void CorpusOutput::Add(const Bitext& bitext) {
  if (selection_) {
    AddChosen(bitext);
  } else {
    AddPart(bitext, bitext, kTrain);
  }
}

void CorpusOutput::AddLine(std::string_view line, const Location& location) {
  if (selection_ || ledger_file_ || needs_card_) {
    Add(internal::ReadBitextJson(line, location));
  } else {
    outputs_[kTrain]->WriteLine(line, location);
  }
}

void CorpusOutput::AddChosen(const Bitext& bitext) {
  const internal::Selection::Parts parts = selection_->Select(bitext);
  const internal::BitextCutter cutter(bitext);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (parts[part].empty()) continue;
    if (shuffler_) {
      Shuffle(bitext, cutter, parts[part], part);
      continue;
    }
    const Bitext chosen = cutter.Cut(parts[part]);
    if (outputs_[part]->NeedWholeTexts()) {
      AddPart(chosen, OnlyBeads(bitext, parts[part]), part);
    } else {
      AddPart(chosen, chosen, part);
    }
  }
}

void CorpusOutput::Shuffle(const Bitext& bitext, const internal::BitextCutter& cutter,
                           const std::vector<std::uint32_t>& beads, std::size_t part) {
  if (ledger_file_) ledger_.Add(cutter.Cut(beads));
  if (needs_card_) card_.AddBitext(internal::HeadOf(bitext));
  for (const std::uint32_t bead : beads) {
    const std::uint32_t one[] = {bead};
    Bitext excerpt = cutter.Cut(one);
    excerpt.id += "#" + std::to_string(bead + 1);  // ids of units stay different
    shuffler_->Add(static_cast<char>(part) + internal::WriteBitextJson(excerpt));
  }
}

void CorpusOutput::AddPart(const Bitext& bitext, const Bitext& in_place, std::size_t part) {
  if (ledger_file_) ledger_.Add(bitext);
  if (needs_card_) card_.AddBitext(internal::HeadOf(bitext));
  Write(bitext, in_place, part);
}

void CorpusOutput::Write(const Bitext& bitext, const Bitext& in_place, std::size_t part) {
  outputs_[part]->Write(bitext, in_place);
  if (!needs_card_) return;
  for (const Bead& bead : bitext.beads) {
    const internal::Unit unit = internal::UnitOf(bitext, bead);
    if (!unit.IsNull()) card_.AddUnit(unit, PartName(part));
  }
}

void CorpusOutput::WriteShuffled() {
  shuffler_->ForEach([&](std::string_view record) {
    const auto part = static_cast<std::size_t>(record.front());
    const Bitext bitext =
        internal::ReadBitextJson(record.substr(1), {"temporary file of the shuffle"});
    Write(bitext, bitext, part);
  });
}

std::string CorpusOutput::CardText(const std::string& path) const {
  // A card lies in the folder of its corpus, which is named after the corpus.
  const fs::path folder = fs::absolute(path).parent_path();
  return card_.Text(folder.extension() == ".hf" ? folder.stem().string()
                                                : folder.filename().string());
}

void CorpusOutput::WriteCards() {
  if (card_file_) {
    card_file_->Write(CardText(arguments_.Get("card")));
    card_file_->Commit();
    written_.push_back(arguments_.Get("card"));
  }
  if (!selection_) return;
  for (const std::string& folder : CardFolders(arguments_)) {
    const std::string path = (fs::path(folder) / "README.md").string();
    internal::OutputFile file(path);
    file.Write(CardText(path));
    file.Commit();
    written_.push_back(path);
  }
}

void CorpusOutput::WriteLedger() {
  if (!ledger_file_) return;
  if (internal::WithoutCompression(arguments_.Get("ledger")).ends_with(".json")) {
    ledger_.WriteJson(ledger_file_->stream());
  } else {
    ledger_.WriteTsv(ledger_file_->stream());
  }
  ledger_file_->Commit();
  written_.push_back(arguments_.Get("ledger"));
}

void CorpusOutput::WriteChecksums() {
  if (!checksum_file_) return;
  std::sort(written_.begin(), written_.end());
  written_.erase(std::unique(written_.begin(), written_.end()), written_.end());
  const fs::path folder = fs::absolute(arguments_.Get("checksums")).parent_path();
  for (const std::string& path : written_) {
    if (!fs::is_regular_file(path)) continue;  // a device has no sum
    const auto source = internal::OpenPlainFile(path);
    internal::Sha256 hash;
    std::vector<char> block(std::size_t{1} << 16);
    while (const std::size_t got = source->Read(block)) hash.Add({block.data(), got});
    checksum_file_->Write(hash.Finish() + "  " +
                          fs::absolute(path).lexically_relative(folder).string() + "\n");
  }
  checksum_file_->Commit();
}

void CorpusOutput::Finish(const Messages& messages,
                          const std::function<std::vector<std::string>()>& rest) {
  if (shuffler_) WriteShuffled();
  if (selection_ && selection_->DividesByFewIds()) {
    messages.Say(
        "most bitexts share the ids of their documents, by which they are divided; give documents "
        "ids of their own, else parts are uneven");
  }
  if (selection_) SayNotMet(selection_->IdsNotMet(), messages);
  std::vector<std::string> said;
  if (selection_) {
    said = selection_->counts().Lines();
    card_.SetSelection(DescribeSelection(arguments_), said);
  }
  for (const auto& outputs : outputs_) {
    if (!outputs) continue;
    for (std::string& loss : outputs->Finish()) {
      // Those of beads that were not selected have been told.
      if (selection_ && loss.find(internal::kSentencesInNoBead) != std::string::npos) continue;
      said.push_back(std::move(loss));
    }
    for (std::string& file : outputs->Written()) written_.push_back(std::move(file));
  }
  WriteCards();
  WriteLedger();
  if (rest) {
    for (std::string& file : rest()) written_.push_back(std::move(file));
  }
  WriteChecksums();
  for (const std::string& line : said) messages.Say(line);
}

}  // namespace calque::tools
