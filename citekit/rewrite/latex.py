r"""LaTeX with typed ``\footnote``\ s to LaTeX with citation commands: byte for byte the same but for them."""

from __future__ import annotations

import re

from citekit.model import Diagnostic, Document, Result, Span
from citekit.rewrite import latexcommands
from citekit.rewrite.latextext import remark
from citekit.rewrite.plan import NotePlan, plans
from citekit.rewrite.source import (
    Edit,
    Rewritten,
    cannot_cut,
    figures,
    kept,
    raw_of,
    splice,
    with_citations,
)

_FOOTNOTE = re.compile(r"\\footnote\s*\{")
# What a note may hold and still be replaced whole: commands that only shape what it cites.
_SHAPES = re.compile(
    r"""\\(?:emph|textit|textsl|textup|textrm|textsc|textbf|it|em|url|enquote|textquote|foreignlanguage\{[a-z]+\}
         |S|P|No|textnumero|dots|ldots|textendash|textemdash|quad|space|guillemotleft|guillemotright)(?![A-Za-z])
      | \\[^A-Za-z] | \\[cvHukr](?![A-Za-z])""",
    re.VERBOSE,
)


def rewrite_latex(result: Result, *, repeat_pages: bool = False) -> Rewritten:
    """The document of *result*, which is LaTeX, with commands in place of its typed notes.

    *repeat_pages* gives a bare Ibid. the pages that it stands for.
    """
    document = result.document
    edits: list[Edit] = []
    found: list[Diagnostic] = []
    done: list[NotePlan] = []
    calls: dict[str, list[Span]] = {}
    for mark in document.marks:
        calls.setdefault(mark.n, []).append(mark.span)
    for plan in plans(result, repeat_pages=repeat_pages):
        plan, made = _edits(plan, document, calls.get(plan.read.note.n, []))
        edits += made
        done.append(plan)
        found += kept(plan)
    if any(plan.groups for plan in done):
        found += _preamble(document)
    return Rewritten(splice(document.source, edits), tuple(found), **figures(done))


def _edits(plan: NotePlan, document: Document, calls: list[Span]) -> tuple[NotePlan, list[Edit]]:
    note = plan.read.note
    if not note.pieces:  # in a file that the document reads
        return _elsewhere(plan), []
    source = document.source
    call = next((span for span in calls if _holds(span, note.pieces[0])), None)
    inner = note.pieces[0]
    whole = call is not None and _FOOTNOTE.match(source, call.start) and _is_plain(inner.of(source))
    if plan.kind == "citations" and call is not None and whole:
        return plan, [Edit(call, latexcommands.autocite(plan, source[call.end : call.end + 1]))]
    if plan.kind in ("citations", "mixed"):
        text = with_citations(plan, raw_of(note, document), latexcommands.cite)
        if text is None:
            plan = cannot_cut(plan)
        else:
            plan = NotePlan(plan.read, "mixed", plan.groups, plan.reasons)
            return plan, [Edit(inner, _remarked(plan, text))]
    if plan.reasons and plan.reasons[0].code != "already-solved":
        return plan, [Edit(inner, _remarked(plan, inner.of(source)))]
    return plan, []


def _is_plain(inner: str) -> bool:
    """Whether nothing is lost with the source of a note: no label, index entry or comment stands in it."""
    return "\\" not in _SHAPES.sub("", inner) and "%" not in inner.replace("\\%", "")


def _holds(call: Span, piece: Span) -> bool:
    return call.start <= piece.start and piece.end <= call.end


def _remarked(plan: NotePlan, text: str) -> str:
    return remark(plan.reasons) + text.lstrip() if plan.reasons else text


def _elsewhere(plan: NotePlan) -> NotePlan:
    if plan.kind == "prose":
        return plan
    reason = Diagnostic(
        "other-file",
        "it stands in a file that the document reads; rewrite that file by itself.",
        note=plan.read.note.n,
    )
    return NotePlan(plan.read, "kept", (), (reason,))


def _preamble(document: Document) -> list[Diagnostic]:
    if re.search(r"\\usepackage\s*(?:\[[^\]]*\])?\s*\{biblatex", document.source):
        return []
    return [
        Diagnostic(
            "rewrite-needs-biblatex",
            "The commands are BibLaTeX's, which the document does not load",
            "info",
            document.name,
            help=r"Put \usepackage[notes,backend=biber]{biblatex-chicago} and \addbibresource{references.bib}"
            r" before \begin{document}, and \printbibliography at its end.",
        )
    ]
