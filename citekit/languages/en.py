"""The words of English (and pinyin, transliterated Russian, German, French in English) notes.

Sources: the vocabulary of notes in The Chicago Manual of Style, 18th ed., chapters 13-14 (ibid., see,
cf., hereafter, roles, editions, volumes); MHRA Style Guide, 4th ed., section 7; month names of the
Gregorian calendar; verbs of sending and names of documentary genres from general archival usage.
A writer adds words in ``citekit.toml``.
"""

from __future__ import annotations

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1,
    "february": 2, "feb": 2,
    "march": 3, "mar": 3,
    "april": 4, "apr": 4,
    "may": 5,
    "june": 6, "jun": 6,
    "july": 7, "jul": 7,
    "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
    # German and French months where they differ (both occur in GOST-style notes on western journals)
    "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    # Russian months in the genitive, romanised by ALA-LC (ia, iu) and BGN/PCGN (ya, yu)
    "ianvaria": 1, "yanvarya": 1, "fevralia": 2, "fevralya": 2, "marta": 3, "aprelia": 4, "aprelya": 4,
    "maia": 5, "maya": 5, "iiunia": 6, "iyunya": 6, "iiulia": 7, "iyulya": 7, "avgusta": 8,
    "sentiabria": 9, "sentyabrya": 9, "oktiabria": 10, "oktyabrya": 10, "noiabria": 11, "noyabrya": 11,
    "dekabria": 12, "dekabrya": 12,
}  # fmt: skip

# CSL 1.0.2, appendix III: seasons are numbered 1 to 4 from spring.
SEASONS: dict[str, int] = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

NUMBER_WORDS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip

# Words that introduce a citation, and the kind of signal they give (Chicago 14.37; Bluebook rule 1.2).
LEADS: dict[str, str] = {
    "see also": "see-also", "see further": "see-also", "see": "see", "but see": "but-see",
    "but see also": "but-see", "but cf.": "but-see", "but cf": "but-see", "but compare": "but-see",
    "contra": "but-see", "accord": "see",
    "compare": "compare", "contrast": "compare", "cf.": "compare", "cf": "compare", "cf. also": "compare",
    "for example": "see", "for instance": "see", "e.g.": "see", "also": "see-also", "according to": "see",
    "as quoted in": "quoted-in", "quoted in": "quoted-in", "quoted from": "quoted-in",
    "quoted by": "quoted-in",
    "as cited in": "cited-in", "cited in": "cited-in", "cited from": "cited-in", "cited by": "cited-in",
    "reprinted in": "reprinted-in", "repr. in": "reprinted-in", "also reprinted in": "reprinted-in",
    "reproduced in": "reprinted-in",
    "translated in": "reprinted-in", "english translation in": "reprinted-in",
    "translation in": "reprinted-in",
    "english translation": "reprinted-in", "an english translation is in": "reprinted-in",
    "also published in": "reprinted-in", "published in": "reprinted-in", "printed in": "reprinted-in",
    "also in": "see-also", "text in": "see", "full text in": "see", "excerpts in": "reprinted-in",
    "source": "see", "sources": "see", "from": "see", "in": "see", "and": "see-also",
}  # fmt: skip

# Words that bind a sentence of prose to the citation at its end: "can be found in", "were mentioned in".
PROSE_LEADS: tuple[str, ...] = (
    "found in", "mentioned in", "discussed in", "described in", "reported in", "noted in", "quoted in",
    "cited in", "published in", "printed in", "reprinted in", "available in", "available from", "included in",
    "recorded in", "told in", "based on", "taken from", "drawn from", "titled", "entitled", "reproduced in",
    "is from", "are from", "comes from", "come from", "is in", "are in", "disagree with", "agree with",
    "relies on", "remains", "remain", "rely on",
    "draws on", "draw on", "indebted to", "follows", "follow", "translated in",
    "explained in", "analyzed in", "analysed in", "documented in", "summarized in", "traced in", "told by",
)  # fmt: skip

