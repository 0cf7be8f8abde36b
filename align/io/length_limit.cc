#include "align/io/length_limit.h"

namespace calque::internal {
namespace {

std::string SizeText(std::size_t size) {
  constexpr std::size_t kMebibyte = std::size_t{1} << 20;
  if (size % kMebibyte == 0) return std::to_string(size / kMebibyte) + " MiB";
  return std::to_string(size) + " bytes";
}

}  // namespace

void RefuseLength(const Location& place, std::size_t limit, const std::string& what) {
  throw Error(ErrorCode::kBadInput, place,
              what + " longer than the limit of " + SizeText(limit) + " a document; split it");
}

}  // namespace calque::internal
