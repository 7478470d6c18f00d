r"""Personal names in CSL and .bib: ``Family, Given``, ``{Body}``, BibLaTeX's ``family=..., given=...``.

BibTeX tells the parts of a name by commas and by the case of its words (btxdoc, section 4), so that whatever
could be taken for another part is braced.  A name wholly in braces is a body or a pseudonym.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from citekit.library.bib.latex import decode, encode, tidy
from citekit.library.bib.sorting import COMMAND, as_one, marked
from citekit.names import is_body, person
from citekit.names.han import is_transcription
from citekit.names.words import script_of

CslName: TypeAlias = dict[str, Any]

_BODY = re.compile(r"\{\\noopsort\{[^{}]*\}(\{.*\})\}")
# {\noopsort{Shen}沈}{\noopsort{Zhihua}志华}: one word for BibTeX, so that no style turns the name round, and
# two letters, so that none cuts a sign of several bytes in two ({\noopsort{Dewey}约翰·杜威} likewise).
_HAN_NAME = re.compile(r"[\u3400-\u9fff]+")
_HAN_WHOLE = re.compile(r"\{\\noopsort\{[^{}]*\}([^{}]+)\}")
_HAN_PAIR = re.compile(r"\{\\noopsort\{[^{}]*\}([^{}]+)\}\{\\noopsort\{[^{}]*\}([^{}]+)\}")
_EXTENDED = re.compile(r"^\s*[\"']?(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
_EXTENDED_PART = re.compile(
    r"\s*([a-z-]+)\s*=\s*((?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^,{}])*)(?:,|$)"
)
_OTHERS = "others"
_OTHERS_READ_TOO = {"others", "et al", "et al.", "等", "и др.", "и др"}
_SEMICOLON = re.compile(r"\s*[;；]\s*")
_PARTS = {
    "family": "family",
    "given": "given",
    "suffix": "suffix",
    "dropping-particle": "prefix",
    "non-dropping-particle": "prefix",
}

_WRITTEN = {"literal", *_PARTS}

Readings: TypeAlias = Callable[[str, str], tuple[str, str]]
"""Family and given name to their readings in Latin letters, "" where they are in such already."""


def write_names(
    names: Sequence[CslName],
    *,
    extended: bool,
    others: bool = False,
    readings: Readings | None = None,
) -> str:
    r"""*names* as a .bib field.

    *extended* allows BibLaTeX's key=value form where the plain one cannot say it.

    *others* adds "and others"; *readings* gives what BibTeX is to sort the names by.
    """
    read = readings or (lambda family, given: ("", ""))
    printable = [{part: tidy(str(text)) for part, text in name.items() if part in _WRITTEN} for name in names]
    written = [_write(name, extended=extended, read=read) for name in printable if any(name.values())]
    return " and ".join(written + [_OTHERS] * others)


def _write(name: CslName, *, extended: bool, read: Readings) -> str:
    if name.get("literal"):
        body = f"{{{_text(name['literal'])}}}"
        reads, _ = read(name["literal"], "")
        return f"{{\\noopsort{{{reads}}}{body}}}" if reads else body
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    family_reads, given_reads = read(family, given)
    particle = str(name.get("non-dropping-particle") or name.get("dropping-particle") or "")
    suffix = str(name.get("suffix", ""))
    if extended and _misleads_biber(name):
        return f"{{{_text(' '.join(part for part in (given, particle, family, suffix) if part))}}}"
    if extended and _needs_extended(name):
        parts = [f"{key}={{{_braced(str(name[part]))}}}" for part, key in _PARTS.items() if name.get(part)]
        if particle:
            parts.append(f"useprefix={'true' if name.get('non-dropping-particle') else 'false'}")
        return ", ".join(parts)
    if given and _HAN_NAME.fullmatch(family + given) and name.keys() <= {"family", "given"}:
        printed = _han_as_printed(family, given)
        if family_reads and printed in ("", family + given):
            return as_one(family, family_reads) + as_one(given, given_reads)
        if printed:  # styles that know nothing of Chinese names would print 志华 沈, and 沈 志.
            return as_one(printed, family_reads) if family_reads else printed
    last = _guarded(family, family_reads, bare=_is_upper)
    if particle:
        last = f"{_guarded(particle, bare=_is_lower)} {last}"
    if not given and not suffix and not particle and " " in family and not last.startswith("{"):
        return f"{{{last}}}"
    rest = [_guarded(suffix, bare=_is_any), _guarded(given, given_reads, bare=_is_any)]
    return ", ".join([last, *(part for part in rest if part)])


def _han_as_printed(family: str, given: str) -> str:
    """沈志华, 约翰·杜威: the name as a Chinese book prints it, where it is read as this name again; or ""."""
    name = {"family": family, "given": given}
    forms = [family + given, *([f"{given}·{family}"] if is_transcription(family) else [])]
    return next((text for text in forms if person(text).to_csl() == name), "")


def _misleads_biber(name: CslName) -> bool:
    """Whether biber 2.18 would tear *name* apart: it does not heed the braces around commas, "=" and quotes.

    In plain names it counts more than two commas as an error, in extended ones it splits at each.
    """
    parts = [str(name[part]) for part in _PARTS if name.get(part)]
    if _needs_extended(name):
        return any(sign in part for part in parts for sign in ',="')
    return sum(part.count(",") for part in parts) + bool(name.get("given")) + bool(name.get("suffix")) > 2


def _needs_extended(name: CslName) -> bool:
    """Whether only the key=value form keeps the name's parts apart."""
    if name.get("dropping-particle"):
        return True
    particle = str(name.get("non-dropping-particle", ""))
    alone = not name.get("given") and not particle
    return (
        (bool(particle) and not _is_lower(particle))
        or (alone and (" " in str(name.get("family", "")).strip() or bool(name.get("suffix"))))
        or not name.get("family")  # biber crashes on an empty one
    )


