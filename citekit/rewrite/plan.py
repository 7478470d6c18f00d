"""What becomes of each note: which of its citations can be commands, and what stays as it was typed.

A citation is handed over to a style only where it was understood: its work is certain, and no word of it is
lost by leaving the typed one away.  Everything else of a note, its prose and its signs, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from citekit.model import Cite, Diagnostic, Item, Note, ReadNote, Result, Span
from citekit.rewrite.losses import SIGNS, chapters, lost_words, printed_elsewhere

Kind: TypeAlias = Literal["citations", "mixed", "prose", "kept"]
"""Nothing but citations; citations among prose; no citation at all; none that was understood."""

_SEPARATOR = re.compile(r"[\s;；.。．]*")
_COMMAS = re.compile(r"[\s;；.。．,，、]*")
_LABEL = re.compile(r"([^\W\d_]+\.?)\s*$")
_LABEL_FIRST = re.compile(r"([^\W\d_]+\.?)\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Cited:
    """One work at one place: the key, the pages as printed with ``-`` for ranges, the volume of a set.

    ``label`` is what the pages are ("page", "folio", "column" ...), ``typed_label`` the word that the writer
    put before them ("л.", "col."), if any.  ``elsewhere`` is not empty where the note cites another edition
    of the document than the work states first: then it is the typed words that name it, with their pages,
    and ``italic`` the stretches of them that are italic.  ``ibid`` says that the note only pointed at the one
    before.  ``chapters`` are the typed words that stand before a book where several chapters of it are named
    (“A” and “B” in).
    """

    work: str
    locator: str | None = None
    label: str = "page"
    typed_label: str = ""
    volume: str | None = None
    elsewhere: str = ""
    ibid: bool = False
    chapters: str = ""
    italic: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The works cited by one stretch of a note (a joint citation names several).

    ``span`` is the stretch without the signs that end it; ``full`` has them; ``lead`` covers the words that
    introduce it ("See also", 参见, "Цит. по:") where they stand right before it.  ``defines`` is the typed
    definition of a short name ("(hereafter APRF)") where the name is still used in what stays typed.
    """

    span: Span
    full: Span
    lead: Span | None
    items: tuple[Cited, ...]
    defines: str = ""


@dataclass(frozen=True, slots=True)
class NotePlan:
    """A note with the citations of it that can be commands.

    ``reasons`` say of the others why they stay as typed.
    """

    read: ReadNote
    kind: Kind
    groups: tuple[Group, ...] = ()
    reasons: tuple[Diagnostic, ...] = ()

    @property
    def text(self) -> str:
        """The text of the note."""
        return self.read.note.text

    @property
    def cites_by_hand(self) -> bool:
        """Whether a citation of the note stays as typed."""
        return bool(self.reasons)

    def prefix(self, group: Group, *, spaced: bool = False) -> str:
        """The words that introduce *group*; with the space after them, if there is one, where *spaced*.

        Between citations that a style puts into one sentence they are small: "; see also".
        """
        if group.lead is None:
            return ""
        words = group.lead.of(self.text).lstrip()
        if group is not self.groups[0] and words[1:2].islower():
            words = words[0].lower() + words[1:]
        return words if spaced else words.rstrip()

    def introduced(self, group: Group, *, spaced: bool = False) -> list[tuple[str, Cited]]:
        """The works of *group*, each with the typed words that a style is to print before it."""
        space = " " if spaced else ""
        found = []
        for number, item in enumerate(group.items):
            words = self.prefix(group, spaced=spaced) if number == 0 else ""
            if item.chapters:
                words = f"{words.rstrip()} {item.chapters}".strip() + space
            found.append((words, item))
        return found

    def before(self, group: Group) -> int:
        """Where *group* begins together with the words that introduce it."""
        return group.lead.start if group.lead else group.span.start


def plans(result: Result, *, repeat_pages: bool = False) -> list[NotePlan]:
    """A plan for each note of *result*, the entries of its bibliography left out.

    With *repeat_pages* a bare Ibid., which means the same pages too (CMOS 18, 14.34), is given them, since
    the short form that a style may print instead would leave them out.
    """
    works = {work.id: work.item for work in result.works}
    told: dict[str, list[Diagnostic]] = {}
    for found in result.diagnostics:
        if found.note is not None and found.severity != "info":
            told.setdefault(found.note, []).append(found)
    planned = [
        _plan(read, works, told.get(read.note.n, ())) for read in result.notes if not read.note.is_entry
    ]
    planned = _with_definitions(planned)
    return _with_pages(planned) if repeat_pages else planned


