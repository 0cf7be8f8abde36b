#include "align/read/glossary.h"

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "align/base/language_tag.h"
#include "align/base/split.h"
#include "align/base/utf8.h"
#include "align/io/byte_source.h"
#include "align/io/charset.h"
#include "align/io/line_reader.h"
#include "align/io/wide_text.h"
#include "align/io/xml_reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kHead = 256;  // bytes that tell XML from a table

// Terms in the order in which their sources are first met.
class Collector {
 public:
  GlossaryTerm& Term(const std::string& source) {
    const auto [entry, fresh] = index_.emplace(source, terms_.size());
    if (fresh) terms_.push_back({source, {}, {}});
    return terms_[entry->second];
  }
  std::vector<GlossaryTerm> Take() { return std::move(terms_); }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<GlossaryTerm> terms_;
};

// What the first line of a table is.
enum class FirstLine : std::uint8_t { kTerm, kHeader, kSwappedHeader };

FirstLine KindOf(const std::vector<std::string_view>& fields, const GlossaryLanguages& languages) {
  const auto names = [&](std::string_view field, std::string_view side,
                         const std::string& language) {
    return Lower(field) == side ||
           (IsLanguageTag(field) && PrimaryLanguage(field) == PrimaryLanguage(language)) ||
           IsNameOfLanguage(field, language, {"en", languages.source, languages.target});
  };
  const auto name_source = [&](std::size_t i) {
    return names(fields[i], "source", languages.source);
  };
  const auto name_target = [&](std::size_t i) {
    return names(fields[i], "target", languages.target);
  };
  if (name_source(0) && name_target(1)) return FirstLine::kHeader;
  if (name_target(0) && name_source(1)) return FirstLine::kSwappedHeader;
  return fields.size() > 2 && Lower(fields[2]) == "status" ? FirstLine::kHeader : FirstLine::kTerm;
}

std::vector<std::string_view> Fields(std::string_view line) {
  std::vector<std::string_view> fields = Split(line, '\t');
  for (std::string_view& field : fields) field = TrimSpace(field);
  return fields;
}

std::vector<GlossaryTerm> ReadTsv(ByteSource& source, const GlossaryLanguages& languages) {
  LineReader lines(source);
  Collector terms;
  std::optional<FirstLine> first;
  while (const auto line = lines.Next()) {
    if (TrimSpace(*line).empty() || line->starts_with('#')) continue;
    std::vector<std::string_view> fields = Fields(*line);
    if (fields.size() < 2 || fields[0].empty() || fields[1].empty()) {
      throw Error(ErrorCode::kBadInput, lines.location(),
                  "a glossary line needs a term, a tab and its rendering");
    }
    if (!first) {
      first = KindOf(fields, languages);
      if (first != FirstLine::kTerm) continue;
    }
    if (first == FirstLine::kSwappedHeader) std::swap(fields[0], fields[1]);
    std::string status = fields.size() < 3 ? std::string() : Lower(fields[2]);
    if (status.find(' ') != std::string::npos)
      status.clear();  // a comment, as OmegaT has them there
    if (!status.empty() && status != "forbidden" && status != "preferred" && status != "admitted") {
      throw Error(ErrorCode::kBadInput, lines.location(),
                  "unknown status `" + status + "`; use preferred, admitted or forbidden");
    }
    GlossaryTerm& term = terms.Term(std::string(fields[0]));
    (status == "forbidden" ? term.forbidden : term.renderings).emplace_back(fields[1]);
  }
  return terms.Take();
}

// The terms of one language of one concept.
struct TbxTerms {
  std::vector<std::string> allowed;
  std::vector<std::string> forbidden;
};

class TbxParser {
 public:
  TbxParser(ByteSource& source, const GlossaryLanguages& languages)
      : reader_(source), languages_(languages) {}

  std::vector<GlossaryTerm> Run() {
    bool tbx = false;
    for (auto event = reader_.Next(); event != XmlReader::Event::kDone; event = reader_.Next()) {
      if (event != XmlReader::Event::kStart) continue;
      tbx = tbx || reader_.name() == "tbx" || reader_.name() == "martif";
      if (!tbx) {
        throw Error(ErrorCode::kBadInput, reader_.location(),
                    "not a glossary: expected TBX or lines of source, tab, target");
      }
      if (reader_.name() == "termEntry" || reader_.name() == "conceptEntry") Concept();
    }
    return terms_.Take();
  }

 private:
  void Concept() {
    const std::uint32_t depth = reader_.depth();
    TbxTerms source;
    TbxTerms target;
    while (!Closes(depth)) {
      if (event_ != XmlReader::Event::kStart) continue;
      if (reader_.name() != "langSet" && reader_.name() != "langSec") continue;
      const std::string language = PrimaryLanguage(reader_.Attribute("xml:lang"));
      TbxTerms read = Language();
      if (language == PrimaryLanguage(languages_.source))
        source = std::move(read);
      else if (language == PrimaryLanguage(languages_.target))
        target = std::move(read);
    }
    if (target.allowed.empty() && target.forbidden.empty()) return;
    for (const std::string& term : source.allowed) {
      GlossaryTerm& entry = terms_.Term(term);
      entry.renderings.insert(entry.renderings.end(), target.allowed.begin(), target.allowed.end());
      entry.forbidden.insert(entry.forbidden.end(), target.forbidden.begin(),
                             target.forbidden.end());
    }
  }

  TbxTerms Language() {
    const std::uint32_t depth = reader_.depth();
    TbxTerms terms;
    while (!Closes(depth)) {
      if (event_ != XmlReader::Event::kStart) continue;
      const bool group =
          reader_.name() == "tig" || reader_.name() == "ntig" || reader_.name() == "termSec";
      if (group) Group(&terms);
    }
    return terms;
  }

  void Group(TbxTerms* terms) {
    const std::uint32_t depth = reader_.depth();
    std::string term;
    bool forbidden = false;
    while (!Closes(depth)) {
      if (event_ != XmlReader::Event::kStart) continue;
      if (reader_.name() == "term") {
        term = std::string(TrimSpace(reader_.TakeText()));
      } else if (reader_.Attribute("type") == "administrativeStatus" ||
                 reader_.name() == "administrativeStatus") {
        forbidden = reader_.TakeText().find("deprecated") != std::string::npos;
      }
    }
    if (!term.empty()) (forbidden ? terms->forbidden : terms->allowed).push_back(std::move(term));
  }

  // Steps on; whether the element that was open at `depth` has ended.
  bool Closes(std::uint32_t depth) {
    event_ = reader_.Next();
    return event_ == XmlReader::Event::kDone ||
           (event_ == XmlReader::Event::kEnd && reader_.depth() == depth);
  }

  XmlReader reader_;
  const GlossaryLanguages& languages_;
  XmlReader::Event event_ = XmlReader::Event::kText;
  Collector terms_;
};

}  // namespace

std::vector<GlossaryTerm> ReadGlossary(std::string_view bytes, const std::string& name,
                                       const GlossaryLanguages& languages) {
  const std::string head = DecodeWideHead(bytes.substr(0, kHead));
  std::string_view start = head;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const bool xml = TrimSpace(start).starts_with('<');
  // Tables come out of office programs in any charset; XML names its own.
  const std::string text = xml ? std::string() : DecodeText(std::string(bytes), name).text;
  const std::unique_ptr<ByteSource> source = OpenMemory(xml ? bytes : text, name);
  return xml ? TbxParser(*source, languages).Run() : ReadTsv(*source, languages);
}

}  // namespace calque::internal
