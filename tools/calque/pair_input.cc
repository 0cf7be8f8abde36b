#include "tools/calque/pair_input.h"

#include <future>
#include <string>
#include <utility>
#include <vector>

#include "align/io/file.h"
#include "tools/calque/line_pairs.h"

namespace calque::tools {
namespace {

// Reads both sides at once. If neither can be read, the error is that of the source.
template <typename Read>
Bitext AlignBoth(const Engine& engine, const Read& read) {
  std::future<Document> target = std::async(read, Side::kTarget);
  Document source = read(Side::kSource);
  return engine.Align(std::move(source), target.get());
}

}  // namespace

Bitext ReadAndAlign(const Engine& engine, const Arguments& arguments) {
  if (arguments.Get("input") == "tsv") {
    arguments.RefuseWithoutEffect({"adapt", "moved"}, "with --input tsv: its beads are given");
    const std::string& path = arguments.Operands(1)[0];
    LinePairs pairs = ReadLinePairs(internal::ReadFile(path), path);
    Document source = engine.ReadLines(std::move(pairs.source), path, Side::kSource);
    Document target = engine.ReadLines(std::move(pairs.target), path, Side::kTarget);
    return engine.AlignWithBeads(std::move(source), std::move(target), OneToOne(pairs.count));
  }
  const std::vector<std::string>& paths = arguments.Operands(2);
  const auto path_of = [&](Side side) { return paths[side == Side::kSource ? 0 : 1]; };
  if (arguments.Get("input") == "lines") {
    return AlignBoth(engine, [&](Side side) {
      return engine.ReadLines(internal::ReadFile(path_of(side)), path_of(side), side);
    });
  }
  return AlignBoth(engine, [&](Side side) { return engine.ReadFile(path_of(side), side); });
}

}  // namespace calque::tools
