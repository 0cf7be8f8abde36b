// The master form of a bitext, `calque/bitext/1`: one JSON object a line, lossless. Its fields are
// described in corpora/schema/bitext-1.schema.json. Reading and writing live together because every
// other format is made from this one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "align/io/json_writer.h"
#include "calque/bitext.h"
#include "calque/error.h"

namespace calque::internal {

inline constexpr std::string_view kBitextSchema = "calque/bitext/1";

// Without a line end. Precondition: all strings are valid UTF-8, all numbers finite.
[[nodiscard]] std::string WriteBitextJson(const Bitext& bitext);

// The inverse: ReadBitextJson(WriteBitextJson(x)) = x. Unknown members are left out; those of the
// bitext, its documents and beads are added to `unknown` where that is not null. Throws
// Error{kBadInput} at `location` where `line` is not such an object or its spans and indices do not
// fit its texts and lists.
[[nodiscard]] Bitext ReadBitextJson(std::string_view line, const Location& location,
                                    std::uint64_t* unknown = nullptr);

// `{"role":"reporter","name":"Anne Roy","place":"Oslo"}`, empty parts left out; with the span where
// it is not empty.
void WriteCreditJson(const Credit& credit, JsonWriter* json);

}  // namespace calque::internal
