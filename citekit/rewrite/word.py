"""Word documents: their notes set in a style, in place; every other part of the package stays as it is."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from citekit.model import Diagnostic, Result
from citekit.readers.packages import MOST_BYTES, Package, attribute, local, parse_xml
from citekit.rewrite.errors import RewriteError
from citekit.rewrite.plan import NotePlan, plans
from citekit.rewrite.rendered import Setting, settings
from citekit.rewrite.source import figures, kept
from citekit.rewrite.wordnote import UnusualNoteError, note_elements, replace
from citekit.rewrite.wordpart import spliced

DEFAULT_STYLE = "chicago-notes-archival"


@dataclass(frozen=True, slots=True)
class RewrittenPackage:
    """The new file, what the writer should know of it, and how many notes of each kind it has."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    commands: int = 0
    mixed: int = 0
    prose: int = 0
    kept: int = 0


def rewrite_word(
    result: Result, data: bytes, style: str | None = None, *, expand_ibid: bool = False
) -> RewrittenPackage:
    """The Word document in *data*, of which *result* is the reading, with its notes set in *style*.

    ``expand_ibid`` writes the work where the note said Ibid.; without a style that is all that changes.

    Raises:
        RewriteError: the document has no notes of Word's own, or nothing was asked for.
        ReaderError: the package is damaged.
        StyleError: the style is not there or cannot be used.
    """
    if style is None and not expand_ibid:
        raise RewriteError("Which style?", "Name one: --style chicago-notes-archival (or use --expand-ibid).")
    planned = plans(result, repeat_pages=True)
    if planned and not any(plan.read.note.anchor for plan in planned):
        raise RewriteError(
            f"{result.document.name}: the notes are typed as text and are no footnotes of Word's own",
            "Rewrite it as LaTeX or Markdown (-t latex, -t markdown), which makes notes of them.",
        )
    found = [finding for plan in planned for finding in kept(plan)]
    from citekit.render.printed_names import in_printed_order

    works = in_printed_order(result)
    wanted, told = settings(planned, works, style or DEFAULT_STYLE, ibid=not expand_ibid)
    if style is None:
        wanted = [_only_ibid(plan, set_) for plan, set_ in zip(planned, wanted, strict=True)]
    package = _Parts(data, result.document.name)
    done: list[NotePlan] = []
    for plan, set_ in zip(planned, wanted, strict=True):
        obstacle = package.set(plan, set_)
        if obstacle is None:
            done.append(plan)
        else:
            found.append(obstacle)
            done.append(NotePlan(plan.read, "kept", (), (obstacle,)))
    found += _locks(package.package, result.document.name) if package.changed else []
    return RewrittenPackage(package.written(), (*found, *told), **figures(done))


def _locks(package: Package, name: str) -> list[Diagnostic]:
    """What the writer should know of a document that somebody protected or signed."""
    found = []
    main = package.relations("").get("officeDocument", "word/document.xml")
    options = package.xml(package.relations(main).get("settings", ""))
    children = options if options is not None else ()
    lock = next((child for child in children if local(child) == "documentProtection"), None)
    if lock is not None and attribute(lock, "enforcement") in ("1", "true", "on"):
        told = "The document is protected against editing; its notes were set all the same"
        help_ = "The protection stays as it is: ask whoever protected it whether notes may change."
        found.append(Diagnostic("rewrite-protected", told, source=name, help=help_))
    if "_xmlsignatures/origin.sigs" in package:
        told = "The document has a digital signature, which no longer holds for what was written"
        found.append(Diagnostic("rewrite-signed", told, source=name, help="Sign it anew."))
    return found


def _only_ibid(plan: NotePlan, wanted: Sequence[Setting]) -> list[Setting]:
    """What is written in place of an Ibid.; a note of several citations is set whole."""
    if plan.kind == "citations":
        return list(wanted) if any(item.ibid for group in plan.groups for item in group.items) else []
    return [
        one for one, group in zip(wanted, plan.groups, strict=True) if any(item.ibid for item in group.items)
    ]


@dataclass(slots=True)
class _Parts:
    """The parts of a package, of which those with notes are taken apart when a note changes."""

    data: bytes
    name: str
    roots: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    package: Package = field(init=False)
    changed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.package = Package(self.data, self.name, "Word document")

    def set(self, plan: NotePlan, wanted: Sequence[Setting]) -> Diagnostic | None:
        """Put *wanted* into the note of *plan*; what stood in the way, if something did."""
        if not wanted:
            return None
        note = plan.read.note
        part, _, id_ = note.anchor.partition("#")
        element = self._notes(part).get(id_)
        if element is None:
            return _untouched(plan, "it is not where it was read")
        try:
            replace(element, note.text, list(wanted))
        except UnusualNoteError as obstacle:
            return _untouched(plan, str(obstacle))
        self.changed.setdefault(part, {})[id_] = element
        return None

    def _notes(self, part: str) -> dict[str, Any]:
        """The notes of a part by their id."""
        if part not in self.notes:
            from lxml import etree

            data = self.package.read(part)
            if data is None:
                return {}
            parse_xml(data, f"{self.name}: {part}")  # refuses what is dangerous or broken
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            self.roots[part] = etree.fromstring(data, parser)
            self.notes[part] = note_elements(self.roots[part])
        return self.notes[part]

    def written(self) -> bytes:
        """The package with its changed parts; the others byte for byte."""
        if not self.changed:
            return self.data
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(out, "w") as new:
            new.comment = old.comment
            for entry in _entries(old, self.package):
                content = self.package.read(entry.filename) or b""
                if entry.filename in self.changed:
                    changed = self.changed[entry.filename]
                    content = spliced(content, self.roots[entry.filename], changed)
                new.writestr(copy.copy(entry), content, entry.compress_type)
        return out.getvalue()


def _entries(old: zipfile.ZipFile, package: Package) -> Iterable[zipfile.ZipInfo]:
    """The entries in their order, each name once."""
    seen: set[str] = set()
    total = 0
    for entry in old.infolist():
        total += entry.file_size
        if total > 4 * MOST_BYTES:
            raise package.damaged(f"it would take {total >> 20} MB")
        if entry.filename not in seen:
            seen.add(entry.filename)
            yield entry


def _untouched(plan: NotePlan, why: str) -> Diagnostic:
    return Diagnostic(
        "rewrite-untouched",
        f"Note {plan.read.note.n} stays as it is: {why}",
        note=plan.read.note.n,
        help="Set it by hand.",
    )
