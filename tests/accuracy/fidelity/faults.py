"""Faults put into clean translations, one a pair, to measure what `calque check` finds.

A fault takes (source, target, language of the target, random generator) and gives the damaged
target, or None where the pair offers no place for it. Nothing here shares a list with calque: the
measure must not know what the checks know.
"""
import re

# Words of news and the word that says the contrary in the same place.
OPPOSITES = {
    "en": """rose fell|increased decreased|increase decrease|rise fall|rising falling|higher lower|gained lost|growth decline|
growing shrinking|up down|profit loss|profits losses|before after|won lost|win lose|victory defeat|winner loser|more less|
first last|north south|northern southern|western eastern|west east|imports exports|opened closed|open close|accepted rejected|
accept reject|approved rejected|agreed refused|success failure|succeeded failed|strong weak|stronger weaker|large small|
larger smaller|big small|high low|best worst|better worse|good bad|positive negative|long short|new old|young old|rich poor|
allow ban|allowed banned|legal illegal|arrived left|entered left|alive dead|guilty innocent|confirmed denied|true false|
public private|man woman|men women|boy girl|father mother|son daughter|brother sister|husband wife|started ended|began ended|
beginning end|ally enemy|friends enemies|supports opposes|supported opposed|majority minority|bought sold|buy sell|inside outside|
peace war|left right|employment unemployment|day night|easy difficult|fast slow|same different|always never|optimistic pessimistic|
major minor|above below|tighten loosen|
hire fire|hired fired|survived died|lend borrow|accelerated slowed|executed pardoned|surplus deficit|extended shortened|landed departed|
kept lost|climbed slid|release arrest|released arrested|reopen close""",
    "fr": """augmenté diminué|augmentation diminution|augmenter diminuer|augmente diminue|hausse baisse|supérieur inférieur|
supérieure inférieure|croissance recul|bénéfice perte|bénéfices pertes|avant après|gagné perdu|gagner perdre|gagne perd|
victoire défaite|plus moins|premier dernier|première dernière|nord sud|orientale occidentale|importations exportations|
ouvert fermé|ouvrir fermer|accepté refusé|accepter refuser|approuvé rejeté|réussi échoué|succès échec|fort faible|forte faible|
grand petit|grande petite|grands petits|grandes petites|haut bas|meilleur pire|bon mauvais|bonne mauvaise|mieux moins|
positif négatif|longue courte|long court|nouveau vieux|nouvelle ancienne|jeune vieux|riches pauvres|autoriser interdire|
autorisé interdit|légal illégal|arrivé parti|vivant mort|coupable innocent|confirmé démenti|vrai faux|public privé|publique privée|
homme femme|hommes femmes|père mère|frère soeur|mari femme|commencé terminé|début fin|commence finit|ami ennemi|alliés ennemis|
soutenu combattu|soutient combat|majorité minorité|acheté vendu|acheter vendre|intérieur extérieur|paix guerre|gauche droite|
emploi chômage|jour nuit|facile difficile|rapide lent|toujours jamais|optimiste pessimiste|important mineur|resserrer assouplir|
embaucher licencier|embauché licencié|survécu succombé|prêter emprunter|accéléré ralenti|exécuté gracié|excédent déficit|
prolongé écourté|gagné cédé|conservé perdu|grimpé reculé|libération arrestation|libéré arrêté|rouvrir fermer""",
}

