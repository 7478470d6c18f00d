"""A bibliography in sections, entries for whole collections and fonds, and the abbreviations it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from citekit.render.archival import is_published_document
from citekit.render.shelfmarks import UNPUBLISHED

ARCHIVES, DOCUMENTS, BOOKS, PRESS, WEB = "archives", "documents", "books", "press", "web"
ORDER = (ARCHIVES, DOCUMENTS, BOOKS, PRESS, WEB)
HEADINGS = {
    "en": ("Archives", "Published Documents", "Books and Articles", "Newspapers and Magazines", "Websites"),
    "zh": ("档案", "文献资料", "著作与论文", "报刊", "网络资料"),
    "ru": (
        "Архивные источники",
        "Опубликованные документы",
        "Литература",
        "Периодическая печать",
        "Интернет-ресурсы",
    ),
}
"""The headings of the sections, in their order, by language."""
_COLLECTION = "collection:"
"""What the id of a collection begins with that stands for its documents."""
_PRESS = frozenset(("article-newspaper", "article-magazine"))
_WEB = frozenset(("webpage", "post", "post-weblog"))
_ACRONYM = re.compile(r"^(.+?)\s*[(（]([^()（）]{2,12})[)）]$")


def section_of(item: Mapping[str, Any]) -> str:
    """The section an item belongs to."""
    kind = item.get("type")
    if kind in UNPUBLISHED or item.get("archive"):
        return ARCHIVES
    if (
        is_published_document(item)
        or str(item.get("id", "")).startswith(_COLLECTION)
        or kind in ("legislation", "bill", "treaty", "legal_case", "hearing")
    ):
        return DOCUMENTS
    if kind in _PRESS:
        return PRESS
    return WEB if kind in _WEB else BOOKS


def heading_of(section: str, language: str) -> str:
    """The heading of a section in a language, English where there is none."""
    return HEADINGS.get(language[:2], HEADINGS["en"])[ORDER.index(section)]


def whole_collections(items: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Items with the documents of one collection, or of one fond, put together into one.

    Returns the items and, for every id that was put away, the id of what stands for it.
    """
    out: dict[str, dict[str, Any]] = {}
    volumes: dict[str, set[str]] = {}
    stands_for: dict[str, str] = {}
    for item in items:
        whole = _collection(item) or _fond(item)
        if whole is None:
            out[str(item.get("id"))] = dict(item)
            continue
        key = str(whole["id"])
        if whole.get("volume"):
            volumes.setdefault(key, set()).add(str(whole["volume"]))
        out[key] = {**whole, **out.get(key, {})}
        stands_for[str(item.get("id"))] = key
    for key, cited in volumes.items():
        out[key]["volume"] = _ranges(sorted(cited, key=_volume_rank))
    return list(out.values()), stands_for


def _collection(item: Mapping[str, Any]) -> dict[str, Any] | None:
    if not is_published_document(item) or not item.get("container-title"):
        return None
    custom = item.get("custom") if isinstance(item.get("custom"), Mapping) else {}
    assert isinstance(custom, Mapping)
    kept = (
        "editor",
        "translator",
        "publisher",
        "publisher-place",
        "issued",
        "language",
        "collection-title",
        "volume",
    )
    whole: dict[str, Any] = {key: item[key] for key in kept if item.get(key)}
    whole.update(type="book", title=item["container-title"])
    if custom.get("original-container-title"):
        whole["original-title"] = custom["original-container-title"]
    if custom.get("translated-container-title"):
        whole["custom"] = {"translated-title": custom["translated-container-title"]}
    whole["id"] = _COLLECTION + str(item["container-title"])
    return whole


def _fond(item: Mapping[str, Any]) -> dict[str, Any] | None:
    if item.get("type") not in UNPUBLISHED or not item.get("archive"):
        return None
    kept = ("archive", "archive-place", "archive_collection", "language")
    whole: dict[str, Any] = {key: item[key] for key in kept if item.get(key)}
    whole["type"] = "document"
    whole["id"] = f"fond:{item.get('archive')}:{item.get('archive_collection', '')}"
    return whole


def _ranges(volumes: list[str]) -> str:
    """Volumes in order, consecutive numbers as a range: "1, 3–5"."""
    runs: list[list[str]] = []
    for volume in volumes:
        follows = (
            runs and volume.isdigit() and runs[-1][-1].isdigit() and int(volume) == int(runs[-1][-1]) + 1
        )
        if follows:
            runs[-1].append(volume)
        else:
            runs.append([volume])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _volume_rank(volume: str) -> tuple[int, str]:
    number = re.search(r"\d+", volume)
    return (int(number.group()) if number else 0, volume)


def abbreviations(items: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The abbreviations of repositories and collections, with what they stand for, in order.

    They are those in ``custom.abbreviation`` and those printed in parentheses after a repository's name.
    """
    found: dict[str, str] = {}
    for item in items:
        custom = item.get("custom")
        if isinstance(custom, Mapping) and custom.get("abbreviation"):
            full = (
                item.get("title") if item.get("type") == "book" else item.get("archive") or item.get("title")
            )
            found.setdefault(str(custom["abbreviation"]), str(full or ""))
        for key in ("archive", "container-title"):
            got = _ACRONYM.match(str(item.get(key) or ""))
            if got and got.group(2).upper() == got.group(2) and not got.group(2).isdigit():
                found.setdefault(got.group(2), got.group(1))
    return sorted((pair for pair in found.items() if pair[1]), key=lambda pair: pair[0].casefold())
