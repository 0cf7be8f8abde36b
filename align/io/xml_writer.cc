#include "align/io/xml_writer.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 15;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kSpecialInText = "&<>\r";
constexpr std::string_view kSpecialInAttribute = "&<>\"\r\n\t";

// Length of the sequence at the front of `rest` that no XML 1.0 document may hold, else 0.
std::size_t IllegalLength(std::string_view rest) {
  const auto c = static_cast<unsigned char>(rest.front());
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r' ? 1 : 0;
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

void AppendReference(char c, std::string* out) {
  switch (c) {
    case '&':
      *out += "&amp;";
      return;
    case '<':
      *out += "&lt;";
      return;
    case '>':
      *out += "&gt;";
      return;
    case '"':
      *out += "&quot;";
      return;
    default:
      *out += "&#" + std::to_string(static_cast<int>(c)) + ";";
  }
}

}  // namespace

XmlWriter::XmlWriter(std::ostream& out) : out_(out) {
  buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
}

std::size_t XmlWriter::FirstIllegal(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (IllegalLength(text.substr(at)) > 0) return at;
  }
  return text.size();
}

void XmlWriter::Flush() {
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

void XmlWriter::NewLine(std::size_t depth) {
  buffer_ += '\n';
  buffer_.append(2 * depth, ' ');
}

void XmlWriter::CloseTag() {
  if (tag_open_) buffer_ += '>';
  tag_open_ = false;
}

void XmlWriter::Prolog(std::string_view line) {
  NewLine(0);
  buffer_ += line;
}

void XmlWriter::Start(std::string_view name) {
  CloseTag();
  if (open_.empty() || !open_.back().has_text) NewLine(open_.size());
  if (!open_.empty()) open_.back().has_elements = true;
  buffer_ += '<';
  buffer_ += name;
  open_.push_back({std::string(name), false, false});
  tag_open_ = true;
}

void XmlWriter::Attribute(std::string_view name, std::string_view value) {
  buffer_ += ' ';
  buffer_ += name;
  buffer_ += "=\"";
  WriteEscaped(value, kSpecialInAttribute);
  buffer_ += '"';
}

void XmlWriter::Text(std::string_view text) {
  if (text.empty()) return;
  CloseTag();
  open_.back().has_text = true;
  WriteEscaped(text, kSpecialInText);
}

void XmlWriter::End() {
  const Level level = std::move(open_.back());
  open_.pop_back();
  if (tag_open_) {
    buffer_ += "/>";
    tag_open_ = false;
  } else {
    if (level.has_elements && !level.has_text) NewLine(open_.size());
    buffer_ += "</" + level.name + ">";
  }
  if (open_.empty()) buffer_ += '\n';
  if (open_.empty() || buffer_.size() > kBlock) Flush();
}

void XmlWriter::Element(std::string_view name, std::string_view text) {
  Start(name);
  Text(text);
  End();
}

void XmlWriter::WriteEscaped(std::string_view text, std::string_view special) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c != 0xEF && (c >= 0x40 || c == ' ')) continue;
    const std::size_t illegal = IllegalLength(text.substr(at));
    if (illegal == 0 && special.find(text[at]) == std::string_view::npos) continue;
    buffer_.append(text, begin, at - begin);
    if (illegal > 0) {
      buffer_ += kReplacement;
      ++replaced_;
      at += illegal - 1;
    } else {
      AppendReference(text[at], &buffer_);
    }
    begin = at + 1;
  }
  buffer_.append(text, begin);
}

}  // namespace calque::internal
