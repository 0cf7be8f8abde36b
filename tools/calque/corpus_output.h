// What `convert` writes: a corpus whole, or chosen, divided and shuffled, with its card and ledger.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/archive/bitext_cutter.h"
#include "align/archive/ledger.h"
#include "align/archive/selection.h"
#include "align/archive/shuffler.h"
#include "align/export/card.h"
#include "align/io/file.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"
#include "tools/calque/outputs.h"

namespace calque::tools {

inline constexpr Option kLedger = {
    "ledger", '\0', "FILE",
    "Write who is credited for what (role, agency, documents, words): JSON for *.json, else TSV"};
inline constexpr Option kCard = {
    "card", '\0', "FILE",
    "Write a dataset card: counts, languages, credits, rights, and how beads were chosen"};

inline constexpr Option kChecksums = {"checksums", '\0', "FILE",
                                      "Write the SHA-256 sums of all files written, as `sha256sum "
                                      "--check` reads them in that folder"};

// The file that an option names; null where it was not given. Throws Error{kUsage} where it is one
// of `inputs`.
[[nodiscard]] std::unique_ptr<internal::OutputFile> OpenGiven(const Arguments& arguments,
                                                              const internal::InputGuard& inputs,
                                                              std::string_view option);

class CorpusOutput {
 public:
  // Every file is opened, so that what cannot be written shows before the work; so does what would
  // be written over `inputs`.
  CorpusOutput(const Arguments& arguments, const internal::InputGuard& inputs);

  void Add(const Bitext& bitext);
  // The bitext of a line of a shard; copied where nothing asks what is in it.
  void AddLine(std::string_view line, const Location& location);
  // Completes every file; says what was left out and what formats could not hold.
  // `rest` writes what other files belong to the corpus, and names them.
  void Finish(const Messages& messages,
              const std::function<std::vector<std::string>()>& rest = nullptr);

 private:
  void AddChosen(const Bitext& bitext);
  void AddPart(const Bitext& bitext, const Bitext& in_place, std::size_t part);
  void Shuffle(const Bitext& bitext, const internal::BitextCutter& cutter,
               const std::vector<std::uint32_t>& beads, std::size_t part);
  void Write(const Bitext& bitext, const Bitext& in_place, std::size_t part);
  void WriteShuffled();
  void WriteCards();
  void WriteLedger();
  void WriteChecksums();
  [[nodiscard]] std::string_view PartName(std::size_t part) const;
  [[nodiscard]] std::string CardText(const std::string& path) const;

  const Arguments& arguments_;
  std::optional<internal::Selection> selection_;
  bool divided_ = false;
  std::array<std::unique_ptr<Outputs>, internal::kCorpusPartCount> outputs_;
  std::unique_ptr<internal::Shuffler> shuffler_;
  std::unique_ptr<internal::OutputFile> ledger_file_;
  internal::Ledger ledger_;
  std::unique_ptr<internal::OutputFile> card_file_;
  std::unique_ptr<internal::OutputFile> checksum_file_;
  std::vector<std::string> written_;
  bool needs_card_ = false;
  internal::DatasetCard card_;
};

}  // namespace calque::tools
