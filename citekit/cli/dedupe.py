"""``citekit dedupe``: documents and libraries into one library."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from citekit.cli._guard import Failure
from citekit.cli._inputs import of_each, read_document, read_library
from citekit.cli._outputs import check_targets, write_all

if TYPE_CHECKING:
    from citekit.library.dedupe import Deduped, Input
    from citekit.model import Diagnostic

EPILOG = """\b
Examples:
  citekit dedupe thesis.md article.md -o all.json --report duplicates.md
  citekit dedupe references.json colleague.bib -o references.json
  citekit dedupe thesis.md article.md --cites "№16012"
  citekit dedupe --split chen1994china all.json
"""


@click.command("dedupe", epilog=EPILOG)
@click.argument("inputs", metavar="DOC_or_LIB...", nargs=-1)
@click.option("-o", "--output", metavar="FILE", help="Write the library there; its ending says the format.")
@click.option(
    "--report", metavar="FILE", help="Write what merged, what was kept apart, what waits (.md, .json)."
)
@click.option(
    "--cites", metavar="ID", help="Say which documents cite this archive number, file or citekey, and where."
)
@click.option(
    "--split", metavar="KEY", help="Undo a merge in the library DOC_or_LIB (default: of the thesis)."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def command(
    inputs: tuple[str, ...],
    output: str | None,
    report: str | None,
    cites: str | None,
    split: str | None,
    quiet: bool,
) -> None:
    """Make one library of documents and libraries, each work once.

    Works with the same archive number, DOI or ISBN are one, and those that agree in title and more; different
    numbers are different works, however alike the rest. What is only alike waits: "citekit review" asks you.
    The library of a thesis is merged into, any other output replaced.
    """
    if split is not None:
        _split(split, inputs)
        return
    if not inputs:
        raise click.UsageError("Name the documents and libraries.")
    from citekit.cli._formats import output_format
    from citekit.cli._library import tell_waiting
    from citekit.cli._project import is_library
    from citekit.cli._talk import left_out, tell_failure, tell_found
    from citekit.library.account import account, in_words, who_cites

    output = "-" if output is None and report is None and cites is None else output
    kept = is_library(output)
    check_targets([output, report], () if kept else inputs)
    check_targets([report], inputs)
    format_name = "csl-json" if kept else output_format(None, output, of_notes=False)
    faults: list[Diagnostic] = []
    names = [name for name in inputs if not (kept and _same(name, output))]
    read, failures = of_each(names, lambda name: _read(name, faults))
    deduped = _deduped(output, format_name, read, kept=kept)
    texts = {}
    if report is not None:
        told = account(deduped)
        texts[report] = (
            json.dumps(told, ensure_ascii=False, indent=2) + "\n"
            if report.endswith(".json")
            else in_words(told)
        )
    write_all(texts)
    if cites is not None:
        found = who_cites(deduped, cites)
        for source, key, notes in found:
            click.echo(f"{source}\t{key}\t{', '.join(notes)}")
    if not quiet:
        tell_found(faults)
        _tell(deduped)
        if output is not None and output.endswith(".json"):
            tell_waiting(len(deduped.memory.waiting), len(deduped.memory.citations), Path(output))
    if cites is not None and not found:
        tell_failure(
            f"No note cites {cites}",
            "Give a citekey of the library, or an archive reference: №16012, rgaspi:f558/op11/d334.",
        )
        failures += 1
    if failures or left_out(faults):
        raise click.exceptions.Exit(1)


def _same(one: str, other: str | None) -> bool:
    return other is not None and one != "-" and Path(one).resolve() == Path(other).resolve()


def _read(source: str, faults: list[Diagnostic]) -> Input:
    """The works of a document or library: what is no library by its ending is a document.

    What could not be read of a library is added to *faults*.
    """
    from citekit.library import SUFFIXES
    from citekit.library.dedupe import input_of_document, input_of_library

    if PurePath(source).suffix.lower() in SUFFIXES:
        loaded = read_library(source)
        faults += loaded.diagnostics
        return input_of_library(loaded, Path(source))
    from citekit import parse

    return input_of_document(parse(read_document(source)))


def _deduped(output: str | None, format_name: str, read: list[Input], *, kept: bool) -> Deduped:
    """Everything in one library, which is written to *output* as *format_name*.

    Raises:
        Failure: it is in use, or cannot be written; it is then as it was.
    """
    from citekit.cli._project import or_fail
    from citekit.export import Material, find_format
    from citekit.library import store
    from citekit.library.dedupe import dedupe
    from citekit.library.layout import laid_out
    from citekit.library.memory import Memory

    def run() -> Deduped:
        assert output is not None
        with store.opened(Path(output)) as stored:
            done = dedupe(stored.items if kept else [], stored.memory, read, name=output)
            store.write(stored, done.items, done.memory)
            return done

    if output is None or output == "-" or format_name != "csl-json":
        done = dedupe([], Memory(), read)
        if output == "-":
            write_all({output: laid_out(done.items)})
        elif output is not None:
            write_all({output: find_format(format_name).write(Material(done.items)).text})
        return done
    if not Path(output).parent.is_dir():
        raise Failure(f"{output} cannot be written: there is no folder {Path(output).parent}.")
    return or_fail(run)


def _split(key: str, inputs: tuple[str, ...]) -> None:
    from citekit.cli._project import current, or_fail
    from citekit.library import store
    from citekit.library.joining import split

    if len(inputs) > 1:
        raise click.UsageError("Name one library to split in.")
    library = Path(inputs[0]) if inputs else current().library_path

    def run() -> list[str]:
        if not library.is_file():
            raise store.LibraryError(f"{library} does not exist", "Check the name and the folder.")
        with store.opened(library) as stored:
            try:
                keys = split(stored.items, stored.memory, key)
            except KeyError:
                raise store.LibraryError(f"There is no {key} in {library}", "Check the key.") from None
            except ValueError:
                raise store.LibraryError(
                    f"{key} in {library} was not merged from anything that citekit remembers"
                ) from None
            store.write(stored, stored.items, stored.memory)
            return keys

    click.echo(f"{library}: {', '.join(or_fail(run))} are items of their own now", err=True)


def _tell(deduped: Deduped) -> None:
    found = deduped.duplicates
    click.echo(
        f"{len(deduped.members)} entries, {len(deduped.items)} works; {len(found.merges)} merged,"
        f" {found.vetoed} kept apart by numbers, {len(found.conflicts)} in conflict",
        err=True,
    )
