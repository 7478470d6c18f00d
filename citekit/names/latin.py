"""A personal name in Latin letters."""

from __future__ import annotations

import re

from citekit.model import Name
from citekit.names import order
from citekit.names.evidence import Evidence
from citekit.names.tables import remembered, word_set
from citekit.names.words import is_initials

SUFFIX = re.compile(r"(?:Jr|Sr)\.?\Z|(?:Jun|Sen)\.\Z|(?:II|III|IV)\Z|(?:fils|père)\Z")
_PATRONYMIC = re.compile(r".+(?:ovich|evich|ovna|evna|ovič|evič|ichna)\Z")


def read(words: list[str], evidence: Evidence) -> Name:
    """The name whose words stand in the printed order, without a comma."""
    if len(words) > 8 or not word_set("list-words", "function").isdisjoint(words):
        return Name(literal=" ".join(words))
    words, suffix = _without_suffix(_without_titles(words))
    if len(words) == 1:
        if words[0].lower() in word_set("not-names", "place"):  # "Moscow" for those who sit there
            return Name(literal=words[0])
        return _with_suffix(family(words), "", suffix)
    if len(words) > 6:
        return Name(literal=" ".join(words))
    settled = evidence.family_words(tuple(words))
    if settled is None:
        settled = _family_words(words, evidence.order_prior)
    given = words[settled.stop :] if settled.start == 0 else words[: settled.start]
    return _with_suffix(family(words[settled]), " ".join(given), suffix)


def read_inverted(before: list[str], after: list[str], suffix: str = "") -> Name:
    """The name printed "*before*, *after*"; a Chinese name inverted wrongly is set right."""
    if not after:
        return _with_suffix(family(before), "", suffix)
    if order.swapped(" ".join(before), " ".join(after)):
        before, after = after, before
    cut = len(after)
    while cut > 1 and after[cut - 1].lower() in _particles():
        cut -= 1
    return _with_suffix(family([*after[cut:], *before]), " ".join(after[:cut]), suffix)


def family(words: list[str]) -> Name:
    """The family name with its particles told apart as CSL 1.0.2 does (dropping: von; non-dropping: van)."""
    words = [_recased(word) for word in words]
    dropping: list[str] = []
    kept: list[str] = []
    at = 0
    while at < len(words) - 1 and words[at].islower() and words[at].lower() in _particles():
        # "von der", "zu den": what follows a dropping particle drops with it.  French "de la" keeps its
        # article.
        drops = words[at] in word_set("particles", "dropping") or (
            dropping and words[at] in ("der", "den", "und")
        )
        (dropping if drops and not kept else kept).append(words[at])
        at += 1
    return Name(
        family=" ".join(words[at:]),
        dropping_particle=" ".join(dropping),
        non_dropping_particle=" ".join(kept),
    )


@remembered()
def _particles() -> frozenset[str]:
    return word_set("particles")


@remembered()
def _titles() -> frozenset[str]:
    return word_set("honorifics", "before")


@remembered()
def _degrees() -> frozenset[str]:
    return word_set("honorifics", "after")


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and words[start].lower().rstrip(".") in _titles():
        start += 1
    # "King Mackenzie" has a title, "Dean Acheson" and "Earl Warren" have a name: a title that is also a
    # given name counts only before a full name.
    if start == 1 and len(words) == 2 and words[0] in ("Dean", "King", "Judge", "Prince", "Ma", "General"):
        start = 1 if words[0] in ("General", "King", "Prince", "Judge") else 0
    elif start and words[0] == "Dean":
        start = 0
    return words[start:]


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    suffix = ""
    while len(words) > 1:
        last = words[-1]
        if SUFFIX.match(last):
            suffix = f"{last} {suffix}".strip()
        elif last.replace(".", "").lower() not in _degrees() or last.islower() or last.istitle():
            break
        words = [*words[:-2], words[-2].rstrip(",")]
    return words, suffix


def _with_suffix(name: Name, given: str, suffix: str) -> Name:
    """*name* with its other parts; a suffix stands with the given name: "DeWitt Clinton, Jr."."""
    if suffix and given:
        given, suffix = f"{given}, {suffix}", ""
    return Name(
        family=name.family,
        given=given,
        suffix=suffix,
        dropping_particle=name.dropping_particle,
        non_dropping_particle=name.non_dropping_particle,
    )


def _recased(word: str) -> str:
    """A family name in capitals, as French and Chinese usage marks it, in ordinary letters."""
    if len(word) > 2 and word.isupper() and word.isalpha() and not word.startswith(("MC", "MAC")):
        return word.capitalize()
    return word


def _family_words(words: list[str], prior: float) -> slice:
    """Which words are the family name; the rules go from the surest to the default."""
    count = len(words)
    capital = [len(word) > 2 and word.isupper() and "." not in word for word in words]
    if capital.count(True) == 1:  # "SHEN Zhihua", "Zhihua SHEN"
        at = capital.index(True)
        if at in (0, count - 1):
            return slice(at, at + 1)
    initials = [is_initials(word) for word in words]
    if not initials[0] and initials[-1]:  # "Hartmann F.-L.", "de Waal T.", "Orlov Sergei N."
        head = initials.index(True)
        if all(initials[head:]) and (head == 1 or words[0] in _particles() or words[head - 1].isupper()):
            return slice(0, head)
    if not any(initials):
        place = order.place_of_family(tuple(words), prior)
        if place is not None:
            return slice(0, 1) if place == "first" else slice(count - 1, count)
    if _PATRONYMIC.match(words[-1]) and count == 3 and not any(initials):  # "Orlov Sergei Nikolaevich"
        return slice(0, 1)
    return slice(_western_start(words), count)


def _western_start(words: list[str]) -> int:
    """Where the family name of a Western name begins: at its particles, else at the last word."""
    count = len(words)
    for at, word in enumerate(words[:-1]):
        if word.islower() and word in _particles() and at:
            # Spanish "Ortega y Gasset" takes the word before the conjunction too.
            return at - 1 if word in ("y", "i") and at > 1 else at
        if word in word_set("particles", "opening") and (at or count == 2):
            return at
        if at == 0 and word.islower() and word in _particles():
            return 0
    return count - 1
