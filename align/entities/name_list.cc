#include "align/entities/name_list.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "align/base/language_tag.h"
#include "align/base/printable.h"
#include "align/base/split.h"
#include "align/base/utf8.h"
#include "align/io/file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

struct RowKind {
  MentionKind kind;
  bool demonym;
};
constexpr std::pair<std::string_view, RowKind> kRowKinds[] = {
    {"place", {MentionKind::kPlace, false}},
    {"demonym", {MentionKind::kPlace, true}},
    {"group", {MentionKind::kOther, true}},
    {"organisation", {MentionKind::kOrganisation, false}},
    {"person", {MentionKind::kPerson, false}},
    {"other", {MentionKind::kOther, false}},
};

const RowKind* FindRowKind(std::string_view name) {
  for (const auto& [known, kind] : kRowKinds) {
    if (known == name) return &kind;
  }
  return nullptr;
}

bool IsHead(const std::vector<std::string_view>& columns) {
  return columns.size() > 2 && columns[0] == "key" && columns[1] == "kind" &&
         std::all_of(columns.begin() + 2, columns.end(), IsLanguageTag);
}

// Takes the lines of a list one by one.
class ListReader {
 public:
  ListReader(std::string text, std::string name) : text_(std::move(text)), name_(std::move(name)) {
    const std::size_t bad = FirstInvalidUtf8(text_);
    if (bad != text_.size()) {
      const auto line =
          std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
      Refuse(static_cast<std::uint64_t>(line) + 1, "is not UTF-8 here; lists of names are");
    }
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    const std::optional<std::vector<std::string_view>> head = NextColumns();
    if (!head || !IsHead(*head)) {
      Refuse(1,
             "is no list of names: the first line is `key`, `kind` and languages such as `en` and "
             "`fr`, separated by tabs, as `calque learn --names` writes it");
    }
    head_ = *head;
  }

  [[nodiscard]] const std::vector<std::string_view>& head() const { return head_; }

  // The next row and its columns; nothing at the end.
  std::optional<std::pair<NameRow, std::vector<std::string_view>>> Next() {
    std::optional<std::vector<std::string_view>> columns = NextColumns();
    if (!columns) return std::nullopt;
    if (columns->size() != head_.size()) {
      Refuse(line_, "has " + std::to_string(columns->size()) + " columns, the first line " +
                        std::to_string(head_.size()) + "; they are separated by tabs");
    }
    const RowKind* kind = FindRowKind((*columns)[1]);
    if (kind == nullptr) {
      Refuse(line_, "has the kind `" + Printable((*columns)[1]) +
                        "`; it is place, demonym, group, organisation, person or other");
    }
    return std::pair(NameRow{(*columns)[0], kind->kind, kind->demonym, {}}, std::move(*columns));
  }

 private:
  [[noreturn]] void Refuse(std::uint64_t line, const std::string& message) const {
    throw Error(ErrorCode::kBadInput, {name_, line}, message);
  }

  // Of the next line that is not empty.
  std::optional<std::vector<std::string_view>> NextColumns() {
    const std::string_view text(text_);
    while (at_ < text.size()) {
      const std::size_t end = std::min(text.find('\n', at_), text.size());
      std::string_view line = text.substr(at_, end - at_);
      at_ = end + 1;
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) return Split(line, '\t');
    }
    return std::nullopt;
  }

  std::string text_;
  std::string name_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 0;
  std::vector<std::string_view> head_;
};

}  // namespace

void ReadNameList(const fs::path& path, std::string_view language,
                  const std::function<void(const NameRow&)>& visit) {
  ListReader reader(ReadFile(path), path.string());
  const auto found = std::find(reader.head().begin() + 2, reader.head().end(), language);
  if (found == reader.head().end()) return;
  const auto column = static_cast<std::size_t>(found - reader.head().begin());
  while (auto next = reader.Next()) {
    next->first.forms = next->second[column];
    visit(next->first);
  }
}

void CheckNameList(const fs::path& path) {
  std::error_code ignored;
  if (path == "-" || (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored))) {
    throw Error(ErrorCode::kUsage, {path.string()},
                "is read more than once, as lists of names are; write it to a file");
  }
  ListReader reader(ReadFile(path), path.string());
  while (reader.Next()) {
  }
}

}  // namespace calque::internal