# Words that a title seldom has outside quotation marks, and a sentence of prose nearly always.
PROSE_WORDS: frozenset[str] = frozenset(
    """is are was were be been has have had did does would could should can cannot will this there it not
    that which who whose these those they them he his him she her we our us i my you
    because although though however unless therefore thus unfortunately moreover
    agreed mentioned said stated noted argued suggests suggest shows gives seems appears
    referred refers believed claimed wrote according likely only same remains remain best""".split()
)

# Small words that titles have as well as prose.
SMALL_WORDS: frozenset[str] = frozenset(
    "the of and in on a an to for at by from with as or nor over under between".split()
)

# Words that begin a sentence of prose and hardly ever a citation.
SENTENCE_OPENERS: tuple[str, ...] = (
    "The", "This", "These", "They", "It", "In", "He", "She", "We", "By", "After",
)  # fmt: skip

# Where in the same text something stands.
PLACES_IN_TEXT: frozenset[str] = frozenset({"below", "above", "infra", "supra"})

# Words of a cross-reference inside the same text, one of which it must have: "see chapter 3 below" cites
# nothing.
CROSS_REFERENCE: frozenset[str] = (
    frozenset(
        """chapter chapters chap chaps note notes footnote footnotes endnote section sections
    appendix table figure map thesis dissertation introduction conclusion epilogue""".split()
    )
    | PLACES_IN_TEXT
)

# Words that may stand beside them.
CROSS_REFERENCE_BESIDE: frozenset[str] = frozenset(
    """see also the this my our discussion text in of and at to for n nn fn p pp page pages part earlier
    later book article
    following previous preceding next again""".split()
)

# What may follow "see" before the citation.
SEE_MODIFIERS: tuple[str, ...] = (
    "also", "further", "e.g.", "for example", "for instance", "especially", "esp.", "in particular",
    "particularly",
    "among others", "among other works", "inter alia", "generally", "in general", "again", "notably",
    "most notably",
    "most recently", "instead", "primarily", "mainly", "the following", "for more", "for details",
    "respectively",
    "above all", "for further discussion", "i.a.", "more generally", "variously", "too", "however",
)  # fmt: skip

# What a note asks to see in a work: "see the discussion in".
SEE_OBJECTS: tuple[str, ...] = (
    "discussion", "discussions", "account", "accounts", "analysis", "treatment", "study", "studies", "essay",
    "essays", "article", "articles", "chapter", "chapters", "contribution", "contributions", "document",
    "documents", "material", "materials", "source", "sources", "memoir", "memoirs", "overview", "survey",
    "summary",
    "list", "table", "map", "figures", "introduction", "review", "debate", "correspondence", "reports",
    "testimony",
)  # fmt: skip

# The languages that a note says a work is in: "(in Russian)".
LANGUAGES: tuple[str, ...] = (
    "Russian", "Chinese", "Japanese", "Korean", "German", "French", "Italian", "Spanish", "Polish", "Czech",
    "Ukrainian", "Hungarian", "Arabic", "Turkish", "Vietnamese", "Mongolian",
)  # fmt: skip

# What a note says is told in a work: "details in", "biography of Doe in".
TOLD_OF: tuple[str, ...] = (
    "detail", "details", "particulars", "biography", "biographies", "account", "accounts", "description",
    "descriptions", "text", "texts", "excerpt", "excerpts", "discussion",
)  # fmt: skip

# Verbs and pronouns behind the pages of a citation with which its sentence goes on talking.
TELLING_WORDS: tuple[str, ...] = (
    "gives?", "gave", "cites?", "cited", "says?", "said", "states?", "stated", "claims?", "claimed",
    "puts?", "argues?",
    "argued", "notes\\s+that", "noted", "writes?", "wrote", "dates?", "offers?", "provides?", "suggests?",
    "mentions?", "reports?",
    "describes?", "has", "had", "lists", "quotes?", "contends?", "maintains?", "believes?", "estimates?",
    "calls?",
    "sees?", "makes?", "adds?", "is", "are", "was", "were", "does", "do", "contains?", "includes?", "who",
    "which", "where",
    "whose", "that", "but", "although", "though", "while", "whereas", "however", "because", "since",
    "for\\s+(?:an?|the|this|more|further)",
)  # fmt: skip

