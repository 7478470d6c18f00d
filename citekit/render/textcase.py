"""The CSL ``text-case`` attribute (CSL 1.0.2, "Text-case")."""

from __future__ import annotations

import re

from citekit.render.markup import Part, leaves, map_text, plain

STOP_WORDS = frozenset(
    """a about above across after against along al amid among an and around as aside at before behind below
    beneath beside besides between beyond but by c ca circa concerning d' de despite down during et
    except for from in inside into like near nor of off on onto or out outside over past per plus
    pro since so than that the through throughout till to toward towards under underneath until unto
    up upon van versus via von vs vs. v v. with within without yet""".split()
) - {"that", "concerning", "past", "inside", "outside"}
"""Words that stay lower case in titles: articles, conjunctions and prepositions (CSL 1.0.2, "Title Case
Conversion", with the further prepositions that the test suite and citeproc-js know)."""

_WORD = re.compile(r"[^\s\u00a0/—–-]+")
_FIRST_LETTER = re.compile(r"[a-zà-ÿ]")


def apply(parts: tuple[Part, ...] | list[Part], case: str, english: bool) -> list[Part]:
    """The parts in another case; *english* says whether title case may be used (it is English alone)."""
    if case == "title":
        return _Titler().run(list(parts)) if english else list(parts)
    if case == "lowercase":
        return [map_text(part, str.lower) for part in parts]
    if case == "uppercase":
        return [map_text(part, str.upper) for part in parts]
    if case == "capitalize-first":
        return capitalize_first(list(parts))
    if case == "capitalize-all":
        return [map_text(part, _capitalize_all) for part in parts]
    if case == "sentence":
        return _sentence(list(parts))
    return list(parts)


def capitalize_first(parts: list[Part]) -> list[Part]:
    """The first letter in upper case, whatever formatting it stands in."""
    out, _done = _capitalize_first(parts)
    return out


def _capitalize_first(parts: list[Part]) -> tuple[list[Part], bool]:
    out = list(parts)
    for place, part in enumerate(out):
        if isinstance(part, str):
            found = re.search(r"\w", part)
            if found:
                at = found.start()
                out[place] = part[:at] + part[at].upper() + part[at + 1 :]
                return out, True
        elif part.nocase or ("vertical-align", "sup") in part.style:
            return out, True
        else:
            inner, done = _capitalize_first(part.parts)
            if done:
                out[place] = part.with_parts(inner)
                return out, True
    return out, False


def _capitalize_all(text: str) -> str:
    def word(found: re.Match[str]) -> str:
        got = found.group()
        return got[0].upper() + got[1:] if got.islower() else got

    return re.sub(r"[^\s\u00a0]+", word, text)


def _sentence(parts: list[Part]) -> list[Part]:
    """Sentence case: all upper case text is lowered, then the first letter raised."""
    whole = "".join(_cased(parts))
    if whole.isupper():
        parts = [map_text(part, str.lower) for part in parts]
    return capitalize_first(parts)


def _cased(parts: list[Part]) -> list[str]:
    out: list[str] = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        elif not part.nocase:
            out.extend(_cased(part.parts))
    return out


class _Titler:
    """Title case over a tree of parts, which needs to know what came before and whether more follows."""

    def __init__(self) -> None:
        self.before = ""
        self.length = 0
        self.place = 0

    def run(self, parts: list[Part]) -> list[Part]:
        self.length = sum(1 for part in parts for text in leaves(part) for _ in _WORD.finditer(text))
        return self.walk(parts)

    def walk(self, parts: list[Part]) -> list[Part]:
        out: list[Part] = []
        for part in parts:
            if isinstance(part, str):
                out.append(self.text(part))
            elif part.nocase:
                self.place += sum(1 for _ in _WORD.finditer(plain(part)))
                self.before += "x"
                out.append(part)
            else:
                if part.quotes:
                    self.before += "“"
                out.append(part.with_parts(self.walk(part.parts)))
                if part.quotes:
                    self.before += "”"
        return out

    def text(self, text: str) -> str:
        def word(found: re.Match[str]) -> str:
            self.place += 1
            before = self.before + text[: found.start()]
            return self.word(found.group(), before, text[found.end() :])

        out = _WORD.sub(word, text)
        self.before += text
        return out

    def word(self, word: str, before: str, after: str) -> str:
        joined = before[-1:]
        continues = joined != "" and not joined.isspace() and joined not in "-–—/“‘("
        if continues or _has_capital(word):
            return word
        letter = _FIRST_LETTER.search(word)
        if not letter or (letter.start() and word[: letter.start()].isdigit()):
            return word
        core = word.strip("()[]{},.;:!?\"“”‘’'")
        starts = before.rstrip(' \u00a0"“‘([')[-1:] in ("", ":", ".", "?", "!")
        ends = self.place == self.length
        if core in STOP_WORDS and not starts and not ends and not after.startswith("-"):
            return word
        if joined == "-" and (core in STOP_WORDS or (len(core) == 1 and before[-2:-1].isdigit())):
            return word
        at = letter.start()
        return word[:at] + word[at].upper() + word[at + 1 :]


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)
