// Lists of names in several languages: those of `names/` in the data directory, and the user's.
//
// A head line `key kind LANGUAGE...`, then a row an entity, all separated by tabs; the spellings of
// a language are separated by `|`, and a row may have none.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "calque/bitext.h"

namespace calque::internal {

struct NameRow {
  std::string_view key;
  MentionKind kind = MentionKind::kOther;
  bool is_demonym = false;
  std::string_view forms;
};

// visit(row) for every row of the list, in order, with the spellings of `language`; of none where
// the list is of other languages. Throws Error: kMissingInput; kBadInput with the line where the
// file is no such list.
void ReadNameList(const std::filesystem::path& path, std::string_view language,
                  const std::function<void(const NameRow&)>& visit);

// Throws what ReadNameList() throws in whatever language, so that a wrong file shows at once, and
// Error{kUsage} for a pipe: a list is read again for every language that is met.
void CheckNameList(const std::filesystem::path& path);

}  // namespace calque::internal
