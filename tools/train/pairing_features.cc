// What document pairing sees in the candidates of two archives, for training its weights.
//
//   calque_pairing_features SOURCES TARGETS [MODEL|none]
//
// Out: a header with the names of the columns, then `source<TAB>target<TAB>feature...` a candidate.
#include <iostream>
#include <string>

#include "align/archive/document_pairing.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

int Run(const std::string& sources, const std::string& targets, const std::string& model) {
  PairingOptions options;
  options.keep_candidates = true;
  options.use_model = model != "none";
  if (options.use_model) options.model = model;
  const ArchivePairing pairing =
      PairArchives(ListArchive(sources), ListArchive(targets), options, nullptr);
  std::cout << "source\ttarget";
  for (const std::string_view name : kPairFeatureNames) std::cout << '\t' << name;
  std::cout << '\n';
  for (const auto& [candidate, evidence] : pairing.candidates) {
    std::cout << pairing.source.documents[candidate.source].id << '\t'
              << pairing.target.documents[candidate.target].id;
    for (const float value : ValuesOf(evidence)) std::cout << '\t' << FloatText(value);
    std::cout << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace calque::internal

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "usage: calque_pairing_features SOURCES TARGETS [MODEL|none]\n";
    return 2;
  }
  try {
    return calque::internal::Run(argv[1], argv[2], argc == 4 ? argv[3] : "");
  } catch (const calque::Error& error) {
    std::cerr << error.what() << '\n';
    return static_cast<int>(error.code());
  }
}
