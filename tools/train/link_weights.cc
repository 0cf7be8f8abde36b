// Fits corpora/models/words.json, the weights of the re-scorer of word links, to gold links.
//
//   calque_train_links --model FILE GOLD SOURCE TARGET... > corpora/models/words.json
//
// SOURCE and TARGET are line-parallel files, tokens separated by blanks; GOLD has their links as
// `i-j` (sure) and `i?j` (possible). A sure link is right, a cell that gold lacks is wrong, a
// possible link is passed over. Each pair is seen as it is and kCopies times damaged: what the
// weights have to learn is when not to link. Two logistic regressions with a ridge, by Newton's
// method; deterministic.
#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "align/words/text_linker.h"
#include "calque/error.h"
#include "tools/train/link_gold.h"

namespace calque::internal {
namespace {

constexpr int kCopies = 20;
constexpr double kRidge = 120.0;  // ninefold data: some five occurrences
constexpr int kSteps = 25;
constexpr std::uint64_t kSeed = 20260311;

struct Row {
  std::vector<double> features;
  double label = 0.0;  // 1: a link
};

// Solves a · x = b for a symmetric positive definite a (Cholesky).
std::vector<double> Solve(std::vector<std::vector<double>> a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
      a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

// The first feature is the bias: no ridge.
std::vector<double> Fit(const std::vector<Row>& rows) {
  const std::size_t n = rows.front().features.size();
  std::vector<double> weights(n, 0.0);
  for (int step = 0; step < kSteps; ++step) {
    std::vector<double> gradient(n, 0.0);
    std::vector<std::vector<double>> curvature(n, std::vector<double>(n, 0.0));
    for (const Row& row : rows) {
      double sum = 0.0;
      for (std::size_t i = 0; i < n; ++i) sum += weights[i] * row.features[i];
      const double p = 1.0 / (1.0 + std::exp(-sum));
      for (std::size_t i = 0; i < n; ++i) {
        gradient[i] += (row.label - p) * row.features[i];
        const double factor = std::max(p * (1.0 - p), 1e-6) * row.features[i];
        for (std::size_t j = 0; j <= i; ++j) curvature[i][j] += factor * row.features[j];
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      const double ridge = i == 0 ? 1e-6 : kRidge;
      gradient[i] -= ridge * weights[i];
      curvature[i][i] += ridge;
    }
    const std::vector<double> change = Solve(std::move(curvature), std::move(gradient));
    for (std::size_t i = 0; i < n; ++i) weights[i] += change[i];
  }
  return weights;
}

struct Lesson {
  GoldLinks gold;
  std::vector<LinkCandidate> candidates;
};

// Links `pairs` as one text, as they would be in use.
void AddLessons(const std::vector<GoldPair>& pairs, const Model* model,
                std::vector<Lesson>* lessons) {
  ParallelText text;
  for (const GoldPair& pair : pairs) text.Add(pair.source, pair.target);
  const TextLinker linker(text, model, nullptr, {});
  TextLinker::Scratch scratch = linker.NewScratch();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    lessons->push_back({pairs[i].links, linker.Candidates(i, &scratch)});
  }
}

// A damaged copy of all pairs is a text of its own: a text teaches its links, and in one text with
// its copies a pair would teach its own.
std::vector<Lesson> LessonsOf(const std::vector<GoldPair>& pairs, const Model* model) {
  std::mt19937_64 random(kSeed);
  std::vector<Lesson> lessons;
  AddLessons(pairs, model, &lessons);
  for (int copy = 0; copy < kCopies; ++copy) {
    std::vector<GoldPair> damaged;
    for (const GoldPair& pair : pairs) damaged.push_back(Damaged(pair, pairs, &random));
    AddLessons(damaged, model, &lessons);
  }
  return lessons;
}

// Calls `teach(index of a candidate, 1 if it is a link, else 0)` for those that gold is sure of.
template <typename Teach>
void ForEachSure(const Lesson& lesson, const Teach& teach) {
  for (std::size_t i = 0; i < lesson.candidates.size(); ++i) {
    const std::pair link{lesson.candidates[i].source, lesson.candidates[i].target};
    const auto holds = [&](const auto& list) {
      return std::binary_search(list.begin(), list.end(), link);
    };
    if (holds(lesson.gold.sure)) {
      teach(i, 1.0);
    } else if (!holds(lesson.gold.possible)) {
      teach(i, 0.0);
    }
  }
}

template <std::size_t size>
void Copy(std::vector<double>::const_iterator from, std::array<float, size>* to) {
  std::transform(from, from + size, to->begin(), [](double w) { return static_cast<float>(w); });
}

LinkWeights Train(const std::vector<Lesson>& lessons) {
  LinkWeights weights;
  std::vector<Row> rows;
  for (const Lesson& lesson : lessons) {
    ForEachSure(lesson, [&](std::size_t i, double label) {
      const LinkFeatures& own = lesson.candidates[i].features;
      rows.push_back({{own.begin(), own.end()}, label});
    });
  }
  Copy(Fit(rows).cbegin(), &weights.first);
  CellGrid grid;
  std::size_t next = 0;
  for (const Lesson& lesson : lessons) {
    const auto contexts = FindContext(lesson.candidates, weights.first, &grid);
    ForEachSure(lesson, [&](std::size_t i, double) {
      std::vector<double>& features = rows[next++].features;
      features.insert(features.end(), contexts[i].begin(), contexts[i].end());
    });
  }
  const std::vector<double> second = Fit(rows);
  Copy(second.cbegin(), &weights.second);
  Copy(second.cbegin() + kLinkFeatures.size(), &weights.second_context);
  return weights;
}

int Run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 5 || arguments.size() % 3 != 2 || arguments[0] != "--model") {
    throw Error(ErrorCode::kUsage, "give --model FILE, then gold, source, target, three by three");
  }
  const auto model = Model::Load(arguments[1]);
  std::vector<GoldPair> pairs;
  for (std::size_t i = 2; i < arguments.size(); i += 3) {
    std::vector<GoldPair> read = ReadGoldPairs(arguments[i], arguments[i + 1], arguments[i + 2]);
    std::move(read.begin(), read.end(), std::back_inserter(pairs));
  }
  std::cout << Train(LessonsOf(pairs, model.get())).ToJson().dump(1) << '\n';
  return 0;
}

}  // namespace
}  // namespace calque::internal

int main(int argc, char** argv) {
  try {
    return calque::internal::Run({argv + 1, argv + argc});
  } catch (const calque::Error& error) {
    std::cerr << "calque_train_links: " << error.what() << '\n';
    return 65;
  }
}
