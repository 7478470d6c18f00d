"""Runs of a Word note with the looks that a style asks for.

WordprocessingML: ECMA-376 Part 1, 17.3.2 (run properties).  The font, the size and whatever else the writer
gave the note stay; what a citation is set in, italics, small capitals, raised figures, is the style's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from citekit.readers.packages import local
from citekit.rewrite.rendered import Look

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LOOKS = {
    "italic": ("i", "iCs"), "bold": ("b", "bCs"), "capitals": ("smallCaps",), "underlined": ("u",),
    "raised": ("vertAlign",), "lowered": ("vertAlign",),
}  # fmt: skip
_VALUES = {"underlined": "single", "raised": "superscript", "lowered": "subscript"}
# The order in which the schema wants the properties of a run (CT_RPr).
_ORDER = (
    """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
).split()
_RESET = frozenset("rStyle b bCs i iCs caps smallCaps u vertAlign lang color rPrChange".split())

_EAST = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_KANA, _HANGUL = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\uac00-\ud7af]")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
# Signs that Chinese and Western fonts share and set differently (ECMA-376 Part 1, 17.3.2.26, "hint").
_SHARED = frozenset("“”‘’—…·–")


def runs(model: Any, look: Look) -> list[Any]:
    """Runs like *model*, without looks of its own, that print *look*."""
    properties = next((child for child in model if local(child) == "rPr"), None)
    return [_run(model, properties, look, text, east) for text, east in _by_font(look.text)]


def _run(model: Any, properties: Any, look: Look, text: str, east: bool) -> Any:
    namespace = model.tag.rpartition("}")[0] + "}"
    run = model.makeelement(model.tag, nsmap=model.nsmap)
    made = deepcopy(properties) if properties is not None else model.makeelement(f"{namespace}rPr")
    for child in list(made):
        if local(child) in _RESET:
            made.remove(child)
    for name in sorted(look.looks):
        for tag in _LOOKS[name]:
            element = made.makeelement(f"{namespace}{tag}")
            if name in _VALUES:
                element.set(f"{namespace}val", _VALUES[name])
            made.append(element)
    _hint(made, namespace, east)
    _language(made, namespace, text)
    made[:] = sorted(made, key=_rank)
    if len(made):
        run.append(made)
    printed = run.makeelement(f"{namespace}t")
    printed.text = text
    if text != text.strip():
        printed.set(SPACE, "preserve")
    run.append(printed)
    return run


def _rank(element: Any) -> int:
    name = local(element)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _by_font(text: str) -> Iterator[tuple[str, bool]]:
    """*text* in pieces whose shared signs are all Chinese or all Western, with which of the two they are."""
    start, kind = 0, None
    for at, sign in enumerate(text):
        if sign not in _SHARED:
            continue
        here = _is_east(text, at)
        if kind is not None and here != kind:
            yield text[start:at], kind
            start = at
        kind = here
    yield text[start:], bool(kind)


def _is_east(text: str, at: int) -> bool:
    """Whether the shared sign at *at* stands among Chinese characters, or at the edge of them."""
    before = next((c for c in reversed(text[:at]) if c not in _SHARED), "")
    after = next((c for c in text[at + 1 :] if c not in _SHARED), "")
    beside = [c for c in (before, after) if c]
    return bool(beside) and all(_EAST.match(c) for c in beside)


def _hint(properties: Any, namespace: str, east: bool) -> None:
    """Say of signs among Chinese characters that they are set in the Chinese font, and of others not."""
    fonts = next((child for child in properties if local(child) == "rFonts"), None)
    if east:
        if fonts is None:
            fonts = properties.makeelement(f"{namespace}rFonts")
            properties.append(fonts)
        fonts.set(f"{namespace}hint", "eastAsia")
    elif fonts is not None:
        fonts.attrib.pop(f"{namespace}hint", None)
        if not len(fonts.attrib):
            properties.remove(fonts)


def _language(properties: Any, namespace: str, text: str) -> None:
    """The language of characters that are not Latin: it chooses their forms, and the spelling checker."""
    language = properties.makeelement(f"{namespace}lang")
    if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)):
        language.set(f"{namespace}val", "ru-RU")
    if _EAST.search(text):
        east = "ja-JP" if _KANA.search(text) else "ko-KR" if _HANGUL.search(text) else "zh-CN"
        language.set(f"{namespace}eastAsia", east)
    if len(language.attrib):
        properties.append(language)
