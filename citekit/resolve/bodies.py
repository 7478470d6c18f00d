"""Bodies that a document names in full once, with their abbreviation: "Central Military Commission (CMC)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from citekit.match.folding import words
from citekit.model import Name

_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:of|the|and|for|on)\s+[A-Z][\w’'-]+|\s+[A-Z][\w’'-]+){1,8})\s+\((?P<short>[A-Z]{2,8})\)"
)
_SMALL = frozenset({"of", "the", "and", "for", "on"})


def abbreviated_bodies(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviation to full name, where the initials of the words before the bracket spell it."""
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _DEFINED.finditer(text):
            name = _words_spelling(match["name"].split(), match["short"])
            if name:
                found.setdefault(match["short"], name)
    return found


def _words_spelling(words: list[str], short: str) -> str | None:
    """The shortest tail of *words* whose capital initials are *short*."""
    for start in range(len(words) - 1, -1, -1):
        tail = words[start:]
        if "".join(w[0] for w in tail if w not in _SMALL) == short and tail[0] not in _SMALL:
            return " ".join(tail)
    return None


def shortens(short: Name, full: Name) -> bool:
    """Whether *short* names the body *full* shortly: by some of its words, or by initials of them.

    "Committee on Ways and Means" for "U.S. Congress, House, Committee on Ways and Means"; "HUAC" for "House
    Committee on Un-American Activities". It proves nothing by itself.
    """
    printed = short.literal or (short.family if not short.given else "")
    if not printed or not full.literal:
        return False
    letters = printed.replace(".", "")
    if letters.isupper() and letters.isalpha() and 2 < len(letters) <= 8:
        initials = [word[0].upper() for word in words(full.literal)]
        return initials[:1] == [letters[0]] and not Counter(letters) - Counter(initials)
    mine = words(printed)
    return len(mine) > 1 and set(mine) <= set(words(full.literal))


def in_full(name: Name, bodies: Mapping[str, str]) -> Name:
    """*name* in its full form where it is a known abbreviation (also as "the CMC")."""
    printed = name.literal or (name.family if not name.given else "")
    full = bodies.get(printed.removeprefix("the ").strip())
    return Name(literal=full) if full else name
