r"""Text and Markdown (and what readers turn into Markdown) to LaTeX, with citation commands for the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citekit.model import Diagnostic, ReadNote, Result, Span
from citekit.readers.paragraphs import ends_open
from citekit.rewrite import latexcommands
from citekit.rewrite.latexbody import from_markdown, from_markdown_line, from_text, is_heading
from citekit.rewrite.latextext import Quotes, remark
from citekit.rewrite.plan import NotePlan, plans
from citekit.rewrite.preamble import head_of, preamble
from citekit.rewrite.source import (
    Edit,
    Rewritten,
    StandIns,
    cannot_cut,
    figures,
    kept,
    raw_of,
    regions,
    splice,
    stand_ins,
    uncalled,
    with_blanks,
    with_citations,
)

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_NEAR = 4000  # characters of the paragraphs around a note that are looked at
_LISTED = re.compile(r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+$")
_HEADING = re.compile(r"^\\(\w+)\{(.*)\}$", re.MULTILINE)
_FIRST_HEADING = re.compile(r"\A\s*\\section\{(.*)\}\n")


@dataclass(frozen=True, slots=True)
class LatexOptions:
    """``fragment``: the body alone; ``style``: BibLaTeX's; ``resource``: the .bib as it is named there."""

    fragment: bool = False
    style: str = "chicago"
    resource: str = "references.bib"
    typed_bibliography: bool = False
    repeat_pages: bool = False


def to_latex(result: Result, options: LatexOptions | None = None) -> Rewritten:
    """The document of *result* as LaTeX.

    ``typed_bibliography`` keeps the bibliography that the writer typed instead of printing the one made;
    ``repeat_pages`` gives a bare Ibid. the pages that it stands for.
    """
    return _Conversion(result, options or LatexOptions()).run()


