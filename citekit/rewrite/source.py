"""The source text of a document with its notes cut out, and stand-ins where they were called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from citekit.model import Diagnostic, Document, Note, Span
from citekit.readers.paragraphs import ends_open
from citekit.rewrite.align import LATEX, MARKDOWN, PLAIN, Markup, places, stretch
from citekit.rewrite.plan import Group, NotePlan

# Brackets that nobody types; they are punctuation, so that Markdown reads what is beside them as before.
_PAIRS = ("⸨⸩", "⦗⦘", "⦑⦒", "⧼⧽", "⟬⟭", "❲❳")
_BLANKS = re.compile(r"[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>&~^])")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A rewritten document, what the writer should know of it, and how many notes became commands.

    ``commands`` are the notes that are nothing but commands, ``mixed`` those with commands among prose,
    ``prose`` those without citations, ``kept`` those that stay as typed since they were not understood.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    commands: int = 0
    mixed: int = 0
    prose: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """What takes the place of a stretch of the source."""

    span: Span
    text: str


def splice(source: str, edits: Iterable[Edit]) -> str:
    """*source* with all *edits* made; one that reaches into an earlier one is left out."""
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, len(e.span) > 0, -e.span.end)):
        if edit.span.start < at:
            continue
        out += (source[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join(out) + source[at:]


@dataclass(slots=True)
class StandIns:
    """Signs that stand for LaTeX while the text around them is converted."""

    opening: str
    closing: str
    texts: list[str] = field(default_factory=list)

    def put(self, text: str) -> str:
        """The sign that stands for *text*."""
        self.texts.append(text)
        return f"{self.opening}{len(self.texts) - 1}{self.closing}"

    @property
    def pattern(self) -> re.Pattern[str]:
        """The signs."""
        return re.compile(f"{re.escape(self.opening)}(\\d+){re.escape(self.closing)}")

    def fill(self, text: str) -> str:
        """*text* with what the signs stand for."""
        return self.pattern.sub(lambda sign: self.texts[int(sign[1])], text)


def stand_ins(texts: Iterable[str]) -> StandIns:
    """Signs that occur in none of *texts*."""
    whole = "\n".join(texts)
    for pair in _PAIRS:
        if pair[0] not in whole:
            return StandIns(*pair)
    count = 2
    while _PAIRS[0][0] * count in whole:
        count += 1
    return StandIns(_PAIRS[0][0] * count, _PAIRS[0][1])


@dataclass(frozen=True, slots=True)
class Raw:
    """The source of a note's text with its mark-up; ``start`` is its place, if it is in one piece."""

    text: str
    markup: Markup
    start: int | None = None


def raw_of(note: Note, document: Document) -> Raw:
    """The source of *note*, as far as it can be had."""
    if document.format == "latex" and len(note.pieces) == 1:
        return Raw(note.pieces[0].of(document.source), LATEX, note.pieces[0].start)
    if document.format == "markdown" and note.pieces:
        parts = [piece.of(document.source) for piece in note.pieces]
        text = parts[0]
        for part in parts[1:]:  # halves of a sentence that a page parted, or paragraphs
            text += ("\n" if ends_open(text[-400:]) else "\n\n") + part
        start = note.pieces[0].start if len(parts) == 1 else None
        return Raw(text, MARKDOWN, start)
    if document.format == "text":
        return Raw(note.text, PLAIN, note.pieces[0].start if len(note.pieces) == 1 else None)
    return Raw(as_markdown(note), MARKDOWN)


def as_markdown(note: Note) -> str:
    """The text of a note of a packaged document as Markdown."""
    out: list[str] = []
    at = 0
    for span in note.emphasis:
        out += (_escaped(note.text[at : span.start]), f"*{_escaped(span.of(note.text))}*")
        at = span.end
    return "".join(out) + _escaped(note.text[at:])


def _escaped(text: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\1", text)


def with_citations(plan: NotePlan, raw: Raw, write: Callable[[Group], str]) -> str | None:
    """The source of a note in which its citations are what *write* gives; None where they cannot be cut."""
    spans = places(raw.text, plan.text, raw.markup)
    if spans is None:
        return None
    edits = []
    for group in plan.groups:
        part, signs = stretch(raw.text, spans, group.span, raw.markup), ""
        if part is None and group.full.end > group.span.end:  # *Ibid.* holds the sign that ends it
            part = stretch(raw.text, spans, group.full, raw.markup)
            signs = plan.text[group.span.end : group.full.end]
        if part is None:
            return None
        edits.append(Edit(part, write(group) + signs))
    return splice(raw.text, edits)


def regions(note: Note, source: str) -> list[Span]:
    """What *note* takes of the source: its label and its pieces, joined where only white space is between."""
    spans = sorted(([note.label] if note.label else []) + list(note.pieces))
    found: list[Span] = []
    for span in spans:
        if found and not source[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def with_blanks(span: Span, source: str) -> Span:
    """*span* with the line ends that go with it: the blank lines after it, if blank lines are before it."""
    line = source.rfind("\n", 0, span.start) + 1
    start = line if not source[line : span.start].strip(" \t>") else span.start
    if start != line:
        return span
    line_before = source[source.rfind("\n", 0, max(line - 1, 0)) + 1 : max(line - 1, 0)]
    first_of_block = not line_before.strip()
    blanks = _BLANKS.match(source, span.end)
    if blanks is None:
        return Span(start, span.end)
    if first_of_block or "\n" not in blanks[0]:
        return Span(start, blanks.end())
    return Span(start, source.index("\n", span.end) + 1)


def uncalled(plans: Sequence[NotePlan], document: Document) -> list[NotePlan]:
    """The notes that no mark calls."""
    called = {mark.n for mark in document.marks}
    return [plan for plan in plans if plan.read.note.n not in called]


def kept(plan: NotePlan) -> list[Diagnostic]:
    """What to tell of the citations of *plan* that stay as typed."""
    part = ", in part" if plan.kind == "mixed" else ""
    return [
        Diagnostic(
            "rewrite-kept",
            f"It stays as typed{part}: {reason.message}",
            "info" if reason.code == "already-solved" else "warning",
            note=plan.read.note.n,
            span=reason.span,
            line=plan.read.note.line,
            help="Make it a citation by hand, or mend the note and rewrite once more.",
        )
        for reason in plan.reasons[:1]
    ]


def cannot_cut(plan: NotePlan) -> NotePlan:
    """*plan* for a note whose mark-up is too unusual to replace a citation in it."""
    reason = Diagnostic(
        "markup-unusual",
        "its citation cannot be told from the mark-up around it.",
        note=plan.read.note.n,
        line=plan.read.note.line,
    )
    return NotePlan(plan.read, "kept", (), (reason,))


def figures(plans: Iterable[NotePlan]) -> dict[str, int]:
    """How many notes are of each kind, as :class:`Rewritten` has them."""
    kinds = [plan.kind for plan in plans]
    return {
        "commands": kinds.count("citations"),
        "mixed": kinds.count("mixed"),
        "prose": kinds.count("prose"),
        "kept": kinds.count("kept"),
    }
