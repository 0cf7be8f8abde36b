#include "align/read/dispatch_builder.h"

#include <algorithm>
#include <utility>

#include "align/base/iso_date.h"
#include "align/base/utf8.h"
#include "align/io/clean_text.h"
#include "align/io/length_limit.h"
#include "align/read/unit.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kHeadEdge = 4;  // paragraphs of the body that may repeat what stands before
constexpr std::size_t kTailEdge = 6;  // and what stands behind

bool IsPlainSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// Letters and digits only, folded: equal for two spellings of one line.
std::string KeyOf(std::string_view text) {
  std::string key;
  const std::string folded = Fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = DecodeAt(folded, at);
    if (IsLetter(c.value) || IsDigit(c.value)) key += folded.substr(at, c.end - at);
    at = c.end;
  }
  return key;
}

// The day in `urn:newsml:acme.example:20260105:EN0001` (RFC 3085); empty where there is none.
std::string_view DayOfUrn(std::string_view id) {
  constexpr std::string_view kScheme = "urn:newsml:";
  constexpr std::size_t kDay = 8;
  if (!id.starts_with(kScheme)) return {};
  const std::size_t colon = id.find(':', kScheme.size());
  if (colon == std::string_view::npos || id.size() < colon + 1 + kDay) return {};
  return id.substr(colon + 1, kDay);
}

// Whether `paragraph` opens with the place of `dateline` and goes on as a dateline does, up to its
// dash: `OSLO (Reuters) - …` for `OSLO, Jan 6 (Reuters) -`.
bool OpensWithPlaceOf(std::string_view dateline, std::string_view paragraph) {
  constexpr std::size_t kLongest = 120;  // bytes of a dateline
  const std::string place = KeyOf(dateline.substr(0, dateline.find_first_of(",(/[0123456789")));
  const std::string_view window = paragraph.substr(0, kLongest);
  std::size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " -- ", " – ", " — ", " _ ", ".- "}) {
    dash = std::min(dash, window.find(mark));
  }
  if (place.empty() || dash == std::string_view::npos) return false;
  const std::string key = KeyOf(window.substr(0, dash));
  return key.starts_with(place) && (key == place || paragraph.substr(0, dash).find_first_of(
                                                        ",([/") != std::string_view::npos);
}

}  // namespace

std::string WireLine(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (IsPlainSpace(text[at])) {
      blank = !line.empty();
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const CodePoint c =
        byte < 0x80 ? CodePoint{byte, static_cast<std::uint32_t>(at + 1)} : DecodeAt(text, at);
    at = c.end;
    if (c.value < 0x20 || c.value == 0x7F || c.value == 0xFEFF) continue;
    const bool c1 = c.value >= 0x80 && c.value < 0xA0;
    const char32_t meant = c1 ? Windows1252(static_cast<unsigned char>(c.value)) : c.value;
    if (c1 && meant == kReplacementCharacter) continue;
    if (std::exchange(blank, false)) line += ' ';
    if (c1) {
      AppendUtf8(meant, &line);
    } else {
      line += text.substr(begin, at - begin);
    }
  }
  return line;
}

void DispatchBuilder::AddMetadata(std::string_view key, std::string_view value) {
  std::string line = WireLine(value);
  if (!line.empty()) document_.metadata.emplace(key, std::move(line));
}

void DispatchBuilder::AddLink(std::string_view relation, std::string_view id) {
  // Codes of a scheme (`irel:derivedFrom`) and addresses count by their last part.
  relation = relation.substr(relation.find_last_of(":/#") + 1);
  std::string target = WireLine(id);
  std::replace(target.begin(), target.end(), ' ', '+');
  if (target.empty()) return;
  std::string key(kLinkPrefix);
  key += relation.empty() ? "seeAlso" : WireLine(relation);
  std::string& ids = document_.metadata[key];
  ids += (ids.empty() ? "" : " ") + target;
}

void DispatchBuilder::SetPublished(std::string_view time) {
  const std::string_view trimmed = TrimSpace(time);
  const std::optional<Date> date = ParseIsoDate(trimmed);
  if (!date || document_.date) return;
  document_.date = date;
  AddMetadata(kPublishedKey, IsoTime(trimmed));
}

void DispatchBuilder::SetEmbargo(std::string_view time) {
  const std::string line = WireLine(time);
  const std::string iso = IsoTime(line);
  // What holds is kept, whatever way it is written.
  AddMetadata(kEmbargoKey, !iso.empty() ? iso : !line.empty() ? line : kEmbargoWithoutEnd);
}

void DispatchBuilder::AddRights(std::string_view text) {
  constexpr std::size_t kMost = std::size_t{1} << 16;  // bytes
  const std::string line = WireLine(text);
  std::string& rights = document_.metadata[std::string(kRightsKey)];
  const bool is_new = rights.find(line) == std::string::npos;
  if (is_new && rights.size() + line.size() < kMost) rights += (rights.empty() ? "" : " ") + line;
  if (rights.empty()) document_.metadata.erase(std::string(kRightsKey));
}

