// Joining the names of an archive's credits: the same person with and without accents, in
// capitals, with initials is one entry of the ledger; two people stay two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

// The ledger key of a name: case, accents, hyphens, points, apostrophes and runs of white space do
// not count. `Élise Marchetti-Vasseur` and `ELISE MARCHETTI VASSEUR` have one key, `Łukasz` and
// `LUKASZ` too. A key for comparison, never to be shown; empty for a name without a letter or
// digit.
[[nodiscard]] std::string PersonKey(std::string_view name);

enum class InitialsJoin : std::uint8_t {
  kApart,     // `J. Pell` and `Jane Pell` are two
  kIfUnique,  // they are one unless the names hold another J… Pell
};

// For each name the index of the first name of the same person. Names with one key are joined,
// unless their accents contradict each other (`Hùng`, `Hưng`; a third without accents is then
// neither); so are, where no third name makes it a guess, the two German spellings (`Müller`,
// `Mueller`) and, by `initials`, short and full forms (`J.-P. Leduc`, `Jean-Pierre Leduc`; `Paul J.
// Grant`, `Paul Grant`). The answer does not depend on the order of the names but for which of them
// is first. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> JoinPersons(const std::vector<std::string>& names,
                                                     InitialsJoin initials);

}  // namespace calque::internal
