// Archives in memory, hostile ones too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::test {

struct Member {
  std::string name;
  std::string bytes;
  std::string link = {};  // where it is a symbolic link, what it points to
};

// `format`: `zip`, `tar` (pax) or `7z`; `filter`: empty, `gz`, `bz2`, `xz` or `zst`.
[[nodiscard]] std::string MakeArchive(std::string_view format, std::string_view filter,
                                      const std::vector<Member>& members);
// One stream without an archive around it.
[[nodiscard]] std::string Compress(std::string_view filter, std::string_view bytes);

}  // namespace calque::test
