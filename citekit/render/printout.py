"""Notes and bibliography of a document or a library as one text: what ``citekit render`` writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape as escape_html
from typing import Any, Literal, TypeAlias

from citekit.model import Diagnostic, Item, Result
from citekit.render.document import render_notes
from citekit.render.options import Options
from citekit.render.printed_names import in_printed_order
from citekit.render.processor import Processor

Parts: TypeAlias = Literal["notes", "bibliography", "both"]

HEADINGS = {
    "en": {"abbreviations": "Abbreviations", "notes": "Notes", "bibliography": "Bibliography"},
    "zh": {"abbreviations": "缩略语", "notes": "注释", "bibliography": "参考文献"},
    "ru": {
        "abbreviations": "Список сокращений",
        "notes": "Примечания",
        "bibliography": "Список источников и литературы",
    },
}
"""What the parts are called, by the language of the style; English where there is none."""

_HTML = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.5 }}
.entry {{ margin: .4em 0; padding-left: 2em; text-indent: -2em }}
.csl-left-margin, .csl-right-inline {{ display: inline }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
_RTF = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\fs24\n"


@dataclass(frozen=True, slots=True)
class Request:
    """What shall be printed.

    ``parts``          notes, bibliography or both
    ``output``         one of :data:`citekit.render.outputs.FORMATS`
    ``options``        those fields of :class:`Options` that the writer chose
    ``sections``       the bibliography in sections, archives first
    ``abbreviations``  a list of the abbreviations in front
    """

    style: str
    parts: Parts = "both"
    output: str = "text"
    locale: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    sections: bool = False
    abbreviations: bool = False


@dataclass(frozen=True, slots=True)
class Printout:
    """The text, and what the writer should know of it."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with its level (0: none), and entries, numbered as notes are or not."""

    heading: str
    level: int
    entries: tuple[tuple[str, str], ...]


def print_document(result: Result, request: Request) -> Printout:
    """The notes of a parsed document, set again, and the bibliography of all its works.

    Raises:
        StyleError: the style is not there or cannot be used.
    """
    items = in_printed_order(result)
    processor = Processor(
        request.style, items, request.locale, request.output, replace(Options(), **request.options)
    )
    processor.list_also(str(item["id"]) for item in items)
    notes = render_notes(result, processor)
    open_ = _open_citations(result) if request.parts != "bibliography" else []
    return _printed(processor, request, notes, result.document.name, open_)


def print_works(items: Sequence[Item], name: str, request: Request) -> Printout:
    """The works of a library: as notes, each as it is cited first, in their order.

    Raises:
        StyleError: the style is not there or cannot be used.
    """
    processor = Processor(request.style, items, request.locale, request.output)
    if request.options:
        chosen = replace(processor.options, **request.options)
        processor = Processor(request.style, items, request.locale, request.output, chosen)
    citations = [
        {"items": [{"id": item["id"]}], "noteIndex": n} for n, item in enumerate(items, 1) if item.get("id")
    ]
    notes = [(str(n), text) for n, text in enumerate(processor.cite(citations), 1)]
    return _printed(processor, request, notes, name, [])


def _open_citations(result: Result) -> list[Diagnostic]:
    """The citations that stay as they were typed, since their work is not known."""
    return [
        Diagnostic(
            "render-as-typed",
            f"“{cite.raw}” stays as it was typed: its work is not known",
            "warning",
            note=note.note.n,
            span=cite.reference.citation.span,
            help="Set it by hand; an Ibid. there points at what stood before it in your text.",
        )
        for note in result.notes
        if not note.note.is_entry
        for cite in note.cites
        if not cite.work
    ]


def _printed(
    processor: Processor,
    request: Request,
    notes: Iterable[tuple[str, str]],
    name: str,
    found: Iterable[Diagnostic],
) -> Printout:
    words = HEADINGS.get(processor.program.language[:2], HEADINGS["en"])
    escape = processor.format.escape
    parts: list[_Part] = []
    if request.abbreviations:
        listed = [("", escape(f"{short} — {full}")) for short, full in processor.abbreviations()]
        parts.append(_Part(escape(words["abbreviations"]), 1, tuple(listed)))
    if request.parts != "bibliography":
        parts.append(_Part(escape(words["notes"]), 1, tuple(notes)))
    if request.parts != "notes":
        parts += _bibliography(processor, request, escape(words["bibliography"]))
    parts = [part for place, part in enumerate(parts) if part.entries or _has_sections(parts, place)]
    if len(parts) == 1:
        parts = [replace(parts[0], level=0)]
    text = _WRITERS[request.output](parts)
    if request.output == "html":
        text = _HTML.format(body=text, title=escape_html(name), language=processor.program.language)
    return Printout(text, tuple(dict.fromkeys((*found, *processor.diagnostics))))


def _has_sections(parts: Sequence[_Part], place: int) -> bool:
    return place + 1 < len(parts) and parts[place + 1].level > parts[place].level


def _bibliography(processor: Processor, request: Request, heading: str) -> list[_Part]:
    if not request.sections:
        return [_Part(heading, 1, tuple(("", entry) for entry in processor.bibliography()))]
    escape = processor.format.escape
    return [
        _Part(heading, 1, ()),
        *(
            _Part(escape(title), 2, tuple(("", entry) for entry in entries))
            for title, entries in processor.sections()
        ),
    ]


def _text(parts: Sequence[_Part]) -> str:
    blocks = []
    for part in parts:
        lines = [part.heading, ""] if part.level else []
        lines += [f"{n}. {entry}" if n else entry for n, entry in part.entries]
        blocks.append("\n".join(lines).rstrip() + "\n")
    return "\n".join(blocks)


def _markdown(parts: Sequence[_Part]) -> str:
    blocks = []
    for part in parts:
        if part.level:
            blocks.append(f"{'#' * part.level} {part.heading}")
        numbers = [n for n, _ in part.entries]
        counts_up = numbers[:1] and numbers == [str(n) for n in range(1, len(numbers) + 1)]
        dot = "." if counts_up else "\\."  # a list would count its items anew
        blocks += [f"{n}{dot} {entry}" if n else entry for n, entry in part.entries]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _html(parts: Sequence[_Part]) -> str:
    lines = []
    for part in parts:
        if part.level:
            lines.append(f"<h{part.level}>{part.heading}</h{part.level}>")
        lines += [
            f'<div class="note">{escape_html(n)}. {entry}</div>' if n else f'<div class="entry">{entry}</div>'
            for n, entry in part.entries
        ]
    return "\n".join(lines)


def _latex(parts: Sequence[_Part]) -> str:
    lines = []
    for part in parts:
        if part.level:
            lines.append(f"\\{'sub' * (part.level - 1)}section*{{{part.heading}}}")
        lines += [f"\\par\\noindent\\hangindent=1.5em {_numbered(n)}{entry}" for n, entry in part.entries]
    return "\n".join(lines) + "\n" if lines else ""


def _rtf(parts: Sequence[_Part]) -> str:
    lines = []
    for part in parts:
        if part.level:
            lines.append(f"{{\\pard\\sb240\\sa120\\keepn\\b {part.heading}\\par}}")
        lines += [f"{{\\pard\\li480\\fi-480\\sa80 {_numbered(n)}{entry}\\par}}" for n, entry in part.entries]
    return _RTF + "\n".join(lines) + "\n}\n"


def _numbered(n: str) -> str:
    return f"{n}. " if n else ""


_WRITERS = {"text": _text, "markdown": _markdown, "html": _html, "latex": _latex, "rtf": _rtf}
