// HTML in: the one place that parses HTML, libxml2 behind it. Lenient as browsers are: unclosed and
// unknown elements and stray bytes give what can be had.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// Open elements at one place. Pages of the trade stay far below; libxml2 by itself would stop in
// silence at 256, which pages of unclosed <span> and <font> reach.
inline constexpr int kHtmlDepthLimit = 10'000;

class HtmlElement;

// What a walk over a page calls, in document order.
class HtmlVisitor {
 public:
  virtual ~HtmlVisitor() = default;
  enum class Go : unsigned char { kInside, kPast };
  // kPast: nothing inside is visited, and no End() follows.
  virtual Go Start(const HtmlElement& element) = 0;
  virtual void End(const HtmlElement& element) = 0;
  virtual void Text(std::string_view text) = 0;
};

class HtmlElement {
 public:
  [[nodiscard]] std::string_view name() const { return name_; }  // lower case
  // Empty where the element has no such attribute.
  [[nodiscard]] std::string Attribute(const char* name) const;
  // All characters inside, those of scripts too.
  [[nodiscard]] std::string AllText() const;

 private:
  friend class HtmlPage;
  explicit HtmlElement(void* node);
  void* node_;
  std::string_view name_;
};

class HtmlPage {
 public:
  // `text` is valid UTF-8, whatever the page says of its charset; `name` is what messages call it.
  // Throws Error{kBadInput} where elements are nested deeper than kHtmlDepthLimit, or a tag has
  // more than kMostAttributes.
  HtmlPage(std::string_view text, const std::string& name);
  ~HtmlPage();
  HtmlPage(const HtmlPage&) = delete;
  HtmlPage& operator=(const HtmlPage&) = delete;

  void Walk(HtmlVisitor& visitor) const;

 private:
  void* document_;  // null for a page without any content
};

}  // namespace calque::internal
