#include "align/io/input_files.h"

#include <filesystem>
#include <utility>

#include "align/io/archive_reader.h"
#include "align/io/compression.h"
#include "align/io/folder_files.h"
#include "align/io/suffix.h"
#include "align/io/warc_reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

std::string Join(const std::string& folder, const char* separator, const std::string& name) {
  return folder.empty() ? name : folder + separator + name;
}

// Of the members of an archive that is inside of so many, itself included; the next layer is what
// comes out of compressed ones.
std::size_t LayerOfMembers(std::uint32_t depth) { return std::size_t{2} * depth; }

}  // namespace

class InputFiles::Container {
 public:
  Container(std::string name, std::uint32_t depth) : name_(std::move(name)), depth_(depth) {}
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  // The next file that is wanted. Throws as InputFiles::Next() does.
  [[nodiscard]] virtual std::optional<InputFile> Next() = 0;
  // Whether its files are files on disk.
  [[nodiscard]] virtual bool IsOnDisk() const { return false; }

  [[nodiscard]] const std::string& name() const { return name_; }
  // How many archives it is inside of, itself included.
  [[nodiscard]] std::uint32_t depth() const { return depth_; }

 private:
  std::string name_;
  std::uint32_t depth_;
};

namespace {

using Wants = std::function<bool(const std::string& name)>;

class SingleFile : public InputFiles::Container {
 public:
  explicit SingleFile(InputFile file) : Container({}, 0), file_(std::move(file)) {}

  std::optional<InputFile> Next() override { return std::exchange(file_, std::nullopt); }
  bool IsOnDisk() const override { return true; }

 private:
  std::optional<InputFile> file_;
};

class Folder : public InputFiles::Container {
 public:
  Folder(const std::string& path, const Wants* wants)
      : Container({}, 0), files_(path), wants_(wants) {}

  std::optional<InputFile> Next() override {
    while (const std::optional<FolderFile> file = files_.Next()) {
      std::error_code ignored;
      if (!fs::exists(file->path, ignored)) continue;  // a link that leads nowhere
      if (*wants_ != nullptr && !(*wants_)(file->name)) continue;
      return InputFile{file->name, OpenPlainFile(file->path.string()), {}, {}, {}};
    }
    return std::nullopt;
  }
  bool IsOnDisk() const override { return true; }

 private:
  FolderFiles files_;
  const Wants* wants_;
};

// A file that holds others.
class Packed : public InputFiles::Container {
 public:
  Packed(std::string name, std::uint32_t depth, const Wants* wants, UnpackBudget* budget)
      : Container(std::move(name), depth), wants_(wants), budget_(budget) {}

  std::optional<InputFile> Next() override {
    while (const std::optional<std::string> member = NextName()) {
      const std::string whole = Join(name(), "!", *member);
      if (*wants_ != nullptr && !(*wants_)(whole)) continue;
      InputFile file = OpenMember();
      file.name = whole;
      file.source = LimitUnpacked(std::move(file.source), LayerOfMembers(depth()), budget_);
      return file;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] virtual std::optional<std::string> NextName() = 0;
  // The member NextName() named last; what it is called is the caller's.
  [[nodiscard]] virtual InputFile OpenMember() = 0;

  const Wants* wants_;
  UnpackBudget* budget_;
};

class Archive : public Packed {
 public:
  Archive(std::unique_ptr<ByteSource> source, std::string name, std::uint32_t depth,
          const Wants* wants, UnpackBudget* budget)
      : Packed(std::move(name), depth, wants, budget), reader_(std::move(source)) {}

 private:
  std::optional<std::string> NextName() override { return reader_.Next(); }
  InputFile OpenMember() override { return {{}, reader_.OpenMember(), {}, {}, {}}; }

