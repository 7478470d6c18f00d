"""Zip packages of XML parts (Word, OpenDocument), opened so that a hostile one can do no harm.

Nothing is unpacked to disk: parts are read by their names inside the package, so a name that points outside
("../x", "/etc/x") leads nowhere.  Sizes are bounded before and while unpacking.  XML is parsed without
entities, without DTD and without network.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from citekit.model import Diagnostic
from citekit.readers.errors import ReaderError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 300 << 20  # of one part; document.xml of a thesis of 1,000 pages has about 20 MB
_MOST_ENTRIES = 20_000
# What zipfile raises for damaged packages, depending on where the damage is.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """A zip package that gives its parts as bytes or XML trees."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        """Open *data*; *kind* is what the writer calls such a file ("Word document").

        Raises ReaderError for data that is no such package, is encrypted, or is damaged.
        """
        self.name = name
        self.kind = kind
        if data.startswith(_OLE):
            raise ReaderError(
                f"{name}: is protected with a password, or in the old binary format",
                "Open it in Word or LibreOffice and save it without a password as .docx or .odt.",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged(str(error)) from None
        self._parts = {entry.filename: entry for entry in self._zip.infolist()}
        if len(self._parts) > _MOST_ENTRIES:
            raise self.damaged(f"{len(self._parts)} parts")
        if any(entry.flag_bits & 1 for entry in self._parts.values()):
            raise ReaderError(f"{name}: is encrypted", "Save it without a password.")

    def damaged(self, reason: str) -> ReaderError:
        """The error for a package that cannot be used, with the *reason*."""
        return ReaderError(
            f"{self.name}: is no {self.kind}, or a damaged one ({reason})",
            "Open it in the program that wrote it and save it again.",
        )

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def strange_names(self) -> list[Diagnostic]:
        """A diagnostic where parts have names that point outside the package."""
        strange = [
            part
            for part in self._parts
            if part.startswith(("/", "\\")) or ".." in part.split("/") or ":" in part
        ]
        if not strange:
            return []
        return [
            Diagnostic(
                "package-strange-part",
                f"The package has parts whose names point outside it ({strange[0]!r}); they were not read",
                source=self.name,
                help="No writing program makes such a file: ask where it comes from.",
            )
        ]

    def read(self, part: str) -> bytes | None:
        """The bytes of *part*, or None where there is none.

        Raises ReaderError where it is damaged or too large.
        """
        entry = self._parts.get(part)
        if entry is None:
            return None
        if entry.file_size > MOST_BYTES:
            raise self.damaged(f"{part} would take {entry.file_size >> 20} MB")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(MOST_BYTES + 1)
        except _BROKEN as error:
            raise self.damaged(f"{part}: {error}") from None
        if len(data) > MOST_BYTES:
            raise self.damaged(f"{part} is larger than it says")
        return data

    def xml(self, part: str) -> _Element | None:
        """The root of *part*, or None where there is none; raises ReaderError where it is no XML."""
        data = self.read(part)
        return None if data is None else parse_xml(data, f"{self.name}: {part}")

    def relations(self, part: str) -> dict[str, str]:
        """The parts that *part* refers to: the last word of the kind of relation -> the name of the part.

        External targets and targets outside the package are left out.
        """
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            target, kind = relation.get("Target", ""), relation.get("Type", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            if path in self._parts:
                found.setdefault(kind.rsplit("/", 1)[-1], path)
        return found


def parse_xml(data: bytes, name: str) -> _Element:
    """The root element of *data*; raises ReaderError for broken XML and for a document type declaration."""
    from lxml import etree

    head = data[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or "<!DOCTYPE".encode("utf-16-le") in head:
        raise ReaderError(
            f"{name}: declares a document type, which no office document does",
            "It may be meant to do harm: ask where it comes from.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReaderError(
            f"{name}: is no well-formed XML ({error})",
            "Open it in the program that wrote it and save it again.",
        ) from None


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The value of the attribute called *name*, in whatever namespace it is."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None
