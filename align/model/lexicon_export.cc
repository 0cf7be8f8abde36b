#include "align/model/lexicon_export.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <span>

#include "align/model/lexicon_builder.h"
#include "align/model/prefix_class.h"

namespace calque::internal {
namespace {

using Row = std::vector<std::pair<TypeId, float>>;

// The types of one side that the lexicon will have: kept words, then prefix classes.
struct SideTypes {
  std::vector<double> count;       // of the types of the text
  std::vector<TypeId> word;        // type of the text → type of the lexicon, or kUnknownType
  std::vector<TypeId> prefix;      // type of the text → its class, or kUnknownType
  std::vector<std::string> names;  // of the lexicon's types
};

std::vector<double> Count(const ParallelText& text, const TextSide& side) {
  std::vector<double> count(side.vocabulary().size(), 0.0);
  for (std::size_t pair = 0; pair < text.size(); ++pair) {
    for (const TypeId type : side.Sentence(pair)) count[type] += text.weight(pair);
  }
  return count;
}

// The least count of a word that is kept: what is asked for, or more where the words would not fit
// beside `classes`. Of words equally rare all stay or all go, whatever their order.
double LeastCount(std::vector<double> count, std::size_t classes, const ExportOptions& options) {
  std::erase_if(count, [&](double each) { return each < options.least_count; });
  const std::size_t room = options.most_types - std::min(classes, options.most_types);
  if (count.size() <= room) return options.least_count;
  const auto first_without = count.begin() + static_cast<std::ptrdiff_t>(room);
  std::nth_element(count.begin(), first_without, count.end(), std::greater<>());
  return std::nextafter(*first_without, std::numeric_limits<double>::infinity());
}

SideTypes Number(const ParallelText& text, const TextSide& side, const ExportOptions& options) {
  const Vocabulary& vocabulary = side.vocabulary();
  SideTypes types{Count(text, side), {}, {}, {}};
  Vocabulary classes;
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    const std::string prefix =
        options.class_threshold > 0.0F ? PrefixClass(vocabulary.Word(type)) : std::string();
    types.prefix.push_back(prefix.empty() ? kUnknownType : classes.Intern(prefix));
  }
  const double least_count = LeastCount(types.count, classes.size(), options);
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    const bool kept = types.count[type] >= least_count;
    types.word.push_back(kept ? static_cast<TypeId>(types.names.size()) : kUnknownType);
    if (kept) types.names.emplace_back(vocabulary.Word(type));
  }
  const auto words = static_cast<TypeId>(types.names.size());
  for (TypeId& prefix : types.prefix) {
    if (prefix != kUnknownType) prefix += words;
  }
  for (TypeId type = 0; type < classes.size(); ++type) types.names.emplace_back(classes.Word(type));
  return types;
}

// Sums probabilities by type; touches only what it was given.
class RowSum {
 public:
  explicit RowSum(std::size_t types) : sum_(types, 0.0) {}

  void Add(TypeId type, double mass) {
    if (type == kUnknownType || mass <= 0.0) return;
    if (sum_[type] == 0.0) met_.push_back(type);
    sum_[type] += mass;
  }
  // Types with at least `word_threshold` of `total`, or `class_threshold` from `first_class` on;
  // the sums are zero again.
  [[nodiscard]] Row Take(double total, float threshold) {
    Row row;
    for (const TypeId type : met_) {
      const auto probability = static_cast<float>(std::min(1.0, sum_[type] / total));
      if (probability >= threshold) row.emplace_back(type, probability);
      sum_[type] = 0.0;
    }
    met_.clear();
    return row;
  }

 private:
  std::vector<double> sum_;
  std::vector<TypeId> met_;
};

// One direction of the tables: the cells of each row, with the type at the other end.
struct Link {
  TypeId other;
  float probability;
};
struct Rows {
  std::vector<std::size_t> begin;
  std::vector<Link> links;

  [[nodiscard]] std::span<const Link> Of(std::size_t type) const {
    return std::span(links).subspan(begin[type], begin[type + 1] - begin[type]);
  }
};

Rows SourceRows(const CandidateTable& candidates, const std::vector<float>& table) {
  Rows rows;
  rows.begin.push_back(0);
  for (TypeId s = 0; s < candidates.source_size(); ++s) {
    for (Cell cell = candidates.RowBegin(s); cell < candidates.RowEnd(s); ++cell) {
      if (table[cell] > 0.0F) rows.links.push_back({candidates.Target(cell), table[cell]});
    }
    rows.begin.push_back(rows.links.size());
  }
  return rows;
}

