#include "align/model/model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <vector>

#include "align/io/mapped_file.h"
#include "align/io/number_text.h"
#include "align/model/section_file.h"

namespace calque::internal {
namespace {

template <typename Number>
bool Rises(std::span<const Number> numbers, std::size_t last) {
  return !numbers.empty() && numbers.front() == 0 && numbers.back() == last &&
         std::is_sorted(numbers.begin(), numbers.end());
}

LexiconSide ReadSide(const SectionReader& reader, const std::string& side) {
  const std::string_view characters = reader.Section(side + ".words");
  return LexiconSide({.characters = characters,
                      .word_begin = reader.Array<std::uint32_t>(side + ".word_begin"),
                      .directory = reader.Array<std::uint32_t>(side + ".directory"),
                      .row_begin = reader.Array<std::uint32_t>(side + ".row_begin"),
                      .translations = reader.Array<Translation>(side + ".translations"),
                      .unigram = reader.Array<ShortFloat>(side + ".unigram"),
                      .given_null = reader.Array<ShortFloat>(side + ".given_null")});
}

bool IsProbability(ShortFloat number) { return number.value() > 0.0F && number.value() <= 1.0F; }

// Refuses a side whose indices or probabilities would lead astray.
void CheckSide(const SectionReader& reader, const std::string& name, const LexiconSide& side,
               std::size_t other_size) {
  const LexiconSide::Arrays& arrays = side.arrays();
  if (arrays.unigram.empty() || arrays.unigram.size() > kMaxTypes ||
      !std::all_of(arrays.unigram.begin(), arrays.unigram.end(), IsProbability)) {
    reader.Refuse(name + ".unigram");
  }
  const std::size_t size = arrays.unigram.size() - 1;
  if (arrays.word_begin.size() != size + 1 || !Rises(arrays.word_begin, arrays.characters.size())) {
    reader.Refuse(name + ".word_begin");
  }
  const std::size_t slots = arrays.directory.empty() ? 0 : arrays.directory.size() - 1;
  if (!std::has_single_bit(slots) || !Rises(arrays.directory, size)) {
    reader.Refuse(name + ".directory");
  }
  if (arrays.row_begin.size() != size + 1 || !Rises(arrays.row_begin, arrays.translations.size())) {
    reader.Refuse(name + ".row_begin");
  }
  if (!std::all_of(arrays.translations.begin(), arrays.translations.end(),
                   [&](const Translation& t) { return t.type() < other_size; })) {
    reader.Refuse(name + ".translations");
  }
  if (arrays.given_null.size() != size + 1 ||
      !std::all_of(arrays.given_null.begin(), arrays.given_null.end(), IsProbability)) {
    reader.Refuse(name + ".given_null");
  }
}

void WriteSide(const LexiconSide& side, const std::string& name, SectionWriter* writer) {
  const LexiconSide::Arrays& arrays = side.arrays();
  writer->AddArray(name + ".words", arrays.characters);
  writer->AddArray(name + ".word_begin", arrays.word_begin);
  writer->AddArray(name + ".directory", arrays.directory);
  writer->AddArray(name + ".row_begin", arrays.row_begin);
  writer->AddArray(name + ".translations", arrays.translations);
  writer->AddArray(name + ".unigram", arrays.unigram);
  writer->AddArray(name + ".given_null", arrays.given_null);
}

// `name<TAB>value` lines.
std::map<std::string, float, std::less<>> ReadWeights(const SectionReader& reader) {
  std::map<std::string, float, std::less<>> weights;
  std::string_view rest = reader.Section("weights");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) reader.Refuse("weights");
    const std::optional<float> value = ParseFloat(line.substr(tab + 1));
    if (!value || !std::isfinite(*value)) reader.Refuse("weights");
    weights.emplace(line.substr(0, tab), *value);
  }
  return weights;
}

JumpTable ReadJumps(const SectionReader& reader, const std::string& section) {
  const auto numbers = reader.Array<float>(section);
  JumpTable table;
  const bool sound =
      numbers.size() == kJumps + 1 &&
      std::all_of(numbers.begin(), numbers.end(), [](float n) { return n > 0.0F && n < 1e6F; }) &&
      numbers.back() < 1.0F;
  if (!sound) reader.Refuse(section);
  std::copy_n(numbers.begin(), kJumps, table.weight.begin());
  table.null_probability = numbers.back();
  return table;
}