# The abbreviations after which a full stop ends no sentence.
ABBREVIATIONS: frozenset[str] = frozenset(
    """vol vols no nos ed eds trans transl tr comp comps pp p f ff ch chap chaps sec fig pt pts bk bks par
    ser n nn fn fol fols ll l d dd op st dr mr mrs ms prof gen col lt maj capt sgt adm rev hon sen rep gov
    jr sr inc ltd co corp cie univ dept assn bros u.s u.k u.n d.c cf e.g i.e etc et al vs v viz ca c approx
    jan feb mar apr jun jul aug sep sept oct nov dec mass conn calif pa va ill mich okla tex ga fla ariz
    colo del ind kan ky la md minn miss mo mont neb nev n.j n.y n.c n.d n.h ohio ore tenn vt wash wis wyo
    d.phil ph.d m.a b.a diss kand dokt bibl arch dok rec'd papka ed.khr khr mt ft no.s nr bd hrsg esp incl
    illus suppl rpt repr u.s.s.r p.m a.m ibid s.v s.vv loc cong sess introd gg""".split()
)

# Words that stand before names and say their roles, as CSL fields.
ROLES: dict[str, tuple[str, ...]] = {
    "edited and translated by": ("editor", "translator"), "ed. and trans. by": ("editor", "translator"),
    "ed. and trans.": ("editor", "translator"), "eds. and trans.": ("editor", "translator"),
    "translated and edited by": ("translator", "editor"), "trans. and ed. by": ("translator", "editor"),
    "trans. and ed.": ("translator", "editor"), "transl. and ed.": ("translator", "editor"),
    "edited and with an introduction by": ("editor",), "edited with an introduction by": ("editor",),
    "edited by": ("editor",), "ed. by": ("editor",), "eds. by": ("editor",), "edited": ("editor",),
    "compiled by": ("editor",), "comp. by": ("editor",), "compiled and edited by": ("editor",),
    "selected by": ("editor",), "sost.": ("editor",), "pod red.": ("editor",), "otv. red.": ("editor",),
    "translated by": ("translator",), "transl. by": ("translator",), "trans. by": ("translator",),
    "trans.": ("translator",), "transl.": ("translator",), "tr. by": ("translator",), "tr.": ("translator",),
    "translated": ("translator",), "perevod": ("translator",), "übersetzt von": ("translator",),
    "introduction by": ("custom.introduction-by",), "introd.": ("custom.introduction-by",),
    "with an introduction by": ("custom.introduction-by",), "introduced by": ("custom.introduction-by",),
    "foreword by": ("custom.introduction-by",), "with a foreword by": ("custom.introduction-by",),
    "preface by": ("custom.introduction-by",),
    "interview by": ("interviewer",), "interviewed by": ("interviewer",), "directed by": ("director",),
}  # fmt: skip

# One of these substrings stands in every word of a role.
ROLE_SIGNS: tuple[str, ...] = (
    " by", "ed.", "eds.", "Ed.", "dited", "tr.", "Tr.", "rans", "sost", "red.", "erevod", "setzt", "introd",
)  # fmt: skip

# Abbreviations after a name: "Jane Doe, ed.", "(eds)", "(Hrsg.)".
ROLE_SUFFIXES: dict[str, str] = {
    "ed": "editor", "eds": "editor", "editor": "editor", "editors": "editor", "general editor": "editor",
    "comp": "editor", "comps": "editor", "compiler": "editor", "compilers": "editor",
    "hrsg": "editor", "dir": "editor", "hg": "editor",
    "trans and eds": "editor", "trans and ed": "editor", "eds and trans": "editor", "ed and trans": "editor",
    "trans": "translator", "transl": "translator", "translator": "translator", "translators": "translator",
}  # fmt: skip

