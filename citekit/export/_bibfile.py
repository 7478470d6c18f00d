"""A .bib file of entries, written by bibtexparser, checked before it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.export._bib import Dialect, keys_of
from citekit.export._format import Exported
from citekit.library.bib.dates import MONTHS
from citekit.library.bib.latex import balanced
from citekit.library.bib.reading import RESIDUE
from citekit.model import Diagnostic, Item

LONGEST = 10_000
"""Characters of a field, as TeX.  biber takes time by the square of the braces in it: 20,000 characters with
many of them 12 seconds, 100,000 more than ten minutes (biber 2.18)."""

LONGEST_PROSE = 200_000
"""Characters of an abstract or annotation, which TeX can still take as one line."""

_PROSE = {"abstract", "annotation"}
_NOOPSORT = '"\\providecommand{\\noopsort}[1]{}"'


def write_bib(items: Sequence[Item], *, biblatex: bool) -> Exported:
    """*items* as a .bib file; an entry that would break it is left out and reported."""
    import bibtexparser
    from bibtexparser.model import Block, Entry, Field, Preamble

    dialect = Dialect(items, biblatex=biblatex)
    entries: list[Entry] = []
    found: list[Diagnostic] = []
    for item, key in zip(items, keys_of(items), strict=True):
        kind, fields = dialect.entry(item, key)
        broken = [name for name, value in fields.items() if not balanced(value)]
        if broken:
            found.append(_unbalanced(key, broken))
            continue
        long = [n for n, v in fields.items() if len(v) > (LONGEST_PROSE if n in _PROSE else LONGEST)]
        if long:
            found.append(_too_long(key, {name: len(fields[name]) for name in long}))
            continue
        if key != item["id"]:
            found.append(_renamed(str(item["id"]), key))
        # The extra data last: a writer who opens the file looks for the title, not for JSON.
        ordered = sorted(fields.items(), key=lambda field: field[0] == RESIDUE)
        entries.append(Entry(kind, key, [Field(n, _value(n, v, fields)) for n, v in ordered]))
    blocks: list[Block] = list(entries)
    if any("\\noopsort" in field.value for entry in entries for field in entry.fields):
        blocks.insert(0, Preamble(_NOOPSORT))
    layout = bibtexparser.BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    text = bibtexparser.write_string(bibtexparser.Library(blocks), unparse_stack=[], bibtex_format=layout)
    return Exported(text, tuple(found))


def _value(name: str, value: str, fields: Mapping[str, str]) -> str:
    """*value* in braces; a month is a macro, which each style has its own word for, with the day before it.

    No BibTeX style prints ``day``; its manual advises ``"3~" # oct``.
    """
    if name != "month" or value not in MONTHS:
        return f"{{{value}}}"
    return f'"{fields["day"]}~" # {value}' if "day" in fields else value


def _unbalanced(key: str, names: Sequence[str]) -> Diagnostic:
    return Diagnostic(
        "export-unbalanced-braces",
        f"{key} is left out: the braces of {', '.join(names)} do not balance",
        "error",
        help="Please report this: citekit should have escaped them.",
    )


def _too_long(key: str, lengths: Mapping[str, int]) -> Diagnostic:
    fields = ", ".join(f"{name} ({length:,} characters)" for name, length in lengths.items())
    return Diagnostic(
        "export-field-too-long",
        f"{key} is left out: no bibliography program can take {fields}",
        "error",
        help="Shorten it in the library; CSL-JSON and RIS have no such limit.",
    )


def _renamed(name: str, key: str) -> Diagnostic:
    return Diagnostic(
        "export-key-changed",
        f"The key {name!r} cannot stand in a .bib file; the entry is called {key}",
        help="Use that key in the document, or give the work another id in the library.",
    )
