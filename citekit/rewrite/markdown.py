"""Markdown (or plain text) to Pandoc's Markdown: byte for byte the same but for its notes.

A note that is nothing but citations becomes a citation where it was called, and what was its text goes.  The
others stay notes: one with prose gets its citations inside, one that was not understood stays as typed.
Notes typed with raised numbers become ``[^n]``, since numbers of two kinds cannot be mixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.model import Diagnostic, Document, Result, Span
from citekit.rewrite import pandoccites
from citekit.rewrite.plan import NotePlan, plans
from citekit.rewrite.source import (
    Edit,
    Rewritten,
    cannot_cut,
    figures,
    kept,
    raw_of,
    regions,
    splice,
    with_blanks,
    with_citations,
)

_CALL = re.compile(r"\[\^[^\]]+\]")
_INLINE = "^["
_LANGUAGE = re.compile(r"^lang:[ \t]*[\"']?([A-Za-z]+)", re.MULTILINE)


def to_markdown(result: Result, *, repeat_pages: bool = False) -> Rewritten:
    """The document of *result*, which is Markdown or plain text, with citations in place of its notes.

    Word, OpenDocument and HTML come as the Markdown that their reader makes of them.  *repeat_pages* gives a
    bare Ibid. the pages that it stands for.
    """
    return _InPlace(result, repeat_pages).run()


@dataclass(slots=True)
class _InPlace:
    result: Result
    repeat_pages: bool
    document: Document = field(init=False)
    english: bool = field(init=False)
    edits: list[Edit] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.document = self.result.document
        language = _LANGUAGE.search(self.document.source[:4000])
        self.english = language is None or language[1].lower() == "en"

    def run(self) -> Rewritten:
        """All edits made."""
        source = self.document.source
        planned = []
        appended: list[str] = []
        called: dict[str, list[Span]] = {}
        for mark in self.document.marks:
            called.setdefault(mark.n, []).append(mark.span)
        for plan in plans(self.result, repeat_pages=self.repeat_pages):
            calls = called.get(plan.read.note.n, [])
            plan, rewritten = self._planned(plan, calls)
            planned.append(plan)
            if plan.kind == "citations" and calls:
                self._in_text(plan, calls)
            elif not plan.read.note.pieces:
                text = rewritten if rewritten is not None else raw_of(plan.read.note, self.document).text
                appended.append(f"[^{plan.read.note.n}]: {text}\n")
            else:
                self._as_note(plan, calls, rewritten)
            self.found += kept(plan)
        text = splice(source, self.edits)
        if appended:
            text = text.rstrip("\n") + "\n\n" + "\n".join(appended)
        return Rewritten(text, tuple(self.found), **figures(planned))

    def _planned(self, plan: NotePlan, calls: list[Span]) -> tuple[NotePlan, str | None]:
        """*plan*, and the source of the note with its citations, if it has such among prose."""
        if plan.kind == "citations" and calls and not any(self._touching(call) for call in calls):
            return plan, None
        if plan.kind not in ("mixed", "citations"):
            return plan, None
        raw = raw_of(plan.read.note, self.document)
        text = with_citations(plan, raw, lambda group: pandoccites.in_note(group, english=self.english))
        if text is None:
            return cannot_cut(plan), None
        return NotePlan(plan.read, "mixed", plan.groups, plan.reasons), text

    def _touching(self, call: Span) -> bool:
        """Whether what follows would make a link of a citation: ``[@key](...)``."""
        return self.document.source[call.end : call.end + 1] in ("(", "[", "{")

    def _in_text(self, plan: NotePlan, calls: list[Span]) -> None:
        citation = pandoccites.in_text(plan, english=self.english)
        self.edits += [Edit(call, citation) for call in calls]
        source = self.document.source
        for span in regions(plan.read.note, source):
            if not any(call.start <= span.start < call.end for call in calls):
                self.edits.append(Edit(with_blanks(span, source), ""))

    def _as_note(self, plan: NotePlan, calls: list[Span], rewritten: str | None) -> None:
        """A note that stays a note: only its text changes, or its call and label where they are typed."""
        source, note = self.document.source, plan.read.note
        inline = any(source.startswith(_INLINE, call.start) for call in calls)
        typed = not inline and not self._is_pandoc(plan, calls)
        raw = raw_of(note, self.document)
        text = rewritten if rewritten is not None else raw.text
        if typed:
            self.edits += [Edit(call, f"[^{note.n}]") for call in calls]
            spans = regions(note, source)
            self.edits.append(Edit(spans[0], f"[^{note.n}]: {_as_definition(text)}"))
            self.edits += [Edit(with_blanks(span, source), "") for span in spans[1:]]
        elif rewritten is not None:
            pieces = Span(note.pieces[0].start, note.pieces[-1].end)
            indented = text if inline else _as_definition(text)
            self.edits.append(Edit(pieces, indented))

    def _is_pandoc(self, plan: NotePlan, calls: list[Span]) -> bool:
        """Whether the note is written as ``[^n]: ...`` already."""
        source, label = self.document.source, plan.read.note.label
        if label is not None:
            return label.of(source).lstrip().startswith("[^")
        return bool(calls) and _CALL.match(source, calls[0].start) is not None


def _as_definition(text: str) -> str:
    """Later paragraphs of a note are indented by four columns."""
    return re.sub(r"\n[ \t]*\n\s*", "\n\n    ", text)