# Words of news and another of the same kind, which no sentence means by it.
KINDS = {
    "en": """doctor teacher|doctors nurses|hospital school|hospitals schools|church mosque|police army|government parliament|
president king|mayor governor|lawyer journalist|lawyers bankers|engineer painter|writer singer|actor dancer|farmers miners|
father uncle|mother grandmother|brother cousin|sister aunt|wife mother|son nephew|car train|cars ships|plane boat|
truck bicycle|oil coal|gas oil|gold silver|steel copper|wheat rice|coffee sugar|wine beer|milk bread|meat fish|shirt coat|
dog cat|dogs horses|birds bees|heart liver|brain heart|knee shoulder|hand foot|cancer diabetes|flu malaria|fire flood|
earthquake drought|rain snow|winter spring|summer autumn|morning evening|football tennis|piano guitar|film song|book painting|
bridge tunnel|airport station|factory farm|kitchen garden|Catholic Protestant|Muslim Jewish|socialist conservative|
communist liberal|chemistry physics|literature mathematics|red yellow|blue green|glass wood|telephone television|
newspaper magazine|university prison|students soldiers|engineers tailors|potatoes carrots|chairs tables|
supermarket hospital|copper nickel|teachers pupils|alcohol tobacco|pilgrims tourists|helicopter truck|lungs kidneys|
miners nurses|album novel|murder fraud|cardinal bishop|earthquake flood|nightclub mosque|cotton tobacco|
striker goalkeeper|households farmers|ferry submarine|hostages prisoners|leg arm|milk meat|actress singer|
rifle knife|ship helicopter|island mountain|river lake|witnesses voters|refugees tourists|bees dolphins""",
    "fr": """médecin enseignant|médecins infirmières|hôpital lycée|hôpitaux écoles|église mosquée|police armée|gouvernement parlement|
président roi|maire gouverneur|avocat journaliste|avocats banquiers|ingénieur peintre|écrivain chanteur|acteur danseur|
agriculteurs mineurs|père oncle|mère grand-mère|frère cousin|soeur tante|épouse mère|fils neveu|voiture moto|voitures motos|
avion train|camion vélo|pétrole charbon|gaz pétrole|or argent|acier cuivre|blé riz|café sucre|vin thé|lait pain|viande volaille|
chemise cravate|chien chat|chiens chevaux|oiseaux abeilles|coeur foie|cerveau coeur|genou coude|main tête|cancer diabète|
grippe peste|incendie séisme|inondation sécheresse|pluie neige|hiver printemps|matin soir|football tennis|piano violon|
film roman|livre tableau|pont tunnel|aéroport port|usine ferme|cuisine chambre|catholique protestant|musulmans juifs|
socialiste conservateur|communiste libéral|chimie physique|littérature musique|rouge jaune|bleu vert|verre bois|
téléphone téléviseur|journal magazine|université prison|étudiants soldats|pommes carottes|chaises tables|
supermarché hôpital|cuivre nickel|enseignants élèves|alcool tabac|pèlerins touristes|hélicoptère camion|poumons reins|
mineurs infirmiers|album roman|meurtre fraude|cardinal évêque|séisme incendie|discothèque mosquée|coton tabac|
attaquant gardien|ménages agriculteurs|ferry avion|otages prisonniers|jambe main|lait vin|actrice chanteuse|
fusil couteau|navire hélicoptère|île montagne|rivière lac|témoins électeurs|réfugiés touristes|abeilles dauphins""",
}

# What may, must or will be, what is alleged or proved, and what else it might be in the same place.
MODALITIES = {
    "en": """may must|might must|could must|must may|should might|will may|has may have|have may have|
accused convicted|suspected convicted|charged convicted|convicted accused|sentenced charged|plans decided|
alleged convicted|guilty suspected""",
    "fr": """peut doit|peuvent doivent|pourrait doit|pourraient doivent|doit pourrait|doivent peuvent|devra pourrait|
devront pourraient|va pourrait|vont pourraient|accusé condamné|accusés condamnés|accusée condamnée|soupçonné condamné|
inculpé condamné|condamné soupçonné|condamnés accusés|soupçonnés condamnés""",
}
# How many or how much, and another amount.
QUANTITIES = {
    "en": """all few|most few|many few|several all|some all|every no|few many|nearly over|almost over|twice half|
none most|double half|majority handful|about over""",
    "fr": """tous certains|toutes certaines|plupart moitié|nombreux rares|nombreuses rares|certains tous|certaines toutes|
plusieurs tous|quelques tous|beaucoup peu|chaque quelques|presque exactement|environ exactement|double tiers|
majorité poignée|triple tiers|aucun chaque|doublé triplé""",
}


def replace(text, match, new):
    return text[:match.start()] + new + text[match.end():]


def pick(pattern, text, rng, flags=0):
    found = list(re.finditer(pattern, text, flags))
    return rng.choice(found) if found else None


def other(items, item, rng):
    return rng.choice([x for x in items if x.lower() != item.lower()])


