"""Words in the names of printed things, in western notes: periodicals, publishers, series, databases.

Sources: the titles and imprints of The Chicago Manual of Style, 18th ed., chapter 14, and general
bibliographic usage; state abbreviations of Chicago 10.27 and U.S. Postal Service Publication 28.
"""

from __future__ import annotations

# Publishers of digitised documents, as they stand in brackets behind the name of a database.
DATABASE_VENDORS: tuple[str, ...] = (
    "Gale", "ProQuest", "EBSCO", "HeinOnline", "JSTOR", "Brill", "Adam Matthew", "Readex", "East View",
)  # fmt: skip

# Words at the end of the names of databases and digital collections, and names of such.
DATABASE_WORDS: tuple[str, ...] = (
    "Documents Online", "Collections Online", "Digital Archives?", "Digital Collections?", "Database",
    "Wikisource", "Reading Room", "Presidency Project", "Virtual Archive", "CREST",
    "Electronic Briefing Book",
)  # fmt: skip

# One of these substrings stands in every name of a database that the two tables describe.
DATABASE_SIGNS: tuple[str, ...] = (
    "Online", "Digital", "Database", "Wikisource", "Room", "Project", "Virtual", "CREST", "Briefing",
    *DATABASE_VENDORS,
)  # fmt: skip

# The abbreviations and postal codes of the American states, and of countries beside a town
# (Chicago 10.27; U.S. Postal Service Publication 28, appendix B), as a pattern.
STATES = (
    r"[A-Z]{2}|D\.?C\.?|Mass\.?|Conn\.?|Calif\.?|Cal\.?|Pa\.?|Va\.?|Ill\.?|Mich\.?|N\.J\.?|N\.Y\.?|"
    r"N\.C\.?|N\.H\.?|"
    r"R\.I\.?|Okla\.?|Tex\.?|Md\.?|Minn\.?|Ohio|Wis\.?|Ky\.?|Ga\.?|Fla\.?|Colo\.?|Del\.?|Ind\.?|Kan\.?|"
    r"Mo\.?|Tenn\.?|"
    r"Wash\.?|Neb\.?|Me\.?|Maine|Vt\.?|UK|USA|Eng(?:land|\.)?"
)

# Words in the names of publishing houses, English, German, French, Russian and Chinese romanised.
PUBLISHER_WORDS: tuple[str, ...] = (
    "press", "publish", "publishers?", "publishing", "publications?", "books", "verlag", "editions?",
    "éditions",
    "presses", "house", "university", "univ", "printing", "office", "institute", "izdatel\\w*", "izd",
    "chubanshe",
    "shuju", "yinshuguan", "sons", "company", "bros", "co", "shuppan", "shoten", "shobō", "UP",
)  # fmt: skip

# Houses whose names have no such word; a note may give the publisher without the place (Chicago 18, 14.30).
PUBLISHING_HOUSES: tuple[str, ...] = (
    "Allen Lane", "Allen (?:&|and) Unwin", "Arnold", "Batsford", "Blackwell", "Bloomsbury", "Bodley Head",
    "Brill", "Cape", "Cassell", "Chatto", "Collins", "Constable", "De Gruyter", "Dent", "Doubleday",
    "Duckworth", "Eyre", "Faber", "Fontana", "Gollancz", "Granada", "HMSO", "H\\.?M\\.?S\\.?O\\.?",
    "Hamish Hamilton", "Hamlyn", "HarperCollins", "Harper", "Harrap", "Harvester", "Headline", "Heinemann",
    "Hodder", "Holt", "Houghton", "Hurst", "Hutchinson", "Knopf", "Lippincott", "Little, Brown", "Longmans?",
    "Macdonald", "Macmillan", "McGraw-Hill", "Merlin", "Methuen", "Murray", "Nelson", "Norton", "Odhams",
    "Palgrave", "Pantheon", "Penguin", "Picador", "Pluto", "Praeger", "Profile", "Quartet",
    "Random House", "Routledge", "Rowman", "Sage", "Schocken", "Scribner", "Secker",
    "Sidgwick", "Simon (?:&|and) Schuster", "Springer",
    "Tauris", "I\\.?\\s?B\\.?\\s?Tauris", "Unwin", "Verso",
    "Viking", "Vintage", "Virago", "Weidenfeld", "Wiley", "Yale", "Nauka", "(?:Rosspen|ROSSPEN)",
    "Mysl[’']?",
)  # fmt: skip

