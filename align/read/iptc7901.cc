// IPTC 7901 and ANPA-1312: wire messages between SOH and EOT, headers before STX, the time of
// filing behind ETX.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "align/io/charset.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/press_words.h"
#include "align/read/wire_message.h"

namespace calque::internal {
namespace {

constexpr char kSoh = '\x01';
constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr char kEot = '\x04';
constexpr char kSyn = '\x16';
constexpr std::size_t kBlock = std::size_t{1} << 16;

class Iptc7901Reader : public DocumentReader {
 public:
  Iptc7901Reader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)),
        options_(std::move(options)),
        press_(PressWords::Of(options_.data_directory)) {}

  std::optional<RawDocument> Next() override {
    while (std::optional<std::string> bytes = NextMessage()) {
      const std::size_t start = bytes->find(kSoh);
      if (start == std::string::npos) continue;
      const DecodedText decoded =
          DecodeText(bytes->substr(start + 1), source_->name(), options_.charset);
      const std::string_view message = decoded.text;
      const std::size_t text = message.find(kStx);
      if (text == std::string_view::npos) continue;
      const std::size_t end = std::min(message.find(kEtx, text), message.size());
      DispatchBuilder builder(source_->name(), options_);
      ReadWireMessage({.head = message.substr(0, text),
                       .body = message.substr(text + 1, end - text - 1),
                       .tail = message.substr(std::min(end + 1, message.size()))},
                      *press_, &builder);
      if (!builder.HasBody() && !builder.HasHeadline()) continue;
      RawDocument document = builder.Build();
      document.diagnostics.insert(document.diagnostics.end(), decoded.diagnostics.begin(),
                                  decoded.diagnostics.end());
      if (document.id.empty()) document.id = IdOfName(source_->name());
      if (message.find(kEtx, text) == std::string_view::npos) {
        document.diagnostics.push_back(
            {"document-cut-off",
             "a message has no end (ETX); it ends where the next one begins",
             {source_->name()}});
      }
      return document;
    }
    return std::nullopt;
  }

 private:
  // Up to the next EOT, or the next message where that of this one is lost; throws where the file
  // ends inside a message.
  std::optional<std::string> NextMessage() {
    for (;;) {
      const std::size_t end = FindEnd();
      if (end != std::string::npos) {
        std::string message = bytes_.substr(begin_, end - begin_);
        begin_ = looked_ = bytes_[end] == kEot ? end + 1 : end;
        in_head_ = in_text_ = false;
        return message;
      }
      bytes_.erase(0, std::exchange(begin_, 0));
      looked_ = bytes_.size();
      if (bytes_.size() > options_.document_limit) {
        throw Error(ErrorCode::kBadInput, {source_->name()},
                    "holds a message without end (EOT); it is not a wire file");
      }
      bytes_.resize(looked_ + kBlock);
      const std::size_t got = source_->Read(std::span(bytes_).subspan(looked_));
      bytes_.resize(looked_ + got);
      if (got > 0) continue;
      // The last message of a capture may lack its EOT, not its ETX.
      if (bytes_.find(kEtx) != std::string::npos) {
        looked_ = 0;
        in_head_ = in_text_ = false;
        return std::exchange(bytes_, {});
      }
      if (bytes_.find(kStx) == std::string::npos) return std::nullopt;
      throw Error(ErrorCode::kBadInput, {source_->name()}, "is cut off inside a wire message");
    }
  }

  // Where the message at begin_ ends: its EOT, or the SOH of the next one behind its text. Each
  // byte is looked at once, however many messages stand before an EOT.
  std::size_t FindEnd() {
    for (; looked_ < bytes_.size(); ++looked_) {
      const char c = bytes_[looked_];
      if (c == kEot || (c == kSoh && in_text_)) return looked_;
      if (c == kSoh) in_head_ = true;
      if (c == kStx && in_head_) in_text_ = true;
    }
    return std::string::npos;
  }

  std::unique_ptr<ByteSource> source_;
  ReadOptions options_;
  std::shared_ptr<const PressWords> press_;
  std::string bytes_;
  std::size_t begin_ = 0;   // of what was not yet taken from bytes_
  std::size_t looked_ = 0;  // behind what FindEnd() has seen
  bool in_head_ = false;    // there is a SOH from begin_ to looked_,
  bool in_text_ = false;    // and a STX behind it
};

}  // namespace

bool IsIptc7901(std::string_view head) {
  constexpr std::size_t kFront = 64;
  const std::size_t soh = head.find(kSoh);
  if (soh == std::string_view::npos || soh > kFront) return false;
  for (const char c : head.substr(0, soh)) {
    if (c != kSyn && c != '\r' && c != '\n' && c != ' ') return false;
  }
  // At least a service and a number stand in the header.
  constexpr std::size_t kLeastHeader = 3;
  const std::size_t stx = head.find(kStx, soh);
  return stx != std::string_view::npos && stx > soh + kLeastHeader;
}

std::unique_ptr<DocumentReader> OpenIptc7901(std::unique_ptr<ByteSource> source,
                                             const ReadOptions& options) {
  return std::make_unique<Iptc7901Reader>(std::move(source), options);
}

}  // namespace calque::internal
