#include "tools/calque/corpus_output.h"

#include <filesystem>
#include <numeric>
#include <sstream>
#include <utility>
#include <vector>

#include "align/archive/bitext_cutter.h"
#include "align/read/bitext_json.h"
#include "tools/calque/selection_arguments.h"

namespace calque::tools {
namespace {

namespace fs = std::filesystem;
using internal::CorpusPart;

constexpr std::size_t kTrain = static_cast<std::size_t>(CorpusPart::kTrain);

std::unique_ptr<internal::OutputFile> OpenGiven(const Arguments& arguments,
                                                std::string_view option) {
  if (!arguments.Has(option)) return nullptr;
  return std::make_unique<internal::OutputFile>(arguments.Get(option));
}

}  // namespace

CorpusOutput::CorpusOutput(const Arguments& arguments)
    : arguments_(arguments),
      divided_(arguments.Has("dev") || arguments.Has("test")),
      ledger_file_(OpenGiven(arguments, "ledger")),
      card_file_(OpenGiven(arguments, "card")) {
  if (AsksForSelection(arguments)) selection_.emplace(SelectionOptionsFrom(arguments));
  needs_card_ = card_file_ || (selection_ && !CardFolders(arguments).empty());
  for (std::size_t part = 0; part < outputs_.size(); ++part) {
    if (part == kTrain || (divided_ && arguments.Has(ToString(CorpusPart(part))))) {
      outputs_[part] = std::make_unique<Outputs>(arguments, PartName(part));
    }
  }
  if (arguments.Has("shuffle")) {
    shuffler_ = std::make_unique<internal::Shuffler>(arguments.Count("shuffle", 0));
  }
}

std::string_view CorpusOutput::PartName(std::size_t part) const {
  return divided_ ? ToString(CorpusPart(part)) : std::string_view();
}

void CorpusOutput::Add(const Bitext& bitext) {
  if (selection_) {
    AddChosen(bitext);
  } else {
    AddPart(bitext, kTrain);
  }
}

void CorpusOutput::AddChosen(const Bitext& bitext) {
  const internal::Selection::Parts parts = selection_->Select(bitext);
  const internal::BitextCutter cutter(bitext);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (parts[part].empty()) continue;
    const Bitext chosen = cutter.Cut(parts[part]);
    if (!shuffler_) {
      AddPart(chosen, part);
      continue;
    }
    if (ledger_file_) ledger_.Add(chosen);
    if (needs_card_) card_.AddBitext(internal::HeadOf(chosen));
    for (const std::uint32_t bead : parts[part]) {
      const std::uint32_t one[] = {bead};
      Bitext excerpt = cutter.Cut(one);
      excerpt.id += "#" + std::to_string(bead + 1);  // ids of units stay different
      shuffler_->Add(static_cast<char>(part) + internal::WriteBitextJson(excerpt));
    }
  }
}

void CorpusOutput::AddPart(const Bitext& bitext, std::size_t part) {
  if (ledger_file_) ledger_.Add(bitext);
  if (needs_card_) card_.AddBitext(internal::HeadOf(bitext));
  Write(bitext, part);
}

void CorpusOutput::Write(const Bitext& bitext, std::size_t part) {
  outputs_[part]->Write(bitext);
  if (!needs_card_) return;
  for (const Bead& bead : bitext.beads) {
    const internal::Unit unit = internal::UnitOf(bitext, bead);
    if (!unit.IsNull()) card_.AddUnit(unit, PartName(part));
  }
}

void CorpusOutput::WriteShuffled() {
  shuffler_->ForEach([&](std::string_view record) {
    const auto part = static_cast<std::size_t>(record.front());
    Write(internal::ReadBitextJson(record.substr(1), {"temporary file of the shuffle"}), part);
  });
}

std::string CorpusOutput::CardText(const std::string& path) const {
  // A card lies in the folder of its corpus, which is named after the corpus.
  const fs::path folder = fs::absolute(path).parent_path();
  return card_.Text(folder.extension() == ".hf" ? folder.stem().string()
                                                : folder.filename().string());
}

void CorpusOutput::Finish(const Messages& messages) {
  if (shuffler_) WriteShuffled();
  std::vector<std::string> said;
  if (selection_) said = selection_->counts().Lines();
  if (selection_ && selection_->DividesByFewIds()) {
    messages.Say(
        "most bitexts share the ids of their documents, by which they are divided; give documents "
        "ids of their own, else parts are uneven");
  }
  card_.SetSelection(selection_ ? DescribeSelection(arguments_) : std::vector<std::string>(), said);
  for (const auto& outputs : outputs_) {
    if (!outputs) continue;
    for (std::string& loss : outputs->Finish()) said.push_back(std::move(loss));
  }
  if (selection_) {
    for (const std::string& folder : CardFolders(arguments_)) {
      const std::string path = (fs::path(folder) / "README.md").string();
      internal::OutputFile file(path);
      file.Write(CardText(path));
      file.Commit();
    }
  }
  if (card_file_) {
    card_file_->Write(CardText(arguments_.Get("card")));
    card_file_->Commit();
  }
  if (ledger_file_) {
    if (arguments_.Get("ledger").ends_with(".json")) {
      ledger_.WriteJson(ledger_file_->stream());
    } else {
      ledger_.WriteTsv(ledger_file_->stream());
    }
    ledger_file_->Commit();
  }
  for (const std::string& line : said) messages.Say(line);
}

}  // namespace calque::tools
