#include "tools/calque/pair_input.h"

#include <utility>

#include "align/io/file.h"
#include "tools/calque/line_pairs.h"

namespace calque::tools {

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
  if (arguments.Get("input") == "lines") {
    Document source = engine.ReadLines(internal::ReadFile(paths[0]), paths[0], Side::kSource);
    Document target = engine.ReadLines(internal::ReadFile(paths[1]), paths[1], Side::kTarget);
    return engine.Align(std::move(source), std::move(target));
  }
  Document source = engine.ReadFile(paths[0], Side::kSource);
  Document target = engine.ReadFile(paths[1], Side::kTarget);
  return engine.Align(std::move(source), std::move(target));
}

}  // namespace calque::tools
