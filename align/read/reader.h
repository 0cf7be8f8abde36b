// What every reader makes of its bytes: one text and what the wire format says about its parts.
// `structure` turns it into a Document; the same story in any format gives the same Document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/file.h"
#include "calque/document.h"

namespace calque::internal {

// A part that the format marks off. A kind it states (`<headline>`, `<by>`) holds; kBody (`<p>`)
// states the boundaries only, and `structure` decides what the block is.
struct TypedBlock {
  ByteSpan span;
  ParagraphKind kind = ParagraphKind::kBody;

  friend bool operator==(const TypedBlock&, const TypedBlock&) = default;
};

// A person whom an element of the format credits (`<contributor role="…">`): a name in `text`,
// inside a block of kind kCredit that holds nothing else.
struct StatedCredit {
  ByteSpan span;
  CreditRole role = CreditRole::kReporter;

  friend bool operator==(const StatedCredit&, const StatedCredit&) = default;
};

// What a reader puts into `text`: headline, note, byline, body, credit lines, in this order and
// separated by a blank line; a dateline that is an element of its own, and not yet in the body,
// opens the first body paragraph, ` - ` behind it. So no stage after this one knows the format.
struct RawDocument {
  std::string id;                     // file name without folder, or the format's own id
  std::string language;               // BCP 47; empty where the format does not say
  std::string text;                   // valid UTF-8, at most ReadOptions::document_limit bytes
  std::optional<Date> date;           // of publication
  std::vector<TypedBlock> blocks;     // in text order, disjoint; none in plain text
  std::vector<StatedCredit> credits;  // in text order
  std::map<std::string, std::string> metadata;  // keys below
  std::vector<Diagnostic> diagnostics;
  // Where it was read: the file as `InputFile::name` has it, and which of its documents, from 0.
  std::string file;
  std::uint32_t ordinal = 0;
};

// Keys of metadata, beside kRightsKey. `link.REL` holds the ids of the documents that the format
// links by the relation REL (`link.translatedFrom`, `link.derivedFrom`), separated by blanks.
inline constexpr std::string_view kVersionKey = "version";      // a number that grows
inline constexpr std::string_view kPublishedKey = "published";  // see IsoTime()
// The time before which nothing of it may be published, or kEmbargoWithoutEnd.
inline constexpr std::string_view kEmbargoKey = "embargo";
inline constexpr std::string_view kEmbargoWithoutEnd = "until further notice";
inline constexpr std::string_view kProviderKey = "provider";
inline constexpr std::string_view kSlugKey = "slug";
inline constexpr std::string_view kSeriesKey = "series";
inline constexpr std::string_view kLocatedKey = "located";
inline constexpr std::string_view kStatusKey = "status";    // `usable`, `withheld`, `canceled`
inline constexpr std::string_view kAddressKey = "address";  // of a web page
inline constexpr std::string_view kLinkPrefix = "link.";

// The value of `metadata[kVersionKey]`; 0 where there is none.
[[nodiscard]] std::uint64_t VersionOf(const std::map<std::string, std::string>& metadata);

struct ReadOptions {
  std::string format = {};  // a name of the table in readers.h; empty: recognised by content
  std::size_t document_limit = kDefaultDocumentLimit;  // bytes of one document's text
  std::string charset = {};  // what the transport said; a declaration in the file comes first
  std::string data_directory = {};  // with the languages' words; empty: the default one
};

// The documents of one file, one at a time; memory does not grow with their number.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;
  // Nothing at the end. Throws Error{kBadInput} with the place where the file is not of its format;
  // then no more is to be had from it, unless it GoesOn().
  [[nodiscard]] virtual std::optional<RawDocument> Next() = 0;
  // Whether what Next() threw spoils no other document: one a line.
  [[nodiscard]] virtual bool GoesOn() const { return false; }
};

// `folder/archive.zip!day/story.txt` → `story.txt`
[[nodiscard]] std::string IdOfName(const std::string& name);

}  // namespace calque::internal
