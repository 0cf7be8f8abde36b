#include "align/io/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "align/base/printable.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kTarMagic = 257;

// Asks every part of a path.
template <typename Ask>
bool AnyPart(std::string_view path, Ask ask) {
  while (!path.empty()) {
    const std::size_t slash = path.find_first_of("/\\");
    if (ask(path.substr(0, slash))) return true;
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return false;
}

bool IsUnsafe(std::string_view path) {
  const bool drive = path.size() > 1 && path[1] == ':';
  return path.starts_with('/') || path.starts_with('\\') || drive ||
         AnyPart(path, [](std::string_view part) { return part == ".."; });
}

bool IsHidden(std::string_view path) {
  return AnyPart(path, [](std::string_view part) { return part.size() > 1 && part[0] == '.'; });
}

}  // namespace

bool IsReadFromItsEnd(std::string_view head) { return head.starts_with("7z\xBC\xAF\x27\x1C"); }

bool IsArchive(std::string_view head) {
  if (IsReadFromItsEnd(head)) return true;
  constexpr std::array<std::string_view, 3> kHeads = {"PK\x03\x04", "PK\x05\x06", "PK\x30\x30PK"};
  for (const std::string_view magic : kHeads) {
    if (head.starts_with(magic)) return true;
  }
  return head.size() >= kTarMagic + 5 && head.substr(kTarMagic, 5) == "ustar";
}

struct ArchiveReader::State {
  explicit State(std::unique_ptr<ByteSource> bytes)
      : source(std::move(bytes)), block(kBlock), archive(archive_read_new()) {
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    archive_read_support_format_7zip(archive);
    archive_read_support_format_empty(archive);
    archive_read_set_callback_data(archive, this);
    archive_read_set_read_callback(archive, OnRead);
    if (source->size()) archive_read_set_seek_callback(archive, OnSeek);
  }
  ~State() { archive_read_free(archive); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[nodiscard]] std::string Place() const {
    return member.empty() ? source->name() : source->name() + "!" + member;
  }
  [[noreturn]] void Refuse(const std::string& message) const {
    throw Error(ErrorCode::kBadInput, {Place()}, message);
  }
  // `what` failed in libarchive, or in the source below it.
  [[noreturn]] void Fail(const char* what) {
    if (failure) {
      try {
        std::rethrow_exception(std::exchange(failure, nullptr));
      } catch (const Error& below) {
        if (member.empty()) throw;
        throw Error(below.code(), {Place()}, std::string("cannot be read: ") + below.what());
      }
    }
    const char* reason = archive_error_string(archive);
    Refuse(std::string(what) + (reason == nullptr ? "" : std::string(": ") + Printable(reason)));
  }

  // An archive says itself where it ends; a stream around it has its checksum behind that.
  void ReadToTheEnd() {
    if (source->size()) return;
    while (source->Read(block) > 0) {
    }
  }

  // No exception may pass through libarchive: it is kept until that has been left.
  template <typename Work>
  la_int64_t Guard(Work work) {
    try {
      return work();
    } catch (...) {
      failure = std::current_exception();
      archive_set_error(archive, EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }
  static la_ssize_t OnRead(struct archive* /*archive*/, void* self, const void** bytes) {
    State& state = *static_cast<State*>(self);
    *bytes = state.block.data();
    return state.Guard([&] {
      const std::size_t got = state.source->Read(state.block);
      state.at += got;
      return static_cast<la_int64_t>(got);
    });
  }
  static la_int64_t OnSeek(struct archive* /*archive*/, void* self, la_int64_t offset, int whence) {
    State& state = *static_cast<State*>(self);
    return state.Guard([&]() -> la_int64_t {
      const auto size = static_cast<la_int64_t>(*state.source->size());
      if (whence == SEEK_CUR) offset += static_cast<la_int64_t>(state.at);
      if (whence == SEEK_END) offset += size;
      if (offset < 0 || offset > size) return ARCHIVE_FATAL;
      state.at = static_cast<std::uint64_t>(offset);
      state.source->Seek(state.at);
      return offset;
    });
  }

  std::unique_ptr<ByteSource> source;
  std::vector<char> block;
  struct archive* archive;
  std::uint64_t at = 0;  // of the next byte from the source
  std::string member;
  std::exception_ptr failure;  // of the source below
  bool opened = false;
  bool over = false;
};

namespace {

class MemberSource : public ByteSource {
 public:
  using ReadBytes = std::size_t (*)(void* state, std::span<char> buffer);
  MemberSource(std::string name, void* state, ReadBytes read)
      : name_(std::move(name)), state_(state), read_(read) {}

  std::size_t Read(std::span<char> buffer) override { return read_(state_, buffer); }
  const std::string& name() const override { return name_; }

 private:
  std::string name_;
  void* state_;
  ReadBytes read_;
};

}  // namespace

ArchiveReader::ArchiveReader(std::unique_ptr<ByteSource> source)
    : state_(std::make_unique<State>(std::move(source))) {}
ArchiveReader::~ArchiveReader() = default;

std::optional<std::string> ArchiveReader::Next() {
  State& state = *state_;
  state.member.clear();
  while (!state.over) {
    struct archive_entry* entry = nullptr;
    state.over = true;  // unless all goes well
    if (!std::exchange(state.opened, true) && archive_read_open1(state.archive) != ARCHIVE_OK) {
      state.Fail("cannot be read as an archive");
    }
    const int result = archive_read_next_header(state.archive, &entry);
    if (result == ARCHIVE_EOF) {
      state.ReadToTheEnd();
      return std::nullopt;
    }
    if (result < ARCHIVE_WARN) state.Fail("is damaged or cut off");
    state.over = false;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    std::string raw = name == nullptr ? "" : name;
    while (raw.starts_with("./")) raw.erase(0, 2);
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR || raw.empty() || raw.ends_with('/')) continue;
    state.member = Printable(raw);
    if (IsUnsafe(raw)) state.Refuse("has a name that leads out of the archive; it is not read");
    if (IsHidden(raw)) continue;
    const bool link = archive_entry_symlink(entry) != nullptr;
    if (link || type != AE_IFREG) {
      state.Refuse("is a link or device; only regular files of an archive are read");
    }
    if (archive_entry_hardlink(entry) != nullptr) continue;  // its bytes came under another name
    if (archive_entry_is_encrypted(entry) != 0) state.Refuse("is encrypted; unpack it yourself");
    return state.member;
  }
  return std::nullopt;
}

std::unique_ptr<ByteSource> ArchiveReader::OpenMember() {
  const auto read = [](void* self, std::span<char> buffer) {
    State& state = *static_cast<State*>(self);
    const la_ssize_t got = archive_read_data(state.archive, buffer.data(), buffer.size());
    if (got < 0) {
      state.over = got == ARCHIVE_FATAL;
      state.Fail("is damaged or cut off");
    }
    return static_cast<std::size_t>(got);
  };
  return std::make_unique<MemberSource>(state_->Place(), state_.get(), read);
}

}  // namespace calque::internal