def _with_definitions(planned: Sequence[NotePlan]) -> list[NotePlan]:
    """Keep "(hereafter APRF)" where "APRF" is still used in what stays typed; elsewhere no one needs it."""
    definitions = {
        (number, at): found
        for number, plan in enumerate(planned)
        for at, group in enumerate(plan.groups)
        if (found := _definition(plan, group))
    }
    if not definitions:
        return list(planned)
    typed = "\n".join(words for plan in planned for words in _typed(plan))
    made = list(planned)
    for (number, at), (name, words) in definitions.items():
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", typed):
            groups = list(made[number].groups)
            groups[at] = replace(groups[at], defines=words)
            made[number] = replace(made[number], kind="mixed", groups=tuple(groups))
    return made


def _definition(plan: NotePlan, group: Group) -> tuple[str, str] | None:
    """The short name that *group* defines, and the bracket in which it does."""
    for cite in plan.read.cites:
        reference = cite.reference
        if reference.abbreviation and group.span.start <= reference.citation.span.start < group.span.end:
            for span in reference.connectives:
                words = span.of(plan.text).strip(SIGNS)
                if words[:1] in "([" and reference.abbreviation in words and span.end <= group.full.end:
                    return reference.abbreviation, words
    return None


def _typed(plan: NotePlan) -> Iterator[str]:
    """What of a note stays as it was typed."""
    at = 0
    for group in plan.groups:
        yield plan.text[at : group.span.start]
        at = group.span.end
        yield from (item.elsewhere for item in group.items)
    yield plan.text[at:]


def _with_pages(planned: Iterable[NotePlan]) -> list[NotePlan]:
    found: list[NotePlan] = []
    last: Cited | None = None
    for plan in planned:
        groups = []
        for group in plan.groups:
            items = []
            for item in group.items:
                bare = item.ibid and item.locator is None and item.volume is None
                if bare and last is not None and last.work == item.work:
                    item = replace(last, ibid=True)
                items.append(item)
                last = item
            groups.append(replace(group, items=tuple(items)))
        if plan.cites_by_hand:
            last = None
        found.append(replace(plan, groups=tuple(groups)))
    return found


def _plan(read: ReadNote, works: Mapping[str, Item], told: Sequence[Diagnostic]) -> NotePlan:
    if not read.cites:
        return NotePlan(read, "prose")
    if read.note.solved:
        return NotePlan(read, "kept", (), (_solved(read),))
    lost = lost_words(read, works)
    groups: list[Group] = []
    reasons: list[Diagnostic] = []
    left_pointing = False  # a typed Ibid. that stays must keep what it points at beside it
    for span, cites in _together(read.cites):
        reason = _reason(read, span, cites, lost, told, works) or _part_of_sentence(read, span)
        if reason is not None:
            reasons.append(reason)
            left_pointing |= any(cite.reference.back in ("ibid", "ibid-within", "elided") for cite in cites)
        else:
            groups.append(_group(read, span, cites, works))
    if not groups or (left_pointing and len(groups) + len(reasons) > 1):
        return NotePlan(read, "kept", (), tuple(reasons))
    pure = not reasons and _only_citations(read.note.text, groups)
    return NotePlan(read, "citations" if pure else "mixed", tuple(groups), tuple(reasons))


def _together(cites: Iterable[Cite]) -> list[tuple[Span, list[Cite]]]:
    """The citations by their stretch; stretches that overlap count as one."""
    found: list[tuple[Span, list[Cite]]] = []
    for cite in sorted(cites, key=lambda c: c.reference.citation.span.start):
        span = cite.reference.citation.span
        if found and span.start < found[-1][0].end:
            before, members = found[-1]
            found[-1] = (Span(before.start, max(before.end, span.end)), [*members, cite])
        else:
            found.append((span, [cite]))
    return found


def _reason(
    read: ReadNote,
    span: Span,
    cites: Sequence[Cite],
    lost: Sequence[Span],
    told: Sequence[Diagnostic],
    works: Mapping[str, Item],
) -> Diagnostic | None:
    """Why the citation at *span* cannot be a command; None where it can."""
    if any(cite.work is None for cite in cites):
        about = [d for d in told if d.span is None or (d.span.start < span.end and span.start < d.span.end)]
        return about[0] if about else _unknown(read, span)
    inside = [s for s in lost if span.start <= s.start < span.end]
    if inside:
        return _not_understood(read, inside)
    if any(_is_bare_title(cite, works.get(cite.work or "", {})) for cite in cites):
        return Diagnostic(
            "only-a-title",
            f"It may be a remark; no more than a title was understood: “{span.of(read.note.text)[:60]}”.",
            note=read.note.n,
            span=span,
            line=read.note.line,
        )
    spans = {cite.reference.citation.span for cite in cites}
    if len(spans) > 1:  # one citation inside another: which pages belong to which cannot be told
        return _not_understood(read, [span])
    return None


