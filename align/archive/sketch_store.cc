#include "align/archive/sketch_store.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "align/io/temporary_file.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

struct Head {
  std::uint32_t words;
  std::uint32_t characters;
  std::uint32_t features;
  std::uint32_t surfaces;
  Signature signature;
};

template <typename Value>
void Put(const Value* values, std::size_t count, std::string* out) {
  out->append(reinterpret_cast<const char*>(values), count * sizeof(Value));
}

template <typename Value>
void Take(std::string_view* bytes, std::size_t count, Value* values) {
  if (count == 0) return;
  std::memcpy(values, bytes->data(), count * sizeof(Value));
  bytes->remove_prefix(count * sizeof(Value));
}

std::string Pack(const DocumentSketch& sketch) {
  std::string bytes;
  const Head head = {sketch.words, sketch.characters,
                     static_cast<std::uint32_t>(sketch.features.size()),
                     static_cast<std::uint32_t>(sketch.surfaces.size()), sketch.signature};
  Put(&head, 1, &bytes);
  Put(sketch.features.data(), sketch.features.size(), &bytes);
  for (const std::string& surface : sketch.surfaces) {
    const auto size = static_cast<std::uint32_t>(surface.size());
    Put(&size, 1, &bytes);
    bytes += surface;
  }
  return bytes;
}

DocumentSketch Unpack(std::string_view bytes) {
  Head head;
  Take(&bytes, 1, &head);
  DocumentSketch sketch;
  sketch.words = head.words;
  sketch.characters = head.characters;
  sketch.signature = head.signature;
  sketch.features.resize(head.features);
  Take(&bytes, head.features, sketch.features.data());
  for (std::uint32_t i = 0; i < head.surfaces; ++i) {
    std::uint32_t size = 0;
    Take(&bytes, 1, &size);
    sketch.surfaces.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return sketch;
}

}  // namespace

SketchStore::~SketchStore() {
  if (file_ >= 0) ::close(file_);
}

SketchStore::Place SketchStore::Append(const DocumentSketch& sketch) {
  const std::string bytes = Pack(sketch);
  const std::lock_guard lock(mutex_);
  const Place place = {size_, static_cast<std::uint32_t>(bytes.size())};
  size_ += bytes.size();
  if (file_ < 0 && memory_.size() + bytes.size() > budget_) {
    file_ = OpenUnnamedFile();
    Spill(memory_);
    std::string().swap(memory_);
  }
  if (file_ < 0) {
    memory_ += bytes;
  } else {
    Spill(bytes);
  }
  return place;
}

void SketchStore::Spill(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      throw Error(ErrorCode::kCannotWrite, {"temporary file"},
                  std::string("cannot be written: ") + std::strerror(errno) +
                      "; set TMPDIR to a folder with room, or raise --memory");
    }
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

DocumentSketch SketchStore::Read(Place place) const {
  if (file_ < 0) return Unpack(std::string_view(memory_).substr(place.begin, place.size));
  std::string bytes(place.size, '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t got = ::pread(file_, bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(place.begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw Error(ErrorCode::kBadInput, {"temporary file"}, "cannot be read back");
    done += static_cast<std::size_t>(got);
  }
  return Unpack(bytes);
}

}  // namespace calque::internal