def tidy(text):
    text = re.sub(r"  +", " ", text)
    return re.sub(r" ([.,)])", r"\1", text).strip()


ENGLISH_NEGATION = [
    (r"\bwon['’]t\b", "will"), (r"\bcan['’]t\b", "can"), (r"\bcannot\b", "can"),
    (r"(?<=[a-z])n['’]t\b", ""),
    (r"\b(do|does|did) not ", lambda m: ""), (r"(?<!if )(?<!or )(?<!why )\bnot (?!only|just|to mention)", ""),
    (r"\bnever ", ""),
]
FRENCH_NEGATION = re.compile(
    r"\b([Nn]e |[Nn][’'])((?:\w+[’' -]){0,3}?[\w-]+) (pas|plus|jamais|guère)\b(?! (?:seulement|que|moins|qu'|qu’))")


def negation_dropped(source, target, language, rng):
    if language == "fr":
        match = pick(FRENCH_NEGATION, target, rng)
        if not match:
            return None
        verb = match.group(2)
        if match.group(1)[0] == "N":
            verb = verb[0].upper() + verb[1:]
        return tidy(replace(target, match, verb))
    places = [(m, new) for pattern, new in ENGLISH_NEGATION for m in re.finditer(pattern, target)]
    if not places:
        return None
    match, new = rng.choice(places)
    return tidy(replace(target, match, new(match) if callable(new) else new))


def opposite_stated(source, target, language, rng):
    """A word becomes its contrary; where both stand the sentence may say the same as before."""
    return exchanged(OPPOSITES[language], target, rng)


def word_replaced(source, target, language, rng):
    """A word becomes another of its kind."""
    return exchanged(KINDS[language], target, rng)


def modality_changed(source, target, language, rng):
    """What may be becomes what must be, who is accused is convicted."""
    return exchanged(MODALITIES[language], target, rng)


def quantity_changed(source, target, language, rng):
    """All become some, twice becomes half."""
    return exchanged(QUANTITIES[language], target, rng)


def exchanged(pairs, target, rng):
    pairs = [pair.split(" ", 1) for pair in pairs.replace("\n", "").split("|")]
    contrary = {a: b for a, b in pairs} | {b: a for a, b in reversed(pairs)}
    words = set(re.findall(r"\w+", target.lower()))
    places = [m for m in re.finditer(r"\b[a-zéèêû]+\b", target)
              if m.group() in contrary and contrary[m.group()] not in words]
    match = rng.choice(places) if places else None
    return replace(target, match, contrary[match.group()]) if match else None


AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has been|have been)\b "
                       r"(?!not\b|never\b|n[o’'])(?=[a-z])")
FRENCH_VERB = re.compile(r"\b(est|sont|était|étaient|sera|seront|peut|peuvent|doit|doivent|ont|avait|va|vont)\b "
                         r"(?!pas|plus|jamais|guère|ni\b|que\b|-)(?=[a-zéèà])")


def negation_added(source, target, language, rng):
    if language == "en":
        match = pick(AUXILIARY, target, rng)
        return replace(target, match, match.group() + "not ") if match else None
    match = pick(FRENCH_VERB, target, rng)
    if not match or re.search(r"[nN](?:e |[’'])(?:\w+ )?$", target[:match.start()]):
        return None
    verb = match.group(1)
    ne = "n'" if verb[0] in "aeéio" else "ne "
    return replace(target, match, ne + verb + " pas ")


def clauses(text):
    """Stretches of five words or more between two marks, or from a mark to the end."""
    marks = [m.start() for m in re.finditer(r"[,;:](?= )| [-–—(](?=\w| )", text)]
    ends = marks[1:] + [len(text.rstrip(" .!?\"»”"))]
    for begin, end in zip(marks, ends):
        if len(re.findall(r"\w+", text[begin:end])) >= 5 and begin > 0:
            yield begin, end


def clause_dropped(source, target, language, rng):
    found = list(clauses(target))
    if not found:
        return None
    begin, end = rng.choice(found)
    left = target[:begin] + target[end:]
    return left if len(left.split()) >= 4 else None


