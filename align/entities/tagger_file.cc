#include "align/entities/tagger_file.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "align/base/hash.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kMagic = "calque-tagger/2\n";
constexpr float kMostSteps = 32767.0F;
constexpr std::size_t kMostTypes = 60;
constexpr std::uint8_t kMostPasses = 2;

template <typename Integer>
void Append(Integer value, std::string* out) {
  for (std::size_t byte = 0; byte < sizeof(Integer); ++byte) {
    *out += static_cast<char>((value >> (8 * byte)) & 0xFF);
  }
}
void AppendFloat(float value, std::string* out) {
  Append(std::bit_cast<std::uint32_t>(value), out);
}
void AppendString(std::string_view text, std::string* out) {
  Append(static_cast<std::uint32_t>(text.size()), out);
  *out += text;
}

class Cursor {
 public:
  Cursor(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  std::string_view Take(std::size_t size) {
    if (size > bytes_.size() - at_) Fail("ends too early");
    const std::string_view taken = bytes_.substr(at_, size);
    at_ += size;
    return taken;
  }
  template <typename Integer>
  Integer Number() {
    std::uint64_t value = 0;
    const std::string_view taken = Take(sizeof(Integer));
    for (std::size_t byte = 0; byte < taken.size(); ++byte) {
      value |= std::uint64_t{static_cast<unsigned char>(taken[byte])} << (8 * byte);
    }
    return static_cast<Integer>(value);
  }
  float Float() { return std::bit_cast<float>(Number<std::uint32_t>()); }
  std::string String() { return std::string(Take(Number<std::uint32_t>())); }
  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }
  [[noreturn]] void Fail(const std::string& what) const {
    throw Error(
        ErrorCode::kBadInput, {name_},
        what + ": this is no tagger of this version; train it with `calque learn --entities`");
  }

 private:
  std::string_view bytes_;
  const std::string& name_;
  std::size_t at_ = 0;
};

void AppendPass(const TaggerFile::Pass& pass, std::string* out) {
  for (const float weight : pass.transitions) AppendFloat(weight, out);
  float most = 1e-6F;
  for (const TaggerFile::Entry& entry : pass.entries) {
    most = std::max(most, std::abs(entry.weight));
  }
  const float scale = most / kMostSteps;
  AppendFloat(scale, out);
  std::string features;
  std::string counts;
  std::string labels;
  std::string values;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < pass.entries.size(); ++i) {
    const TaggerFile::Entry& entry = pass.entries[i];
    if (i == 0 || entry.feature != pass.entries[i - 1].feature) {
      Append(entry.feature, &features);
      counts += '\0';
      ++number;
    }
    ++counts.back();
    labels += static_cast<char>(entry.label);
    Append(static_cast<std::uint16_t>(static_cast<std::int16_t>(std::lround(entry.weight / scale))),
           &values);
  }
  Append(number, out);
  Append(static_cast<std::uint32_t>(pass.entries.size()), out);
  *out += features + counts + labels + values;
}

TaggerFile::Pass ReadPass(std::size_t labels, Cursor* cursor, const std::string& name) {
  TaggerFile::Pass pass;
  for (std::size_t i = 0; i < labels * labels; ++i) pass.transitions.push_back(cursor->Float());
  const float scale = cursor->Float();
  const auto features = cursor->Number<std::uint32_t>();
  const auto weights = cursor->Number<std::uint32_t>();
  Cursor hashes(cursor->Take(std::size_t{features} * 4), name);
  Cursor counts(cursor->Take(features), name);
  Cursor label_bytes(cursor->Take(weights), name);
  Cursor values(cursor->Take(std::size_t{weights} * 2), name);
  pass.entries.reserve(weights);
  for (std::uint32_t i = 0; i < features; ++i) {
    const auto feature = hashes.Number<std::uint32_t>();
    if (!pass.entries.empty() && feature <= pass.entries.back().feature) {
      cursor->Fail("does not hold its features in order");
    }
    for (auto left = counts.Number<std::uint8_t>(); left > 0; --left) {
      const auto label = label_bytes.Number<std::uint8_t>();
      if (label >= labels) cursor->Fail("names a label it does not have");
      const auto steps = static_cast<std::int16_t>(values.Number<std::uint16_t>());
      pass.entries.push_back({feature, label, static_cast<float>(steps) * scale});
    }
  }
  return pass;
}

}  // namespace

std::string WriteTaggerFile(const TaggerFile& file) {
  std::string out(kMagic);
  AppendString(file.language, &out);
  Append(static_cast<std::uint32_t>(file.types.size()), &out);
  for (const std::string& type : file.types) AppendString(type, &out);
  AppendString(file.notice, &out);
  Append(static_cast<std::uint8_t>(file.passes.size()), &out);
  for (const TaggerFile::Pass& pass : file.passes) AppendPass(pass, &out);
  Append(Hash(out), &out);
  return out;
}

TaggerFile ReadTaggerFile(std::string_view bytes, const std::string& name) {
  Cursor cursor(bytes, name);
  if (cursor.Take(kMagic.size()) != kMagic) cursor.Fail("does not begin as a tagger");
  const std::size_t body = bytes.size() - std::min<std::size_t>(bytes.size(), 8);
  if (Cursor(bytes.substr(body), name).Number<std::uint64_t>() != Hash(bytes.substr(0, body))) {
    cursor.Fail("is damaged (its checksum differs)");
  }
  TaggerFile file;
  file.language = cursor.String();
  const auto types = cursor.Number<std::uint32_t>();
  if (types > kMostTypes) cursor.Fail("has too many types");
  for (std::uint32_t i = 0; i < types; ++i) file.types.push_back(cursor.String());
  file.notice = cursor.String();
  const std::size_t labels = LabelsOf(file.types).size();
  const auto passes = cursor.Number<std::uint8_t>();
  if (passes < 1 || passes > kMostPasses) cursor.Fail("has too many passes");
  for (std::uint8_t pass = 0; pass < passes; ++pass) {
    file.passes.push_back(ReadPass(labels, &cursor, name));
  }
  return file;
}

}  // namespace calque::internal
