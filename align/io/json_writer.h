// JSON out, without a tree: the caller says what comes next, the writer puts in the commas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace calque::internal {

// Appends one JSON value to a string: no blanks, UTF-8 as it is.
// Precondition: every string is valid UTF-8 and every number finite.
class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}

  void BeginObject();
  void EndObject();
  void BeginArray();
  void EndArray();
  void Key(std::string_view key);

  void String(std::string_view value);
  void Unsigned(std::uint64_t value);
  void Bool(bool value);
  void Null();
  // The shortest decimal that reads back as the same float.
  void Float(float value);

  // A key and its string.
  void Member(std::string_view key, std::string_view value) {
    Key(key);
    String(value);
  }

 private:
  void Separate();

  std::string* out_;
  bool first_ = true;  // nothing stands before the next value in its array or object
};

}  // namespace calque::internal