# Documentary genres as they are named in English, and the genre of PROFILE (CSL ``genre``).
GENRES: dict[str, str] = {
    "telegram": "telegram", "telegrams": "telegram", "cable": "telegram", "cables": "telegram",
    "cablegram": "telegram", "cipher telegram": "telegram", "ciphered telegram": "telegram",
    "coded telegram": "telegram", "telegraph": "telegram", "wire": "telegram",
    "letter": "letter", "letters": "letter",
    "memorandum": "memorandum", "memoranda": "memorandum", "memo": "memorandum", "memos": "memorandum",
    "memorandum of conversation": "memorandum of conversation", "memcon": "memorandum of conversation",
    "report": "report", "reports": "report", "resolution": "resolution", "resolutions": "resolution",
    "decision": "decision", "directive": "directive", "directives": "directive", "order": "order",
    "orders": "order", "instruction": "instruction", "instructions": "instruction",
    "minutes": "minutes", "protocol": "minutes", "record of conversation": "record of conversation",
    "conversation minutes": "minutes", "record of meeting": "minutes", "transcript": "transcript",
    "note": "note", "dispatch": "dispatch", "despatch": "dispatch", "message": "message",
    "messages": "message", "circular": "circular", "communique": "communiqué", "communiqué": "communiqué",
    "diary": "diary", "diary entry": "diary", "journal": "diary", "conversation": "conversation",
    "speech": "speech", "pamphlet": "pamphlet",
    "photograph": "photograph", "statement": "statement", "draft": "draft", "translation": "translation",
    "manifesto": "manifesto", "press release": "press release", "treaty": "treaty", "agreement": "agreement",
    "plan": "plan", "inventory": "inventory", "decree": "decree", "request": "request",
    "request for instructions": "request for instructions",
}  # fmt: skip

# What somebody said, behind his name: "Doe's talk at the congress". "Talks on Trade" may be any title.
SPOKEN: dict[str, str] = {"talk": "talk", "talks": "talk", "remarks": "remarks", "address": "speech"}

# Words behind the name of a body that make the name of a document of it.
DOCUMENTS_OF_BODIES: tuple[str, ...] = (" conclusions", " minutes", " papers", " memoranda", " proceedings")

# Genres that go from a sender to a recipient: such a document, unpublished, is a personal communication.
CORRESPONDENCE: frozenset[str] = frozenset(
    {"telegram", "letter", "message", "dispatch", "note", "memorandum", "report", "circular"}
)

# Of these PROFILE's letters and telegrams are personal communications even where they have a title.
LETTER_GENRES: frozenset[str] = frozenset({"telegram", "letter", "message", "dispatch"})

# Bodies whose names go on with "on" ("Committee on Foreign Relations"), and those of them that do not.
BODIES_ON: tuple[str, ...] = (
    "Committee", "Subcommittee", "Commission", "Conference", "Group", "Panel", "Council", "Board", "Force",
)  # fmt: skip
BODIES_WHOLE: tuple[str, ...] = (
    "Central Committee", "Executive Committee", "Party Committee", "Regional Committee", "City Committee",
    "Military Commission", "Security Council", "State Council", "Privy Council",
)  # fmt: skip

# Genres whose "to" names an audience: "Speech to the National Press Club" is no letter.
ADDRESSED_TO_ALL: frozenset[str] = frozenset(
    {"speech", "statement", "treaty", "agreement", "pamphlet", "photograph", "press release"}
)

# "X to Y" in the headings of printed documents says it with many verbs.
SENDING_VERBS: tuple[str, ...] = (
    "sends a message to", "sent a message to", "sends a telegram to", "sent a telegram to",
    "sends a letter to",
    "sent a letter to", "sends to", "sent to", "addressed to", "addresses to", "addressed", "wrote to",
    "writes to",
    "reports to", "reported to", "report to", "telegraphed to", "telegraphs", "telegraphed", "reports",
    "reported", "cables to", "cabled to",
    "cables", "cabled", "replies to", "replied to", "responds to", "informs", "informed", "presents",
    "presented to",
    "submits to", "submitted to", "instructs", "instructed", "forwards to", "to",
)  # fmt: skip

