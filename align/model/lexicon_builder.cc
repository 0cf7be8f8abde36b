#include "align/model/lexicon_builder.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "align/model/vocabulary.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// Mean number of types that share a slot of the directory.
constexpr std::size_t kTypesPerSlot = 2;

struct SideStorage {
  std::string characters;
  std::vector<std::uint32_t> word_begin;
  std::vector<std::uint32_t> directory;
  std::vector<std::uint32_t> row_begin;
  std::vector<Translation> translations;
  std::vector<ShortFloat> unigram;
  std::vector<ShortFloat> given_null;

  [[nodiscard]] LexiconSide View() const {
    return LexiconSide(
        {characters, word_begin, directory, row_begin, translations, unigram, given_null});
  }
};

struct Storage {
  SideStorage source;
  SideStorage target;
};

// The old numbers of the types in their new order.
std::vector<TypeId> HashOrder(const std::vector<std::string>& words) {
  if (words.size() >= kMaxTypes) {
    throw Error(ErrorCode::kBadInput,
                "the vocabulary of a model must stay under 1,048,576 words; "
                "train on less text");
  }
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) hashes.push_back(TypeHash(word));
  std::vector<TypeId> order(words.size());
  std::iota(order.begin(), order.end(), TypeId{0});
  std::sort(order.begin(), order.end(), [&](TypeId a, TypeId b) {
    return hashes[a] != hashes[b] ? hashes[a] < hashes[b] : words[a] < words[b];
  });
  return order;
}

std::vector<std::uint32_t> Directory(const SideDraft& draft, const std::vector<TypeId>& order) {
  const std::size_t slots = std::bit_ceil(order.size() / kTypesPerSlot + 1);
  const int bits = std::countr_zero(slots);
  std::vector<std::uint32_t> directory(slots + 1, 0);
  for (const TypeId type : order) {
    const std::uint64_t hash = TypeHash(draft.words[type]);
    ++directory[(bits == 0 ? 0 : hash >> (64 - bits)) + 1];
  }
  std::partial_sum(directory.begin(), directory.end(), directory.begin());
  return directory;
}

SideStorage Store(const SideDraft& draft, const std::vector<TypeId>& order,
                  const std::vector<TypeId>& new_number_of_other) {
  SideStorage side;
  side.directory = Directory(draft, order);
  side.word_begin.push_back(0);
  side.row_begin.push_back(0);
  for (const TypeId type : order) {
    side.characters += draft.words[type];
    side.word_begin.push_back(static_cast<std::uint32_t>(side.characters.size()));
    side.unigram.emplace_back(draft.unigram[type]);
    side.given_null.emplace_back(draft.given_null[type]);
    for (const auto& [other, probability] : draft.rows[type]) {
      side.translations.emplace_back(new_number_of_other[other], probability);
    }
    std::sort(side.translations.begin() + side.row_begin.back(), side.translations.end(),
              [](const Translation& a, const Translation& b) {
                return a.probability() != b.probability() ? a.probability() > b.probability()
                                                          : a.type() < b.type();
              });
    side.row_begin.push_back(static_cast<std::uint32_t>(side.translations.size()));
  }
  side.unigram.emplace_back(draft.unigram.back());
  side.given_null.emplace_back(draft.given_null.back());
  return side;
}

std::vector<TypeId> Inverse(const std::vector<TypeId>& order) {
  std::vector<TypeId> inverse(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) inverse[order[i]] = static_cast<TypeId>(i);
  return inverse;
}

void Equalise(const Vocabulary& vocabulary, SideDraft* side) {
  const float share = 1.0F / static_cast<float>(vocabulary.size() + 1);
  side->unigram.assign(vocabulary.size() + 1, share);
  side->given_null = side->unigram;
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    side->words.emplace_back(vocabulary.Word(type));
  }
}

}  // namespace

std::unique_ptr<Lexicon> BuildLexicon(const SideDraft& source, const SideDraft& target) {
  const std::vector<TypeId> source_order = HashOrder(source.words);
  const std::vector<TypeId> target_order = HashOrder(target.words);
  auto storage = std::make_shared<Storage>();
  storage->source = Store(source, source_order, Inverse(target_order));
  storage->target = Store(target, target_order, Inverse(source_order));
  const LexiconSide source_view = storage->source.View();
  const LexiconSide target_view = storage->target.View();
  return std::make_unique<Lexicon>(source_view, target_view, std::move(storage));
}

std::unique_ptr<Lexicon> BuildLexicon(std::span<const WordPair> pairs) {
  Vocabulary source_words;
  Vocabulary target_words;
  SideDraft source;
  SideDraft target;
  for (const WordPair& pair : pairs) {
    const TypeId s = source_words.Intern(pair.source);
    const TypeId t = target_words.Intern(pair.target);
    source.rows.resize(source_words.size());
    target.rows.resize(target_words.size());
    source.rows[s].emplace_back(t, pair.target_given_source);
    target.rows[t].emplace_back(s, pair.source_given_target);
  }
  Equalise(source_words, &source);
  Equalise(target_words, &target);
  return BuildLexicon(source, target);
}

}  // namespace calque::internal
