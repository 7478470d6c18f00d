"""Headings of documents ("Письмо И. В. Сталина Мао Цзэдуну, 5 октября 1950 г."): genre, parties, date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.grammar.context import Context
from citekit.grammar.draft import Draft
from citekit.grammar.gost import latin
from citekit.grammar.gost.window import Window, strip
from citekit.languages import ru, ru_sources
from citekit.model import Name
from citekit.names import palladius, person
from citekit.names.declension import nominative
from citekit.recognise import russian_dates, russian_names
from citekit.recognise.russian_cases import Case, case_of
from citekit.recognise.russian_evidence import phrases

_GENRE = re.compile(
    rf"(?:Из\s|Шифр\.?\s|Сов\.\sсекр\.\s|Секретн\w+\s|Личн\w+\s|Открыт\w+\s|Ответн\w+\s|Копия\s"
    rf"|Черновик\s|Проект\s(?=письма|телеграммы|записки)|«|\")*(?P<genre>"
    rf"{phrases(ru_sources.GENRES)})(?![\w-])",
    re.IGNORECASE,
)
_DASHED = re.compile(
    rf"(?P<sender>(?:{russian_names.DIRECT}|[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+){{0,2}}))\s?[-–—]\s?"
    rf"(?P<recipient>(?:{russian_names.DIRECT}|[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+){{0,2}}))(?=[.,(]|\s\d"
    rf"|$)"
)
_MATTER = re.compile(
    r"\s(?:о|об|обо|по\s(?:поводу|вопросу|вопросам|делу)|относительно|касательно|с\s(?:просьбой"
    r"|изложением|предложением|приложением|информацией|протестом)|про|в\sсвязи|в\sответ)\s"
)
_BODY = re.compile(
    r"(?:\s(?:в|во|для)\s)(?P<body>(?:[А-ЯЁ]{2,}|Политбюро|Секретариат|Министерство|Совет|Наркомат"
    r"|Президиум|Исполком|Коминтерн)[^,.]*)$"
)
_TWO_BODIES = re.compile(
    r"(?P<one>(?:ЦК|СНК|МИД|НКИД|ГКО|Политбюро|ИККИ)(?:\s[\w()]+)?)\s(?P<two>(?:ЦК|СНК|МИД|НКИД"
    r"|ГКО|Политбюро|ИККИ)(?:\s[\w()]+)?)$"
)
_CAPITAL = re.compile(r"[А-ЯЁІЇ][а-яёіїє]+(?:-[А-ЯЁа-яё]+)?")
_CHINESE = re.compile(r"[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(?:-[а-яё]+)?")
_KOREAN = re.compile(r"[А-ЯЁ][а-яё]{1,3}\s[А-ЯЁ][а-яё]{0,4}\s[А-ЯЁ][а-яё]{1,5}")
_WOMAN = re.compile(r"(?:ов|ев|ёв|ин|ын|(?<!л)ск|цк)ой$")
_BARE_ENDINGS = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ян", "дзе", "ер", "ман")
_ADDRESSED = frozenset(
    ("letter", "telegram", "memorandum", "report", "note", "petition", "complaint", "appeal", "statement")
)
_DECLINED = frozenset(
    (
        "letter",
        "telegram",
        "memorandum",
        "report",
        "note",
        "petition",
        "complaint",
        "diary",
        "memoir",
        "order",
        "speech",
        "statement",
    )
)
_PLACE_OF_DATE = re.compile(r"[\s,.([]*(?:от|за|Москва|Пекин)?[\s,.(\[]*(?:\d\d?(?:,\s\d\d?)*\sи\s)?$")


@dataclass(frozen=True, slots=True)
class _Party:
    start: int
    end: int
    name: Name
    case: Case


def read(draft: Draft, window: Window, context: Context, *, printed: bool) -> bool:
    """Read the heading in *window*; False where no word tells that it is a document's.

    *printed*: the heading stands before "//", so that only a party or a full date makes it a document.
    """
    if latin.read_heading(draft, window, context, printed=printed):
        return True
    match = _GENRE.match(draft.rest, window.start, window.end)
    dashed = None if match else _dashed(draft, window)
    if match is None and dashed is None:
        return False
    genre = ru_sources.GENRES[re.sub(r"\s", " ", match["genre"].lower())] if match else "letter"
    dates = russian_dates.find_all(draft.rest, match.end() if match else window.start, window.end)
    date = dates[-1] if dates and dates[-1].end >= window.end - 6 else None
    heading_end = _before_date(draft, window, date.start) if date else window.end
    if match:
        parties = _parties(draft, match.end(), heading_end, genre, context)
    else:
        parties = _dashed_parties(dashed, context) if dashed else []
    if printed and not parties and date is None:
        return False
    if printed and draft.has("author") and not any(p.case == "dative" for p in parties):
        return False
    if not printed and not parties and date is None and not draft.has("archive") and not draft.back:
        return False
    if match:
        draft.imply("genre", genre, match.start("genre"), match.end("genre"), "genre-of-heading")
    if date:
        draft.claim("original-date", date.date, date.start, date.end, "date-of-document")
    _state(draft, Window(window.start, heading_end), parties, genre, printed)
    return True


def _before_date(draft: Draft, window: Window, start: int) -> int:
    lead = _PLACE_OF_DATE.search(draft.rest, window.start, start)
    if lead is None:
        return start
    if lead.end() > lead.start():
        draft.connect(lead.start(), lead.end())
    return lead.start()


def _state(draft: Draft, heading: Window, parties: list[_Party], genre: str, printed: bool) -> None:
    """Claim the parties, and the heading itself as the title where the document needs one."""
    sender = next((p for p in parties if p.case == "genitive"), None)
    recipient = next((p for p in parties if p.case == "dative"), None)
    letter = genre in ("letter", "telegram")
    if sender and not draft.has("author"):
        draft.imply("author", (sender.name,), sender.start, sender.end, "sender")
    if recipient:
        draft.imply("recipient", (recipient.name,), recipient.start, recipient.end, "addressee")
    if letter and not printed and (sender or recipient or draft.has("author")):
        draft.drop("type")
        draft.imply("type", "personal_communication", heading.start, heading.end, "letter")
    inner = strip(draft, heading)
    if not inner:
        return
    if letter and not printed and recipient and draft.has("author"):
        draft.connect(inner.start, inner.end)
    else:
        draft.claim(
            "title", draft.text[inner.start : inner.end], inner.start, inner.end, "heading-of-document"
        )


def _dashed(draft: Draft, window: Window) -> re.Match[str] | None:
    """ "И. В. Сталин – Мао Цзэдуну": sender and addressee with a dash between."""
    match = _DASHED.match(draft.rest, window.start, window.end)
    if match is None:
        return None
    return match if _decline(match["recipient"], Context())[1] == "dative" else None


def _dashed_parties(match: re.Match[str], context: Context) -> list[_Party]:
    sender = person(match["sender"], context.evidence)
    recipient = _decline(match["recipient"], context)
    return [
        _Party(*match.span("sender"), sender, "genitive"),
        _Party(*match.span("recipient"), recipient[0], "dative"),
    ]


def _parties(draft: Draft, start: int, end: int, genre: str, context: Context) -> list[_Party]:
    """Sender (genitive) and addressee (dative) named in the heading behind the word of its genre."""
    if genre not in _DECLINED:
        return []
    matter = _MATTER.search(draft.rest, start, end)
    stop = matter.start() if matter else end
    text = draft.rest
    parties = [_party(m, context) for m in re.finditer(russian_names.DIRECT, text[start:stop])]
    parties = [_Party(p.start + start, p.end + start, p.name, p.case) for p in parties]
    parties += _east_parties(text, start, stop, parties, context)
    if len(parties) < 2 and genre in _ADDRESSED:
        parties += _bare_parties(text, start, stop, parties, context)
    parties.sort(key=lambda p: p.start)
    parties = _bodies(text, start, stop, parties)
    return _cases_by_order(parties, genre, draft)


def _party(match: re.Match[str], context: Context) -> _Party:
    name, case = _decline(match[0], context)
    if match.string.endswith(" до ", 0, match.start()):  # Ukrainian: "Лист М. Грушевського до І. Франка"
        case = "dative"
    return _Party(match.start(), match.end(), name, case)


def _decline(printed: str, context: Context) -> tuple[Name, Case]:
    """The name in the nominative, and the case it was printed in."""
    words = printed.split()
    chinese = len(words) == 2 and "." not in printed and palladius.is_surname(words[0])
    case = case_of(words[-1], chinese=chinese)
    name = person(printed, context.evidence)
    if case == "unmarked":  # a heading has no one in the nominative: -ой is a woman's genitive or dative
        return (nominative(name, "genitive") if _WOMAN.search(name.family) else name), case
    return nominative(name, case), case


def _east_parties(text: str, start: int, stop: int, taken: list[_Party], context: Context) -> list[_Party]:
    found: list[_Party] = []
    for match in _CAPITAL.finditer(text, start, stop):
        if any(p.start < match.end() and match.start() < p.end for p in (*taken, *found)):
            continue
        east = _KOREAN.match(text, match.start(), stop) if match[0] in ru.KOREAN_SURNAMES else None
        if east is None and palladius.is_surname(match[0]):
            east = _CHINESE.match(text, match.start(), stop)
        if east:
            name, case = _decline(east[0], context)
            found.append(_Party(east.start(), east.end(), name, case))
    return found


def _bare_parties(text: str, start: int, stop: int, taken: list[_Party], context: Context) -> list[_Party]:
    """Surnames without initials ("Телеграмма Штыкова Вышинскому")."""
    found: list[_Party] = []
    for match in _CAPITAL.finditer(text, start, stop):
        known = (*taken, *found)
        if any(p.start < match.end() and match.start() < p.end for p in known):
            continue
        name, case = _decline(match[0], context)
        if not name.family.lower().endswith(_BARE_ENDINGS) or match[0].lower() in ru_sources.OFFICES:
            continue
        if case != "unmarked" and all(p.case != case for p in known):
            found.append(_Party(match.start(), match.end(), name, case))
    return found


def _bodies(text: str, start: int, stop: int, parties: list[_Party]) -> list[_Party]:
    """Bodies as addressees ("в МИД СССР") or on both sides ("Письмо ЦК ВКП(б) ЦК КПК")."""
    two = _TWO_BODIES.search(text, start, stop)
    if two and not parties:
        return [
            _Party(*two.span("one"), Name(literal=two["one"]), "genitive"),
            _Party(*two.span("two"), Name(literal=two["two"]), "dative"),
        ]
    if any(p.case == "dative" for p in parties):
        return parties
    body = _BODY.search(text, parties[-1].end if parties else start, stop)
    if body:
        return [*parties, _Party(*body.span("body"), Name(literal=body["body"].strip()), "dative")]
    return parties


def _cases_by_order(parties: list[_Party], genre: str, draft: Draft) -> list[_Party]:
    """Names that do not decline are sender and addressee by their order."""
    if genre not in _ADDRESSED and parties:
        first = parties[0]
        return [_Party(first.start, first.end, first.name, "genitive")]
    cases = {p.case for p in parties}
    result = []
    for i, p in enumerate(parties):
        case = p.case
        if case == "unmarked":
            sender_known = "genitive" in cases or draft.has("author")
            case = (
                "dative"
                if sender_known and "dative" not in cases
                else "genitive"
                if i == 0 and not sender_known
                else "dative"
            )
            cases.add(case)
        result.append(_Party(p.start, p.end, p.name, case))
    return result
