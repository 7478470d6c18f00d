"""LaTeX documents: ``\\footnote``, ``\\endnote`` and their kin, through ``\\input`` within the folder.

``Document.source`` is the main file as it is; marks and pieces are places in it, so that a note can be
replaced there byte for byte.  Notes of files that the main file reads have no places.  ``\\cite`` and its
kin are citations already solved: the key stands as the ``id`` of the item.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from citekit.model import Diagnostic, Document, Mark, Note, Span
from citekit.readers import latexmacros as macros
from citekit.readers.decoding import decode
from citekit.readers.latexwalk import TexFile, Walker, tex_file
from citekit.readers.rich import Call, Paragraph, Solved, assembled, passage

_SHORTHAND_LANGUAGES = re.compile(r"\b(?:n?german|russian|ukrainian)\b")
_BY_CHAPTER = re.compile(
    r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:book|report|scrbook|scrreprt|memoir|ctexbook|ctexrep)\}"
)
_BIBITEM = re.compile(r"\\bibitem\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}")
_PLAIN_INPUT = re.compile(r"[ \t]*([^\s{}\\%]+)")
# A writer's own name for \footnote: \newcommand{\fn}[1]{\footnote{#1}}, \def\fn#1{...}, \let\fn\footnote.
_ALIAS = re.compile(
    r"""\\(?:(?:new|renew|provide)command\*?\s*\{?\s*\\(?P<command>[A-Za-z]+)\s*\}?\s*(?:\[1\])?\s*|def\s*\\(?P<def>[A-Za-z]+)(?:\#1)?\s*)
        \{\s*\\(?P<note>footnote|endnote)\s*(?:\{\s*\#1\s*\})?\s*\}
      | \\let\s*\\(?P<let>[A-Za-z]+)\s*=?\s*\\(?P<same>footnote|endnote)\b""",
    re.VERBOSE,
)
_MOST_FILES = 1000


def read_latex(source: str, name: str, path: Path | None = None) -> Document:
    """The notes and bibliography of a LaTeX document.

    *path* is where it lies; files that it reads are looked for in that folder and below, nowhere else.
    Raises ReaderError for groups nested so deep that no writer wrote them.
    """
    walker = _Notes(name, path)
    start = source.find("\\begin{document}")
    walker.begin(source[: max(start, 0)])
    walker.walk(tex_file(source, True, (path.resolve(),) if path else ()), max(start, 0), len(source))
    walker.paragraph()
    document = assembled(name, "latex", walker.paragraphs, walker.notes, walker.diagnostics)
    calls = tuple(
        mark if note is None else replace(mark, n=document.notes[note].n) for note, mark in walker.marks
    )
    entries = tuple(walker.entries) or document.bibliography
    return replace(document, source=source, marks=calls, bibliography=entries)


class _Notes(Walker):
    """Gathers notes, citations and the entries of ``thebibliography`` beside the paragraphs."""

    def __init__(self, name: str, path: Path | None) -> None:
        super().__init__(name)
        self.folder = path.resolve().parent if path is not None else None
        self.notes: list[Note] = []
        self.entries: list[Note] = []
        self.marks: list[tuple[int | None, Mark]] = []  # with the place of the note in the list, if known
        self.diagnostics: list[Diagnostic] = []
        self.counters = {"footnote": 0, "endnote": 0}
        self.by_chapter = False
        self.files = 0
        self.waiting: dict[str, int] = {}  # marks whose text follows (\\footnotemark, \\footnotetext)
        self.in_note = False
        self.aliases: dict[str, str] = {}

    def command(self, file: TexFile, match: re.Match[str], end: int) -> int:
        """Take the commands that make notes, citations, headings or read files; leave the others."""
        word, after = self.aliases.get(match["word"], match["word"]), match.end()
        if word in ("begin", "end"):
            return self._environment(file, word, after, end)
        if word in macros.FOOTNOTES:
            return self._note(file, word, match.start(), after, end)
        if word in macros.MARKS:
            return self._mark(file, word, match.start(), after, end)
        if word in macros.NOTE_CITES and not self.in_note:
            return self._note_cite(file, match.start(), after, end)
        if word in macros.CITES or word in macros.NOTE_CITES:
            return self._cite(file, word, after, end)
        if word in macros.HEADINGS:
            return self._heading(file, word, match.group(), after, end)
        if word in macros.INPUTS:
            return self._input(file, after, end)
        if word == "setcounter":
            return self._set_counter(file, after, end)
        return super().command(file, match, end)

    def begin(self, preamble: str) -> None:
        """Take from the preamble what bears on the text."""
        self.shorthands = _SHORTHAND_LANGUAGES.search(preamble) is not None
        continuous = (
            "counterwithout{footnote}" in preamble.replace("*", "") or "footnotesbychapter" in preamble
        )
        for alias in _ALIAS.finditer(preamble):
            own = alias["command"] or alias["def"] or alias["let"]
            self.aliases[own] = alias["note"] or alias["same"]
        self.by_chapter = _BY_CHAPTER.search(preamble) is not None and not continuous

    def _heading(self, file: TexFile, word: str, command: str, after: int, end: int) -> int:
        argument = self.argument(file, self.past_option(file, after, end), end)
        if argument is None:
            return after
        if word == "chapter" and "*" not in command and self.by_chapter:
            self.counters = {"footnote": 0, "endnote": 0}
        self.paragraph(heading=macros.HEADINGS[word])
        self.walk(file, argument.start, argument.end)
        self.paragraph()
        return argument.end + 1

    def _set_counter(self, file: TexFile, after: int, end: int) -> int:
        which = self.argument(file, after, end)
        value = self.argument(file, which.end + 1, end) if which is not None else None
        if which is None or value is None:
            return after
        number = value.of(file.text).strip()
        if which.of(file.text) in self.counters and number.isdecimal() and len(number) < 6:
            self.counters[which.of(file.text)] = int(number)
        return value.end + 1

    def _environment(self, file: TexFile, word: str, after: int, end: int) -> int:
        argument = self.argument(file, after, end)
        if argument is None:
            return after
        name = argument.of(file.text)
        if word == "end" and name == "document":
            return end
        if word == "begin" and name in macros.VERBATIM:
            close = file.text.find(f"\\end{{{name}}}", argument.end, end)
            return close if close >= 0 else end
        if word == "begin" and name == "thebibliography":
            close = file.text.find("\\end{thebibliography}", argument.end, end)
            self._bibliography(file, argument.end + 1, close if close >= 0 else end)
            return close if close >= 0 else end
        self.paragraph()
        return argument.end + 1

    def _bibliography(self, file: TexFile, start: int, end: int) -> None:
        """The entries of ``thebibliography``."""
        places = list(_BIBITEM.finditer(file.text, start, end))
        for index, match in enumerate(places):
            stop = places[index + 1].start() if index + 1 < len(places) else end
            read = passage([self.apart(file, Span(match.end(), stop))])
            self.entries.append(Note(f"B{len(self.entries) + 1}", read.text, read.emphasis))

    def _number(self, file: TexFile, option: Span | None, kind: str, step: bool) -> str:
        """The printed number of a note: the one given in brackets, else the counter."""
        if option is not None and option.of(file.text).strip().isdecimal():
            return option.of(file.text).strip()
        if step:
            self.counters[kind] += 1
        return str(self.counters[kind])

    def _note(self, file: TexFile, word: str, begin: int, after: int, end: int) -> int:
        option = self.option(file, after, end)
        argument = self.argument(file, option.end + 1 if option is not None else after, end)
        if argument is None:
            return after
        kind = "endnote" if word.startswith("endnote") else "footnote"
        n = self._number(file, option, kind, step=not word.endswith("text"))
        outer, self.in_note = self.in_note, True
        read = passage([self.apart(file, argument)])
        self.in_note = outer
        line = file.text.count("\n", 0, begin) + 1 if file.main else None
        pieces = (argument,) if file.main and len(argument) else ()
        self.notes.append(Note(n, read.text, read.emphasis, pieces, line, read.solved))
        if word.endswith("text"):
            if n in self.waiting:
                place = self.waiting.pop(n)
                self.marks[place] = (len(self.notes) - 1, self.marks[place][1])
        else:
            self._called(file, n, len(self.notes) - 1, Span(begin, argument.end + 1))
        return argument.end + 1

    def _called(self, file: TexFile, n: str, note: int | None, span: Span) -> None:
        self.current.runs.append(Call(n))
        if file.main:
            self.marks.append((note, Mark(n, span)))

    def _mark(self, file: TexFile, word: str, begin: int, after: int, end: int) -> int:
        option = self.option(file, after, end)
        n = self._number(file, option, word.removesuffix("mark"), step=True)
        stop = option.end + 1 if option is not None else after
        if file.main:
            self.waiting[n] = len(self.marks)
        self._called(file, n, None, Span(begin, stop))
        return stop

    def _note_cite(self, file: TexFile, begin: int, after: int, end: int) -> int:
        """``\\footcite[12]{key}`` is a footnote that holds nothing but the citation."""
        outer, self.current = self.current, Paragraph()
        stop = self._cite(file, "footcite", after, end)
        cited, self.current = self.current, outer
        if not cited.runs:
            return after
        n = self._number(file, None, "footnote", step=True)
        read = passage([cited])
        pieces = (Span(begin, stop),) if file.main else ()
        line = file.text.count("\n", 0, begin) + 1 if file.main else None
        self.notes.append(Note(n, read.text, read.emphasis, pieces, line, read.solved))
        self._called(file, n, len(self.notes) - 1, Span(begin, stop))
        return stop

    def _cite(self, file: TexFile, word: str, after: int, end: int) -> int:
        """A citation command: ``[pre][post]{key,key}``, several times for the plural commands."""
        stop = after
        while True:
            options: list[str] = []
            position = stop
            while (option := self.option(file, position, end)) is not None and len(options) < 2:
                options.append(self.apart(file, option).text)
                position = option.end + 1
            keys = self.argument(file, position, end)
            if keys is None:
                return stop
            self._cited(keys.of(file.text), options)
            stop = keys.end + 1
            if not word.endswith("s"):
                return stop

    def _cited(self, keys: str, options: list[str]) -> None:
        prenote, postnote = (
            (options[0], options[1]) if len(options) == 2 else ("", options[0] if options else "")
        )
        start = len(self.current.runs)
        names = [key.strip() for key in keys.split(",") if key.strip()]
        if prenote:
            self.put(f"{prenote} ")
            start = len(self.current.runs)
        self.put(f"[{', '.join(names)}{', ' if postnote else ''}{postnote}]")
        items: list[tuple[dict[str, object], str | None]] = [({"id": key}, None) for key in names]
        if items:
            items[-1] = (items[-1][0], macros.locator(postnote) if postnote else None)
            self.current.solved.append(Solved(start, len(self.current.runs), tuple(items)))

    def _input(self, file: TexFile, after: int, end: int) -> int:
        argument = self.argument(file, after, end)
        if argument is not None:
            wanted, stop = argument.of(file.text).strip().strip('"'), argument.end + 1
        else:
            match = _PLAIN_INPUT.match(file.text, after, end)
            if match is None:
                return after
            wanted, stop = match.group(1), match.end()
        found = self._found(wanted, file)
        if found is not None:
            path, text = found
            self.walk(tex_file(text, False, (*file.chain, path)), 0, len(text))
        return stop

    def _found(self, wanted: str, file: TexFile) -> tuple[Path, str] | None:
        """The file that \\input names, if it lies in the folder of the document; else a diagnostic."""
        if self.folder is None:
            self._note_input("input-unknown", f"\\input{{{wanted}}}: the text has no folder to look in")
            return None
        try:
            candidates = [self.folder / f"{wanted}.tex", self.folder / wanted]
            path = next((c.resolve() for c in candidates if c.is_file()), candidates[0].resolve())
        except (OSError, ValueError, RuntimeError):
            self._note_input("input-missing", f"\\input{{{wanted[:80]}}}: there is no such file")
            return None
        if not path.is_relative_to(self.folder):
            self._note_input(
                "input-outside", f"\\input{{{wanted}}} lies outside the folder of the document: not read"
            )
        elif path in file.chain:
            self._note_input("input-circle", f"\\input{{{wanted}}} reads itself in a circle: not read again")
        elif not path.is_file():
            self._note_input("input-missing", f"\\input{{{wanted}}}: there is no such file")
        elif self.files >= _MOST_FILES:
            self._note_input(
                "input-too-many", f"More than {_MOST_FILES} files are read: \\input{{{wanted}}} was not"
            )
        else:
            self.files += 1
            return path, decode(path.read_bytes(), str(path)).text
        return None

    def _note_input(self, code: str, message: str) -> None:
        if len(self.diagnostics) < 100:
            self.diagnostics.append(Diagnostic(code, message, source=self.name))
