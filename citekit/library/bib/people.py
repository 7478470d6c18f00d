r"""Personal names in CSL and .bib: ``Family, Given``, ``{Body}``, BibLaTeX's ``family=..., given=...``.

BibTeX tells the parts of a name by commas and by the case of its words (btxdoc, section 4), so that whatever
could be taken for another part is braced.  A name wholly in braces is a body or a pseudonym.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from citekit.library.bib.latex import decode, encode

CslName: TypeAlias = dict[str, Any]

_SORT_DEVICE = re.compile(r"\{\\noopsort\s*\{[^{}]*\}\}")
# {\noopsort{Shen}沈}{\noopsort{Zhihua}志华}: one word for BibTeX, so that no style turns the name round.
_HAN_NAME = re.compile(r"[\u3400-\u9fff·]+")
_HAN_PAIR = re.compile(r"\{\\noopsort\{[^{}]*\}([^{}]+)\}\{\\noopsort\{[^{}]*\}([^{}]+)\}")
_EXTENDED = re.compile(r"^\s*[\"']?(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
_EXTENDED_PART = re.compile(
    r"\s*([a-z-]+)\s*=\s*((?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^,{}])*)(?:,|$)"
)
_OTHERS = "others"
_PARTS = {
    "family": "family",
    "given": "given",
    "suffix": "suffix",
    "dropping-particle": "prefix",
    "non-dropping-particle": "prefix",
}

SortDevice: TypeAlias = Callable[[str, str], tuple[str, str]]
"""Family and given name to what stands before each of them, "" for nothing."""


def write_names(
    names: Sequence[CslName],
    *,
    extended: bool,
    others: bool = False,
    sort_device: SortDevice | None = None,
) -> str:
    r"""*names* as a .bib field.

    *extended* allows BibLaTeX's key=value form where the plain one cannot say it.

    *others* adds "and others"; *sort_device* gives what is to stand before the family and the given name
    where BibTeX would sort them by their bytes.
    """
    device = sort_device or (lambda family, given: ("", ""))
    written = [_write(name, extended=extended, device=device) for name in names]
    return " and ".join(written + [_OTHERS] * others)


def _write(name: CslName, *, extended: bool, device: SortDevice) -> str:
    if name.get("literal"):
        return "{" + device(name["literal"], "")[0] + encode(name["literal"]) + "}"
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    before_family, before_given = device(family, given)
    particle = str(name.get("non-dropping-particle") or name.get("dropping-particle") or "")
    suffix = str(name.get("suffix", ""))
    if extended and _needs_extended(name):
        parts = [f"{key}={{{encode(str(name[part]))}}}" for part, key in _PARTS.items() if name.get(part)]
        if particle:
            parts.append(f"useprefix={'true' if name.get('non-dropping-particle') else 'false'}")
        return ", ".join(parts)
    if before_family and given and _HAN_NAME.fullmatch(family + given) and name.keys() <= {"family", "given"}:
        return f"{{{before_family[1:-1]}{family}}}{{{before_given[1:-1]}{given}}}"
    last = before_family + _guarded(family, bare=_is_upper)
    if particle:
        last = f"{_guarded(particle, bare=_is_lower)} {last}"
    first = before_given + _guarded(given, bare=lambda _: True) if given else ""
    if not given and not suffix and not particle and " " in family:
        return f"{{{last}}}"
    return ", ".join(
        [last, *([_guarded(suffix, bare=lambda _: True)] if suffix else []), *([first] if first else [])]
    )


def _needs_extended(name: CslName) -> bool:
    """Whether only the key=value form keeps the name's parts apart."""
    if name.get("dropping-particle"):
        return True
    particle = str(name.get("non-dropping-particle", ""))
    alone = not name.get("given") and not particle
    return (
        (bool(particle) and not _is_lower(particle))
        or (alone and (" " in str(name.get("family", "")).strip() or bool(name.get("suffix"))))
        or not name.get("family")
    )


def _guarded(part: str, *, bare: Callable[[str], bool]) -> str:
    """*part* as TeX, in braces where a comma, an "and" or the case of a word would be taken for structure."""
    written = encode(part)
    words = part.split()
    if (
        "," in part
        or "=" in part
        or {"and", "others"} & {w.lower() for w in words}
        or not all(map(bare, words))
    ):
        return f"{{{written}}}"
    return written


def _is_upper(word: str) -> bool:
    """Whether BibTeX cannot take *word* for a particle: its first letter is not lower case."""
    return not any(letter.islower() for letter in word[:1]) and word[:1] not in "\\{'`’‘\"-"


def _is_lower(words: str) -> bool:
    return all(word[:1].islower() for word in words.split())


def read_names(source: str) -> tuple[list[CslName], bool]:
    """The names of a .bib field, and whether "and others" ends them."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    written = split_multiple_persons_names(_SORT_DEVICE.sub("", source))
    others = bool(written) and written[-1].lower() == _OTHERS
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
    if _is_group(source):
        return {"literal": decode(source)}
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
