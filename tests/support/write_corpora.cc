// write_corpora FOLDER: a corpus in every export format, for the programs that read them.
// `plain.*` is the dispatch of our own writing alone; `hostile.*` has random text besides.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "align/export/export_file.h"
#include "tests/support/bitexts.h"

namespace {

void Write(const std::string& folder, const std::string& stem,
           const std::vector<calque::Bitext>& bitexts) {
  for (const calque::internal::ExportFormat& format : calque::internal::ExportFormats()) {
    const std::string name(format.name);
    std::filesystem::create_directories(folder + "/" + name);
    calque::internal::ExportFile file(format, folder + "/" + name + "/" + stem + "." + name);
    for (const calque::Bitext& bitext : bitexts) file.Write(bitext);
    for (const std::string& loss : file.Commit()) {
      std::cout << stem << "." << name << ": " << loss << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_corpora FOLDER\n";
    return 2;
  }
  std::vector<calque::Bitext> hostile = {calque::test::FerryBitext()};
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    hostile.push_back(calque::test::HostileBitext(seed));
  }
  Write(argv[1], "plain", {calque::test::FerryBitext()});
  Write(argv[1], "hostile", hostile);
  return 0;
}
