// Parts of a bitext: some of its beads, and of both documents no more than those beads need.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// Made once a bitext, after which a cut costs what it gives.
class BitextCutter {
 public:
  // `bitext` must outlive the cutter.
  explicit BitextCutter(const Bitext& bitext);

  // The bitext of the beads `beads` (indices, ascending). Its texts hold the sentences of those
  // beads and the white space between them, in paragraphs as before; tokens, word links, mentions,
  // entity links and findings inside them follow. Credits, date, metadata and ids stay, the spans
  // of credits that stood elsewhere are empty.
  [[nodiscard]] Bitext Cut(std::span<const std::uint32_t> beads) const;

 private:
  struct Side {
    std::vector<std::uint32_t> paragraph_of;  // of each sentence; kNone where none holds it
    std::vector<std::uint32_t> mentions;      // by where they begin
    std::vector<std::uint32_t> findings;      // the same
  };
  class SideCut;

  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
  static Side Index(const Document& document, const std::vector<Mention>& mentions);
  void CutWords(const SideCut& source, const SideCut& target, Bitext* out) const;
  void CutEntities(const SideCut& source, const SideCut& target, Bitext* out) const;
  void CutFindings(const SideCut& source, const SideCut& target, Bitext* out) const;

  const Bitext& bitext_;
  Side source_;
  Side target_;
  std::vector<std::uint32_t> words_;      // by source token
  std::vector<std::uint32_t> entities_;   // by source mention
  std::vector<std::uint32_t> placeless_;  // findings about the whole
};

}  // namespace calque::internal
