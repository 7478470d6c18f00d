"""Notes put together from the paragraphs of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.model import Note, Span
from citekit.readers import inline
from citekit.readers.blocks import Line
from citekit.readers.joining import Joiner

_TRAILING = re.compile(r"(?:\s|\\$)+$")
_CLOSERS = "\"'”’»)]}）】〕》」』*_ "
_SENTENCE_END = ".!?…。！？；;"
_OPENERS = dict(zip("([{«（【〔《「『", ")]}»）】〕》」』", strict=True))
_RAISED_END = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳]+$")


@dataclass(slots=True)
class Paragraph:
    """A run of lines; ``skip`` characters of the first one are the printed number of a note."""

    lines: list[Line]
    skip: int = 0
    number: int | None = None
    same_block: bool = False
    heading: bool = False

    @property
    def span(self) -> Span:
        """The paragraph without its number, and without white space at its ends."""
        first, last = self.lines[0], self.lines[-1]
        start = first.start + self.skip
        end = last.start + len(_TRAILING.sub("", last.text))
        head = first.text[self.skip :]
        return Span(min(start + len(head) - len(head.lstrip()), max(end, start)), max(end, start))

    @property
    def parts(self) -> list[str]:
        """The lines without the number."""
        return [self.lines[0].text[self.skip :], *(line.text for line in self.lines[1:])]

    @property
    def text(self) -> str:
        """The lines in one, without the number."""
        return " ".join(part.strip() for part in self.parts).strip()


@dataclass(slots=True)
class Collected:
    """A note while its paragraphs are being found."""

    n: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    label: Span | None = None
    line: int = 0


class Builder:
    """Makes notes of collected paragraphs, as one document writes them."""

    def __init__(self, source: str, *, markdown: bool) -> None:
        self.joiner = Joiner(source)
        self.markdown = markdown

    def note(self, collected: Collected) -> Note:
        """The note: its paragraphs joined to one line, with its italic passages and places."""
        parts = [part for paragraph in collected.paragraphs for part in paragraph.parts]
        if self.markdown:
            parts = [part.removesuffix("\\") for part in parts]
        raw = self.joiner.join(parts)
        read = inline.markdown(raw) if self.markdown else inline.plain(raw)
        pieces = tuple(span for paragraph in collected.paragraphs if len(span := paragraph.span))
        return Note(collected.n, read.text, read.emphasis, pieces, collected.line, label=collected.label)


def labelled(n: str, first: Paragraph) -> Collected:
    """A note that begins with *first*, whose number takes the first ``skip`` characters of its line."""
    line = first.lines[0]
    indent = len(line.text) - len(line.text.lstrip())
    label = Span(line.start + min(indent, first.skip), line.start + first.skip) if first.skip else None
    return Collected(n, [first], label, line.number)


def ends_open(text: str) -> bool:
    """Whether *text* breaks off: no sentence ends it, nor a page number, an address or a year."""
    bare = _RAISED_END.sub("", text.rstrip(_CLOSERS)).rstrip(_CLOSERS)
    if not bare:
        return False
    return not (bare[-1] in _SENTENCE_END + ":：" or bare[-1].isdigit() or "://" in bare.rsplit(" ", 1)[-1])


def open_signs(text: str) -> int:
    """How many brackets and quotation marks *text* opens without closing them (negative: closes more)."""
    balance = sum(text.count(opener) - text.count(closer) for opener, closer in _OPENERS.items())
    low, high = text.count("„"), text.count("“")
    closing = min(low, high)  # “ closes „ and opens what ” closes
    balance += low + high - 2 * closing - text.count("”")
    straight = text.count('"') % 2
    return balance + straight if balance >= 0 else balance - straight


def starts_inside_sentence(text: str) -> bool:
    """Whether *text* begins with a small letter or with punctuation, as the rest of a sentence does."""
    for char in text.lstrip("\"'“‘«*_ \t"):
        return char.islower() or char in ",;:)]»”’–—.）》」，；："
    return False


def wraps(lines: Sequence[Line]) -> bool:
    """Whether a document's *lines* are cut at a margin rather than at the ends of paragraphs."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 30)
    return bool(lengths) and lengths[len(lengths) * 9 // 10] <= 130
