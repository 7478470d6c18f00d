"""Original, romanised and translated titles: which of them an item prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.render.items import CJK, CYRILLIC
from citekit.render.options import Originals

_TITLES = (
    ("title", "original-title", "translated-title"),
    ("container-title", "original-container-title", "translated-container-title"),
)


def choose_titles(
    item: Mapping[str, Any], originals: Originals | None, style_language: str = ""
) -> dict[str, Any]:
    """The item with its titles as the option asks, or as befits a style of that language.

    ``original-title`` is taken away where it has been used, so that no style adds "originally published as".
    What stands beside a title, in brackets or parentheses, is neither italic nor subject to title case.
    """
    out = dict(item)
    if originals == "as-is":
        return out
    custom = out.get("custom") if isinstance(out.get("custom"), Mapping) else {}
    assert isinstance(custom, Mapping)
    for name, original_name, translated_name in _TITLES:
        title = out.get(name)
        original = out.get(original_name) or custom.get(original_name)
        translated = custom.get(translated_name)
        if original and title:
            chosen = originals or _fitting(str(original), style_language)
            if not originals and name == "container-title" and _is_translated(out, style_language):
                chosen = "translated"  # one note is in one language
            out[name] = _with_original(str(title), str(original), chosen)
            out.setdefault(name + "-short", str(original if chosen == "original" else title))
        elif translated and title:
            out[name] = f"{title} {_plain(f'[{translated}]')}"
            out.setdefault(name + "-short", str(title))
        out.pop(original_name, None)
    return out


def _fitting(original: str, style_language: str) -> Originals:
    """A Chinese style prints Chinese titles, a Russian one Russian ones; others translation and original."""
    script = {"zh": CJK, "ru": CYRILLIC}.get(style_language[:2])
    return "original" if script and script.search(original) else "translated"


def _is_translated(item: Mapping[str, Any], style_language: str) -> bool:
    """Whether the title of *item* is not in the language of a Chinese or Russian style."""
    title = str(item.get("title") or "")
    script = {"zh": CJK, "ru": CYRILLIC}.get(style_language[:2])
    return bool(title) and script is not None and script.search(title) is None


def _with_original(title: str, original: str, originals: Originals) -> str:
    if originals == "original":
        return original
    if originals == "romanised":
        return f"{romanised(original)} {_plain(f'[{title}]')}"
    return f"{title} {_plain(f'({original})')}"


def upright(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with titles in Chinese characters kept upright: their fonts have no italics."""
    out = dict(item)
    for name in ("title", "title-short", "container-title"):
        title = str(out.get(name) or "")
        if CJK.match(title.lstrip("《“‘「")) and "<span" not in title:
            out[name] = _plain(title)
    return out


def _plain(text: str) -> str:
    return f'<span class="nodecor">{text}</span>'


def romanised(title: str) -> str:
    """A title in Latin letters: pinyin for Chinese, ALA-LC for Cyrillic; the first letter a capital."""
    from citekit.names import romanise

    text = romanise.text(title)
    if CJK.search(title):
        text = (
            text.replace(" ：", ":")
            .replace("：", ":")
            .replace(" ，", ",")
            .replace("，", ",")
            .replace("、", ",")
        )
    return text[:1].upper() + text[1:]
