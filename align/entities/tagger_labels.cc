#include "align/entities/tagger_labels.h"

#include "align/entities/tagged_text.h"

namespace calque::internal {
namespace {

constexpr double kForbidden = -1e4;  // far below any score, and yet exp() of it is an honest 0

}  // namespace

std::vector<std::string> LabelsOf(const std::vector<std::string>& types) {
  std::vector<std::string> labels = {"O"};
  for (const std::string& type : types) {
    for (const char* mark : {"B-", "I-", "L-", "U-"}) labels.push_back(mark + type);
  }
  return labels;
}

std::vector<std::string> LabelsOfTags(const std::vector<std::string>& tags) {
  std::vector<std::string> labels(tags.size(), "O");
  for (const TagSpan& span : SpansOfTags(tags)) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const bool first = i == span.begin;
      const bool last = i + 1 == span.end;
      labels[i] = std::string(first ? (last ? "U-" : "B-") : (last ? "L-" : "I-")) + span.type;
    }
  }
  return labels;
}

bool MayFollow(const std::string& label, const std::string& next) {
  const bool open = label[0] == 'B' || label[0] == 'I';
  const bool continues = next[0] == 'I' || next[0] == 'L';
  if (open != continues) return false;
  return !open || label.substr(2) == next.substr(2);
}

void ForbidTransitions(const std::vector<std::string>& labels, std::span<double> transitions) {
  for (std::size_t x = 0; x < labels.size(); ++x) {
    for (std::size_t y = 0; y < labels.size(); ++y) {
      if (!MayFollow(labels[x], labels[y])) transitions[x * labels.size() + y] = kForbidden;
    }
  }
}

void ForbidEdges(const std::vector<std::string>& labels, CrfLattice* lattice) {
  if (lattice->size() == 0) return;
  const std::size_t last = (lattice->size() - 1) * labels.size();
  for (std::size_t y = 0; y < labels.size(); ++y) {
    if (!MayFollow("O", labels[y])) lattice->emission[y] = kForbidden;
    if (!MayFollow(labels[y], "O")) lattice->emission[last + y] = kForbidden;
  }
}

}  // namespace calque::internal
