"""Formats that no well-kept library reads with their notes: the writer hears what to do instead."""

from __future__ import annotations

from typing import NoReturn

from citekit.readers.errors import ReaderError


def refuse(data: bytes, name: str) -> NoReturn:
    """Raise the ReaderError that tells how to make a readable document."""
    raise ReaderError(
        f"{name}: documents of this format cannot be read with their notes",
        "Open it in Word or LibreOffice and save it as .docx or .odt.",
    )
