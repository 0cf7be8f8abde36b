// Any bytes as a file of bitexts in the format CALQUE_FUZZ_FORMAT. What is read must be a bitext
// that the master form can hold and give back, that every writer can write, and that can be cut.
// Formats of several files take them one after the other, NUL between them: the main file first.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "align/archive/bitext_cutter.h"
#include "align/export/exporter.h"
#include "align/read/bitext_json.h"
#include "align/read/bitext_reader.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFormat = CALQUE_FUZZ_FORMAT;

[[noreturn]] void Fail(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

class Nowhere : public ExportTarget {
 public:
  std::ostream& Main() override { return Open("main"); }
  std::ostream& Open(const std::string& name) override { return files_[name]; }
  void Close(const std::string& name) override { files_.erase(name); }
  const std::string& stem() const override { return stem_; }

 private:
  std::map<std::string, std::ostringstream> files_;
  std::string stem_ = "x";
};

std::vector<std::string_view> Split(std::string_view input) {
  std::vector<std::string_view> files;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = input.find('\0');
    files.push_back(input.substr(0, end));
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  }
  return files;
}

// Which of the files a name means.
std::size_t IndexOf(std::string_view name) {
  if (name.ends_with(".meta.jsonl")) return 3;
  if (name.ends_with(".ids")) return 4;
  if (name.find("fr") != std::string_view::npos || name.find("target") != std::string_view::npos) {
    return 2;
  }
  return 1;
}

void CheckBitext(const Bitext& bitext) {
  const std::string line = WriteBitextJson(bitext);
  if (ReadBitextJson(line, {"fuzz"}) != bitext) Fail("the master form does not give it back");
  std::vector<std::uint32_t> some;
  for (std::uint32_t i = 0; i < bitext.beads.size(); i += 2) some.push_back(i);
  const Bitext cut = BitextCutter(bitext).Cut(some);
  if (ReadBitextJson(WriteBitextJson(cut), {"fuzz"}) != cut) Fail("what was cut is no bitext");
  for (const ExportFormat& format : ExportFormats()) {
    Nowhere target;
    const auto exporter = format.make(target);
    exporter->Write(bitext);
    exporter->End();
  }
}

void Check(std::string_view input) {
  const BitextFormat* format = FindBitextFormat(kFormat);
  const bool several = kFormat == "moses" || kFormat == "xces";
  const std::vector<std::string_view> files =
      several ? Split(input) : std::vector<std::string_view>{input};
  BitextInput in{"x." + std::string(kFormat), OpenMemory(files[0], "x"),
                 [&](const std::string& name) -> std::unique_ptr<ByteSource> {
                   const std::size_t index = IndexOf(name);
                   if (index >= files.size()) return nullptr;
                   return OpenMemory(files[index], name);
                 }};
  const auto reader = format->open(std::move(in), {"en", "fr"});
  while (const std::optional<Bitext> bitext = reader->Next()) CheckBitext(*bitext);
  (void)reader->Diagnostics();
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    calque::internal::Check({reinterpret_cast<const char*>(data), size});
  } catch (const calque::Error&) {
    return 0;  // bad input is refused
  }
  return 0;
}
