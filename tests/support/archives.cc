#include "tests/support/archives.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace calque::test {
namespace {

void Check(bool good) {
  if (!good) throw std::runtime_error("libarchive cannot write");
}

la_ssize_t Append(struct archive* /*archive*/, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void WriteMember(struct archive* archive, const Member& member) {
  struct archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, member.name.c_str());
  archive_entry_set_filetype(entry, member.link.empty() ? AE_IFREG : AE_IFLNK);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
  if (!member.link.empty()) archive_entry_set_symlink(entry, member.link.c_str());
  Check(archive_write_header(archive, entry) >= ARCHIVE_WARN);
  if (!member.bytes.empty()) {
    Check(archive_write_data(archive, member.bytes.data(), member.bytes.size()) >= 0);
  }
  archive_entry_free(entry);
}

}  // namespace

std::string MakeArchive(std::string_view format, std::string_view filter,
                        const std::vector<Member>& members) {
  std::string out;
  struct archive* archive = archive_write_new();
  if (filter == "gz") archive_write_add_filter_gzip(archive);
  if (filter == "bz2") archive_write_add_filter_bzip2(archive);
  if (filter == "xz") archive_write_add_filter_xz(archive);
  if (filter == "zst") archive_write_add_filter_zstd(archive);
  if (format == "zip") archive_write_set_format_zip(archive);
  if (format == "tar") archive_write_set_format_pax_restricted(archive);
  if (format == "7z") archive_write_set_format_7zip(archive);
  if (format == "raw") archive_write_set_format_raw(archive);
  archive_write_set_bytes_in_last_block(archive, 1);
  Check(archive_write_open(archive, &out, nullptr, Append, nullptr) == ARCHIVE_OK);
  for (const Member& member : members) WriteMember(archive, member);
  Check(archive_write_close(archive) == ARCHIVE_OK);
  archive_write_free(archive);
  return out;
}

std::string Compress(std::string_view filter, std::string_view bytes) {
  return MakeArchive("raw", filter, {{"data", std::string(bytes)}});
}

}  // namespace calque::test
