#include "align/entities/gazetteer.h"

#include <algorithm>

#include "align/base/ascii.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxParts = 12;
constexpr std::size_t kFewestDotted = 3;  // letters of an acronym that may have full stops
constexpr std::size_t kMostDotted = 6;

bool IsWrittenAs(const NameForm& form, const std::vector<NamePart>& parts, std::size_t begin) {
  for (std::size_t i = 0; i < form.parts; ++i) {
    const NamePart& part = parts[begin + i];
    if (((form.capitals >> i) & 1) != 0 && !part.HasCapital()) return false;
    if (form.acronym && part.shape != Shape::kUpper && part.shape != Shape::kInitial) return false;
    if (form.dotted && i > 0 && part.before != Gap::kDot) return false;
  }
  return true;
}

// `C.I.A.` of `CIA`; nothing of what is no acronym, or one of two letters, which persons have for
// their first names.
std::string WithDots(std::string_view form, const std::vector<NamePart>& parts) {
  if (parts.size() != 1 || parts.front().shape != Shape::kUpper) return {};
  if (form.size() < kFewestDotted || form.size() > kMostDotted) return {};
  if (!std::all_of(form.begin(), form.end(), IsAsciiUpper)) return {};
  std::string dotted;
  for (const char letter : form) dotted += std::string{letter, '.'};
  return dotted;
}

}  // namespace

void Gazetteer::Add(std::string_view form, std::string_view key, MentionKind kind) {
  AddForm(form, key, {.kind = kind});
}

void Gazetteer::AddDemonym(std::string_view form, std::string_view key, MentionKind kind) {
  AddForm(form, key, {.kind = kind, .demonym = true});
}

void Gazetteer::AddForm(std::string_view form, std::string_view key, NameForm entry) {
  const std::vector<NamePart> parts =
      SplitNameParts(form, {0, static_cast<std::uint32_t>(form.size())});
  if (parts.empty() || parts.size() > kMaxParts) return;
  if (const std::string dotted = WithDots(form, parts); !dotted.empty()) {
    NameForm with_dots = entry;
    with_dots.dotted = true;
    AddForm(dotted, key, with_dots);
  }
  entry.hash = PhraseHash(form);
  entry.parts = static_cast<std::uint8_t>(parts.size());
  entry.full_stop = form.back() == '.';
  entry.acronym = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].HasCapital()) entry.capitals |= std::uint64_t{1} << i;
    entry.acronym &= parts[i].shape == Shape::kUpper || parts[i].shape == Shape::kInitial;
  }
  const auto [at, fresh] = key_index_.try_emplace(std::string(key), keys_.size());
  if (fresh) keys_.emplace_back(key);
  entry.key = at->second;
  AddOpener(parts.front().hash, entry.parts);
  forms_.push_back(entry);
}

void Gazetteer::Freeze() {
  std::stable_sort(forms_.begin(), forms_.end(),
                   [](const NameForm& a, const NameForm& b) { return a.hash < b.hash; });
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    if (i > 0 && forms_[i].hash == forms_[i - 1].hash) continue;
    form_slots_.Add(static_cast<std::uint32_t>(forms_[i].hash), static_cast<std::uint32_t>(i));
  }
  key_index_.clear();
}

void Gazetteer::AddOpener(std::uint64_t hash, std::uint8_t parts) {
  const auto slot = static_cast<std::uint32_t>(hash);
  const std::uint32_t known =
      opener_slots_.Find(slot, [&](std::uint32_t i) { return openers_[i].hash == hash; });
  if (known == HashSlots::kNone) {
    opener_slots_.Add(slot, static_cast<std::uint32_t>(openers_.size()));
    openers_.push_back({hash, parts});
  } else {
    openers_[known].longest = std::max(openers_[known].longest, parts);
  }
}

std::uint8_t Gazetteer::LongestFrom(std::uint64_t hash) const {
  const std::uint32_t known = opener_slots_.Find(
      static_cast<std::uint32_t>(hash), [&](std::uint32_t i) { return openers_[i].hash == hash; });
  return known == HashSlots::kNone ? std::uint8_t{0} : openers_[known].longest;
}

std::span<const NameForm> Gazetteer::FindHash(std::uint64_t hash) const {
  const std::uint32_t first = form_slots_.Find(
      static_cast<std::uint32_t>(hash), [&](std::uint32_t i) { return forms_[i].hash == hash; });
  if (first == HashSlots::kNone) return {};
  const auto begin = forms_.begin() + first;
  auto end = begin;
  while (end != forms_.end() && end->hash == hash) ++end;
  return {begin, end};
}

std::span<const NameForm> Gazetteer::Find(std::string_view text) const {
  return FindHash(PhraseHash(text));
}

std::vector<const NameForm*> Gazetteer::LongestAt(const std::vector<NamePart>& parts,
                                                  std::size_t begin) const {
  std::vector<const NameForm*> found;
  const std::uint8_t longest = LongestFrom(parts[begin].hash);
  std::uint64_t hash = 0;
  for (std::size_t i = begin; i < parts.size() && i - begin < longest; ++i) {
    if (i > begin && parts[i].before == Gap::kBreak) break;
    hash = ExtendPhraseHash(hash, parts[i].hash);
    std::vector<const NameForm*> here;
    for (const NameForm& form : FindHash(hash)) {
      if (form.parts == i - begin + 1 && IsWrittenAs(form, parts, begin)) here.push_back(&form);
    }
    if (!here.empty()) found = std::move(here);
  }
  return found;
}

}  // namespace calque::internal