# Words in the names of newspapers.
NEWSPAPER_WORDS: tuple[str, ...] = (
    "times", "post", "herald", "tribune", "news", "gazette", "daily", "weekly", "star", "globe", "guardian",
    "telegraph", "observer", "chronicle", "press", "pravda", "izvestiia", "izvestiya", "izvestia", "ribao",
    "bao",
    "sun", "mail", "express", "journal-constitution", "wall street journal", "dispatch", "examiner",
    "inquirer",
    "courier", "monitor", "press-gazette", "register", "sentinel", "zeitung", "monde", "figaro",
    "independent",
    "republic", "zvezda", "trud", "evening", "morning", "sunday", "shimbun", "sinmun", "shinmun", "ilbo",
    "worker", "defender", "argus", "bee", "eagle", "enquirer", "advertiser", "intelligencer", "picayune",
    "scotsman", "clarion", "plain dealer", "humanité", "beobachter", "anzeiger", "nachrichten", "tageblatt",
    "vorwärts", "corriere", "stampa", "gazzetta", "messaggero", "temps", "matin", "populaire", "gazeta",
    "kurier", "dziennik",
)  # fmt: skip

# Newspapers that notes abbreviate without saying so.
NEWSPAPER_ABBREVIATIONS: frozenset[str] = frozenset(
    {
        "Xinhua",
        "TASS",
        "Reuters",
        "UPI",
        "KCNA",
        "NYT",
        "WSJ",
        "WP",
        "LAT",
        "FT",
        "NYHT",
        "CSM",
        "RMRB",
        "JFJB",
        "GMRB",
        "SCMP",
        "FAZ",
        "NZZ",
        "JMRB",
    }
)

# Magazines for a general readership that appear by the week or month.
MAGAZINES: tuple[str, ...] = (
    "time", "life", "newsweek", "look", "ogon[eyë]k", "ogonyok", "nation", "fortune", "harper",
    "atlantic", "economist", "new yorker", "spectator", "new statesman", "new republic", "listener",
    "saturday evening post", "collier", "reader[’']s digest", "u\\.?s\\.? news", "business week",
    "foreign policy$",
    "der spiegel", "spiegel", "l[’']express", "peking review", "beijing review",
    "far eastern economic review",
    "national review", "new times", "novoe vremia", "novoye vremya", "krokodil", "kommunist$",
    "bol[’']shevik$",
    "hongqi", "shijie zhishi", "national geographic", "new york review of books", "london review of books",
)  # fmt: skip

# Words in the titles of journals and bulletins.
PERIODICAL_WORDS: tuple[str, ...] = (
    "journal", "review", "quarterly", "bulletin", "studies", "history", "affairs", "magazine", "annals",
    "proceedings", "transactions", "zeitschrift", "revue", "cahiers", "forum", "yanjiu", "xuebao", "wenxian",
    "lishi", "dangshi", "vestnik", "voprosy", "problemy", "istoriia", "istoriya", "arkhiv", "zhurnal",
)  # fmt: skip

# Bulletins that count issues from the first, without volumes, in lower case.
COUNTED_BY_ISSUES: frozenset[str] = frozenset(
    {"cold war international history project bulletin", "cwihp bulletin", "cwihpb",
     "cold war international history bulletin", "bulletin of the cold war international history project"}
)  # fmt: skip

