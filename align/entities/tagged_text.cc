#include "align/entities/tagged_text.h"

#include <algorithm>

#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kDocumentStart = "-DOCSTART-";

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::vector<std::string_view> Columns(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0; begin < line.size();) {
    while (begin < line.size() && IsBlank(line[begin])) ++begin;
    std::size_t end = begin;
    while (end < line.size() && !IsBlank(line[end])) ++end;
    if (end > begin) columns.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return columns;
}

bool IsTag(std::string_view tag) {
  if (tag == "O") return true;
  return tag.size() > 2 && tag[1] == '-' && std::string_view("BIESLU").find(tag[0]) != tag.npos;
}

}  // namespace

std::vector<TaggedSentence> ReadTaggedText(std::string_view text, const std::string& name,
                                           TagColumn tags) {
  std::vector<TaggedSentence> sentences(1);
  bool opens = true;
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::vector<std::string_view> columns = Columns(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    const bool document_start = !columns.empty() && columns[0] == kDocumentStart;
    if (columns.empty() || document_start) {
      if (!sentences.back().tokens.empty()) sentences.emplace_back();
      opens |= document_start;
      continue;
    }
    TaggedSentence& sentence = sentences.back();
    sentence.opens_document |= opens;
    opens = false;
    sentence.tokens.emplace_back(columns[0]);
    if (tags == TagColumn::kNone) continue;
    if (columns.size() < 2 || !IsTag(columns.back())) {
      throw Error(ErrorCode::kBadInput, {name, number},
                  "has no entity tag in its last column; write `token O` or `token B-PER`");
    }
    sentence.tags.emplace_back(columns.back());
  }
  if (sentences.back().tokens.empty()) sentences.pop_back();
  for (TaggedSentence& sentence : sentences) {
    if (tags == TagColumn::kLast) {
      sentence.tags = TagsOfSpans(SpansOfTags(sentence.tags), sentence.tags.size());
    }
  }
  return sentences;
}

bool HoldsToken(std::string_view line) {
  const std::vector<std::string_view> columns = Columns(line);
  return !columns.empty() && columns[0] != kDocumentStart;
}

std::vector<TagSpan> SpansOfTags(const std::vector<std::string>& tags) {
  std::vector<TagSpan> spans;
  bool open = false;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == "O" || tags[i].size() < 3) {
      open = false;
      continue;
    }
    const char mark = tags[i][0];
    const std::string type = tags[i].substr(2);
    const bool continues = open && (mark == 'I' || mark == 'E' || mark == 'L') &&
                           spans.back().type == type && spans.back().end == i;
    if (continues) {
      spans.back().end = i + 1;
    } else {
      spans.push_back({i, i + 1, type});
    }
    open = mark != 'E' && mark != 'S' && mark != 'L' && mark != 'U';
  }
  return spans;
}

std::vector<std::string> TagsOfSpans(const std::vector<TagSpan>& spans, std::size_t size) {
  std::vector<std::string> tags(size, "O");
  for (const TagSpan& span : spans) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      tags[i] = (i == span.begin ? "B-" : "I-") + span.type;
    }
  }
  return tags;
}

}  // namespace calque::internal
