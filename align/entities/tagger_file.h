// The file of a tagger. Little-endian:
//
//   "calque-tagger/2\n"
//   language, then the number of types and each type, then the notice: strings, each with a 32-bit
//     length before it
//   the number of passes, 8-bit; then for each pass
//   transitions: labels² 32-bit floats
//   scale: a 32-bit float; number of features, number of weights: 32-bit
//   features: for each, its 32-bit hash, rising; then for each an 8-bit count of weights
//   weights: an 8-bit label each; then a signed 16-bit value each, to be multiplied by `scale`
//   and at the end a 64-bit hash (hash.h) of all bytes before it
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

struct TaggerFile {
  struct Entry {
    std::uint32_t feature;
    std::uint8_t label;
    float weight;
  };
  struct Pass {
    std::vector<float> transitions;
    std::vector<Entry> entries;  // by feature, then label
  };
  std::string language;
  std::vector<std::string> types;  // `PER`, …
  std::string notice;              // of the training data
  std::vector<Pass> passes;        // the second sees what the first found
};

[[nodiscard]] std::string WriteTaggerFile(const TaggerFile& file);
// Throws Error{kBadInput} at `name` where the bytes are damaged or of another format.
[[nodiscard]] TaggerFile ReadTaggerFile(std::string_view bytes, const std::string& name);

}  // namespace calque::internal
