// Any bytes as a file of documents: what comes out must be what readers promise. One fuzzer for all
// readers; the environment says which (CALQUE_FUZZ_FORMAT, a name of the table), else the content
// does, archives unpacked.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "align/base/utf8.h"
#include "align/read/document_stream.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMostDocuments = 1000;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void Check(const RawDocument& document, std::size_t limit) {
  Require(FirstInvalidUtf8(document.text) == document.text.size(), "text is not UTF-8");
  Require(document.text.size() <= limit, "text is above the limit");
  Require(!document.id.empty(), "document without id");
  std::uint32_t at = 0;
  for (const TypedBlock& block : document.blocks) {
    Require(block.span.begin >= at && block.span.begin < block.span.end, "blocks out of order");
    Require(block.span.end <= document.text.size(), "block beyond the text");
    at = block.span.end;
  }
  for (const StatedCredit& credit : document.credits) {
    bool is_block = false;
    for (const TypedBlock& block : document.blocks)
      is_block = is_block || block.span == credit.span;
    Require(is_block, "credit is no block");
  }
  for (const auto& [key, value] : document.metadata) {
    Require(FirstInvalidUtf8(value) == value.size(), "metadata are not UTF-8");
    Require(value.find('\n') == std::string::npos, "metadata of several lines");
  }
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace calque::internal;
  static const char* const format = std::getenv("CALQUE_FUZZ_FORMAT");
  ReadOptions options;
  options.document_limit = std::size_t{1} << 20;
  if (format != nullptr) options.format = format;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  InputFilesOptions files;
  files.limits.free = std::size_t{1} << 20;
  DocumentStream stream(OpenMemory(bytes, "fuzz"), options, files);
  for (std::size_t count = 0; count < kMostDocuments; ++count) {
    try {
      const std::optional<RawDocument> document = stream.Next();
      if (!document) break;
      Check(*document, options.document_limit + 4096);
    } catch (const calque::Error& error) {
      Require(error.code() == calque::ErrorCode::kBadInput, error.what());
    }
  }
  return 0;
}
