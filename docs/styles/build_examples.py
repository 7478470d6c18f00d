"""Writes examples.md: every style of ``styles/`` with the same works, first notes and bibliography.

python docs/styles/build_examples.py
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from render.sample import rendered  # noqa: E402

from citekit.render import list_styles  # noqa: E402

HEAD = """# The styles of citekit, line by line

Made by `docs/styles/build_examples.py`. The works are in `tests/render/works.json`: a telegram printed in a
collection, letters and a file in archives, books, chapters and articles in English, Russian and
Chinese. Every work is cited once, some a second time.
"""


def page() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    for info in list_styles():
        notes, entries = rendered(info.name, output="markdown")
        numbered = [f"{number}. {note}" for number, note in enumerate(notes, 1)]
        listed = [f"- {entry}" for entry in entries]
        head = [f"\n## `{info.name}`", "", info.title, ""]
        parts.append("\n".join([*head, *numbered, "", "Bibliography:", "", *listed]))
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    (HERE / "examples.md").write_text(page(), encoding="utf-8")
