"""A part of a Word package with some of its notes replaced: every other byte of it stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

_NAMESPACE = re.compile(rb"\sxmlns(?::(?P<prefix>[\w.-]+))?=(?:\"[^\"]*\"|'[^']*')")
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_OTHER_ENCODING = re.compile(rb"encoding=[\"'](?!utf-8)", re.IGNORECASE)


def spliced(part: bytes, root: Any, changed: Mapping[str, Any]) -> bytes:
    """*part* with the notes *changed*, by their id, in place of the old ones; *root* is its tree.

    A part in another encoding than UTF-8 is written anew.
    """
    from lxml import etree

    head = _DECLARATION.match(part)
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or (head and _OTHER_ENCODING.search(head[0])):
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + etree.tostring(
            root, encoding="UTF-8"
        )
    out, at = [], 0
    for start, end, id_ in sorted((*span, id_) for id_, span in _spans(part).items() if id_ in changed):
        out += [part[at:start], _alone(changed[id_], root)]
        at = end
    return b"".join([*out, part[at:]])


def _spans(part: bytes) -> dict[str, tuple[int, int]]:
    """Where each note of a part stands, by its id."""
    found: dict[str, tuple[int, int]] = {}
    opened: list[tuple[str, int]] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        id_ = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
        opened.append(
            (id_ if name.rpartition(":")[2] in ("footnote", "endnote") else "", parser.CurrentByteIndex)
        )

    def end(_name: str) -> None:
        id_, begin = opened.pop()
        if len(opened) == 1 and id_:
            found[id_] = (begin, part.index(b">", parser.CurrentByteIndex) + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(part, True)
    return found


def _alone(element: Any, root: Any) -> bytes:
    """*element* as it stands within *root*, which declares the namespaces."""
    from lxml import etree

    element.tail = None
    head, sign, rest = etree.tostring(element, encoding="UTF-8").partition(b">")
    head = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", head)
    own = {prefix for prefix, uri in element.nsmap.items() if root.nsmap.get(prefix) != uri}

    def kept(found: re.Match[bytes]) -> bytes:
        prefix = found["prefix"].decode() if found["prefix"] else None
        return found[0] if prefix in own else b""

    return bytes(_NAMESPACE.sub(kept, head) + sign + rest)
