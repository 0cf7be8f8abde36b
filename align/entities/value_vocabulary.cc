#include "align/entities/value_vocabulary.h"

#include <utility>

#include "align/base/utf8.h"
#include "align/entities/lexemes.h"
#include "align/entities/number_builder.h"

namespace calque::internal {
namespace {

std::uint64_t EdgeKey(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32U) | word;
}

// Splits a word into number words, the longest first, going back where the rest cannot be read:
// `duecentotto` is `due`, `cent`, `otto` and not `due`, `cento`, `tto`.
struct CompoundReader {
  const ValueVocabulary& vocabulary;
  std::string_view word;
  int tries_left = 200;

  std::optional<NumberBuilder> Read(std::size_t begin, const NumberBuilder& builder) {
    if (begin == word.size()) return builder;
    const bool whole_word = begin == 0;
    for (std::size_t size = word.size() - begin - (whole_word ? 1 : 0); size > 0; --size) {
      const std::uint32_t node = vocabulary.Next(0, vocabulary.WordId(word.substr(begin, size)));
      NumberBuilder longer = builder;
      if (node == 0 || !AddPart(vocabulary, node, &longer)) continue;
      if (--tries_left < 0) return std::nullopt;
      if (auto found = Read(begin + size, longer)) return found;
    }
    return std::nullopt;
  }
};

}  // namespace

void ValueVocabulary::Add(std::string_view phrase, Term term) {
  if (phrase.empty()) return;
  term.capital = IsUpper(DecodeAt(phrase, 0).value);
  std::uint32_t node = 0;
  std::uint32_t first = 0;
  for (std::string& word : SplitPhrase(phrase)) {
    const auto next_id = static_cast<std::uint32_t>(ids_.size() + 1);
    const std::uint32_t id = ids_.try_emplace(std::move(word), next_id).first->second;
    if (first == 0) first = id;
    const auto next_node = static_cast<std::uint32_t>(nodes_.size());
    const auto [edge, is_new] = edges_.emplace(EdgeKey(node, id), next_node);
    if (is_new) nodes_.emplace_back();
    node = edge->second;
  }
  if (node == 0) return;
  start_roles_.resize(ids_.size() + 1);
  start_roles_[first] |= RoleBit(term.role);
  if (Find(node, term.role) == nullptr) nodes_[node].terms.push_back(std::move(term));
}

std::uint32_t ValueVocabulary::WordId(std::string_view folded) const {
  const auto found = ids_.find(folded);
  return found == ids_.end() ? 0 : found->second;
}

std::uint32_t ValueVocabulary::Next(std::uint32_t node, std::uint32_t word) const {
  if (word == 0) return 0;
  const auto found = edges_.find(EdgeKey(node, word));
  return found == edges_.end() ? 0 : found->second;
}

const Term* ValueVocabulary::Find(std::uint32_t node, Role role) const {
  for (const Term& term : nodes_[node].terms) {
    if (term.role == role) return &term;
  }
  return nullptr;
}

std::optional<std::int64_t> ValueVocabulary::CompoundValue(std::string_view folded) const {
  constexpr std::size_t kLongestWord = 96;
  if (folded.size() > kLongestWord) return std::nullopt;
  CompoundReader reader{*this, folded};
  const std::optional<NumberBuilder> builder = reader.Read(0, NumberBuilder(conventions));
  return builder ? builder->Value() : std::nullopt;
}

}  // namespace calque::internal
