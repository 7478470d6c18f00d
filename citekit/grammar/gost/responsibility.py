"""Statements of responsibility: who wrote, edited, compiled, translated."""

from __future__ import annotations

import re

from citekit.grammar.context import Context
from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.gost import latin
from citekit.grammar.gost.window import AFTER_MARK, give_up
from citekit.languages import ru
from citekit.model import Name
from citekit.names import is_body, people
from citekit.names.declension import nominative
from citekit.recognise import russian_names
from citekit.recognise.russian_cases import case_of

EDITOR, TRANSLATOR, AUTHOR, OTHER = "editor", "translator", "author", "other"


def _words(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s?") for p in sorted(phrases, key=len, reverse=True))


_ROLE_WORD = _words((*ru.EDITOR_WORDS, *ru.TRANSLATOR_WORDS, *ru.OTHER_ROLE_WORDS, *ru.AUTHOR_WORDS))
_FROM = (
    rf"(?:\s?(?:с|со|з|із|зі|from|aus dem|z)\s(?:{_words(ru.SOURCE_LANGUAGES)})\w*\.?(?:\s(?:яз|языка)\.?)?"
    rf"(?:\sи\s[а-я]+\.)?)?"
)
_ROLES = re.compile(
    rf"(?<![\w-])(?P<roles>(?:[\[(]?(?:{_ROLE_WORD}){_FROM}\.?)(?:(?:,\s|\s(?:и|і|та|and)\s|\s)"
    rf"(?:{_ROLE_WORD}){_FROM}\.?)*)\s?:?(?=[\s\])]|$)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    rf"(?:{AFTER_MARK}|(?<=\())(?:Под\s(?:общ(?:ей|\.)\s|науч\.\s)?ред|Отв(?:\.|етственный"
    rf"|етственные)\s(?:ред|сост)|Гл(?:\.|авный)\sред|Сост(?:\.|авители|авитель|авление)|Ред(?:\."
    rf"|акторы|актор|кол)|Пер(?:\.|евод)|"
    r"Авт\.-сост|Авт\.-|Автор-сост|За\sред|Упоряд|Изд\.\sподгот|Публ(?:\.|икация)|Вступ\.|Предисл"
    r"|Подгот|Пер\.\sс|Ed\.\sby|Eds?\.\s|Transl|Hrsg|Hg\.|"
    r"под\s(?:общ\.\s)?ред|отв\.\sред|сост\.\s|ред\.-сост|пер\.\sс|eds?\.\sby|eds?\.[)\s])",
)
_NEXT_AREA = re.compile(r"(?<=\w{3})\.\s[-–—]\s|(?<=\])\.\s[-–—]\s")
_STATEMENT_HINT = re.compile(
    r"[Рр]ед|(?:ост|ер|туп|публ|убл)\.|(?:оставит|еревод|поряд|одгот|редисл)|Авт|[Ee]d|Transl|Hrsg|Hg\.|ост\s"
)
_NAMED_AFTER = re.compile(r"\s(?:им\.|имени|ім\.|імені|імя)\s?")
_GENITIVE = re.compile(
    r"(?:под|за|пад)\s.*(?:ред|рэд|рук)|пер|публ|вступ|предисл|подгот|коммент|сост(?:авлени|\.\sи\sкоммент)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?:{russian_names.DIRECT}|{russian_names.INVERTED}|{russian_names.FULL})")
_OWN_ROLE = re.compile(r"\s?\([^()]*(?:ред|сост|пред|рук)\w*\.?[^()]*\)")
_ET_AL = re.compile(rf",?\s?(?:{_words(ru.ET_AL)})")


def statement_start(draft: Draft, start: int, end: int) -> int:
    """Where a statement without "/" begins ("Под ред. И. И. Иванова"), or *end*."""
    if _STATEMENT_HINT.search(draft.rest, start, end) is None:
        return end
    match = _STATEMENT.search(draft.rest, start, end)
    return match.start() if match and match.start() > start else end


def kind_of(role: str) -> str:
    """The CSL name variable that the words of a role state; translators before editors before the rest."""
    low = re.sub(r"\s+", " ", role.lower()).strip(" [(.:")
    if (
        any(w in low for w in ("перев", "пер.", "перекл", "transl", "trans.", "übers", "trad", "tłum"))
        or low == "пер"
    ):
        return TRANSLATOR
    if any(re.search(rf"(?<!\w){re.escape(w.rstrip('.'))}", low) for w in ru.EDITOR_WORDS):
        return EDITOR
    if any(low.startswith(w) for w in ru.AUTHOR_WORDS) and not any(w in low for w in ru.OTHER_ROLE_WORDS):
        return AUTHOR
    return OTHER


def read(draft: Draft, start: int, end: int, context: Context, *, thesis: bool = False) -> None:
    """Read the statements in ``start:end`` of the rest (from behind the slash)."""
    area = _NEXT_AREA.search(draft.rest, start, end)
    end = area.start() if area else end
    position = start
    while position < end:
        stop = draft.rest.find(";", position, end)
        stop = end if stop == -1 else stop
        _statement(draft, position, stop, context, thesis)
        position = stop + 1


def _statement(draft: Draft, start: int, end: int, context: Context, thesis: bool) -> None:
    """One statement: names without a role first, then each role with its names."""
    roles = [m for m in _ROLES.finditer(draft.rest, start, end) if _is_role(draft, m, start)]
    first = roles[0].start() if roles else end
    _unlabelled(draft, start, first, context, thesis)
    for i, match in enumerate(roles):
        stop = roles[i + 1].start() if i + 1 < len(roles) else end
        kind = kind_of(match["roles"])
        draft.connect(match.start(), match.end())
        _named(
            draft,
            match.end(),
            stop,
            kind,
            context,
            declined=_GENITIVE.match(match["roles"].strip("[( ")) is not None,
        )


def _is_role(draft: Draft, match: re.Match[str], start: int) -> bool:
    before = draft.rest[start : match.start()].rstrip(" [(")
    return not before or before[-1] in f",.;:{BLANK})]" or before.endswith((" и", "др."))


def _bounds(draft: Draft, start: int, end: int) -> tuple[int, int]:
    text = draft.rest
    while start < end and text[start] in f" ,.;:[()]–—-/{BLANK}":
        start += 1
    while end > start and text[end - 1] in f" ,;:[)]–—-/{BLANK}":
        end -= 1
    if (
        end > start
        and text[end - 1] == "."
        and not re.search(r"(?:\s|^)[А-ЯA-Z]\.$|др\.$|al\.$|u\.\sa\.$", text[start:end])
    ):
        end -= 1
    return start, end


def _unlabelled(draft: Draft, start: int, end: int, context: Context, thesis: bool) -> None:
    start, end = _bounds(draft, start, end)
    if end <= start:
        return
    text = draft.text[start:end]
    if (
        not _NAME.search(text)
        and not russian_names.is_east_asian(text.split(",")[0])
        and (is_body(text) or not _looks_personal(text))
    ):
        draft.claim(
            "publisher" if thesis else "custom.institution", text, start, end, "body-in-responsibility"
        )
        return
    if is_body(text) and _NAMED_AFTER.search(text):
        draft.claim(
            "publisher" if thesis else "custom.institution", text, start, end, "body-in-responsibility"
        )
        return
    body_end = _leading_body(text)
    if body_end:
        draft.claim(
            "custom.institution",
            text[:body_end].strip(" ,"),
            start,
            start + body_end,
            "body-in-responsibility",
        )
        start, end = _bounds(draft, start + body_end, end)
        text = draft.text[start:end]
    found = people(_ET_AL.sub("", text).strip(" ,["), context.evidence, inverted=False)
    if not found.names:
        return
    if draft.has("author"):
        heading = draft.get("author")
        if isinstance(heading, tuple) and not _same_people(heading, found.names):
            draft.claim("custom.responsibility", text, start, end, "responsibility-unlabelled")
            return
        if isinstance(heading, tuple) and len(heading) >= len(found.names):
            draft.connect(start, end)
            return
        give_up(draft, "author")
    draft.claim("author", found.names, start, end, "authors-in-responsibility")
    if _ET_AL.search(text):
        draft.imply("custom.et-al", True, start, end, "et-al")


def _leading_body(text: str) -> int:
    """The end of a body that stands before the persons ("Рос. акад. наук, А. А. Иванов")."""
    match = _NAME.search(text)
    if match is None or match.start() == 0:
        return 0
    before = text[: match.start()].strip(" ,")
    return match.start() if is_body(before) else 0


def _looks_personal(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        2 <= len(words) <= 3
        and all(w[:1].isupper() for w in words)
        and not any(w.isupper() and len(w) > 2 for w in words)
    )


def _same_people(heading: tuple[Name, ...], names: tuple[Name, ...]) -> bool:
    families = {n.family.lower() or n.literal.lower() for n in names}
    return any((h.family.lower() or h.literal.lower()) in families for h in heading)


def _named(draft: Draft, start: int, end: int, kind: str, context: Context, *, declined: bool) -> None:
    start, end = _bounds(draft, start, end)
    if end <= start:
        return
    text = draft.text[start:end]
    if kind == OTHER:
        draft.claim("custom.contributors", text, start, end, "other-responsibility")
        return
    match = _NAME.search(text)
    if match is None and not _looks_personal(text):
        if kind != AUTHOR and latin.is_latin(text) and is_body(re.split('[“"«]', text)[0]):
            quoted = any(mark in text for mark in '“"«')
            bodies = (Name(literal=text),) if quoted else people(text, context.evidence).names
            draft.claim(kind, bodies, start, end, f"role:{kind}")
        else:
            draft.connect(start, end)
        return
    if match is not None and match.start() > 0:
        draft.connect(start, start + match.start())
        start += match.start()
        text = draft.text[start:end]
    bare = _OWN_ROLE.sub("", _ET_AL.sub("", text)).strip(" ,[")
    names = people(bare, context.evidence, inverted=False).names
    if declined:
        authors = draft.get("author")
        known = {n.family for n in authors} if isinstance(authors, tuple) else set()
        names = tuple(_in_nominative(n, known) for n in names)
    earlier = draft.get(kind)
    if isinstance(earlier, tuple) and kind != AUTHOR:
        give_up(draft, kind)
        names = earlier + tuple(n for n in names if n not in earlier)
    elif earlier is not None:
        draft.connect(start, end)
        return
    draft.claim(kind, names, start, end, f"role:{kind}")
    if _ET_AL.search(text):
        draft.imply("custom.et-al", True, start, end, "et-al")


def _in_nominative(name: Name, known: set[str]) -> Name:
    """The name that a role puts into the genitive; as it is where an author of the record has the same."""
    if name.family in known or case_of(name.family) == "dative":
        return name
    return nominative(name, "genitive")