class _Conversion:
    def __init__(self, result: Result, options: LatexOptions) -> None:
        self.options = options
        self.document = result.document
        self.result = result
        self.plans = plans(result, repeat_pages=options.repeat_pages)
        texts = [self.document.source, *(plan.text for plan in self.plans)]
        self.signs: StandIns = stand_ins(texts)
        self.edits: list[Edit] = []
        self.found: list[Diagnostic] = []
        self.cited: set[str] = set()
        self.bibliography = ""

    def run(self) -> Rewritten:
        source = self.document.source
        front = _FRONT_MATTER.match(source) if self.document.format != "text" else None
        if front is not None:
            self.edits.append(Edit(Span(0, front.end()), ""))
        self._call_notes()
        self._cut_notes()
        if not self.options.typed_bibliography:
            self._cut_bibliography()
        text = splice(source, self.edits)
        body = from_text(text) if self.document.format == "text" else from_markdown(text)
        return Rewritten(
            self._document(body, front[1] if front is not None else "", text),
            tuple(self.found),
            **figures(self.plans),
        )

    def _call_notes(self) -> None:
        """Put each note where it is called; one that is called nowhere goes with the text before it."""
        places = {plan.read.note.n: place for place, plan in enumerate(self.plans)}
        for mark in self.document.marks:
            place = places.get(mark.n)
            if place is not None:
                following = self.document.source[mark.span.end : mark.span.end + 1]
                self.edits.append(Edit(mark.span, self.signs.put(self._note(place, following))))
        for plan in uncalled(self.plans, self.document):
            self._uncalled(places[plan.read.note.n], plan)
        for plan in self.plans:
            self.found += kept(plan)

    def _uncalled(self, place: int, plan: NotePlan) -> None:
        n, source = plan.read.note.n, self.document.source
        taken = [span for other in self.plans for span in regions(other.read.note, source)]
        at = min((span.start for span in regions(plan.read.note, source)), default=len(source))
        while True:
            at = len(source[:at].rstrip())
            inside = next((span for span in taken if span.start < at <= span.end), None)
            if inside is None:
                break
            at = inside.start
        comment = f"% citekit: note {n} is called nowhere in the text\n"
        note = self._note(place, "")
        self.edits.append(Edit(Span(at, at), self.signs.put(f"{comment}{note}")))
        self.found.append(
            Diagnostic(
                "rewrite-uncalled",
                f"Note {n} is called nowhere; it stands at the end of the text before it",
                note=n,
                line=plan.read.note.line,
                help="Put its mark into the text where it belongs.",
            )
        )

    def _note(self, place: int, following: str) -> str:
        plan = self.plans[place]
        if plan.kind == "citations":
            self._cites(plan)
            return latexcommands.autocite(plan, following)
        raw = raw_of(plan.read.note, self.document)
        if plan.kind == "mixed":
            text = with_citations(plan, raw, lambda group: self.signs.put(latexcommands.cite(group)))
            if text is None:
                plan = self.plans[place] = cannot_cut(plan)
            else:
                self._cites(plan)
        if plan.kind != "mixed" or text is None:
            text = raw.text
        plain = self.document.format == "text"
        written = self.signs.fill(Quotes([text]).set(text) if plain else from_markdown_line(text))
        return f"\\footnote{{{remark(plan.reasons)}{written}}}"

    def _cites(self, plan: NotePlan) -> None:
        self.cited |= {item.work for group in plan.groups for item in group.items}

    def _cut_notes(self) -> None:
        """Take the notes out, and join the halves of a paragraph that notes at the foot of a page parted."""
        source = self.document.source
        cuts = sorted(
            with_blanks(span, source) for plan in self.plans for span in regions(plan.read.note, source)
        )
        joined: list[Span] = []
        for cut in cuts:
            if joined and not source[joined[-1].end : cut.start].strip():
                joined[-1] = Span(joined[-1].start, max(cut.end, joined[-1].end))
            else:
                joined.append(cut)
        self.edits += [self._cut(span) for span in joined]

    def _cut(self, span: Span) -> Edit:
        source = self.document.source
        start, end = max(span.start - _NEAR, 0), span.end + _NEAR
        before, after = source[start : span.start].rstrip(), source[span.end : end].lstrip()
        last = before[before.rfind("\n\n") + 1 :]
        first = after.split("\n\n", 1)[0]
        parted = (
            span.start > 0
            and source[span.start - 1] == "\n"
            and len(last) > 60
            and ends_open(last[-400:])
            and bool(first)
            and not is_heading(first)
            and not re.match(r"#|>|[-*+]\s|\d{1,3}[.)]\s|```", first)
        )
        if not parted:
            return Edit(span, "")
        return Edit(Span(start + len(before), min(end, len(source)) - len(after)), "\n")

    def _cut_bibliography(self) -> None:
        """The entries that were understood are printed by the style from now on."""
        entries = [read for read in self.result.notes if read.note.is_entry and read.note.pieces]
        understood = [read for read in entries if read.cites and all(cite.work for cite in read.cites)]
        if not understood:
            return
        source = self.document.source
        for read in understood:
            for span in regions(read.note, source):
                self.edits.append(Edit(_with_bullet(span, source), ""))
        listed = {cite.work for read in understood for cite in read.cites if cite.work}
        command = f"\\nocite{{{','.join(sorted(listed))}}}\n" if listed else ""
        self.bibliography = f"{command}\\printbibliography[heading=none]"
        first = min(regions(understood[0].note, source)[0].start, len(source))
        line = source.rfind("\n", 0, first) + 1
        self.edits.append(Edit(Span(line, line), f"{self.signs.put(self.bibliography)}\n\n"))
        left = [read for read in entries if read not in understood]
        self.found += [_entry_kept(read) for read in left]

    def _document(self, body: str, front: str, text: str) -> str:
        body = _HEADING.sub(self._heading, body)
        if self.options.fragment:
            return self.signs.fill(re.sub(r"\n{3,}", "\n\n", body)).rstrip() + "\n"
        head = head_of(_metadata(front), text)
        first = _FIRST_HEADING.match(body)
        sections = len(re.findall(r"^\\section\b", body, re.MULTILINE))
        title = ""
        if first is not None and sections == 1 and "\\subsection" in body:
            # The only heading of the first rank is the title of the document.
            title = "" if head.title else first[1]
            body = _raised(body[first.end() :])
        opening = preamble(head, self.options.style, self.options.resource)
        if title:
            opening += f"\\title{{{title}}}\n\\author{{{head.author}}}\n\\date{{}}\n"
        opening += "\n\\begin{document}\n"
        opening += "\\maketitle\n" if head.title or title else ""
        closing = "" if self.bibliography else "\\printbibliography\n\n"
        body = re.sub(r"\n{3,}", "\n\n", f"{opening}\n{body}\n{closing}\\end{{document}}\n")
        return self.signs.fill(body)

    def _heading(self, found: re.Match[str]) -> str:
        """A heading that calls a note keeps it out of the table of contents."""
        if found[1] not in ("section", "subsection", "subsubsection", "paragraph", "subparagraph"):
            return found[0]
        bare = self.signs.pattern.sub("", found[2])
        return found[0] if bare == found[2] else f"\\{found[1]}[{{{bare}}}]{{{found[2]}}}"


def _with_bullet(span: Span, source: str) -> Span:
    line = source.rfind("\n", 0, span.start) + 1
    listed = _LISTED.match(source[line : span.start])
    return with_blanks(Span(line if listed else span.start, span.end), source)


def _entry_kept(read: ReadNote) -> Diagnostic:
    return Diagnostic(
        "rewrite-entry-kept",
        f"Entry {read.note.n} of the bibliography stays as typed: which work it is was not understood",
        note=read.note.n,
        line=read.note.line,
        help="Add it to the library by hand and take the typed entry away.",
    )


def _raised(body: str) -> str:
    r"""Every heading one rank up: \subsection becomes \section."""
    ranks = ("section", "subsection", "subsubsection", "paragraph", "subparagraph")
    up = dict(zip(ranks[1:], ranks, strict=False))
    return re.sub(
        rf"^\\({'|'.join(up)})(?=[\[{{])", lambda found: f"\\{up[found[1]]}", body, flags=re.MULTILINE
    )


def _metadata(front: str) -> Mapping[str, object]:
    import yaml

    try:
        read = yaml.safe_load(front)
    except yaml.YAMLError:
        return {}
    return read if isinstance(read, dict) else {}
