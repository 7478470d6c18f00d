"""``citekit lint``: what is still wrong with the notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from citekit.lint import Finding, Place
    from citekit.model import Document

EPILOG = """\b
Examples:
  citekit lint chapter.md
  citekit lint chapter.docx --select ibid-,name-spelling
  citekit lint chapter.md --ignore missing-place --fix
  citekit lint *.md --format github
  citekit lint --rules
  citekit lint --explain ibid-unclear

\b
citekit.toml:
  [lint]
  ignore = ["never-cited", "missing-"]
"""


def _codes(_ctx: click.Context, _option: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Codes from options that may be repeated and may list several, parted by commas."""
    return tuple(code.strip() for one in given for code in one.split(",") if code.strip())


@click.command("lint", epilog=EPILOG)
@click.argument("documents", metavar="DOC...", nargs=-1)
@click.option("--select", metavar="CODES", multiple=True, callback=_codes, help="Only these rules.")
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="All rules but these.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations of a GitHub workflow.",
)
@click.option("--fix", is_flag=True, help="Mend doubled spaces and signs in Markdown and text files.")
@click.option("-f", "--from", "source_format", metavar="FORMAT", help="Format of the input.")
@click.option("--rules", "list_rules", is_flag=True, help="List the rules.")
@click.option("--explain", metavar="CODE", help="Show the manual page of a rule.")
def command(
    documents: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    style: str,
    fix: bool,
    source_format: str | None,
    list_rules: bool,
    explain: str | None,
) -> None:
    """Say what is still wrong with the notes of documents.

    Each finding names the note, the place, what is wrong and what to do; where two places disagree, both
    are named. CODES are parted by commas; "missing-" stands for all rules that begin so. Exit code: 0 when
    nothing was found, 1 with findings, 2 when nothing could be read.
    """
    from citekit import parse
    from citekit.cli._inputs import of_each, read_document
    from citekit.cli._talk import tell_warning
    from citekit.lint import check

    if list_rules or explain is not None:
        _tell_rules(explain)
        return
    if not documents:
        raise click.UsageError("Name a document, or use --rules or --explain CODE.")
    select, ignore = _options(select, ignore)
    _check_codes(select, ignore)

    def look(source: str) -> list[Finding]:
        document = read_document(source, source_format)
        if not document.notes:
            tell_warning(f"{document.name} has no notes", "Only what can be said without them is looked for.")
        found = check(parse(document), select, ignore)
        return _fixed(source, document, found, source_format, select, ignore) if fix else found

    results, failures = of_each(documents, look)
    findings = [finding for found in results for finding in found]
    click.echo(_WRITERS[style](findings), nl=False)
    if style == "text":
        _tell_count(findings, len(results))
    if findings or failures:
        raise click.exceptions.Exit(1)


def _options(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the command line, else those of ``[lint]`` in ``citekit.toml``; both ignores count."""
    from citekit.cli._project import current

    settings = current().lint
    return select or settings.get("select", ()), (*ignore, *settings.get("ignore", ()))


def _check_codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    from citekit.lint import UnknownRuleError, selected

    try:
        selected(select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(f"{error}. citekit lint --rules lists them.") from None


def _tell_rules(code: str | None) -> None:
    """The list of the rules, or the page of one."""
    from citekit.lint import all_rules

    if code is None:
        width = max(len(rule.code) for rule in all_rules())
        for rule in all_rules():
            click.echo(f"{rule.code:{width}}  {rule.summary}{' (--fix)' if rule.fixes else ''}")
        return
    _check_codes((code,), ())
    pages = [rule for rule in all_rules() if rule.code == code]
    for rule in pages:
        click.echo(f"{rule.code}\n\n{rule.manual}")


def _fixed(
    source: str,
    document: Document,
    found: list[Finding],
    source_format: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> list[Finding]:
    """What is left to find after everything that is safe has been mended in the file."""
    from citekit import parse
    from citekit.cli._inputs import read_document
    from citekit.cli._talk import tell_warning
    from citekit.lint import check, mended

    text, made = mended(document, found)
    if not made:
        return found
    if source == "-" or not _is_verbatim(source, document.source):
        tell_warning(
            f"{document.name} was not changed",
            "--fix mends files in UTF-8, not standard input.",
        )
        return found
    _write(source, text)
    click.echo(f"{document.name}: {made} {'place' if made == 1 else 'places'} mended.", err=True)
    return check(parse(read_document(source, source_format)), select, ignore)


def _is_verbatim(source: str, text: str) -> bool:
    """Whether the file holds exactly *text* in UTF-8, so that nothing else changes when it is written."""
    from pathlib import Path

    return Path(source).read_bytes().removeprefix(_BOM) == text.encode("utf-8", "replace")


_BOM = b"\xef\xbb\xbf"


def _write(source: str, text: str) -> None:
    """Replace the file as a whole, with its byte order mark where it had one."""
    from pathlib import Path

    from citekit.cli._outputs import write_all

    marked = Path(source).read_bytes().startswith(_BOM)
    write_all({source: ("\ufeff" if marked else "") + text})


def _as_text(findings: Sequence[Finding]) -> str:
    """One block a finding: where, code, what; below it what to do and the other places."""
    lines = []
    for finding in findings:
        where = f"{finding.source}{_numbers(finding.place.line, finding.place.column)}"
        lines.append(f"{click.style(where, bold=True)} {finding.place.name}: {_plain(finding.message)}")
        lines.append(f"    [{click.style(finding.code, fg='yellow')}] {_plain(finding.help)}")
    return "".join(f"{line}\n" for line in lines)


def _numbers(line: int | None, column: int | None) -> str:
    return "".join(f":{number}" for number in (line, column) if number is not None) + ":"


def _as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, spans counted in characters of the note."""
    import json

    return json.dumps([_data(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _data(finding: Finding) -> Mapping[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "source": finding.source,
        **_place_data(finding.place),
        "message": finding.message,
        "help": finding.help,
        "others": [_place_data(place) for place in finding.others],
        "fixable": bool(finding.edits),
    }


def _place_data(place: Place) -> dict[str, object]:
    span = [place.span.start, place.span.end] if place.span else None
    return {
        "note": place.note,
        "line": place.line,
        "column": place.column,
        "span": span,
        "words": place.words,
    }


def _as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    lines = []
    for finding in findings:
        place = {"file": finding.source, "line": finding.place.line, "col": finding.place.column}
        properties = ",".join(
            f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value is not None
        )
        message = _escaped(f"{finding.place.name}: {finding.message} {finding.help}")
        lines.append(f"::{_LEVELS[finding.severity]} {properties},title={finding.code}::{message}\n")
    return "".join(lines)


_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _plain(text: str) -> str:
    """*text* without characters that steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


_WRITERS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_github,
}


def _tell_count(findings: Sequence[Finding], documents: int) -> None:
    """How much was found, and what --fix can do, on standard error."""
    if not findings:
        click.echo(
            "Nothing found." if documents == 1 else f"Nothing found in {documents} documents.", err=True
        )
        return
    fixable = sum(bool(finding.edits) for finding in findings)
    mend = f"; --fix can mend {fixable}" if fixable else ""
    count = f"{len(findings)} finding{'s' if len(findings) > 1 else ''}"
    click.echo(f"{count}{mend}. citekit lint --explain CODE tells more.", err=True)
