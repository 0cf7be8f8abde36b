// What the tests of the readers of bitexts ask of a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/read/bitext_reader.h"
#include "tests/support/corpus.h"
#include "tests/support/thrown.h"

namespace calque::internal {

inline constexpr std::string_view kForeignTmx = R"(<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header srclang="EN-US" segtype="sentence"/><body>
<tu><tuv lang="DE"><seg>Eins</seg></tuv><tuv lang="EN-US"><seg>One <bpt i="1">&lt;b></bpt><hi>bold</hi><ept i="1">&lt;/b></ept></seg></tuv><tuv lang="FR"><seg>Un</seg></tuv></tu>
<tu><tuv lang="EN-US"><seg>Only here</seg></tuv></tu>
<tu><note>x</note><prop type="client">y</prop><tuv lang="EN-US"><prop type="domain">z</prop><seg>Two
lines</seg></tuv><tuv lang="FR"><seg/></tuv></tu>
</body></tmx>)";

inline std::string Text(const Bitext& bitext) {
  return bitext.source.language + ": " + bitext.source.text + " | " + bitext.target.language +
         ": " + bitext.target.text;
}

inline std::string ErrorOf(std::string_view format, const test::Corpus& corpus,
                           const BitextReadOptions& options = {}) {
  return test::ErrorOf([&] { (void)test::ReadCorpus(format, corpus, options); }).what();
}

inline std::vector<std::string> Messages(const BitextReader& reader) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : reader.Diagnostics()) messages.push_back(diagnostic.message);
  return messages;
}

}  // namespace calque::internal