# What phrases and clauses begin with that no mark parts from the words before them.
PHRASE_WORDS = {
    "en": "in|on|at|after|before|with|for|from|by|under|over|against|during|without|through|between|near|since|until|"
          "amid|because|who|which|that|where|when|whose|and",
    "fr": "en|dans|à|après|avant|avec|pour|par|sous|sur|contre|pendant|sans|lors|depuis|entre|près|vers|car|grâce|"
          "qui|que|dont|où|et|mais",
}


def phrases(text, language):
    """Stretches of four to ten words from such a word to the next comma or the end."""
    ends = [m.start() for m in re.finditer(r",(?= )", text)] + [end_mark(text)]
    for end in ends:
        for match in re.finditer(rf"(?<=[\w,] )(?:{PHRASE_WORDS[language]})\b", text[:end]):
            phrase = text[match.start():end]
            if "," not in phrase and 4 <= len(phrase.split()) <= 10:
                yield match.start(), end


def end_mark(text):
    return re.search(r"[.!?\"»”\s]*$", text).start()


def phrase_dropped(source, target, language, rng):
    found = list(phrases(target, language))
    if not found:
        return None
    begin, end = rng.choice(found)
    left = target[:begin].rstrip(" ,") + target[end:]
    return left if len(left.split()) >= 5 else None


def truncated(source, target, language, rng):
    words = target.split(" ")
    if len(words) < 12:
        return None
    return " ".join(words[:rng.randrange(len(words) // 3, 2 * len(words) // 3)]).rstrip(",;:")


def left_untranslated(source, target, language, rng):
    return source if len(source.split()) >= 5 else None


def words_untranslated(source, target, language, rng):
    """Two to six words of the source in the place of as many of the target, neither names nor numbers."""
    ours, theirs = source.split(), target.split()
    count = rng.randint(2, 6)

    def plain(words, at):
        return at + count < len(words) and all(re.fullmatch(r"[^\W\d_A-Z][^\W\d_A-Z'’-]*", w) for w in words[at:at + count])

    places = [i for i in range(1, len(ours)) if plain(ours, i)]
    if not places:
        return None
    at = rng.choice(places)
    near = round(at * len(theirs) / len(ours))
    return next((" ".join(theirs[:j] + ours[at:at + count] + theirs[j + count:])
                 for j in (near, near + 1, near - 1) if j > 0 and plain(theirs, j)), None)


def quotes_dropped(source, target, language, rng):
    if not re.search(r"[\"“«].{20,}[\"”»]", source):
        return None
    left = re.sub(r"[«“] ?| ?[»”]|\"", "", target)
    return left if left != target else None


class NeighbourFaults:
    """Faults that put several lines into one cell or borrow a line; `lines` of the target side."""

    def __init__(self, lines):
        self.lines = lines

    def sentence_added(self, source, target, language, rng):
        extra = rng.choice(self.lines[language])
        return target + " " + extra if len(extra.split()) >= 6 else None

    def clause_inserted(self, source, target, language, rng):
        """A clause of another line, at a mark of this one or at its end."""
        extra = rng.choice(self.lines[language])
        found = [extra[begin:end].strip(",;: -–—(") for begin, end in clauses(extra)]
        if not found or len(target.split()) < 6:
            return None
        marks = [m.start() for m in re.finditer(r",(?= )", target)]
        place = rng.choice(marks + [re.search(r"[.!?\"»”\s]*$", target).start()])
        return target[:place] + ", " + rng.choice(found) + target[place:]

    def phrase_inserted(self, source, target, language, rng):
        """A phrase of another line, before a mark of this one; a comma parts some of them from it."""
        extra = rng.choice(self.lines[language])
        found = [extra[begin:end] for begin, end in phrases(extra, language)]
        if not found or len(target.split()) < 6:
            return None
        place = rng.choice([m.start() for m in re.finditer(r",(?= )", target)] + [end_mark(target)])
        return target[:place] + rng.choice((" ", ", ")) + rng.choice(found) + target[place:]

    def sentence_doubled(self, source, target, language, rng):
        return target + " " + target if len(target.split()) >= 5 else None

    def replaced(self, source, target, language, rng):
        extra = rng.choice(self.lines[language])
        return extra if len(extra.split()) >= 6 and len(target.split()) >= 6 else None
