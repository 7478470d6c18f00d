"""Make a version of a document with real footnotes, and have pandoc turn it into other formats.

    python -m tests.readers.conversion DOCUMENT FOLDER [docx odt html tex pdf]

The notes that are typed into a Markdown document (raised numbers, a list of endnotes) become ``[^n]`` footnotes with the same
text, their calls become ``[^n]``, and the bibliography stays a list, so that every reader can be asked for the same notes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from citekit.model import Document, Note
from citekit.readers import read

FORMATS = ("docx", "odt", "html", "tex")
# Straight quotation marks and hyphens stay as typed: pandoc must not make them typographic.
_FROM = "markdown-smart-tex_math_dollars-citations-example_lists-fancy_lists-subscript-superscript-raw_tex-strikeout"
_ESCAPED = re.compile(r"([\\`*_\[\]<>$~^#@|&{}])")


def with_real_footnotes(document: Document) -> str:
    """*document* as pandoc's Markdown, each note a footnote at the place of its call."""
    called = {mark.n for mark in document.marks}
    cuts = [(mark.span.start, mark.span.end, f"[^{mark.n}]") for mark in document.marks]
    for note in document.notes + document.bibliography:
        places = [*note.pieces, *([note.label] if note.label is not None else [])]
        cuts += [(span.start, span.end, "") for span in places]
    parts, end = [], 0
    for start, stop, new in sorted(cuts):
        parts += [document.source[end:start], new]
        end = stop
    parts.append(document.source[end:])
    body = re.sub(r"\n{3,}", "\n\n", "".join(parts))
    notes = "".join(f"\n\n[^{note.n}]: {_marked_up(note)}" for note in document.notes if note.n in called)
    entries = "".join(f"\n\n{_marked_up(entry)}" for entry in document.bibliography)
    heading = (
        ""
        if not entries or re.search(r"(?i)^#* *bibliography\s*$", body, re.MULTILINE)
        else "\n\n# Bibliography"
    )
    return f"{body.rstrip()}{heading}{entries}{notes}\n"


def _marked_up(note: Note) -> str:
    """The text of a note as Markdown, everything that is no emphasis escaped."""
    parts, end = [], 0
    for span in note.emphasis:
        parts += [_escape(note.text[end : span.start]), f"*{_escape(span.of(note.text))}*"]
        end = span.end
    parts.append(_escape(note.text[end:]))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", "".join(parts))


def _escape(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", text)


def convert(markdown: str, target: Path) -> Path:
    """Have pandoc write *markdown* to *target*, whose ending names the format."""
    import pypandoc

    pdf = target.suffix == ".pdf"
    arguments = ["--standalone", "--wrap=none", "--metadata=title:Test"]
    if pdf:
        arguments += [
            "--pdf-engine=xelatex",
            "-V",
            "CJKmainfont=Noto Serif CJK SC",
            "-V",
            "mainfont=DejaVu Serif",
        ]
    pypandoc.convert_text(
        markdown,
        "pdf" if pdf else target.suffix[1:].replace("tex", "latex"),
        _FROM,
        arguments,
        outputfile=str(target),
    )
    return target


def main() -> None:
    """Convert the document named on the command line."""
    source, folder, *formats = sys.argv[1:]
    document = read(source)
    markdown = with_real_footnotes(document)
    (Path(folder) / f"{Path(source).stem}.footnotes.md").write_text(markdown, encoding="utf-8")
    for suffix in formats or FORMATS:
        print(convert(markdown, Path(folder) / f"{Path(source).stem}.{suffix}"))


if __name__ == "__main__":
    main()