Rows TargetRows(const CandidateTable& candidates, const std::vector<float>& table,
                std::size_t targets) {
  Rows rows;
  rows.begin.assign(targets + 1, 0);
  for (Cell cell = 0; cell < candidates.size(); ++cell) {
    if (table[cell] > 0.0F) ++rows.begin[candidates.Target(cell) + 1];
  }
  std::partial_sum(rows.begin.begin(), rows.begin.end(), rows.begin.begin());
  rows.links.resize(rows.begin.back());
  std::vector<std::size_t> next(rows.begin.begin(), rows.begin.end() - 1);
  for (TypeId s = 0; s < candidates.source_size(); ++s) {
    for (Cell cell = candidates.RowBegin(s); cell < candidates.RowEnd(s); ++cell) {
      if (table[cell] > 0.0F) rows.links[next[candidates.Target(cell)]++] = {s, table[cell]};
    }
  }
  return rows;
}

// The rows of the lexicon: of words, into words and classes; of classes, the mean of their words,
// rare words counting for more than their occurrences, as the words to come are rare too.
std::vector<Row> LexiconRows(const Rows& rows, const SideTypes& side, const SideTypes& other,
                             const ExportOptions& options) {
  std::vector<Row> result(side.names.size());
  RowSum words(other.names.size());
  RowSum classes(other.names.size());
  const auto take = [&](double total, float word_threshold, Row* row) {
    *row = words.Take(total, word_threshold);
    const Row into_classes = classes.Take(total, options.class_threshold);
    row->insert(row->end(), into_classes.begin(), into_classes.end());
  };
  std::vector<std::pair<TypeId, TypeId>> members;  // class, type of the text
  for (TypeId type = 0; type < side.word.size(); ++type) {
    if (side.prefix[type] != kUnknownType) members.emplace_back(side.prefix[type], type);
    if (side.word[type] == kUnknownType) continue;
    for (const Link& link : rows.Of(type)) {
      words.Add(other.word[link.other], link.probability);
      classes.Add(other.prefix[link.other], link.probability);
    }
    take(1.0, options.threshold, &result[side.word[type]]);
  }
  std::sort(members.begin(), members.end());
  for (std::size_t i = 0; i < members.size();) {
    const TypeId prefix = members[i].first;
    double total = 0.0;
    for (; i < members.size() && members[i].first == prefix; ++i) {
      const double weight = std::sqrt(side.count[members[i].second]);
      total += weight;
      for (const Link& link : rows.Of(members[i].second)) {
        words.Add(other.word[link.other], weight * link.probability);
        classes.Add(other.prefix[link.other], weight * link.probability);
      }
    }
    if (total > 0.0) take(total, options.class_threshold, &result[prefix]);
  }
  return result;
}

// The sum over the words of each lexicon type: of a word its own, of a class that of its members.
std::vector<double> SumByType(const SideTypes& types, const std::vector<double>& by_text_type) {
  std::vector<double> sum(types.names.size(), 0.0);
  for (std::size_t type = 0; type < by_text_type.size(); ++type) {
    if (types.word[type] != kUnknownType) sum[types.word[type]] += by_text_type[type];
    if (types.prefix[type] != kUnknownType) sum[types.prefix[type]] += by_text_type[type];
  }
  return sum;
}

SideDraft Draft(const SideTypes& types, const std::vector<float>& given_null,
                std::vector<Row> rows) {
  // One count is added to each type and one for all unseen words together; the empty word's row is
  // mixed with unigrams, so that no word is impossible under it.
  constexpr double kUnigramShare = 0.1;
  const double total = std::accumulate(types.count.begin(), types.count.end(), 0.0) +
                       static_cast<double>(types.names.size()) + 1.0;
  const std::vector<double> counts = SumByType(types, types.count);
  const std::vector<double> null = SumByType(types, {given_null.begin(), given_null.end()});
  SideDraft draft;
  draft.words = types.names;
  draft.rows = std::move(rows);
  for (std::size_t type = 0; type <= types.names.size(); ++type) {
    const bool unseen = type == types.names.size();
    const double unigram = (unseen ? 1.0 : counts[type] + 1.0) / total;
    const double trained = unseen ? 0.0 : std::min(1.0, null[type]);
    draft.unigram.push_back(static_cast<float>(unigram));
    draft.given_null.push_back(
        static_cast<float>((1.0 - kUnigramShare) * trained + kUnigramShare * unigram));
  }
  return draft;
}

}  // namespace

std::unique_ptr<Lexicon> ExportLexicon(const ParallelText& text, const CandidateTable& candidates,
                                       const TranslationTables& tables,
                                       const ExportOptions& options) {
  const SideTypes source = Number(text, text.source(), options);
  const SideTypes target = Number(text, text.target(), options);
  const Rows forward = SourceRows(candidates, tables.forward);
  const Rows backward = TargetRows(candidates, tables.backward, target.word.size());
  return BuildLexicon(
      Draft(source, tables.source_given_null, LexiconRows(forward, source, target, options)),
      Draft(target, tables.target_given_null, LexiconRows(backward, target, source, options)));
}

}  // namespace calque::internal
