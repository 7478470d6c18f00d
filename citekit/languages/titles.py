"""What tells the language of a title: letters, small words, and places spelled as at home.

Drawn up from general knowledge of the alphabets of Europe. A place of publication tells a language only in
the spelling of its own country ("Warszawa", "Beograd"): English books print "Warsaw" and "Belgrade".
"""

from __future__ import annotations

LATIN_LETTERS: dict[str, str] = {
    # the letters beyond the basic alphabet that occur in native words
    "de": "äöüß", "en": "", "fr": "àâæçéèêëîïôœùûü", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "sr": "čćđšž", "hr": "čćđšž", "sl": "čšž", "hu": "áéíóöőúüű", "ro": "ăâîșşțţ",
    "es": "áéíñóúü", "pt": "ãáâàçéêíõóôú", "it": "àèéìòù", "sv": "åäö", "da": "æøå", "no": "æøå", "fi": "äö",
    "et": "äõöüšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "tr": "çğıöşü", "nl": "ëï",
}  # fmt: skip

LATIN_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das und des im von zur zum eine einer eines dem den für fuer über ueber zwischen nach "
        "aus bis auf geschichte zeitung tageblatt rundschau",
        "fr": "le la les des du et une sur dans aux en pour à par entre de histoire temps monde",
        "en": "a the of and in to from for on with between at its after under how why is an by history",
        "pl": "w na i z do oraz od się ze dla po lata historia dzieje historyczny "
        "kwartalnik polska polski wojna",
        "es": "el los las la del y en una por para sobre de historia",
        "it": "il lo gli la della dello nel di delle dei tra e una sulla storia",
        "pt": "os da do das dos uma não história",
        "cs": "a v na z ve do od za pro dějiny české historie",
        "sk": "a v na z vo do od za pre dejiny slovenské",
        "sr": "i u na od do za iz između kroz o je su istorija istorije srbija srbije jugoslavije rat",
        "hr": "i u na od do za iz između kroz o je su povijest povijesti hrvatska hrvatske hrvatski stoljeće "
        "stoljeća stoljeću",
        "sl": "in v na od do za med pri zgodovina zgodovine slovenci slovenska",
        "hu": "a az és története történet magyar",
        "ro": "și şi în la din cu pe al ale de istoria română",
        "sv": "och i av den det från till för svenska historia",
        "da": "og i af den det fra til danske historie",
        "no": "og i av den det fra til norske historie",
        "fi": "ja suomen historia",
        "et": "ja eesti ajalugu",
        "lt": "ir lietuvos istorija",
        "lv": "un latvijas vēsture",
        "tr": "ve ile tarihi türk",
        "nl": "het een de van en geschiedenis",
    }.items()
}
"""Small words, and "history", by which a title gives its language away; several languages share some.

Those of one letter count only as small letters.
"""

CYRILLIC_LETTERS: tuple[tuple[str, str], ...] = (("mk", "ѓќѕ"), ("sr", "ђћјљњџ"))
"""Letters that Russian, Ukrainian and Belarusian lack; the Macedonian ones first, for the rest are shared."""

PLACES: dict[str, str] = {
    place: language
    for language, places in {
        "de": "Wien Köln München Zürich Göttingen Tübingen Nürnberg Lpz.",
        "fr": "Genève Bruxelles Lausanne",
        "pl": "Warszawa Kraków Łódź Poznań Wrocław Lwów Wilno Białystok Gdańsk Toruń Katowice",
        "cs": "Praha Brno Plzeň Olomouc",
        "sr": "Beograd Београд Нови_Сад Novi_Sad Sarajevo Niš",
        "hr": "Zagreb Split Rijeka",
        "sl": "Ljubljana Maribor",
        "ro": "București Bucureşti Iași Iaşi",
        "it": "Roma Milano Torino Firenze Venezia Napoli",
        "da": "København",
        "tr": "İstanbul",
        "mk": "Скопје",
    }.items()
    for place in (name.replace("_", " ") for name in places.split())
}
