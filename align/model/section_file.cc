#include "align/model/section_file.h"

#include <cstring>

#include "align/base/checksum.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kMagic =
    "\x89"
    "CALQUE\n";
constexpr std::size_t kNameSize = 24;
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kSizeAt = 16;
constexpr std::size_t kChecksumAt = 24;
constexpr std::size_t kCountAt = 32;  // the first that the checksum covers
constexpr std::size_t kHeaderSize = 40;
constexpr std::size_t kEntrySize = kNameSize + 16;

std::uint64_t NumberAt(std::string_view bytes, std::size_t offset) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + offset, sizeof(number));
  return number;
}

void AppendNumber(std::uint64_t number, std::string* bytes) {
  bytes->append(reinterpret_cast<const char*>(&number), sizeof(number));
}

constexpr std::size_t Aligned(std::size_t offset) { return (offset + 7) / 8 * 8; }

}  // namespace

std::string SectionWriter::Bytes() const {
  std::string directory;
  AppendNumber(sections_.size(), &directory);
  std::string body;
  const std::size_t body_at = kHeaderSize + kEntrySize * sections_.size();
  for (const auto& [name, section] : sections_) {
    std::string padded = name;
    padded.resize(kNameSize, '\0');
    directory += padded;
    AppendNumber(body_at + body.size(), &directory);
    AppendNumber(section.size(), &directory);
    body += section;
    body.resize(Aligned(body.size()), '\0');
  }
  std::string bytes(kMagic);
  AppendNumber(kSectionFileVersion, &bytes);
  AppendNumber(body_at + body.size(), &bytes);
  const std::string rest = directory + body;
  AppendNumber(Checksum(rest), &bytes);
  return bytes + rest;
}

SectionReader::SectionReader(std::string_view bytes, std::string name) : name_(std::move(name)) {
  ReadHeader(bytes);
  const std::size_t count = NumberAt(bytes, kCountAt);
  if (count > (bytes.size() - kHeaderSize) / kEntrySize) Refuse("directory");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = kHeaderSize + i * kEntrySize;
    const std::string_view padded = bytes.substr(entry, kNameSize);
    const auto offset = NumberAt(bytes, entry + kNameSize);
    const auto size = NumberAt(bytes, entry + kNameSize + 8);
    if (offset % 8 != 0 || offset > bytes.size() || size > bytes.size() - offset) {
      Refuse("directory");
    }
    sections_[std::string(padded.substr(0, padded.find('\0')))] = bytes.substr(offset, size);
  }
}

void SectionReader::ReadHeader(std::string_view bytes) const {
  const auto refuse = [this](const std::string& message) {
    throw Error(ErrorCode::kBadInput, {name_}, message);
  };
  if (bytes.substr(0, kMagic.size()) != kMagic) {
    refuse("is not a calque model; make one with `calque learn`");
  }
  if (bytes.size() < kHeaderSize) refuse("is cut short; copy the model again");
  const auto version = NumberAt(bytes, kVersionAt);
  if (version != kSectionFileVersion) {
    refuse("is a model of format " + std::to_string(version) + ", this calque reads format " +
           std::to_string(kSectionFileVersion) + "; update calque or learn the model again");
  }
  const auto size = NumberAt(bytes, kSizeAt);
  if (size != bytes.size()) {
    refuse("holds " + std::to_string(bytes.size()) + " bytes of " + std::to_string(size) +
           "; copy the model again");
  }
  if (Checksum(bytes.substr(kCountAt)) != NumberAt(bytes, kChecksumAt)) {
    refuse("is damaged (its checksum does not agree); copy the model again");
  }
}

std::string_view SectionReader::Section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) {
    throw Error(ErrorCode::kBadInput, {name_},
                "has no section `" + std::string(name) + "`; learn the model again");
  }
  return found->second;
}

void SectionReader::Refuse(std::string_view section) const {
  throw Error(ErrorCode::kBadInput, {name_},
              "is damaged in its section `" + std::string(section) + "`; learn the model again");
}

}  // namespace calque::internal
