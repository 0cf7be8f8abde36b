// A reporter of the source whom the credits of the translation do not name.
#include "align/structure/credits.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/fidelity/check.h"
#include "align/fidelity/form.h"
#include "align/fidelity/message.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "nearest",    // FormSimilarity with the nearest name credited there
    "elsewhere",  // the text of the translation has the name, outside its credits
    "reporter",   // the role is reporter or writer, not contributor
    "nobody",     // the translation credits nobody at all, as some desks do
};
const EvidenceModel kModel{"credit-missing", kFeatures};

constexpr float kSamePerson = 0.85F;

// Whether the folded text has the folded name as words of their own: `Ana Lim` is not in `banana
// limonade`.
bool Names(std::string_view text, std::string_view name) {
  const auto in_word = [&](std::size_t at) {
    return at < text.size() &&
           (IsAsciiLetter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80U);
  };
  for (std::size_t at = text.find(name); at != std::string_view::npos && !name.empty();
       at = text.find(name, at + 1)) {
    if (!(at > 0 && in_word(at - 1)) && !in_word(at + name.size())) return true;
  }
  return false;
}

std::vector<Candidate> Run(const CheckInput& input) {
  const Document& source = input.scene.source().document();
  const Document& target = input.scene.target().document();
  const bool nobody = std::none_of(target.credits.begin(), target.credits.end(),
                                   [](const Credit& c) { return IsTextAuthor(c.role); });
  std::vector<Candidate> found;
  const std::string folded_text = Fold(target.text);
  std::vector<std::string> missing;
  for (const Credit& credit : source.credits) {
    if (!GathersOrWrites(credit.role)) continue;  // others did not make the source too
    const std::string name = Fold(credit.name);
    // Who is in the byline is often in the last line too.
    const bool told = std::any_of(missing.begin(), missing.end(), [&](const std::string& other) {
      return FormSimilarity(name, other) >= kSamePerson;
    });
    if (told) continue;
    float nearest = 0.0F;
    for (const Credit& other : target.credits) {
      nearest = std::max(nearest, FormSimilarity(name, Fold(other.name)));
    }
    if (nearest >= kSamePerson) continue;
    missing.push_back(name);
    Candidate candidate;
    candidate.category = "credit-missing";
    candidate.model = &kModel;
    candidate.features = {nearest, Flag(Names(folded_text, name)),
                          Flag(credit.role != CreditRole::kContributor), Flag(nobody)};
    candidate.bead = static_cast<std::uint32_t>(input.scene.bitext().beads.size());
    candidate.source = credit.span;
    candidate.message =
        Quoted(credit.name) + (nobody ? " is credited in the source, nobody is in the translation."
                                      : " is credited in the source, not in the translation.");
    found.push_back(std::move(candidate));
    if (nobody) break;  // a line that is gone is told once
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kCreditsCheck{"credits", &Run, kModels};

}  // namespace calque::internal
