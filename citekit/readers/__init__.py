"""Readers: from what a writer has (Markdown, Word, PDF ...) to a Document of body, notes and bibliography.

``read`` and ``read_text`` give one Document, ``read_many`` several with numbers that do not clash.  What
cannot be read at all raises ReaderError; everything else is a Document whose diagnostics say what the
writer should look at.
"""

from __future__ import annotations

from citekit.readers.decoding import Decoded, decode
from citekit.readers.errors import ReaderError
from citekit.readers.registry import Format, formats
from citekit.readers.sources import read, read_bytes, read_many, read_text

__all__ = [
    "Decoded",
    "Format",
    "ReaderError",
    "decode",
    "formats",
    "read",
    "read_bytes",
    "read_many",
    "read_text",
]
