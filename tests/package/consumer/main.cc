#include <calque/bitext_file.h>
#include <calque/engine.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const calque::Engine engine({.source_language = "en", .target_language = "fr"});
  const calque::Bitext bitext = engine.Align(engine.ReadFile(argv[1], calque::Side::kSource),
                                             engine.ReadFile(argv[2], calque::Side::kTarget));
  for (const calque::Bead& bead : bitext.beads) {
    std::cout << bitext.source.TextOf(bead.source) << "\t" << bitext.target.TextOf(bead.target)
              << "\t" << bead.score << "\n";
  }
  calque::BitextFileWriter corpus(argv[3]);
  corpus.Write(bitext);
  for (const std::string& loss : corpus.Commit()) std::cerr << loss << "\n";
}
