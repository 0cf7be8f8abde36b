// XML out: streaming, indented, always well-formed whatever text it is given.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

// Elements that hold elements are indented by two blanks; an element that has been given text is
// left as it is, so that no white space gets into it. What XML 1.0 cannot hold (C0 controls,
// U+FFFE, U+FFFF; its §2.2) is written as U+FFFD and counted.
class XmlWriter {
 public:
  // Writes the XML declaration. `out` must outlive the writer.
  explicit XmlWriter(std::ostream& out);

  // A line that stands before the root element: a document type, a processing instruction.
  void Prolog(std::string_view line);
  void Start(std::string_view name);
  // Precondition: nothing was written inside the element that is open.
  void Attribute(std::string_view name, std::string_view value);
  void Text(std::string_view text);
  // The element that is open has text, though perhaps not first: nothing is indented inside it.
  void KeepBlanks() { open_.back().has_text = true; }
  void End();
  // <name>text</name>
  void Element(std::string_view name, std::string_view text);

  // Offset of the first character that XML cannot hold; `text.size()` where there is none.
  [[nodiscard]] static std::size_t FirstIllegal(std::string_view text);

  // How many characters were replaced so far.
  [[nodiscard]] std::uint64_t replaced() const { return replaced_; }

 private:
  struct Level {
    std::string name;
    bool has_elements = false;
    bool has_text = false;
  };
  void CloseTag();
  void NewLine(std::size_t depth);
  void WriteEscaped(std::string_view text, std::string_view special);
  void Flush();

  std::ostream& out_;
  std::string buffer_;
  std::vector<Level> open_;
  bool tag_open_ = false;
  std::uint64_t replaced_ = 0;
};

}  // namespace calque::internal