def _part_of_sentence(read: ReadNote, span: Span) -> Diagnostic | None:
    """A citation that its sentence needs ("Corbin in *Air Force* on page 407 gives") cannot be a command."""
    after = read.note.text[span.end :]
    leads = [c.lead.start for c in read.segments.citations if c.lead is not None]
    if read.note.text[span.end - 1 : span.end] in SIGNS or not re.match(r"\s+[a-zа-яё]", after):
        return None
    if any(not read.note.text[span.end : lead].strip() for lead in leads if lead >= span.end):
        return None
    return Diagnostic(
        "part-of-sentence",
        f"The sentence goes on after the citation: “{span.of(read.note.text)[-30:]}{after[:30]}”.",
        note=read.note.n,
        span=span,
        line=read.note.line,
    )


def _unknown(read: ReadNote, span: Span) -> Diagnostic:
    return Diagnostic(
        "work-unknown",
        f"Which work is cited is not certain: “{span.of(read.note.text)[:80]}”.",
        note=read.note.n,
        span=span,
        line=read.note.line,
    )


def _not_understood(read: ReadNote, spans: Sequence[Span]) -> Diagnostic:
    words = "; ".join(f"“{span.of(read.note.text)[:60]}”" for span in spans[:4])
    return Diagnostic(
        "not-understood",
        f"Not understood inside a citation: {words}.",
        note=read.note.n,
        span=spans[0],
        line=read.note.line,
    )


def _solved(read: ReadNote) -> Diagnostic:
    return Diagnostic(
        "already-solved",
        "The note is made by a citation command or a reference manager.",
        "info",
        note=read.note.n,
        line=read.note.line,
    )


def _is_bare_title(cite: Cite, item: Item) -> bool:
    """Whether a work is known by a name and a title alone, and the citation has no pages either."""
    bare = not set(item) - {"id", "type", "author", "title", "language"}
    return bare and cite.locator is None and cite.form == "full"


def _group(read: ReadNote, span: Span, cites: Sequence[Cite], works: Mapping[str, Item]) -> Group:
    text = read.note.text
    end = span.start + len(span.of(text).rstrip(SIGNS))
    lead = cites[0].reference.citation.lead
    if lead is not None and (lead.end > span.start or text[lead.end : span.start].strip()):
        lead = None  # it stands elsewhere: then it is prose like any other
    items = tuple(_cited(read.note, cite, works.get(cite.work or "", {})) for cite in cites)
    return Group(Span(span.start, max(end, span.start + 1)), span, lead, items)


def _cited(note: Note, cite: Cite, item: Item) -> Cited:
    reference, text = cite.reference, note.text
    assert cite.work is not None
    before, elsewhere = chapters(text, cite), printed_elsewhere(text, cite, item)
    return Cited(
        cite.work,
        cite.locator,
        reference.locator_label,
        _typed_label(text, cite),
        cite.volume,
        elsewhere.of(text) if elsewhere else "",
        cite.form == "ibid",
        before.of(text) if before else "",
        _italic(note, elsewhere) if elsewhere else (),
    )


def _italic(note: Note, within: Span) -> tuple[Span, ...]:
    return tuple(
        Span(max(span.start, within.start) - within.start, min(span.end, within.end) - within.start)
        for span in note.emphasis
        if span.start < within.end and within.start < span.end
    )


def _typed_label(text: str, cite: Cite) -> str:
    """The word before the pages: it stands in their span or right before it."""
    span = cite.reference.locator_span
    if span is None or not cite.locator:
        return ""
    inside = _LABEL_FIRST.match(span.of(text))
    if inside is not None:
        return inside[1]
    before = _LABEL.search(text[max(cite.reference.citation.span.start, span.start - 20) : span.start])
    return before[1] if before is not None else ""


def _only_citations(text: str, groups: Sequence[Group]) -> bool:
    """Whether nothing but signs stands between the citations and the words that introduce them."""
    at = 0
    for number, group in enumerate(groups):
        start = group.lead.start if group.lead else group.span.start
        between = text[at:start]
        # ", quoted in" joins what ";" would part: it is a sentence, which the style cannot write.
        separator = _SEPARATOR if group.lead and number else _COMMAS
        if not separator.fullmatch(between):
            return False
        at = group.span.end
    return _COMMAS.fullmatch(text[at:]) is not None
