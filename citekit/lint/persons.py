"""Where persons are named in a document, and how each name is spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from citekit.lint.finding import Place
from citekit.lint.subject import Subject, Use
from citekit.model import Field, Name, Span
from citekit.names import likeness, person, romanise
from citekit.names.han import is_transcription
from citekit.names.persons import person_key
from citekit.names.tables import foreign_han
from citekit.names.words import fold

ROLES = ("author", "editor", "translator", "recipient", "interviewer")
_VIA = re.compile(
    r"\b[Vv]ia\s+((?:[^\W\d_][\w'’-]*\.?\s+){0,3}?[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)*)"
)
_WORD = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{3,}")
_RUN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A person named in a citation: the name, in which role, where; ``heading``: as a party of a document."""

    name: Name
    role: str
    use: Use
    place: Place
    heading: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A word that writes in Latin letters the person whom the original title names in characters.

    ``person`` is the key of the table of persons, or the characters themselves where it has none.
    """

    word: str
    person: str
    han: str
    place: Place


def mentions(subject: Subject, roles: Iterable[str] = ROLES) -> Iterator[Mention]:
    """Every person that a citation names in one of *roles*, and those by whom a letter went ("via")."""
    wanted = frozenset(roles)
    for use in subject.uses:
        for entry in use.reference.fields:
            if entry.name in wanted and isinstance(entry.value, tuple):
                for name in entry.value:
                    if name.family or name.literal:
                        heading = entry.rule.startswith(("heading-", "letter-"))
                        yield Mention(name, entry.name, use, _place(subject, use, entry, name), heading)
            elif entry.name == "title" and "via" in wanted and isinstance(entry.value, str):
                yield from _via(subject, use, entry)


def _place(subject: Subject, use: Use, entry: Field, name: Name) -> Place:
    """The words of the name inside its field, as exactly as they are found."""
    text = entry.span.of(use.note.text)
    given, family = re.escape(name.given.rstrip(".")), re.escape(name.family or name.literal)
    forms = (rf"{given}\.? {family}", rf"{family},? {given}\.?", rf"{given}, {family}") if given else ()
    for form in (*forms, family):
        found = re.search(rf"(?<!\w){form}(?!\w)", text)
        if found:
            return subject.place(
                use.note, Span(entry.span.start + found.start(), entry.span.start + found.end())
            )
    return subject.place(use.note, entry.span)


def _via(subject: Subject, use: Use, entry: Field) -> Iterator[Mention]:
    found = _VIA.search(entry.span.of(use.note.text))
    if found:
        name = person(found[1])
        span = Span(entry.span.start + found.start(1), entry.span.start + found.end(1))
        if name.family:
            yield Mention(name, "via", use, subject.place(use.note, span), True)


def sightings(subject: Subject) -> Iterator[Sighting]:
    """The Latin spellings of persons whom an original title in Chinese names, of all titles that have one."""
    for use in subject.uses:
        original, title = use.field("original-title"), use.field("title")
        if original is None or title is None or not isinstance(original.value, str):
            continue
        known, others = _persons_in(original.value)
        if not known and not others:
            continue
        words = list(_WORD.finditer(title.span.of(use.note.text)))
        spelled = {key for key, _, family in known if any(_bare(w[0]) == family for w in words)}
        spelled |= {person_key(Name(family=_bare(w[0]))) or "" for w in words}
        for found in words:
            word = _bare(found[0])
            match = _which(word, known, others, spelled)
            if match is not None:
                start = title.span.start + found.start()
                place = subject.place(use.note, Span(start, start + len(word)))
                yield Sighting(word, *match, place)


@lru_cache(maxsize=4096)
def _persons_in(original: str) -> tuple[tuple[tuple[str, str, str], ...], tuple[str, ...]]:
    """The persons of the table in *original* as (key, characters, family name), and runs like other names."""
    known: dict[str, tuple[str, str, str]] = {}
    rest = original
    for run in _RUN.findall(original):
        for start in range(len(run)):
            for end in range(min(len(run), start + 8), start + 1, -1):
                form = run[start:end]
                family = foreign_han().get(form)
                key = person_key(form) if family else None
                if key and family:
                    known.setdefault(key, (key, form, family))
                    rest = rest.replace(form, "，")
                    break
    others = tuple(dict.fromkeys(name for run in _RUN.findall(rest) for name in _foreign_runs(run)))
    return tuple(known.values()), others


def _foreign_runs(run: str) -> Iterator[str]:
    """Stretches of four and more characters that all serve to write foreign names."""
    start = 0
    for end in range(len(run) + 1):
        if end == len(run) or not is_transcription(run[end] * 2):
            if end - start >= 4:
                yield run[start:end]
            start = end + 1


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _which(
    word: str, known: Iterable[tuple[str, str, str]], others: Iterable[str], spelled: set[str]
) -> tuple[str, str] | None:
    """The (key, characters) of the person that *word* spells, None where it spells none of them.

    A person whom the title spells as the table does (*spelled*) is not looked for in its other words.
    """
    own = person_key(Name(family=word))
    best: tuple[float, str, str] = (0.0, "", "")
    for key, han, family in known:
        exact = own == key or word == family
        like = 1.0 if exact else 0.0 if own or key in spelled else _like(word, family)
        best = max(best, (like, key, han))
    for han in others:
        best = max(best, (0.0 if own else _sounds_like(word, han) - 0.01, han, han))
    return (best[1], best[2]) if best[0] >= 0.78 else None


def _like(word: str, family: str) -> float:
    one, two = fold(word), fold(family)
    return likeness.alike_word(one, two) if abs(len(one) - len(two)) <= 3 else 0.0


@lru_cache(maxsize=4096)
def _sounds_like(word: str, han: str) -> float:
    """Likeness to the pinyin, a final 夫 read as the -v that it writes."""
    sound = "".join(fold(part) for part in romanise.pinyin_words(han))
    one = fold(word)
    return max(likeness.alike_word(one, sound), likeness.alike_word(one, sound.replace("fu", "v")))
