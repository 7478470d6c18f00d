"""The page: view values laid out by the templates, with style and script inside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from citekit.model import ReadNote, Result
from citekit.report.anchors import Anchors
from citekit.report.archives import source_names
from citekit.report.charts import charts
from citekit.report.fields import GROUPS, group_of, label_of
from citekit.report.filters import NOTE_STATES, WORK_STATES, filters
from citekit.report.findings import Finding, Remarks, collect
from citekit.report.notes import note_views
from citekit.report.timeline import timeline
from citekit.report.views import Figures, NoteView, WorkView
from citekit.report.works import known_works, work_views

if TYPE_CHECKING:
    from jinja2 import Environment

SCRIPTS = ("start.js", "lists.js", "fields.js", "keys.js", "page.js")
"""The parts of the script, in their order."""


def page(result: Result, findings: Iterable[Finding] = ()) -> str:
    """The report on a parsed document as one HTML page that needs nothing else.

    Args:
        result: what :func:`citekit.parse` gave back.
        findings: what ``citekit.lint.check`` found in it; they stand beside the parser's own diagnostics.
    """
    values = page_values(result, findings)
    style, script = _inlined("style.css"), "".join(map(_inlined, SCRIPTS))
    script = f"(() => {{\n{script}}})();\n"
    environment = _environment()
    return environment.get_template("page.html").render(
        **values,
        style=style,
        script=script,
        theme=_inlined("theme.js"),
        policy=_policy(style, script, _inlined("theme.js")),
    )


def page_values(result: Result, findings: Iterable[Finding] = ()) -> dict[str, Any]:
    """Everything the template prints."""
    anchors = Anchors()
    note_anchors = [anchors.new("note", read.note.n) for read in result.notes]
    by_number: dict[str, str] = {}
    for read, anchor in zip(result.notes, note_anchors, strict=True):
        by_number.setdefault(read.note.n, anchor)
    known = known_works(result.works, anchors)
    remarks = collect(result.diagnostics, findings, by_number)
    notes = note_views(result.notes, note_anchors, known, remarks)
    works = work_views(known, result.notes, note_anchors)
    sources = source_names(work.item for work in result.works)
    return {
        "name": PurePath(result.document.name).name,
        "figures": _figures(result.notes, works, remarks),
        "groups": GROUPS,
        "notes": [note for note in notes if not note.is_entry],
        "entries": [note for note in notes if note.is_entry],
        "note_filters": filters([note.facets for note in notes], NOTE_STATES, sources),
        "works": works,
        "work_filters": filters([work.facets for work in works], WORK_STATES, sources),
        "general": [remarks.view(remark) for remark in remarks.general],
        "timeline": timeline(known.values()),
        "by_anchor": {work.anchor: work for work in works},
        "charts": charts(works, sources),
        "data": _data(notes, works),
    }


def _figures(notes: Sequence[ReadNote], works: Sequence[WorkView], remarks: Remarks) -> Figures:
    entries = sum(read.note.is_entry for read in notes)
    cites = [cite for read in notes for cite in read.cites]
    return Figures(
        notes=len(notes) - entries,
        entries=entries,
        citations=len(cites),
        works=len(works),
        open=sum(cite.work is None for cite in cites),
        findings=remarks.number,
    )


def _data(notes: Iterable[NoteView], works: Iterable[WorkView]) -> Mapping[str, Any]:
    """What the script shows on demand: the fields of every note, everything that is said of every work."""
    names = dict.fromkeys(entry.name for note in notes for entry in note.fields)
    return {
        "labels": {name: [label_of(name), group_of(name)] for name in names},
        "notes": {
            note.anchor: [[f.name, f.value, f.rule, f.start, f.end] for f in note.fields]
            for note in notes
            if note.fields
        },
        "works": {work.anchor: work.values for work in works},
    }


@cache
def _inlined(name: str) -> str:
    """A file of the templates, with the line ends that a browser sees."""
    text = (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _policy(style: str, *scripts: str) -> str:
    """A Content Security Policy (CSP level 3) that allows this style, these scripts and no network at all."""
    listed = " ".join(map(_hash, scripts))
    allowed = f"script-src {listed}; style-src {_hash(style)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
