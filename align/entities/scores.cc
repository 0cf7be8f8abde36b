#include "align/entities/scores.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "align/entities/quantities.h"

namespace calque::internal {
namespace {

constexpr float kScoreProbability = 0.9F;

// `4-3-3`, how ten players stand on the field.
std::optional<ValueMatch> ParseFormation(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kPlayers = 10;
  std::string key = "code:";
  int players = 0;
  std::uint32_t end = at;
  for (; reader.PlainNumber(end, 1) > 0; ++end) {
    if (end > at && !reader.IsGlued(end)) break;
    players += reader.PlainNumber(end, 1);
    key += std::to_string(reader.PlainNumber(end, 1));
    if (players >= kPlayers || !reader.IsDash(end + 1) || !reader.IsGlued(end + 1)) break;
    key += '-';
    ++end;
  }
  constexpr std::uint32_t kLexemes = 5;  // three figures at least
  const bool joined_more = reader.IsGlued(end + 1) && reader.IsDash(end + 1);
  if (players != kPlayers || end + 1 < at + kLexemes || joined_more) return std::nullopt;
  return ValueMatch{end + 1, MentionKind::kCode, std::move(key), kScoreProbability};
}

// `6` of `6-7 (6/8)`, the points of who lost the tie-break, all that `6-7(6)` says of it.
std::optional<ValueMatch> ParseTieBreak(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::uint32_t kBefore = 4;  // `6`, `-`, `7`, `(`
  constexpr int kMostDigits = 2;
  if (at < kBefore || !reader.IsSign(at - 1, U'(') || !reader.IsSign(at + 3, U')')) {
    return std::nullopt;
  }
  const int games = reader.PlainNumber(at - kBefore, 1) + reader.PlainNumber(at - 2, 1);
  const int more = std::max(reader.PlainNumber(at - kBefore, 1), reader.PlainNumber(at - 2, 1));
  const int first = reader.PlainNumber(at, kMostDigits);
  const int second = reader.PlainNumber(at + 2, kMostDigits);
  const bool joined = reader.IsDash(at + 1) || reader.IsSign(at + 1, U'/');
  const bool set = games == 13 && more == 7 && reader.IsDash(at - 3);
  if (!set || !joined || first < 0 || second < 0) return std::nullopt;
  if (std::max(first, second) < 7 || std::abs(first - second) < 2) return std::nullopt;
  return ValueMatch{at + 3, MentionKind::kNumber,
                    "number:" + std::to_string(std::min(first, second)), 1.0F};
}

ValueMatch ScoreOf(std::int64_t first, std::int64_t second, std::uint32_t end) {
  return {end, MentionKind::kCode, "score:" + std::to_string(first) + "-" + std::to_string(second),
          kScoreProbability};
}

// `2 à 1`, `trois à zéro`, `141 to 5`, `141 voix contre 5`. Of two figures that only `to` joins the
// second is the smaller, or they are the ends of a range; nor is `de 5 à 3` a score.
std::optional<ValueMatch> ParseSpokenScore(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::int64_t kMost = 999;
  const auto count = [&](std::uint32_t place) -> std::optional<Quantity> {
    auto quantity = ParseQuantity(reader, place);
    if (!quantity || !quantity->IsBare() || quantity->power > 0) return std::nullopt;
    if (quantity->amount.precision != Precision::kExact) return std::nullopt;
    return quantity;
  };
  const std::optional<Quantity> first = count(at);
  if (!first || reader.Follows(at, Role::kRangeLead)) return std::nullopt;
  const auto votes = reader.Find(first->end, Role::kVoteJoint);
  const auto joint = votes ? votes : reader.Find(first->end, Role::kScoreJoint);
  if (!joint) return std::nullopt;
  const std::optional<Quantity> second = count(joint->end);
  if (!second) return std::nullopt;
  const std::int64_t ours = first->amount.number.ToInteger().value_or(-1);
  const std::int64_t theirs = second->amount.number.ToInteger().value_or(-1);
  if (ours < 0 || theirs < 0 || ours > kMost || theirs > kMost) return std::nullopt;
  if (!votes && theirs >= ours) return std::nullopt;
  return ScoreOf(ours, theirs, second->end);
}

}  // namespace

std::optional<ValueMatch> ParseScore(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kMostDigits = 3;
  if (auto spoken = ParseSpokenScore(reader, at)) return spoken;
  if (auto formation = ParseFormation(reader, at)) return formation;
  if (auto points = ParseTieBreak(reader, at)) return points;
  const int first = reader.PlainNumber(at, kMostDigits);
  const int second = reader.PlainNumber(at + 2, kMostDigits);
  const bool joined = reader.IsDash(at + 1) || reader.IsSign(at + 1, U':');
  if (first < 0 || second < 0 || !joined) return std::nullopt;
  const bool small = first < 100 && second < 100;
  const bool basketball = std::min(first, second) >= 50 && std::max(first, second) < 200;
  if (!small && !basketball) return std::nullopt;  // `787-8`
  if (!reader.IsGlued(at + 1) || !reader.IsGlued(at + 2)) return std::nullopt;
  const bool joined_more =
      reader.IsGlued(at + 3) && (reader.IsDash(at + 3) || reader.IsWord(at + 3));
  const bool joined_before = reader.IsGlued(at) && at > 0 && reader.IsDash(at - 1);
  if (joined_more || joined_before) return std::nullopt;
  return ScoreOf(first, second, at + 3);
}

}  // namespace calque::internal