void WriteJumps(const JumpTable& table, const std::string& section, SectionWriter* writer) {
  std::vector<float> numbers(table.weight.begin(), table.weight.end());
  numbers.push_back(table.null_probability);
  writer->AddArray(section, std::span<const float>(numbers));
}

std::shared_ptr<const Model> Read(std::string_view bytes, const std::string& name,
                                  std::shared_ptr<const void> owner) {
  const SectionReader reader(bytes, name);
  ModelContents contents;
  contents.source_language = reader.Section("source.language");
  contents.target_language = reader.Section("target.language");
  contents.notice = reader.Section("notice");
  contents.weights = ReadWeights(reader);
  contents.jumps = {.forward = ReadJumps(reader, "jumps.forward"),
                    .backward = ReadJumps(reader, "jumps.backward")};
  const auto lengths = reader.Array<double>("lengths");
  if (lengths.size() != 2 || !(lengths[0] > 0.0) || !(lengths[1] > 0.0)) reader.Refuse("lengths");
  contents.lengths = {.ratio = lengths[0], .variance = lengths[1]};
  const LexiconSide source = ReadSide(reader, "source");
  const LexiconSide target = ReadSide(reader, "target");
  CheckSide(reader, "source", source, target.arrays().unigram.size() - 1);
  CheckSide(reader, "target", target, source.size());
  contents.lexicon = std::make_shared<Lexicon>(source, target, std::move(owner));
  return std::make_shared<Model>(std::move(contents));
}

}  // namespace

std::shared_ptr<const Model> Model::Load(const std::string& path) {
  const auto file = MappedFile::Open(path);
  return Read(file->bytes(), path, file);
}

std::shared_ptr<const Model> Model::FromBytes(std::string_view bytes, const std::string& name) {
  // Sections are read where they lie, so the copy must be aligned as the file is.
  const auto copy = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(copy->data(), bytes.data(), bytes.size());
  return Read({reinterpret_cast<const char*>(copy->data()), bytes.size()}, name, copy);
}

std::shared_ptr<const Model> Model::Mirrored() const {
  ModelContents mirrored = contents_;
  std::swap(mirrored.source_language, mirrored.target_language);
  mirrored.lexicon = std::make_shared<Lexicon>(contents_.lexicon->target(),
                                               contents_.lexicon->source(), contents_.lexicon);
  std::swap(mirrored.jumps.forward, mirrored.jumps.backward);
  // Of target length m the source has mean m / ratio; a deviation is divided by the ratio too, and
  // n = m / ratio.
  const double ratio = contents_.lengths.ratio;
  mirrored.lengths = {.ratio = 1.0 / ratio,
                      .variance = contents_.lengths.variance / (ratio * ratio * ratio)};
  return std::make_shared<Model>(std::move(mirrored));
}

float Model::Weight(std::string_view name, float fallback) const {
  const auto found = contents_.weights.find(name);
  return found == contents_.weights.end() ? fallback : found->second;
}

std::string SerializeModel(const ModelContents& contents) {
  SectionWriter writer;
  writer.Add("source.language", contents.source_language);
  writer.Add("target.language", contents.target_language);
  writer.Add("notice", contents.notice);
  WriteJumps(contents.jumps.forward, "jumps.forward", &writer);
  WriteJumps(contents.jumps.backward, "jumps.backward", &writer);
  const double lengths[] = {contents.lengths.ratio, contents.lengths.variance};
  writer.AddArray("lengths", std::span<const double>(lengths));
  std::string weights;
  for (const auto& [name, value] : contents.weights) {
    weights += name + '\t' + FloatText(value) + '\n';
  }
  writer.Add("weights", weights);
  WriteSide(contents.lexicon->source(), "source", &writer);
  WriteSide(contents.lexicon->target(), "target", &writer);
  return writer.Bytes();
}

}  // namespace calque::internal