def _guarded(part: str, reads: str = "", *, bare: Callable[[str], bool]) -> str:
    """*part* as TeX, in braces where a comma, an "and" or the case of a word would be taken for structure."""
    words = part.split()
    if (
        "," in part
        or "=" in part
        or {"and", "others"} & {w.lower() for w in words}
        or not all(map(bare, words))
    ):
        return as_one(part, reads) if reads else f"{{{_text(part)}}}"
    return marked(part, reads) if reads else _braced(part)


def _braced(part: str) -> str:
    """*part* as TeX, in braces where it has commands, which biber would cut an initial from."""
    written = _text(part)
    return f"{{{written}}}" if written != part else part


def _text(part: str) -> str:
    """*part* as TeX without an equals sign that biber could take for that of an extended name."""
    return encode(part).replace("=", "{=}")


def _is_any(word: str) -> bool:
    return bool(word)


def _is_upper(word: str) -> bool:
    """Whether BibTeX cannot take *word* for a particle: its first letter is not lower case."""
    return not word[:1].islower() and word[:1] not in "\\{'`’‘\"-"


def _is_lower(words: str) -> bool:
    return all(word[:1].islower() for word in words.split())


def read_names(source: str) -> tuple[list[CslName], bool]:
    """The names of a .bib field, and whether "and others" ends them."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    written = split_multiple_persons_names(source)
    if len(written) == 1 and not {"{", ","} & set(source):  # CNKI parts names so
        written = [name for name in _SEMICOLON.split(source) if name]
    others = bool(written) and written[-1].lower() in _OTHERS_READ_TOO
    names = [_read(name) for name in (written[:-1] if others else written)]
    return [name for name in names if name], others


def _read(source: str) -> CslName:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    source = source.strip()
    han = _HAN_PAIR.fullmatch(source)
    if han:
        return {"family": han[1], "given": han[2]}
    if _EXTENDED.match(source):
        return _read_extended(source)
    body = _BODY.fullmatch(source)
    if body and _is_group(body[1]):
        return {"literal": decode(body[1])}
    whole = _HAN_WHOLE.fullmatch(source)
    if whole:
        return as_printed(whole[1]) or {"family": decode(whole[1])}
    source = COMMAND.sub("", source.replace("{\\noopsort{}}", ""))
    if _is_group(source):
        return {"literal": decode(source)}
    printed = as_printed(source)
    if printed:
        return printed
    parts = parse_single_name_into_parts(source, strict=False)
    texts = {
        "family": decode(" ".join(parts.last)),
        "given": decode(" ".join(parts.first)),
        "non-dropping-particle": decode(" ".join(parts.von)),
        "suffix": decode(" ".join(parts.jr)),
    }
    if not texts["family"]:  # only words in lower case: BibTeX has no family name for "bell hooks"
        texts |= {"family": texts["non-dropping-particle"], "non-dropping-particle": ""}
    return {part: text for part, text in texts.items() if text}


def as_printed(source: str) -> CslName:
    """A name without a comma where BibTeX, which takes the last word for the surname, is wrong; or nothing.

    So with bodies, names in Chinese and Cyrillic letters, and romanised ones that begin with the surname.
    """
    if {"{", ","} & set(source):
        return {}
    text = decode(source)
    name: CslName = person(text).to_csl()
    if "literal" in name:
        return name if is_body(text) else {}
    turned = name.get("given") and text.startswith(f"{name['family']} ")
    return name if turned or script_of(text) in ("han", "cyrillic") else {}


def _is_group(source: str) -> bool:
    """Whether one pair of braces encloses the whole of *source*."""
    if not (source.startswith("{") and source.endswith("}")):
        return False
    depth = 0
    for place, sign in enumerate(source):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and place < len(source) - 1:
            return False
    return depth == 0


def _read_extended(source: str) -> CslName:
    parts = {key.lower(): decode(value.strip()) for key, value in _EXTENDED_PART.findall(source)}
    name: CslName = {part: parts[part] for part in ("family", "given", "suffix") if parts.get(part)}
    if parts.get("prefix"):
        drops = parts.get("useprefix", "true").lower() == "false"
        name["dropping-particle" if drops else "non-dropping-particle"] = parts["prefix"]
    return name
