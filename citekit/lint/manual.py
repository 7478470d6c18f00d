"""The manual of the rules as Markdown: a page for each rule, from its docstring, and a list of them."""

from __future__ import annotations

import re

from citekit.lint.rule import SECTIONS, Rule, all_rules

_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}): ?", re.MULTILINE)


def page(rule: Rule) -> str:
    """The page of *rule*.

    Raises:
        ValueError: its docstring lacks a section; the message names it.
    """
    head, *parts = _SECTION.split(rule.manual.strip())
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    for name in SECTIONS:
        if not sections.get(name, "").strip():
            raise ValueError(f"the manual of lint rule {rule.code!r} has no section “{name}”")
    body = "\n\n".join(f"## {name}\n\n{_shown(name, sections[name])}" for name in SECTIONS)
    silent = rule.fixes and "--fix" not in rule.manual
    mended = "\n\n`citekit lint --fix` mends it in Markdown and text files." if silent else ""
    return f"# {rule.code}\n\n{head.strip()}\n\n{body}{mended}\n"


def _shown(name: str, text: str) -> str:
    """A section as Markdown; an example is shown letter by letter, and a sentence begins with a capital."""
    text = re.sub(r"\n(?!\n)", " ", text.strip()).replace("``", "`")
    text = re.sub(r"\.  (?=\S)", ". ", text)
    if name == "Example":
        return f"```text\n{text}\n```"
    return text[:1].upper() + text[1:]


def index() -> str:
    """The list of all rules with links to their pages."""
    lines = [f"| [`{rule.code}`]({rule.code}.md) | {rule.summary} | {_mends(rule)} |" for rule in all_rules()]
    return _INDEX.format(number=len(lines), rows="\n".join(lines))


def _mends(rule: Rule) -> str:
    return "yes" if rule.fixes else ""


_INDEX = """\
# What `citekit lint` looks for

`citekit lint chapter.md` names what is still wrong with the notes: the note, the place, what, and what to
do. Where two places disagree, both are named. There are {number} rules.

| Rule | Finds | `--fix` |
|---|---|---|
{rows}

## Choosing rules

`--select CODES` applies only these rules, `--ignore CODES` leaves some out; codes are parted by commas, and
a code that ends in a hyphen stands for all that begin so (`missing-`). What holds for the whole thesis stands
in `citekit.toml`:

```toml
[lint]
ignore = ["never-cited", "missing-"]
```

`--explain CODE` shows a page on the terminal. The exit code is 0 when nothing was found, 1 with findings,
2 when nothing could be read. `--format json` writes the findings with their places for programs, `--format
github` as annotations of a workflow.

## Rules of your own

A rule is a Python module with `RULE`, whose docstring is its page; another package adds one by an entry
point of the group `citekit.lint` that names the module:

```python
\"\"\"A note that thanks somebody.

What it does: finds "I thank".

Why it matters: thanks belong into the preface.

Example: "I thank my friends."

What to do: move it.
\"\"\"

from citekit.lint import Finding, Rule


def check(subject):
    for note in subject.texts:
        if "I thank" in note.text:
            yield Finding(RULE.code, "A note of thanks.", subject.place(note), "Move it to the preface.")


RULE = Rule("thanks", "A note that thanks somebody.", check)
```
"""
