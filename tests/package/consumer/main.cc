#include <calque/bitext_file.h>
#include <calque/engine.h>

#include <iostream>
#include <utility>

int main(int argc, char** argv) try {
  if (argc != 4) return 2;
  const calque::Engine engine({.source_language = "en", .target_language = "fr"});
  calque::Document source = engine.ReadFile(argv[1], calque::Side::kSource);
  calque::Document target = engine.ReadFile(argv[2], calque::Side::kTarget);
  const calque::Bitext bitext = engine.Align(std::move(source), std::move(target));
  for (const calque::Bead& bead : bitext.beads) {
    std::cout << bitext.source.TextOf(bead.source) << "\t" << bitext.target.TextOf(bead.target)
              << "\t" << bead.score << "\n";
  }
  calque::BitextFileWriter corpus(argv[3]);
  corpus.Write(bitext);
  for (const std::string& loss : corpus.Commit()) std::cerr << loss << "\n";
} catch (const calque::Error& error) {
  std::cerr << error.what() << "\n";
  return static_cast<int>(error.code());
}