# Russian periodicals whose romanised title is one word, which tells no language.
RUSSIAN_PERIODICALS: frozenset[str] = frozenset(
    """pravda izvestiia izvestiya izvestia trud zvezda ogonek ogonyok kommunist bolshevik rodina istochnik
    ekspert argumenty""".split()
)

# Series of papers that are numbered and published each by itself.
PAPER_SERIES: tuple[str, ...] = (
    "[Ww]orking [Pp]apers?", "[Oo]ccasional [Pp]apers?", "[Dd]iscussion [Pp]apers?", "[Rr]esearch [Pp]apers?",
    "[Pp]olicy [Pp]apers?", "[Cc]onference [Pp]apers?", "[Ee]-?[Dd]ossiers?", "Adelphi Papers?",
)  # fmt: skip

# One of these substrings stands in the name of every such series.
PAPER_SIGNS: tuple[str, ...] = ("aper", "ossier")

# Words in the names of series of books.
SERIES_WORDS: tuple[str, ...] = (
    "Series", "Monographs?", "Working Papers?", "Occasional Papers?", "Library of [A-Z]", "Studies Series",
)  # fmt: skip

# What stands in place of a title before the name of a newspaper (Chicago 14.195-196).
UNSIGNED_ARTICLES: tuple[str, ...] = (
    "editorial", "leading article", "leader", "letters? to the editors?", "advertisement", "obituary",
    "untitled article", "op-ed", "front page",
)  # fmt: skip

# Collections of documents that a government prints, which stand behind a document without "in".
PRINTED_SERIES: tuple[str, ...] = (
    "FRUS", "Foreign Relations of the United States", "DBPO", "Documents on British Policy", "DDF",
    "Documents diplomatiques", "DCER", "Documents on Canadian", "Documents on Australian", "DVP",
    "Dokumenty vneshnei politiki", "United Nations Treaty Series", "UNTS", "Public Papers of the Presidents",
    "Department of State Bulletin", "Congressional Record",
)  # fmt: skip

# Printed debates of parliaments, as patterns (MHRA 7.9; Bluebook rule 13.5).
DEBATES: tuple[str, ...] = (
    r"(?:Hansard,?\s+)?(?:H\.?\s?[CL]\.?|House of (?:Commons|Lords)|Parl(?:iamentary|\.)?)\s+"
    r"(?:Deb(?:ates?|s?\.|s)?)(?:\s*\((?:Commons|Lords)\))?",
    r"Hansard", r"Congressional Record", r"Cong\. Rec",
)  # fmt: skip

# Cities in which many publishers sit, in lower case; they tell the place of an imprint of commas alone.
PUBLISHING_PLACES: frozenset[str] = frozenset(
    {
        "london", "paris", "new york", "moscow", "moskva", "leningrad", "st. petersburg", "beijing",
        "peking", "shanghai",
        "hong kong", "taipei", "nanjing", "guangzhou", "tokyo", "kyoto", "seoul", "pyongyang", "hanoi",
        "singapore",
        "berlin", "munich", "münchen", "frankfurt", "hamburg", "leipzig", "köln", "stuttgart", "wien",
        "vienna", "zürich",
        "zurich", "geneva", "genève", "rome", "roma", "milan", "milano", "torino", "madrid", "barcelona",
        "amsterdam",
        "leiden", "the hague", "brussels", "bruxelles", "stockholm", "oslo", "copenhagen", "warsaw",
        "warszawa", "kraków",
        "prague", "praha", "budapest", "bucharest", "sofia", "belgrade", "oxford", "cambridge", "edinburgh",
        "manchester",
        "harmondsworth", "chicago", "boston", "princeton", "stanford", "berkeley", "los angeles",
        "philadelphia",
        "washington", "baltimore", "toronto", "sydney", "melbourne", "canberra", "delhi", "new delhi",
        "kyiv", "kiev",
    }
)  # fmt: skip
