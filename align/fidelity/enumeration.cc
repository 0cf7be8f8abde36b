#include "align/fidelity/enumeration.h"

#include <optional>

namespace calque::internal {
namespace {

constexpr int kLeads = 2;     // articles and prepositions before a name: `et de la Chine`
constexpr int kLongest = 32;  // names to either side among which a conjunction is looked for

class List {
 public:
  List(const SideView& side, IndexRange<Token> bead) : side_(side), bead_(bead) {}

  struct Neighbour {
    std::uint32_t token = 0;
    bool conjunction = false;  // stands between
  };
  // Of the name that ends before `token`.
  [[nodiscard]] std::optional<Neighbour> Behind(std::uint32_t token) const {
    Neighbour next;
    const std::uint32_t end = token;
    if (token < bead_.end && IsComma(token)) ++token;
    if (token < bead_.end && IsConjunction(token)) {
      next.conjunction = true;
      ++token;
    }
    if (token == end) return std::nullopt;
    for (int leads = 0; token < bead_.end && IsLead(token) && leads < kLeads; ++leads) ++token;
    if (token >= bead_.end || !IsName(token)) return std::nullopt;
    next.token = token;
    return next;
  }
  // Of the name that begins at `token`.
  [[nodiscard]] std::optional<Neighbour> Before(std::uint32_t token) const {
    Neighbour next;
    for (int leads = 0; token > bead_.begin && IsLead(token - 1) && leads < kLeads; ++leads) {
      --token;
    }
    const std::uint32_t begin = token;
    if (token > bead_.begin && IsConjunction(token - 1)) {
      next.conjunction = true;
      --token;
    }
    if (token > bead_.begin && IsComma(token - 1)) --token;
    if (token == begin || token == bead_.begin || !IsName(token - 1)) return std::nullopt;
    next.token = token - 1;
    return next;
  }

  [[nodiscard]] std::uint32_t EndOf(std::uint32_t token) const {
    while (token < bead_.end && IsName(token)) ++token;
    return token;
  }
  [[nodiscard]] std::uint32_t BeginOf(std::uint32_t token) const {
    while (token > bead_.begin && IsName(token - 1)) --token;
    return token;
  }

 private:
  [[nodiscard]] const Word& At(std::uint32_t token) const { return side_.words()[token]; }
  [[nodiscard]] bool IsComma(std::uint32_t token) const { return At(token).folded == ","; }
  [[nodiscard]] bool IsConjunction(std::uint32_t token) const {
    return side_.rules().conjunctions.Contains(At(token).folded);
  }
  [[nodiscard]] bool IsLead(std::uint32_t token) const {
    return At(token).kind == WordClass::kFunction && !IsConjunction(token);
  }
  [[nodiscard]] bool IsName(std::uint32_t token) const {
    const Word& word = At(token);
    return word.kind == WordClass::kContent && word.capital &&
           !(word.opens && word.type != kUnknownType && !word.listed);
  }

  const SideView& side_;
  IndexRange<Token> bead_;
};

}  // namespace

std::vector<std::uint32_t> ListedBeside(const SideView& side, IndexRange<Token> bead,
                                        IndexRange<Token> name) {
  const List list(side, bead);
  std::vector<std::uint32_t> beside;
  bool conjunction = false;
  const auto before = list.Before(list.BeginOf(name.begin));
  const auto behind = list.Behind(list.EndOf(name.end));
  int count = 0;
  for (auto at = before; at && count < kLongest; at = list.Before(list.BeginOf(at->token))) {
    conjunction = conjunction || at->conjunction;
    ++count;
  }
  count = 0;
  for (auto at = behind; at && count < kLongest; at = list.Behind(list.EndOf(at->token))) {
    conjunction = conjunction || at->conjunction;
    ++count;
  }
  if (!conjunction) return beside;
  for (const auto& neighbour : {before, behind}) {
    if (neighbour) beside.push_back(neighbour->token);
  }
  return beside;
}

}  // namespace calque::internal
