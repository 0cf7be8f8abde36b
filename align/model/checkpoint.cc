#include "align/model/checkpoint.h"

#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>
#include <vector>

#include "align/base/checksum.h"
#include "align/base/sha256.h"
#include "align/io/file.h"
#include "align/model/section_file.h"

namespace calque::internal {
namespace {

constexpr std::string_view kKey = "training.key";
constexpr std::string_view kSteps = "training.steps";
constexpr std::string_view kJumpWeights = "training.jumps";
constexpr std::string_view kForward = "training.forward";
constexpr std::string_view kBackward = "training.backward";
constexpr std::string_view kSourceNull = "training.source-null";
constexpr std::string_view kTargetNull = "training.target-null";

static_assert(std::is_trivially_copyable_v<JumpTables>);

template <typename Number>
std::string_view BytesOf(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

std::string_view BytesOf(const JumpTables& jumps) {
  return {reinterpret_cast<const char*>(&jumps), sizeof(jumps)};
}

class KeyBuilder {
 public:
  void Add(std::string_view bytes) {
    const std::uint64_t checksum = Checksum(bytes);
    parts_.append(reinterpret_cast<const char*>(&checksum), sizeof(checksum));
  }
  void Add(const TranslationTables& tables) {
    Add(BytesOf(tables.forward));
    Add(BytesOf(tables.backward));
    Add(BytesOf(tables.source_given_null));
    Add(BytesOf(tables.target_given_null));
  }
  void Add(const TextSide& side) {
    std::string words;
    for (TypeId type = 0; type < side.vocabulary().size(); ++type) {
      (words += side.vocabulary().Word(type)) += '\n';
    }
    Add(words);
    Add(BytesOf(side.tokens()));
    std::vector<std::size_t> lengths;
    for (std::size_t i = 0; i < side.sentence_count(); ++i) {
      lengths.push_back(side.Sentence(i).size());
    }
    Add(BytesOf(lengths));
  }
  [[nodiscard]] std::string Key() const { return Sha256Of(parts_); }

 private:
  std::string parts_;
};

std::vector<float> Numbers(const SectionReader& reader, std::string_view section,
                           const std::vector<float>& shape) {
  const auto numbers = reader.Array<float>(section);
  if (numbers.size() != shape.size()) reader.Refuse(section);
  return {numbers.begin(), numbers.end()};
}

}  // namespace

std::string TrainingKey(const ParallelText& text, const TranslationTables& start,
                        std::span<const double> options, const TrainingProbe& probe) {
  KeyBuilder key;
  key.Add(CALQUE_VERSION);
  key.Add(text.source());
  key.Add(text.target());
  std::vector<float> weights;
  for (std::size_t pair = 0; pair < text.size(); ++pair) weights.push_back(text.weight(pair));
  key.Add(BytesOf(weights));
  key.Add({reinterpret_cast<const char*>(options.data()), options.size_bytes()});
  key.Add(start);
  key.Add(probe.tables);
  key.Add(BytesOf(probe.jumps));
  return key.Key();
}

std::optional<Checkpoint::State> Checkpoint::Load(const std::string& key,
                                                  const TranslationTables& shape) const {
  if (!std::filesystem::exists(path_)) return std::nullopt;
  const std::string bytes = ReadFile(path_, std::numeric_limits<std::size_t>::max());
  const SectionReader reader(bytes,
                             path_.string() + " (a stopped training; remove it to begin anew)");
  if (reader.Section(kKey) != key) {
    if (found_) found_(0);
    return std::nullopt;
  }
  State state;
  const auto steps = reader.Array<std::uint32_t>(kSteps);
  if (steps.size() != 1) reader.Refuse(kSteps);
  state.steps = steps[0];
  const std::string_view jumps = reader.Section(kJumpWeights);
  if (jumps.size() != sizeof(state.jumps)) reader.Refuse(kJumpWeights);
  std::memcpy(&state.jumps, jumps.data(), jumps.size());
  state.tables = {Numbers(reader, kForward, shape.forward),
                  Numbers(reader, kBackward, shape.backward),
                  Numbers(reader, kSourceNull, shape.source_given_null),
                  Numbers(reader, kTargetNull, shape.target_given_null)};
  if (found_) found_(state.steps);
  return state;
}

void Checkpoint::Save(const std::string& key, std::uint32_t steps, const TranslationTables& tables,
                      const JumpTables& jumps) const {
  SectionWriter writer;
  writer.Add(kKey, key);
  writer.AddArray(kSteps, std::span<const std::uint32_t>(&steps, 1));
  writer.Add(kJumpWeights, BytesOf(jumps));
  writer.Add(kForward, BytesOf(tables.forward));
  writer.Add(kBackward, BytesOf(tables.backward));
  writer.Add(kSourceNull, BytesOf(tables.source_given_null));
  writer.Add(kTargetNull, BytesOf(tables.target_given_null));
  OutputFile file(path_);
  file.Write(writer.Bytes());
  file.CommitDurably();
}

void Checkpoint::Remove() const {
  std::error_code ignored;  // it may not be there
  std::filesystem::remove(path_, ignored);
}

}  // namespace calque::internal
