"""One name: order of its parts, particles, initials (CSL 1.0.2, "Name" and "Name-part Order")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from citekit.render.collation import FAMILY_BEGINS, FAMILY_ENDS
from citekit.render.context import Context
from citekit.render.elements import Look
from citekit.render.items import Person
from citekit.render.markup import Part, Piece, affixed, joined, parse_field


@dataclass(slots=True)
class NameOptions:
    """The attributes of ``cs:name``, inherited ones included."""

    and_: str = ""
    delimiter: str = ", "
    precedes_last: str = "contextual"
    precedes_et_al: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int = 1
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int = 0
    et_al_use_last: bool = False
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    sort_order: str = ""
    sort_separator: str = ", "
    hyphen: bool = True
    demote: str = "display-and-sort"
    look: Look = field(default_factory=Look)
    family: Look = field(default_factory=Look)
    given: Look = field(default_factory=Look)
    institution: Look | None = None


def format_name(person: Person, place: int, options: NameOptions, level: int, ctx: Context) -> Part:
    """A name at its place in the list; *level* says how far it is spelt out to tell it from others."""
    if person.literal:
        look = _without_case(options.family) if ctx.program.is_own else options.family
        look = options.institution or look
        part = look.dress(list(parse_field(person.literal)), ctx)
        return part if part is not None else ""
    given = _given(person, options, level)
    inverted = is_inverted(place, options) or ctx.sort is not None
    if person.is_cjk:
        return _cjk(person, options, level, ctx)
    if not person.family:
        return options.given.dress(list(parse_field(person.given)), ctx) or ""
    if options.form == "short" and not level:
        return _family(person, options, ctx, with_particle=True) or ""
    if person.static:
        return _line([_family(person, options, ctx, True), _part(given, options.given, ctx)])
    if inverted:
        return _inverted(person, given, options, ctx)
    return _straight(person, given, options, ctx)


def is_inverted(place: int, options: NameOptions) -> bool:
    """Whether the name at that place is printed family name first."""
    return options.sort_order == "all" or (options.sort_order == "first" and place == 0)


def _cjk(person: Person, options: NameOptions, level: int, ctx: Context) -> Part:
    family = _bare(options.family).dress([person.family], ctx) if person.family else None
    if options.form == "short" and not level and family is not None and not ctx.program.is_own:
        return family
    given = _bare(options.given).dress([person.given], ctx) if person.given else None
    if ctx.sort is not None:
        return f"{FAMILY_BEGINS}{person.family}{FAMILY_ENDS}{person.given}"
    if ctx.program.is_own and given is not None and family is not None and _is_foreign(person):
        return Piece([given, "·", family])
    parts = [part for part in (family, given) if part is not None]
    return Piece(parts)


@lru_cache(maxsize=4096)
def _is_foreign(person: Person) -> bool:
    """Whether Chinese characters spell a foreign name (杜威·佛克马), which keeps its own order."""
    from citekit.names import han, tables

    family = person.family
    if len(family) < 2 or family in tables.han_surnames() or family in tables.compound_surnames():
        return False
    return han.is_transcription(family + person.given)


def _bare(look: Look) -> Look:
    """A look without its affixes, which have no place in names written without spaces."""
    return Look(look.style, "", "", False, look.case, look.strip_periods, "", look.plain)


def _without_case(look: Look) -> Look:
    """A look that leaves the case alone: capitals set off surnames, not the names of bodies."""
    plain = not (look.style or look.strip_periods)
    return Look(look.style, look.prefix, look.suffix, False, "", look.strip_periods, "", plain)


def _part(text: str, look: Look, ctx: Context) -> Part | None:
    return look.dress(list(parse_field(text)), ctx) if text else None


def _family(
    person: Person, options: NameOptions, ctx: Context, with_particle: bool, with_affixes: bool = True
) -> Part | None:
    bare = _bare(options.family)
    part = bare.dress(list(parse_field(person.family)), ctx)
    if with_particle and person.non_dropping:
        particle = bare.dress([person.non_dropping], ctx)
        part = _line([particle, part])
    if with_affixes:
        return affixed(part, options.family.prefix, options.family.suffix)
    return part


def _line(parts: list[Part | None], delimiter: str = " ") -> Part:
    """Parts with a space between, but none after an apostrophe or hyphen of a particle."""
    out: list[Part] = []
    glue = True
    for part in parts:
        if part is None or part == "":
            continue
        if out and not glue:
            out.append(delimiter)
        out.append(part)
        text = _last_text(part)
        glue = text.endswith("\u00a0") or (
            text.endswith(("’", "'", "-")) and len(text) <= 6 and text != "de’"
        )
    return Piece(out)


def _last_text(part: Part) -> str:
    while isinstance(part, Piece):
        if not part.parts:
            return ""
        part = part.parts[-1]
    return part


def _straight(person: Person, given: str, options: NameOptions, ctx: Context) -> Part:
    bare = _bare(options.given)
    first = bare.dress(list(parse_field(given)), ctx) if given else None
    first = affixed(first, options.given.prefix, options.given.suffix)
    family = _family(person, options, ctx, True, with_affixes=False)
    if person.dropping:
        family = _line([bare.dress([person.dropping], ctx), family])
    if person.suffix:
        family = Piece([family or "", (", " if person.comma_suffix else " ") + person.suffix])
    family = affixed(family, options.family.prefix, options.family.suffix)
    spaced = (options.initialize_with or "").endswith("\u00a0")
    return _line([first, family], "\u00a0" if spaced else " ")


def _inverted(person: Person, given: str, options: NameOptions, ctx: Context) -> Part:
    sorting = ctx.sort is not None
    demoted = options.demote == "display-and-sort" or (options.demote == "sort-only" and sorting)
    look = options.given
    bare = _bare(look)
    tail: list[Part | None] = [
        bare.dress(list(parse_field(given)), ctx) if given else None,
        bare.dress([person.dropping], ctx) if person.dropping else None,
    ]
    if demoted and person.non_dropping:
        tail.append(_bare(options.family).dress([person.non_dropping], ctx))
    rest: Part | None = None
    if any(part is not None for part in tail):
        rest = affixed(_line(tail), look.prefix, look.suffix)
    family = _family(person, options, ctx, not demoted)
    return Piece(joined([family, rest, person.suffix or None], options.sort_separator))


def _given(person: Person, options: NameOptions, level: int) -> str:
    if not person.given:
        return ""
    if options.initialize_with is None or (options.form == "long" and level >= 2) or level >= 2:
        return person.given
    if "<" in person.given:
        return _marked_initials(person.given, options)
    return initials(person.given, options.initialize_with, options.initialize, options.hyphen)


def _marked_initials(given: str, options: NameOptions) -> str:
    """Initials of a given name with markup in it: of each stretch between the tags."""

    def stretch(found: re.Match[str]) -> str:
        text = found.group()
        lead = text[: len(text) - len(text.lstrip(" -"))]
        return lead + initials(
            text[len(lead) :], options.initialize_with or "", options.initialize, options.hyphen
        )

    return re.sub(r"(?:^|(?<=>))[^<>]+", stretch, given)


@lru_cache(maxsize=16384)
def initials(given: str, sign: str, initialize: bool, hyphen: bool) -> str:
    """The given name as initials ending in *sign*; with *initialize* false only initials that are there.

    A name part in lower case is a particle and stays ("Jean de" -> "J. de").
    """
    words = re.split(r"(\s+|-)", re.sub(r"\.(?=\w)", ". ", given.strip()))
    dotted = False
    out: list[str] = []
    pending = ""
    for place, word in enumerate(words):
        if place % 2:
            pending = "-" if word == "-" else " "
            continue
        if not word:
            continue
        first = word[0]
        is_initial = len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word) <= 3)
        if first.isupper() or (not first.islower() and first.isalpha()):
            if initialize or is_initial:
                short = _initial(word) if not is_initial else word.rstrip(".")
                _join(out, short + sign, pending, hyphen, dotted)
            else:
                _join_word(out, word, pending)
        elif pending == "-" and initialize:
            pass
        else:
            _join_word(out, word, pending)
        pending = ""
        dotted = word.endswith(".")
    return "".join(out).strip()


def _initial(word: str) -> str:
    """The first letter; capitals that lead a word in small letters are one initial ("TSerendorj" -> "Ts")."""
    capitals = re.match(r"[^\W\d_a-zа-я]{2,}(?=[a-zа-я])", word)
    return word[0] + capitals.group()[1:].lower() if capitals else word[0]


def _join(out: list[str], short: str, pending: str, hyphen: bool, dotted: bool) -> None:
    if out and pending == "-" and hyphen:
        out[-1] = out[-1].rstrip()
        out.append("-")
    elif out and out[-1][-1:].isalpha() and len(out[-1]) > 1 and not dotted:
        out.append(" ")
    out.append(short)


def _join_word(out: list[str], word: str, pending: str) -> None:
    if out:
        out[-1] = out[-1].rstrip()
        out.append("-" if pending == "-" else " ")
    out.append(word)
    out.append(" ")
