// Every reader of documents over inputs that come in crumbs, break off, or cannot be read on.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "align/io/file.h"
#include "align/read/document_stream.h"
#include "calque/error.h"
#include "tests/support/archives.h"
#include "tests/support/faults.h"
#include "tests/support/thrown.h"
#include "tests/support/wire_story.h"

namespace calque::internal {
namespace {

struct Input {
  std::string name;  // of the test
  std::string format;
  std::string bytes;

  friend void PrintTo(const Input& input, std::ostream* out) { *out << input.name; }
};

// A file of every format, and one inside everything that is unpacked.
std::vector<Input> Inputs() {
  std::vector<Input> inputs;
  for (const test::WireFile& file : test::InEveryFormat({})) {
    inputs.push_back({file.format, file.format, file.bytes});
  }
  const std::filesystem::path seeds = CALQUE_SOURCE_DIRECTORY "/tests/fuzz/seeds/read";
  for (const char* seed : {"europresse/two", "factiva/plain", "nexis/two", "text/story"}) {
    const std::string format = std::filesystem::path(seed).parent_path().string();
    inputs.push_back({format, format, ReadFile(seeds / seed)});
  }
  const std::vector<test::Member> members = {{"a.xml", inputs[0].bytes},
                                             {"b.xml", inputs[0].bytes}};
  for (const char* filter : {"gz", "bz2", "xz", "zst"}) {
    inputs.push_back({filter, inputs[0].format, test::Compress(filter, inputs[0].bytes)});
  }
  for (const char* format : {"zip", "tar", "7z"}) {
    inputs.push_back({format, inputs[0].format, test::MakeArchive(format, "", members)});
  }
  inputs.push_back({"zip_in_tgz", inputs[0].format,
                    test::MakeArchive("tar", "gz", {{"in.zip", inputs.back().bytes}})});
  return inputs;
}

// What comes out, one string a document; throws on the first failure.
std::vector<std::string> Read(const Input& input, std::unique_ptr<ByteSource> source) {
  DocumentStream stream(std::move(source), ReadOptions{.format = input.format});
  std::vector<std::string> documents;
  while (const std::optional<RawDocument> document = stream.Next()) {
    std::string text = document->id + "\n" + document->language + "\n" + document->text;
    for (const TypedBlock& block : document->blocks) {
      text += "\n" + std::to_string(block.span.begin) + "-" + std::to_string(block.span.end);
    }
    for (const auto& [key, value] : document->metadata) text += "\n" + key + "=" + value;
    documents.push_back(std::move(text));
  }
  return documents;
}

class DocumentFaults : public testing::TestWithParam<Input> {
 protected:
  [[nodiscard]] std::unique_ptr<ByteSource> Open() const {
    return OpenMemory(GetParam().bytes, "in");
  }
};

TEST_P(DocumentFaults, ShortReadsChangeNothing) {
  const std::vector<std::string> whole = Read(GetParam(), Open());
  ASSERT_FALSE(whole.empty());
  for (const std::size_t most : {1, 2, 7, 4097}) {
    EXPECT_EQ(Read(GetParam(), test::FaultySource(Open(), most)), whole) << most;
  }
}

TEST_P(DocumentFaults, AFailureAtAnyByteIsTold) {
  const std::size_t size = GetParam().bytes.size();
  for (std::size_t at = 0; at < size; at += 1 + size / 97) {
    const Error error =
        test::ErrorOf([&] { (void)Read(GetParam(), test::FaultySource(Open(), 512, at)); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput) << "failed at byte " << at;
    EXPECT_NE(std::string(error.what()).find(test::kInjected), std::string::npos) << error.what();
  }
}

// What came before the break was complete; whether a reader then complains is up to the format.
TEST_P(DocumentFaults, AFileThatBreaksOffIsAnErrorOrShorter) {
  const std::vector<std::string> whole = Read(GetParam(), Open());
  const std::string& bytes = GetParam().bytes;
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 197) {
    try {
      const std::string cut = bytes.substr(0, at);
      EXPECT_LE(Read(GetParam(), OpenMemory(cut, "in")).size(), whole.size()) << at;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kBadInput) << error.what();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, DocumentFaults, testing::ValuesIn(Inputs()),
                         [](const auto& info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace calque::internal
