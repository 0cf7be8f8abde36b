#include "align/beads/word_table.h"

#include <algorithm>
#include <utility>

namespace calque::internal {
namespace {

using Match = std::pair<TypeId, float>;  // a word of the other side, and its weight

const LexiconSide* SourceOf(const Lexicon* lexicon) {
  return lexicon == nullptr ? nullptr : &lexicon->source();
}
const LexiconSide* TargetOf(const Lexicon* lexicon) {
  return lexicon == nullptr ? nullptr : &lexicon->target();
}

// One side of the bitext beside the lexicon's side of the same language.
struct SideView {
  const SideWords& words;
  const LexiconSide* lexicon;               // null without a lexicon
  std::vector<TypeId> lexicon_types;        // by type
  const LexiconSide* model;                 // null without a model
  std::vector<std::vector<Match>> matches;  // by type

  SideView(const SideWords& side, const LexiconSide* lexicon_side, const LexiconSide* model_side)
      : words(side), lexicon(lexicon_side), model(model_side), matches(side.vocabulary.size()) {
    lexicon_types.assign(side.vocabulary.size(), kUnknownType);
    if (lexicon == nullptr) return;
    for (TypeId type = 0; type < side.vocabulary.size(); ++type) {
      lexicon_types[type] = lexicon->Find(side.vocabulary.Word(type));
    }
  }
  [[nodiscard]] bool Knows(TypeId type) const { return lexicon_types[type] != kUnknownType; }
  [[nodiscard]] bool IsInModel(TypeId type) const {
    return model != nullptr && model->Find(words.vocabulary.Word(type)) != kUnknownType;
  }
};

// Words of the bitext by their type in the lexicon, to turn its rows into ours.
std::vector<std::pair<TypeId, TypeId>> ByLexiconType(const SideView& side) {
  std::vector<std::pair<TypeId, TypeId>> pairs;
  for (TypeId type = 0; type < side.lexicon_types.size(); ++type) {
    if (side.Knows(type)) pairs.emplace_back(side.lexicon_types[type], type);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// A vector by lexicon type would cost the lexicon's size for each pair of dispatches.
class TypeMap {
 public:
  explicit TypeMap(const SideView& side) {
    const auto pairs = ByLexiconType(side);
    std::size_t slots = 64;
    while (slots < pairs.size() * 4) slots *= 2;
    slots_.assign(slots, {kUnknownType, kUnknownType});
    for (const auto& pair : pairs) slots_[SlotOf(pair.first)] = pair;
  }
  [[nodiscard]] TypeId Find(TypeId lexicon_type) const {
    return slots_[SlotOf(lexicon_type)].second;
  }

 private:
  [[nodiscard]] std::size_t SlotOf(TypeId lexicon_type) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (lexicon_type * 2654435761U) & mask;
    while (slots_[slot].first != lexicon_type && slots_[slot].first != kUnknownType) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
  std::vector<std::pair<TypeId, TypeId>> slots_;
};

void FillRows(const SideView& given, const SideView& word, const WordTableOptions& options,
              WordTable* table) {
  const TypeMap to_word(word);
  std::vector<WordTable::Entry> row;
  table->begin.push_back(0);
  for (TypeId type = 0; type < given.words.vocabulary.size(); ++type) {
    row.clear();
    const bool known = given.Knows(type);
    const auto& matches = given.matches[type];
    const float share = matches.empty() ? 0.0F
                        : known         ? options.string_share_known
                                        : options.string_share_unknown;
    if (known) {
      for (const Translation& t : given.lexicon->TranslationsOf(given.lexicon_types[type])) {
        const TypeId other = to_word.Find(t.type());
        if (other != kUnknownType) row.push_back({other, (1.0F - share) * t.probability()});
      }
    }
    float total = 0.0F;
    for (const Match& match : matches) total += match.second;
    for (const auto& [other, weight] : matches) {
      row.push_back({other, share * weight / std::max(1.0F, total)});
    }
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) {
      return a.word != b.word ? a.word < b.word : a.probability < b.probability;
    });
    for (const WordTable::Entry& entry : row) {
      const bool again =
          table->entries.size() > table->begin.back() && table->entries.back().word == entry.word;
      if (again) {
        table->entries.back().probability += entry.probability;
      } else {
        table->entries.push_back(entry);
      }
    }
    table->begin.push_back(static_cast<std::uint32_t>(table->entries.size()));
  }
}

float WordsOfLongestSentence(const SideWords& side) {
  std::size_t longest = 0;
  for (std::uint32_t i = 0; i < side.sentence_count(); ++i) {
    longest = std::max(longest, side.Sentence(i).size());
  }
  return static_cast<float>(longest);
}

float BackgroundOf(const SideView& word, const WordTableOptions& options) {
  if (word.lexicon == nullptr) return options.background_words_alone;
  return std::max(options.background_words,
                  options.background_sentences * WordsOfLongestSentence(word.words));
}

void FillWords(const SideView& word, const WordTableOptions& options, WordTable* table) {
  const auto types = static_cast<float>(word.words.vocabulary.size());
  std::vector<bool> explained(word.words.vocabulary.size(), false);
  for (const WordTable::Entry& entry : table->entries) explained[entry.word] = true;
  const float background = BackgroundOf(word, options);
  const float total = static_cast<float>(word.words.words.size()) + background;
  for (TypeId type = 0; type < word.words.vocabulary.size(); ++type) {
    const bool known = word.Knows(type);
    const float prior =
        word.lexicon == nullptr ? 1.0F / types : word.lexicon->Unigram(word.lexicon_types[type]);
    const float by_chance =
        (static_cast<float>(word.words.counts[type]) + background * prior) / total;
    const float typical = word.model == nullptr ? options.chance_alone : options.chance;
    const float chance = explained[type] || word.IsInModel(type) ? typical : 1.0F;
    table->chance.push_back(chance);
    table->gain.push_back((1.0F - chance) / by_chance);
    table->null.push_back(known ? word.lexicon->GivenNull(word.lexicon_types[type]) : by_chance);
  }
}

}  // namespace

WordTables MakeWordTables(const SideWords& source, const SideWords& target,
                          const std::vector<StringMatch>& matches, const Lexicon* lexicon,
                          const Lexicon* model, const WordTableOptions& options) {
  SideView source_view(source, SourceOf(lexicon), SourceOf(model));
  SideView target_view(target, TargetOf(lexicon), TargetOf(model));
  for (const StringMatch& match : matches) {
    source_view.matches[match.source].emplace_back(match.target, match.weight);
    target_view.matches[match.target].emplace_back(match.source, match.weight);
  }
  WordTables tables;
  FillRows(source_view, target_view, options, &tables.target_given_source);
  FillWords(target_view, options, &tables.target_given_source);
  FillRows(target_view, source_view, options, &tables.source_given_target);
  FillWords(source_view, options, &tables.source_given_target);
  return tables;
}

}  // namespace calque::internal
