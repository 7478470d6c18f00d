"""One name, or a list of names, as it stands in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citekit.model import Name
from citekit.names import bodies, cyrillic, han, latin, order, shape
from citekit.names.evidence import Evidence
from citekit.names.tables import remembered, word_set
from citekit.names.words import is_initials, script_of, without_stop

_AROUND = " ,;:，；、："
_BRACKETED_INITIALS = re.compile(r"([^\W\d_][\w'’-]+) \(((?:[^\W\d_]\.[ -]?)+)\)\Z")  # French: "Kefi (N.)"
# "Shen Zhihua (沈志华)" and "沈志华 (Shen Zhihua)" are read by the form that stands first.
_IN_BOTH_SCRIPTS = re.compile(
    r"([A-Za-zÀ-ɏ' -]+?)\s*[(（][\u3400-\u9fff·]+[)）]\Z|([\u3400-\u9fff·]+)\s*[(（][A-Za-zÀ-ɏ',. -]+[)）]\Z"
)
NO_EVIDENCE = Evidence()

_SPACE = re.compile(r"\s+")
_GLUED = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{2})")
_ODD = re.compile(r"[0-9\"“”«»„()\[\]{}<>:/=*№#§&]|(?<!\w)['‘]|\?|!")
_HAN_SEPARATOR = re.compile(
    r"\s*[、，,；;]\s*|\s+(?:and|&)\s+|(?<=[\u3400-\u9fff])\s*(?:和|与|與|及)\s*(?=[\u3400-\u9fff])"
)
_COMMA = re.compile(r"\s*,\s*")
_ARTICLE = re.compile(r"\Athe\s+")
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")


@dataclass(frozen=True, slots=True)
class People:
    """The names of a list in the printed order; ``et_al`` where the list says that it leaves some out."""

    names: tuple[Name, ...]
    et_al: bool = False


@remembered()
def _et_al() -> re.Pattern[str]:
    words = sorted(word_set("list-words", "et-al"), key=len, reverse=True)
    forms = "|".join(re.escape(word).replace("_", r"\s*") for word in words)
    return re.compile(rf"(?:[\s,，、]+|(?<=[\u3400-\u9fff]))(?:{forms})\s*\Z")


@remembered()
def _and() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in word_set("list-words", "and"))
    return re.compile(rf"\s*[,，]?\s+(?:{words})\s+|\s*&\s*")


@remembered()
def _leading_and() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in word_set("list-words", "and"))
    return re.compile(rf"\A(?:{words})\s+")


def person(
    text: str, evidence: Evidence = NO_EVIDENCE, *, inverted: bool | None = None, foreign: bool = False
) -> Name:
    """The name *text* in its parts; ``literal`` for bodies, pseudonyms, and where nothing can be decided.

    *inverted*: True where the family name is known to come first and a comma to follow ("Shen, Zhihua"),
    False where a comma cannot mean that; None where the comma itself decides.  *foreign*: the name is that
    of the author of a translated work, so that two characters (马士) are one transcribed name.
    """
    text = without_stop(_SPACE.sub(" ", text).strip(_AROUND).lstrip("."))
    if not text:
        return Name()
    both = _IN_BOTH_SCRIPTS.match(text)
    if both:
        text = both[1] or both[2]
    script = script_of(text)
    if bodies.is_body(text):
        return Name(literal=_ARTICLE.sub("", text))
    if script == "han":
        return han.read(text, foreign)
    if _ODD.search(text):
        bracketed = _BRACKETED_INITIALS.match(text)
        return Name(family=bracketed[1], given=bracketed[2]) if bracketed else Name(literal=text)
    if "," in text:
        has_suffix = latin.SUFFIX.match(text.rpartition(", ")[2]) is not None
        return _inverted(text, evidence) if inverted is not False or has_suffix else Name(literal=text)
    words = _words(text)
    if script == "cyrillic":
        return cyrillic.read(words, evidence)
    return latin.read(words, evidence)


def _words(text: str) -> list[str]:
    """The words of a name; "М.В.Орлов" and "S.Edgar Hale" fall apart at the last initial."""
    if "." in text:
        text = _GLUED.sub(" ", text)
    return text.split()


def _inverted(text: str, evidence: Evidence) -> Name:
    before, *after = _COMMA.split(text)
    suffix = ""
    for at in (-1, 0):  # "Harding, Walter Scott, Jr." and "Harding, Jr., Walter Scott"
        if after and latin.SUFFIX.match(after[at]):
            suffix = after.pop(at)
    if not after:  # "Walter Scott Harding, Jr."
        return latin.read([*_words(before), suffix], evidence)
    if len(after) > 1:
        return Name(literal=text)
    return latin.read_inverted(_words(before), _words(after[0]), suffix)


def people(
    text: str, evidence: Evidence = NO_EVIDENCE, *, inverted: bool | None = None, foreign: bool = False
) -> People:
    """The names of the list *text*, split at "and", commas, semicolons, 、 and their like.

    *inverted*: True where the first name is inverted, as in a bibliography entry; False where none is, so
    that every comma separates; None where the words decide.  *foreign*: see :func:`person`.
    """
    text = _SPACE.sub(" ", text).strip(_AROUND)
    shortened = _et_al().sub("", text)
    et_al = shortened != text and bool(shortened)
    text = shortened if et_al else without_stop(text)
    if not text:
        return People((), et_al)
    if script_of(text) == "han" and not _is_mostly_latin(text):
        pieces: Iterable[str] = _split_han(text)
    else:
        pieces = _split_western(text, inverted)
    pieces = _with_shared_family(list(pieces))
    names = (person(piece, evidence, foreign=foreign) for piece in pieces)
    return People(tuple(name for name in names if name != Name()), et_al)


def _with_shared_family(pieces: list[str]) -> list[str]:
    """ "Agnes & Peter Hale", "G. D. H. and M. Cole": who has no family name before a full Western name shares
    its family name.
    """
    alone = len(pieces) == 2 and (pieces[0] in word_set("given-western") or _only_initials(pieces[0]))
    if alone and not bodies.is_body(pieces[1]):  # "the CMC and each army command"
        second = pieces[1].split()
        if len(second) > 1 and order.place_of_family(tuple(second)) is None and "," not in pieces[1]:
            return [f"{pieces[0]} {second[-1]}", pieces[1]]
    return pieces


def _is_mostly_latin(text: str) -> bool:
    return sum(char.isascii() and char.isalpha() for char in text) * 2 > len(text)


def _split_han(text: str) -> list[str]:
    pieces = [piece for piece in _HAN_SEPARATOR.split(text) if piece]
    if len(pieces) > 1 and not all(_is_han_name_shaped(piece) for piece in pieces):
        pieces = [piece for piece in re.split(r"\s*[、，,；;]\s*", text) if piece]
    if len(pieces) == 1 and " " in text:  # GB/T 7714 and old prints: names apart by spaces
        words = text.split()
        if all(shape.looks_like_person(word) for word in words):
            return words
    return pieces


def _is_han_name_shaped(text: str) -> bool:
    return bodies.is_body(text) or 2 <= len(text.replace(" ", "")) <= 12


def _split_western(text: str, inverted: bool | None) -> list[str]:
    if _QUOTED.search(text):
        return [text]
    if ";" in text:
        return [_leading_and().sub("", piece) for piece in re.split(r"\s*;\s*", text) if piece]
    if bodies.is_body(text) and not _has_people(text):
        return _split_bodies(text)
    *heads, tail = _split_at_and(text)
    segments = [segment for head in heads for segment in _COMMA.split(head) if segment]
    last = [segment for segment in _COMMA.split(tail) if segment]
    return [
        _leading_and().sub("", piece)
        for piece in _pair(_join_suffixes(segments), _join_suffixes(last), inverted)
    ]


def _has_people(text: str) -> bool:
    """Whether a list that names a body names a person with several words too."""
    return any(
        " " in piece and shape.looks_like_person(piece) and not bodies.is_body(piece)
        for piece in re.split(r"\s*,\s*|\s+and\s+|\s+и\s+", text)
    )


def _split_at_and(text: str) -> list[str]:
    """*text* cut at every conjunction that stands between two names."""
    pieces: list[str] = []
    start = 0
    for found in _and().finditer(text):
        left, right = text[start : found.start()], text[found.end() :]
        if _is_name(_COMMA.split(left)[-1]) and _is_name(_COMMA.split(_and().split(right)[0])[0]):
            pieces.append(left)
            start = found.end()
    return [*pieces, text[start:]]


def _is_name(text: str) -> bool:
    return shape.looks_like_person(text) or bodies.is_body(text) or text.islower()


def _join_suffixes(segments: list[str]) -> list[str]:
    joined: list[str] = []
    for segment in segments:
        if joined and latin.SUFFIX.match(segment):
            joined[-1] = f"{joined[-1]}, {segment}"
        else:
            joined.append(segment)
    return joined


def _pair(segments: list[str], last: list[str], inverted: bool | None) -> list[str]:
    """Join a family name with the given name that follows its comma."""
    whole = [*segments, *last]
    if inverted is False or len(whole) < 2:
        return whole
    if len(whole) % 2 == 0 and all(
        _only_initials(segment) for segment in whole[1::2]
    ):  # APA, GOST with commas
        return [f"{whole[at]}, {whole[at + 1]}" for at in range(0, len(whole), 2)]
    if len(segments) == len(last) == 2 and len(segments[0].split()) == len(last[0].split()) == 1:
        return [", ".join(segments), ", ".join(last)]  # "Li, Danhui and Xia, Yafeng"
    chain = segments or last
    if len(chain) >= 2 and _is_inverted_pair(chain, whole, inverted):
        rest = whole[2:]
        if (
            len(rest) == 2 and last == rest and _is_inverted_pair(rest, rest, inverted)
        ):  # "Smith, John and Doe, Jane"
            rest = [f"{rest[0]}, {rest[1]}"]
        return [f"{whole[0]}, {whole[1]}", *rest]
    return whole


def _only_initials(text: str) -> bool:
    return _are_initials(_words(text))


def _are_initials(words: list[str]) -> bool:
    return all(is_initials(word) for word in words)


def _is_inverted_pair(chain: list[str], whole: list[str], inverted: bool | None) -> bool:
    """Whether the first two segments are "Family, Given"."""
    first, second = _words(chain[0].partition(",")[0]), _words(chain[1])
    if any(is_initials(word) for word in first) or not shape.looks_like_person(" ".join(first)):
        return False
    if bodies.is_body(chain[1]) or (bodies.is_body(chain[0]) and not chain[0].isupper()):
        return False
    if inverted or _are_initials(second) or (is_initials(second[-1]) and len(second) < 4):
        # "Ames, John W." but not "Hartmann F.-L., Black T.": there the first name has its initials already.
        return True
    if len(first) > 2 and not first[0].islower():  # a full name: "Edward James Corbin, ..."
        return False
    if len(whole) == 2:
        return _is_inverted_two(first, second)
    if len(first) > 1 or _is_full_asian_name(second):
        return False
    # "Corbin, Walter, and Evan Hale" against "Moss, Sander, and Corbin": where the others have
    # given names, so has the first.
    return all(len(segment.split()) > 1 for segment in whole[2:])


def _is_inverted_two(first: list[str], second: list[str]) -> bool:
    """ "García Márquez, Gabriel" and "Corbin, Edward James", but not "Shen Zhihua, Li Danhui"."""
    if len(first) == 1:
        return not _is_full_asian_name(second) or order.is_asian_surname(first[0])
    return len(second) == 1 and order.place_of_family(tuple(first)) is None


def _is_full_asian_name(words: list[str]) -> bool:
    return len(words) > 1 and order.place_of_family(tuple(words)) == "first"


def _split_bodies(text: str) -> list[str]:
    """Bodies apart at commas and conjunctions, except a part and the body it belongs to."""
    pieces: list[str] = []
    for chunk in _split_at_and(text):
        fresh = True
        for piece in _COMMA.split(chunk):
            if not fresh and bodies.belongs_together(pieces[-1], piece):
                pieces[-1] = f"{pieces[-1]}, {piece}"
            elif piece:
                pieces.append(piece)
            fresh = False
    return pieces


@remembered(4096)
def looks_like_people(text: str) -> bool:
    """Whether *text* is a list of names shaped like persons or bodies: every piece of it is one."""
    bare = _et_al().sub("", text.strip(_AROUND))
    if not bare or len(bare) > 400:
        return False
    if script_of(bare) == "han" and not _is_mostly_latin(bare):
        return all(shape.looks_like_person(piece) or bodies.is_body(piece) for piece in _split_han(bare))
    pieces = _split_western(bare, None)
    return all(
        bodies.is_body(piece) or all(shape.looks_like_person(part) for part in _COMMA.split(piece))
        for piece in pieces
    )
