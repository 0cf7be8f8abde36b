// What the languages that the user names mean for files of bitexts, and whether their texts bear
// the names out.
#pragma once

#include <cstdint>
#include <string>

#include "calque/bitext.h"
#include "tools/calque/common.h"

namespace calque::tools {

// Says where a document of the pair is clearly in another language than it is said to be.
void SayOtherLanguages(const Bitext& bitext, const std::string& source_path,
                       const std::string& target_path, const Messages& messages);

class BitextLanguages {
 public:
  // The languages asked for; empty where the user named none.
  BitextLanguages(std::string source, std::string target)
      : source_{"source", std::move(source)}, target_{"target", std::move(target)} {}

  void Take(const Bitext& bitext) {
    source_.Take(bitext.source);
    target_.Take(bitext.target);
  }
  // Says, of the file `path`, where a language that was asked for did nothing, and where texts are
  // clearly in another language than they are said to be; begins anew with the next file.
  void Say(const std::string& path, const Messages& messages);

 private:
  struct Side {
    std::string name;
    std::string asked;
    std::string stated = {};   // of the first document that names a language
    std::string sample = {};   // of the texts in that language
    std::uint64_t others = 0;  // documents in another language than asked
    std::string first_other = {};

    void Take(const Document& document);
    void Say(const std::string& path, const Messages& messages);
  };
  Side source_;
  Side target_;
};

}  // namespace calque::tools
