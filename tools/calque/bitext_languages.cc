#include "tools/calque/bitext_languages.h"

#include "align/base/language_tag.h"
#include "align/base/printable.h"
#include "align/io/language_id.h"

namespace calque::tools {

namespace {

void SayOtherLanguage(const std::string& what, const std::string& said, const std::string& text,
                      const Messages& messages) {
  const std::string read = internal::LanguageInsteadOf(said, text);
  if (read.empty()) return;
  messages.Say(what + " reads as " + read + ", not as " + internal::Printable(said) +
               ", the language that it is said to be in");
}

std::string Shown(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

void SayOtherLanguages(const Bitext& bitext, const std::string& source_path,
                       const std::string& target_path, const Messages& messages) {
  const bool one_file = source_path == target_path;
  SayOtherLanguage(Shown(source_path) + (one_file ? ": the source" : ":"), bitext.source.language,
                   bitext.source.text, messages);
  SayOtherLanguage(Shown(target_path) + (one_file ? ": the target" : ":"), bitext.target.language,
                   bitext.target.text, messages);
}

void BitextLanguages::Side::Take(const Document& document) {
  constexpr std::size_t kSample = std::size_t{16} << 10;  // bytes
  if (internal::IsUnknownLanguage(document.language)) return;
  if (stated.empty()) stated = document.language;
  const bool is_other = !asked.empty() && internal::PrimaryLanguage(document.language) !=
                                              internal::PrimaryLanguage(asked);
  if (is_other && others++ == 0) first_other = document.language;
  if (document.language == stated && sample.size() < kSample) (sample += document.text) += '\n';
}

void BitextLanguages::Side::Say(const std::string& path, const Messages& messages) {
  if (others > 0) {
    messages.Say(path + ": names " + internal::Printable(first_other) + " as the language of the " +
                 name + "; --" + name + "-language " + asked + " does nothing with it");
  }
  SayOtherLanguage(path + ": the " + name, stated, sample, messages);
  *this = {name, asked};
}

void BitextLanguages::Say(const std::string& path, const Messages& messages) {
  source_.Say(Shown(path), messages);
  target_.Say(Shown(path), messages);
}

}  // namespace calque::tools