  ArchiveReader reader_;
};

class Warc : public Packed {
 public:
  Warc(std::unique_ptr<ByteSource> source, std::string name, std::uint32_t depth,
       const Wants* wants, UnpackBudget* budget)
      : Packed(std::move(name), depth, wants, budget), reader_(std::move(source)) {}

 private:
  std::optional<std::string> NextName() override {
    page_ = reader_.Next();
    if (!page_) return std::nullopt;
    return page_->address;
  }
  InputFile OpenMember() override {
    return {{}, Decompress(reader_.OpenPage()), page_->charset, page_->address, page_->date};
  }

  WarcReader reader_;
  std::optional<WarcPage> page_;
};

}  // namespace

InputFiles::InputFiles(const std::string& path, InputFilesOptions options)
    : options_(std::move(options)) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    open_.push_back(std::make_unique<Folder>(path, &options_.wants));
    return;
  }
  std::unique_ptr<ByteSource> source = OpenPlainFile(path);
  std::string name(path == "-" ? source->name() : std::string(FileNameOf(path)));
  open_.push_back(
      std::make_unique<SingleFile>(InputFile{std::move(name), std::move(source), {}, {}, {}}));
}

InputFiles::InputFiles(std::unique_ptr<ByteSource> source, InputFilesOptions options)
    : options_(std::move(options)) {
  std::string name(FileNameOf(source->name()));
  open_.push_back(
      std::make_unique<SingleFile>(InputFile{std::move(name), std::move(source), {}, {}, {}}));
}

InputFiles::~InputFiles() {
  while (!open_.empty()) open_.pop_back();  // the innermost reads from those around it
}

std::optional<InputFile> InputFiles::Next() {
  while (!open_.empty()) {
    std::optional<InputFile> file = open_.back()->Next();
    if (!file) {
      open_.pop_back();
      continue;
    }
    if (std::optional<InputFile> plain = OpenIfPlain(std::move(*file))) return plain;
  }
  return std::nullopt;
}

// The file itself, or nothing where it is an archive, which is then the innermost container.
std::optional<InputFile> InputFiles::OpenIfPlain(InputFile file) {
  const Container& outer = *open_.back();
  if (outer.IsOnDisk()) {
    budget_ = std::make_unique<UnpackBudget>();
    budget_->limits = options_.limits;
    file.source = CountPacked(std::move(file.source), budget_.get());
  }
  std::string head = ReadHead(*file.source, kArchiveHead);
  if (IsCompressed(head)) {
    file.source = Prepend(std::move(head), std::move(file.source));
    file.source = LimitUnpacked(Decompress(std::move(file.source)),
                                LayerOfMembers(outer.depth()) + 1, budget_.get());
    head = ReadHead(*file.source, kArchiveHead);
  }
  const bool archive = IsArchive(head);
  const bool warc = IsWarc(head);
  const bool must_seek = IsReadFromItsEnd(head);
  file.source = Prepend(std::move(head), std::move(file.source));
  if (!archive && !warc) return file;
  const std::uint32_t depth = outer.depth() + 1;
  if (depth > options_.limits.depth) {
    throw Error(ErrorCode::kBadInput, {file.source->name()},
                "is an archive in an archive in an archive; unpack the outermost one");
  }
  // Members of the only file of an input are named as they are.
  const bool is_input = open_.size() == 1 && dynamic_cast<const SingleFile*>(&outer) != nullptr;
  std::string prefix = is_input ? std::string() : file.name;
  if (must_seek) file.source = MakeSeekable(std::move(file.source));
  if (archive && file.source->size()) file.source->Seek(0);
  std::unique_ptr<Container> inner;
  if (archive) {
    inner = std::make_unique<Archive>(std::move(file.source), std::move(prefix), depth,
                                      &options_.wants, budget_.get());
  } else {
    inner = std::make_unique<Warc>(std::move(file.source), std::move(prefix), depth,
                                   &options_.wants, budget_.get());
  }
  open_.push_back(std::move(inner));
  return std::nullopt;
}

}  // namespace calque::internal
