"""What a document itself says about the order of its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from citekit.names import order
from citekit.names.words import fold

# The beginning of a bibliography entry: "Shen, Zhihua." / "Orlov, Sergei N., John W. Ames ..." / "Du,
# Ping and".
_WORD = r"[^\W\d_][\w'’\-]*"
_INVERTED = re.compile(
    rf"\s*(?P<family>{_WORD}(?: {_WORD})?),\s+(?P<given>{_WORD}(?:\.? (?:[^\W\d_]\.|{_WORD})){{0,2}}?)"
    r"(?=[.,;:(]|\s+and\b|\s+и\b|\s*$)"
)
_PAIR = re.compile(r"(?<![\w'’-])(?=([A-Z][a-z]+(?:[-'’][a-z]+)*) ([A-Z][a-z]+(?:[-'’][a-z]+)*)(?![\w'’]))")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names whose family part the document settles, and the order in which it prints Chinese names.

    ``families`` maps a name, as the pair (folded family, folded rest run together), to the family as printed;
    ``order_prior`` says how much likelier the document prints the family name of a Chinese name first.
    """

    families: Mapping[tuple[str, str], str] = field(default_factory=dict)
    order_prior: float = order.FAMILY_FIRST

    def family_words(self, words: tuple[str, ...]) -> slice | None:
        """Which of *words*, a name printed without a comma, the document settles as the family name."""
        if not self.families or len(words) < 2:
            return None
        folded = [fold(word) for word in words]
        for count in range(1, len(words)):
            if ("".join(folded[:count]), "".join(folded[count:])) in self.families:
                return slice(0, count)
            if ("".join(folded[-count:]), "".join(folded[:-count])) in self.families:
                return slice(len(words) - count, len(words))
        return None


def gather(texts: Iterable[str], entries: Iterable[str] = ()) -> Evidence:
    """What the notes (*texts*) and the bibliography (*entries*) of a document say of the order of its names.

    An entry that begins "Shen, Zhihua." settles "Zhihua Shen" and "Shen Zhihua".  An entry that inverts a
    Chinese name wrongly ("Ping, Du.") is read the right way round.  Of the notes only the habit is taken:
    whether the plain cases, "Zhou Enlai" or "Enlai Zhou", begin with the family name.
    """
    families: dict[tuple[str, str], str] = {}
    for entry in entries:
        found = _INVERTED.match(entry)
        if found is None:
            continue
        family, given = found["family"], found["given"].rstrip(".")
        if order.swapped(family, given):
            family, given = given, family
        families.setdefault((fold(family.replace(" ", "")), fold(given.replace(" ", ""))), family)
    first, last = _habit(texts)
    return Evidence(families, order.FAMILY_FIRST if first >= last else 1 / order.FAMILY_FIRST)


def _habit(texts: Iterable[str]) -> tuple[int, int]:
    """How many different Chinese names with a two-syllable given name begin, or end, with the family name."""
    seen: dict[tuple[str, str], order.Place | None] = {}
    for text in texts:
        for one, two in _PAIR.findall(text):
            if (one, two) not in seen:
                clear = order.has_plain_order(one, two)
                seen[one, two] = order.place_of_family((one, two)) if clear else None
    places = list(seen.values())
    return places.count("first"), places.count("last")