# Genres as they stand in the last characters of a Chinese heading "甲致乙电", longest first
# (usage of the published collections of diplomatic documents).
CHINESE_GENRES: tuple[tuple[str, str], ...] = (
    ("会谈记录", "minutes"), ("谈话记录", "minutes"), ("會談記錄", "minutes"), ("记录", "minutes"),
    ("備忘錄", "memorandum"), ("备忘录", "memorandum"),
    ("请示", "request for instructions"), ("請示", "request for instructions"),
    ("决议", "resolution"), ("決議", "resolution"), ("决定", "decision"),
    ("報告", "report"), ("报告", "report"),
    ("命令", "order"), ("指示", "directive"), ("声明", "statement"), ("照会", "note"), ("日记", "diary"),
    ("電報", "telegram"), ("电报", "telegram"), ("电", "telegram"), ("電", "telegram"),
    ("信件", "letter"), ("信", "letter"), ("函", "letter"), ("书", "letter"),
)  # fmt: skip

# The kinds of thesis as printed in English notes ("kand. ist. nauk diss." keeps the Russian degree).
THESIS = (
    r"(?:un(?:published|pub\.)\s+)?(?:Ph\.?\s?D\.?|PhD|D\.?\s?Phil\.?|M\.?A\.?|M\.?Phil\.?|B\.?A\.?|"
    r"M\.?\s?Sc\.?|doctoral|master[’']s|(?:kandidat|kand\.?|candidate|doktor|dokt\.?|doctor)"
    r"(?:\s+(?!diss)[\w’']+\.?){0,2}?(?:\s+nauk)?)\s*(?:of\s+\w+\s+)?"
    r"(?:diss(?:ertatsiia|ertatsiya|ertation|\.)?|thesis)"
    r"|\bavtoreferat\s+diss(?:ertatsii|\.)?"
)

# The words for an edition (Chicago 14.113); the ordinal alone becomes the edition.
EDITION = r"(?P<ordinal>\d+)(?:st|nd|rd|th|d)\s+(?:rev\.\s+)?(?:ed\.?|edn\.?|edition)\b\.?"
EDITION_WORDS = (
    r"(?:\d+(?:st|nd|rd|th)\s+[A-Z]\w+|rev(?:ised)?\.?|enl(?:arged)?\.?|exp(?:anded)?\.?|updated|new|"
    r"reprint|abridged|illustrated|student|Everyman(?:[’']s Library)?|(?:Oxford\s)?World[’']s\sClassics|"
    r"Penguin(?:\sClassics)?|Folio(?:\sSociety)?)"
    r"\s+(?:and\s+\w+\.?\s+)?(?:edition|edn\.?|ed\.?(?!\w))"
)

# Words in the names of houses that keep papers.
ARCHIVE_WORDS: tuple[str, ...] = (
    "Archive", "Library", "Institution", "Historical", "Museum", "Center", "Centre", "Collection", "dang’an",
    "dang'an", "arkhiv", "Archiv",
)  # fmt: skip

# Words that only join the parts of a citation.
CONNECTIVES: frozenset[str] = frozenset(
    """in the and of at from to by on a an with for as n nn note notes here pp p no nos vol vols doc document
    see also esp especially particularly
    cited quoted printed published reprinted translated available online dated copy original un""".split()
)

# Words in romanised names of Chinese and Russian bodies.
ROMANISED_BODY_WORDS: tuple[str, ...] = (
    "yanjiushi", "yanjiusuo", "yanjiuyuan", "weiyuanhui", "dang[’']?anguan", "bianjibu", "bianjizu",
    "bianxiezu",
    "bianweihui", "zhengzhibu", "kexueyuan", "xuehui", "waijiaobu", "chubanshe", "institut", "arkhiv",
    "komitet",
    "ministerstvo", "akademiia", "akademiya", "otdel", "upravlenie",
)  # fmt: skip

# Words before the kind of a document that say how it was sent or kept.
KINDS_OF_SECRECY: tuple[str, ...] = (
    "coded", "ciphered", "cipher", "secret", "top secret", "confidential", "urgent", "personal",
    "handwritten", "draft",
)  # fmt: skip
