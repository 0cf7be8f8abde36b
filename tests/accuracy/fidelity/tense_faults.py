"""What is to come told as done and the reverse, put into clean translations as faults.py does."""
import re

# Verbs of news: base, past, participle.
ENGLISH = """announce announced announced|reduce reduced reduced|cut cut cut|close closed closed|open opened opened|
build built built|send sent sent|sell sold sold|buy bought bought|sign signed signed|launch launched launched|
create created created|receive received received|become became become|begin began begun|take took taken|give gave given|
make made made|leave left left|lose lost lost|win won won|meet met met|pay paid paid|increase increased increased|
change changed changed|continue continued continued|help helped helped|lead led led|provide provided provided|
bring brought brought|publish published published|present presented presented|vote voted voted|visit visited visited|
introduce introduced introduced|spend spent spent|start started started|end ended ended|stop stopped stopped|play played played|
show showed shown|decide decided decided|use used used|remain remained remained|return returned returned|hold held held|
release released released|offer offered offered|replace replaced replaced|support supported supported|allow allowed allowed|
cause caused caused|come came come|go went gone|find found found|see saw seen|get got got|put put put|fall fell fallen|
rise rose risen|arrive arrived arrived|attend attended attended|approve approved approved|reach reached reached|
force forced forced|raise raised raised|affect affected affected|require required required|include included included"""
FRENCH = """annoncer annoncé|réduire réduit|fermer fermé|ouvrir ouvert|construire construit|envoyer envoyé enverr|vendre vendu|
acheter acheté achèter|signer signé|lancer lancé|créer créé|recevoir reçu recevr|prendre pris|donner donné|mettre mis|quitter quitté|
perdre perdu|gagner gagné|payer payé paier|augmenter augmenté|changer changé|continuer continué|aider aidé|conduire conduit|
apporter apporté|publier publié|présenter présenté|voter voté|visiter visité|introduire introduit|dépenser dépensé|
commencer commencé|terminer terminé|jouer joué|montrer montré|décider décidé|utiliser utilisé|tenir tenu tiendr|
obtenir obtenu obtiendr|proposer proposé|remplacer remplacé|permettre permis|provoquer provoqué|trouver trouvé|
atteindre atteint|forcer forcé|toucher touché|exiger exigé|supprimer supprimé|voir vu verr|dire dit|faire fait fer|
rendre rendu|suivre suivi|produire produit|coûter coûté|participer participé|baisser baissé|adopter adopté|
confirmer confirmé|organiser organisé|investir investi|choisir choisi|poursuivre poursuivi|répondre répondu|assurer assuré"""


def english_rules():
    rules = []
    for line in ENGLISH.replace("\n", "").split("|"):
        base, past, participle = line.split()
        rules += [(rf"\bwill {base}\b", f"has {participle}"), (rf"\bwill {base}\b", past),
                  (rf"\bwill be {participle}\b", f"was {participle}"),
                  (rf"\b(?:has|have) {participle}\b", f"will {base}"),
                  (rf"\b(?:was|were|has been|have been) {participle}\b", f"will be {participle}"),
                  (rf"(?<=\b(?:he|it|we) )(?<=[a-z] \w\w ){past}\b", f"will {base}")]
        if past != base:
            rules.append((rf"(?<= who ){past}\b", f"will {base}"))
    return rules


def french_rules():
    rules = []
    for line in FRENCH.replace("\n", "").split("|"):
        infinitive, participle, *stem = line.split()
        future = stem[0] if stem else infinitive.removesuffix("e")
        rules += [(rf"\b(?<!n')va {infinitive}\b", f"a {participle}"), (rf"\bvont {infinitive}\b", f"ont {participle}"),
                  (rf"\b{future}a\b", f"a {participle}"), (rf"\b{future}ont\b", f"ont {participle}"),
                  (rf"\ba {participle}\b", f"{future}a"), (rf"\bont {participle}\b", f"{future}ont"),
                  (rf"\ba été ({participle}e?)\b", r"sera \1"), (rf"\bont été ({participle}e?s?)\b", r"seront \1"),
                  (rf"\bsera ({participle}e?)\b", r"a été \1"), (rf"\bseront ({participle}e?s?)\b", r"ont été \1")]
    return rules


RULES = {"en": english_rules(), "fr": french_rules()}


def tense_changed(source, target, language, rng):
    """One verb to come becomes one of the past, or the reverse."""
    places = [(match, new) for pattern, new in RULES[language] for match in re.finditer(pattern, target)
              if not target[:match.start()].lower().endswith(("'", "’", " y ", "ne "))]
    if not places:
        return None
    match, new = rng.choice(places)
    return target[:match.start()] + match.expand(new) + target[match.end():]
