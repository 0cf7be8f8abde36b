// Values that differ by the habits of the languages and of desks only.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "align/entities/value_key.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// `Saturday night` is `dans la nuit de dimanche`, `thousands of miles` are `des milliers de
// kilomètres`, `1990` opens `the nineties`, the fourth quarter is `les trois derniers mois`, one
// desk says `Thursday` and the other `December 5`. A value is in a night if a word for it stands
// near.
[[nodiscard]] bool IsHabit(const SideView& side, const Mention& value, const SideView& other_side,
                           const Mention& other);

// `last month` and `in March`, `this year` and `2025`: of a text without a date, nobody can tell
// whether they are one.
[[nodiscard]] bool MayBeOneTime(const Mention& value, const Mention& other);

// Whether `values[index]` is a weekday that says no more than the date beside it, `mardi 15
// novembre`. `values` are those of one side of a bead, in text order.
[[nodiscard]] bool StandsByItsDate(const SideView& side, std::span<const Mention> values,
                                   std::size_t index);

// The other weekday of a night between two, `dans la nuit de samedi à dimanche`, of which a
// translation may name one; no value where `values[index]` is of no such night.
[[nodiscard]] std::optional<std::size_t> OtherDayOfNight(const SideView& side,
                                                         std::span<const Mention> values,
                                                         std::size_t index);

// Whether a partner says less than the value: the day is gone, or the year of no day, or how many
// billions.
[[nodiscard]] bool SaysLess(const Mention& value, const Mention& partner);

// Rounds of a cup have many names, `the last four`: one may only have become another round.
[[nodiscard]] bool IsSpareRound(const Mention& value, std::span<const ValueKey> keys_there);

// Whether a span lies in the date of a dateline, of which the other side has none: not every desk
// dates it.
[[nodiscard]] bool IsSpareDatelineDate(const View& view, ByteSpan span);

}  // namespace calque::internal
