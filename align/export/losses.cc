#include "align/export/losses.h"

#include "align/read/unit.h"

namespace calque::internal {
namespace {

std::uint64_t MetadataWithoutRights(const Document& document) {
  return document.metadata.size() - document.metadata.count(std::string(kRightsKey));
}

std::uint64_t Unalignable(const Document& document) {
  std::uint64_t count = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!IsAlignable(paragraph.kind)) ++count;
  }
  return count;
}

}  // namespace

void AddUnalignable(const Bitext& bitext, Losses* losses) {
  losses->Add("bylines, credit lines, notes and furniture left out",
              Unalignable(bitext.source) + Unalignable(bitext.target));
}

void AddSentencesInNoBead(const Bitext& bitext, Losses* losses) {
  std::size_t alone = bitext.source.sentences.size() + bitext.target.sentences.size();
  for (const Bead& bead : bitext.beads) alone -= bead.source.size() + bead.target.size();
  losses->Add(kSentencesInNoBead, alone);
}

void AddWhatWasFound(const Bitext& bitext, Losses* losses) {
  losses->Add("word links left out", bitext.words.size());
  losses->Add("mentions left out", bitext.source_mentions.size() + bitext.target_mentions.size());
  losses->Add("entity links left out", bitext.entities.size());
  losses->Add("findings left out", bitext.findings.size());
  losses->Add("metadata fields left out",
              MetadataWithoutRights(bitext.source) + MetadataWithoutRights(bitext.target));
  losses->Add("diagnostics left out",
              bitext.source.diagnostics.size() + bitext.target.diagnostics.size());
}

void Losses::Add(std::string_view what, std::uint64_t count) {
  if (count == 0) return;
  for (auto& [name, sum] : counts_) {
    if (name != what) continue;
    sum += count;
    return;
  }
  counts_.emplace_back(what, count);
}

void AddReplaced(std::uint64_t count, Losses* losses) {
  losses->Add("characters that XML cannot hold made U+FFFD", count);
}

std::vector<std::string> Losses::Lines() const {
  std::vector<std::string> lines;
  for (const auto& [name, sum] : counts_) lines.push_back(name + ": " + std::to_string(sum));
  return lines;
}

}  // namespace calque::internal
