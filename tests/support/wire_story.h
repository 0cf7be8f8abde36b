// One invented story in every wire format, from its parts.
#pragma once

#include <string>
#include <vector>

namespace calque::test {

// Parts as they stand in the text; none holds markup.
struct WireStory {
  std::string id = "urn:newsml:acme.example:20260212:S1";
  std::string language = "fr";
  std::string headline = "Le pont de Valmer rouvre après trois ans de travaux";
  std::string byline = "Par Odile Sarrazin et Tom Achterberg";
  std::string dateline = "VALMER, 12 février (Acme)";
  std::vector<std::string> body = {
      "Le pont de Valmer a rouvert jeudi à la circulation, trois ans après sa fermeture.",
      "« Nous avons tenu parole », a dit la maire, Édith Coulanges. Les travaux ont coûté 4,5 "
      "millions "
      "d'euros.",
      "Une piste cyclable de 800 mètres sera ouverte en mai."};
  std::string tail =
      "(Odile Sarrazin à Valmer et Tom Achterberg à Gand; Ève Moncorgé pour le service français, "
      "édité "
      "par Luc Brandt)";
};

struct WireFile {
  std::string format;  // as `--input` calls it
  std::string bytes;
};
// The story in each format that holds all of its parts but perhaps the byline.
[[nodiscard]] std::vector<WireFile> InEveryFormat(const WireStory& story);

}  // namespace calque::test
