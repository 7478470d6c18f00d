"""From bytes to text: Unicode where the bytes say so, else the national encoding that the bytes speak for.

Text that is not Unicode carries no name of its encoding.  GB 18030, Big5, Windows-1251, KOI8-R and
Windows-1252 each favour another range of bytes for the commonest characters (GB/T 2312 keeps its 3,755
common characters in lead bytes B0-D7, Big5 its 5,401 in A4-C6, Windows-1251 small Cyrillic letters in
E0-FF, KOI8-R in C0-DF), so the share of bytes in that range tells them apart.  Where none of the ranges
is clearly filled, nothing is guessed and the error names what was tried.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from citekit.readers.errors import ReaderError

_SAMPLE = 1 << 20  # bytes looked at to tell an encoding; the whole is then decoded strictly
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_TRIED = "UTF-8, UTF-16, GB 18030, Big5, Windows-1251, KOI8-R and Windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the Python name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """The text in *data*; a stray NUL character becomes a space.

    *name* is the name of the source for messages.  Raises ReaderError for binary data and for text whose
    encoding cannot be known.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return _strictly(data, wide, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _national(data, name)
    _refuse_binary(text, name)
    return Decoded(text.replace("\0", " "), "utf-8")


def _strictly(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReaderError(
            f"{name}: begins as {encoding.upper()} text, but byte {error.start} does not belong to it",
            "The file was probably cut off or damaged: open it in an editor and save it as UTF-8.",
        ) from None
    _refuse_binary(text, name)
    return Decoded(text.replace("\0", " "), encoding)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of spaces, digits and Latin letters is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # A text in Chinese has few zero bytes, but its line ends and spaces still have theirs on one side only.
    if odd > 20 * even and odd * 50 >= len(sample):
        return "utf-16-le"
    if even > 20 * odd and even * 50 >= len(sample):
        return "utf-16-be"
    return None


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:_SAMPLE]
    strange = len(_CONTROL.findall(sample))
    if strange * 100 > len(sample):
        raise ReaderError(
            f"{name}: is not a text ({strange} control characters in the first {len(sample)})",
            "Name the document itself: a .md, .txt, .docx, .odt, .html, .tex, .pdf or .jsonl file.",
        )


def _national(data: bytes, name: str) -> Decoded:
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f\x0b\x1a\x1b" for byte in sample)
    if controls * 100 <= len(sample):
        for encoding, speaks in _CANDIDATES:
            if speaks(sample, high):
                try:
                    return Decoded(data.decode(encoding), encoding)
                except UnicodeDecodeError:
                    continue
        damaged = _mostly_utf8(data, name)
        if damaged is not None:
            raise damaged
        raise ReaderError(
            f"{name}: the encoding of this text cannot be told; tried {_TRIED}",
            "Open it in the program that wrote it and save it as UTF-8.",
        )
    raise ReaderError(
        f"{name}: is not a text but binary data",
        "Name the document itself: a .md, .txt, .docx, .odt, .html, .tex, .pdf or .jsonl file.",
    )


def _mostly_utf8(data: bytes, name: str) -> ReaderError | None:
    """The error for a UTF-8 text with a few damaged bytes, with the line of the first one."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    beyond_ascii = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text[:_SAMPLE]))
    if bad > 100 or beyond_ascii < 20 * bad:
        return None
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return ReaderError(
        f"{name}:{line}: damaged UTF-8 text ({bad} characters cannot be read)",
        "Open it in an editor, mend the place and save it as UTF-8.",
        line=line,
    )


def _pairs(sample: bytes) -> list[bytes]:
    return _HIGH_PAIR.findall(sample)


def _speaks_gb18030(sample: bytes, high: int) -> bool:
    pairs = _pairs(sample)
    common = sum(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    signs = sum(0xA1 <= pair[0] <= 0xA3 and pair[1] >= 0xA1 for pair in pairs)
    return bool(common) and (common + signs) * 10 >= len(pairs) * 8 and common * 2 >= len(pairs)


def _speaks_big5(sample: bytes, high: int) -> bool:
    pairs = _pairs(sample)
    common = sum(0xA1 <= pair[0] <= 0xC6 for pair in pairs)
    low_trail = sum(pair[1] < 0x80 for pair in pairs)
    return len(pairs) >= 10 and common * 10 >= len(pairs) * 9 and low_trail * 5 >= len(pairs)


def _cyrillic_words(sample: bytes) -> bytes:
    return b"".join(re.findall(rb"[\xc0-\xff]{3,}", sample))


def _speaks_cp1251(sample: bytes, high: int) -> bool:
    words = _cyrillic_words(sample)
    return len(words) * 10 >= high * 6 and sum(byte >= 0xE0 for byte in words) * 10 >= len(words) * 7


def _speaks_koi8(sample: bytes, high: int) -> bool:
    words = _cyrillic_words(sample)
    return len(words) * 10 >= high * 6 and sum(byte < 0xE0 for byte in words) * 10 >= len(words) * 7


def _speaks_cp1252(sample: bytes, high: int) -> bool:
    """Western text: single accented letters and typographic signs among many ASCII letters."""
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", sample))
    unassigned = sum(byte in b"\x81\x8d\x8f\x90\x9d" for byte in sample)
    return not unassigned and high * 5 <= len(sample) and alone * 10 >= high * 8


_CANDIDATES = (
    ("cp1252", _speaks_cp1252),
    ("cp1251", _speaks_cp1251),
    ("koi8-r", _speaks_koi8),
    ("gb18030", _speaks_gb18030),
    ("big5", _speaks_big5),
)
