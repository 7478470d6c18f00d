"""Write the pages of the lint rules beside this file: ``python docs/lint/generate.py``."""

from __future__ import annotations

from pathlib import Path

from citekit.lint import all_rules
from citekit.lint.manual import index, page


def main() -> None:
    """One page for each rule, and the list; pages of rules that are gone are deleted."""
    folder = Path(__file__).parent
    pages = {f"{rule.code}.md": page(rule) for rule in all_rules()} | {"index.md": index()}
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
