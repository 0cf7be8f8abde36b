#include "align/segment/segmenter.h"

#include "align/segment/icu_segmenter.h"
#include "align/segment/rule_segmenter.h"

namespace calque::internal {

std::shared_ptr<const Segmenter> Segmenter::FromJson(const Json& language_file,
                                                     const std::string& language) {
  const auto section = language_file.find("segmentation");
  if (section == language_file.end()) return std::make_shared<const IcuSegmenter>(language);
  return ReadJson(Location{language + ".json", 0, 0}, [&] {
    return std::make_shared<const RuleSegmenter>(SegmentProfile::FromJson(*section));
  });
}

void SegmentDocument(const Segmenter& segmenter, const SegmentOptions& options,
                     Document* document) {
  std::vector<ByteSpan> units;
  std::vector<Paragraph*> owners;
  for (Paragraph& paragraph : document->paragraphs) {
    paragraph.sentences = {};
    const bool wanted =
        options.paragraphs == SegmentOptions::Paragraphs::kAll || IsAlignable(paragraph.kind);
    if (!wanted) continue;
    units.push_back(paragraph.span);
    owners.push_back(&paragraph);
  }
  SegmentedUnits segmented = segmenter.Segment(document->text, units, options);
  document->sentences = std::move(segmented.sentences);
  for (std::size_t i = 0; i < owners.size(); ++i) owners[i]->sentences = segmented.units[i];
}

}  // namespace calque::internal