void DispatchBuilder::SetHeadline(std::string_view text) {
  Add(Part::kHeadline, text, HasHeadline() ? ParagraphKind::kSubhead : ParagraphKind::kHeadline);
}

void DispatchBuilder::SetDateline(std::string_view text) {
  if (!dateline_.empty()) return;
  dateline_ = WireLine(text);
  Count(dateline_);
}

void DispatchBuilder::AddPerson(std::string_view name, CreditRole role) {
  std::string line = WireLine(name);
  if (line.empty()) return;
  const auto [known, is_new] = person_of_.try_emplace(line, persons_.size());
  if (is_new) {
    Count(line);
    persons_.push_back({std::move(line), {}});
  }
  std::vector<CreditRole>& roles = persons_[known->second].roles;
  if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

bool DispatchBuilder::HasBody() const {
  return !parts_[static_cast<std::size_t>(Part::kBody)].empty();
}

// A line that will be in the text, with what separates it from the next one.
void DispatchBuilder::Count(std::string_view line) {
  size_ += line.size() + 2;
  if (size_ <= limit_) return;
  RefuseLength({name_}, limit_, "holds a text");
}

void DispatchBuilder::Add(Part part, std::string_view text, ParagraphKind kind) {
  std::string line = WireLine(text);
  if (line.empty()) return;
  Count(line);
  PiecesOf(part).push_back({std::move(line), kind});
}

StringSet DispatchBuilder::EdgeKeys() {
  const std::vector<Piece>& body = PiecesOf(Part::kBody);
  StringSet keys;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (i < kHeadEdge || i + kTailEdge >= body.size()) keys.insert(KeyOf(body[i].text));
  }
  return keys;
}

// What the first or last paragraphs of the body say as well, or the same part twice. A headline
// stays, and what repeats it in the body goes.
void DispatchBuilder::DropRepeated(Part part) {
  StringSet seen;
  if (part != Part::kHeadline) seen = EdgeKeys();
  std::vector<Piece> kept;
  for (Piece& piece : PiecesOf(part)) {
    if (seen.insert(KeyOf(piece.text)).second) kept.push_back(std::move(piece));
  }
  PiecesOf(part) = std::move(kept);
  if (part != Part::kHeadline) return;
  std::vector<Piece>& body = PiecesOf(Part::kBody);
  const auto edge = body.begin() + static_cast<std::ptrdiff_t>(std::min(body.size(), kHeadEdge));
  body.erase(std::remove_if(body.begin(), edge,
                            [&](const Piece& piece) { return seen.contains(KeyOf(piece.text)); }),
             edge);
}

// Before the first paragraph of running text, unless one opens with it or with its place.
void DispatchBuilder::PutDateline() {
  const std::string key = KeyOf(dateline_);
  if (key.empty()) return;
  std::vector<Piece>& body = PiecesOf(Part::kBody);
  Piece* first = nullptr;
  for (std::size_t i = 0; i < std::min(body.size(), kHeadEdge); ++i) {
    if (KeyOf(body[i].text.substr(0, 4 * dateline_.size() + 16)).starts_with(key)) return;
    if (OpensWithPlaceOf(dateline_, body[i].text)) return;
    if (first == nullptr && body[i].kind == ParagraphKind::kBody) first = &body[i];
  }
  if (first == nullptr) return;
  const char last = dateline_.back();
  const bool dashed = last == '-' || dateline_.ends_with("—") || dateline_.ends_with("–");
  first->text.insert(0, dateline_ + (dashed ? " " : " - "));
}

void DispatchBuilder::Append(const Piece& piece) {
  std::string& text = document_.text;
  if (!text.empty()) text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += piece.text;
  document_.blocks.push_back({{begin, static_cast<std::uint32_t>(text.size())}, piece.kind});
}

RawDocument DispatchBuilder::Build() {
  SetPublished(DayOfUrn(document_.id));
  for (const Part part : {Part::kHeadline, Part::kNote, Part::kByline, Part::kTail}) {
    DropRepeated(part);
  }
  PutDateline();
  document_.text.reserve(size_);
  for (const Part part : {Part::kHeadline, Part::kNote, Part::kByline, Part::kBody, Part::kTail}) {
    for (const Piece& piece : PiecesOf(part)) Append(piece);
  }
  for (const Person& person : persons_) {
    Append({person.name, ParagraphKind::kCredit});
    for (const CreditRole role : person.roles) {
      document_.credits.push_back({document_.blocks.back().span, role});
    }
  }
  return std::move(document_);
}

}  // namespace calque::internal
