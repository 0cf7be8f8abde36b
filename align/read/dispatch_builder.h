// Puts a raw document together from the parts that a wire format marks off, in any order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"
#include "align/read/reader.h"

namespace calque::internal {

class DispatchBuilder {
 public:
  // `name` is what messages call the file.
  DispatchBuilder(std::string name, const ReadOptions& options)
      : name_(std::move(name)), limit_(options.document_limit) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  // id, language, date, metadata and diagnostics; text and blocks are made by Build().
  [[nodiscard]] RawDocument& document() { return document_; }
  // `value` trimmed; an empty one, or a second one for a key, is left out.
  void AddMetadata(std::string_view key, std::string_view value);
  // A link to the document `id`.
  void AddLink(std::string_view relation, std::string_view id);
  // ISO 8601; the first one counts, as the date and under kPublishedKey.
  void SetPublished(std::string_view time);
  // The first one counts; an empty one is an embargo until it is lifted.
  void SetEmbargo(std::string_view time);
  // Statements of several elements, one behind the other.
  void AddRights(std::string_view text);

  // Each text may hold white space of any kind; it becomes one line. Empty ones are left out, and
  // so are elements that only say what the body says as well.
  void SetHeadline(std::string_view text);  // the first one counts; further ones are sub-heads
  void AddNote(std::string_view text) { Add(Part::kNote, text, ParagraphKind::kNote); }
  void AddByline(std::string_view text) { Add(Part::kByline, text, ParagraphKind::kByline); }
  void SetDateline(std::string_view text);
  void AddParagraph(std::string_view text, ParagraphKind kind = ParagraphKind::kBody) {
    Add(Part::kBody, text, kind);
  }
  void AddCreditLine(std::string_view text) { Add(Part::kTail, text, ParagraphKind::kCredit); }
  // A person of an element of its own, whose name becomes the last paragraph. Structure leaves out
  // those that a line of the text credits as well.
  void AddPerson(std::string_view name, CreditRole role);

  [[nodiscard]] bool HasHeadline() const { return !parts_[0].empty(); }
  [[nodiscard]] bool HasBody() const;

  [[nodiscard]] RawDocument Build();

 private:
  enum class Part : std::uint8_t { kHeadline, kNote, kByline, kBody, kTail };
  static constexpr std::size_t kParts = 5;
  struct Piece {
    std::string text;
    ParagraphKind kind;
  };
  struct Person {
    std::string name;
    std::vector<CreditRole> roles;
  };

  void Count(std::string_view line);
  void Add(Part part, std::string_view text, ParagraphKind kind);
  std::vector<Piece>& PiecesOf(Part part) { return parts_[static_cast<std::size_t>(part)]; }
  void DropRepeated(Part part);
  void PutDateline();
  void Append(const Piece& piece);
  [[nodiscard]] StringSet EdgeKeys();

  std::string name_;
  std::size_t limit_;
  std::size_t size_ = 0;
  RawDocument document_;
  std::vector<Piece> parts_[kParts];
  std::string dateline_;
  std::vector<Person> persons_;
  StringMap<std::size_t> person_of_;  // by name
};

// `text` on one line: white space as one blank, no-break spaces kept; the C1 controls of pages
// mislabelled as Latin-1 as the characters of windows-1252 they stand for, other controls dropped.
[[nodiscard]] std::string WireLine(std::string_view text);

}  // namespace calque::internal
