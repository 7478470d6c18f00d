"""Time of rendering notes beside pandoc: 10,000 Chicago notes over 2,000 items with bibliography.

    python benchmarks/render_notes.py [STYLE.csl]

Both render the same items, the same citations and the same style, each in one process of its own.  The style
is ``chicago-notes-bibliography`` (extra ``styles``, or ../shared/csl-expected), unless another is given.
pandoc comes from the package pypandoc_binary.  Growth is the time for 10,000 notes over that for 1,000.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "csl-expected" / "styles" / "chicago-notes-bibliography.csl"
SURNAMES = "Westad Chen Shen Ledovsky Gaddis Leffler Weathersby Zhang Goncharov Lewis Xue Mansourov".split()
RUNS = 2
"""The shortest of so many runs counts: the one the machine disturbed least."""
WORDS = "war peace border alliance revolution archive party army treaty crisis empire memory".split()


def items(count: int) -> list[dict[str, Any]]:
    """Books, chapters and articles in equal parts."""
    chance = random.Random(1950)
    made = []
    for number in range(count):
        words = [chance.choice(WORDS).title() for _ in range(4)]
        item: dict[str, Any] = {
            "id": f"w{number}",
            "type": ("book", "chapter", "article-journal")[number % 3],
            "author": [
                {
                    "family": f"{chance.choice(SURNAMES)}{number % 97}",
                    "given": chance.choice(["Odd Arne", "Jian", "V. M."]),
                }
                for _ in range(1 + number % 4)
            ],
            "title": f"{' '.join(words)}: A History {number}",
            "issued": {"date-parts": [[1950 + number % 70]]},
        }
        if item["type"] == "book":
            item |= {"publisher": "Stanford University Press", "publisher-place": "Stanford"}
        elif item["type"] == "chapter":
            item |= {
                "container-title": f"Essays on {words[0]}",
                "editor": [{"family": "Bernstein", "given": "Thomas P."}],
                "publisher": "Lexington Books",
                "page": "117-151",
            }
        else:
            item |= {
                "container-title": f"Journal of {words[1]} Studies",
                "volume": str(number % 40),
                "page": "321-345",
            }
        made.append(item)
    return made


def citations(count: int, works: int) -> list[dict[str, Any]]:
    """Notes of one cite each, a third of them repeating the note before."""
    chance = random.Random(1951)
    made, last = [], 0
    for number in range(1, count + 1):
        if chance.random() > 0.33:
            last = chance.randrange(works)
        made.append(
            {"items": [{"id": f"w{last}", "locator": str(chance.randrange(1, 400))}], "noteIndex": number}
        )
    return made


def ours(style: Path, notes: int, works: int) -> float:
    """Seconds of a process that renders with citekit, its start included."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); sys.path.insert(0, sys.argv[2])\n"
        "from benchmarks.render_notes import items, citations\n"
        "from citekit.render import Processor\n"
        "from citekit.render.options import PLAIN\n"
        "works, notes = int(sys.argv[5]), int(sys.argv[4])\n"
        "processor = Processor(sys.argv[3], items(works), options=PLAIN)\n"
        "texts = processor.cite(citations(notes, works)); entries = processor.bibliography()\n"
        "assert len(texts) == notes\n"
    )
    started = time.perf_counter()
    arguments = [str(ROOT), str(ROOT), str(style), str(notes), str(works)]
    subprocess.run(
        [sys.executable, "-c", script, *arguments], check=True, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    return time.perf_counter() - started


def pandoc(style: Path, notes: int, works: int) -> float | None:
    """Seconds of pandoc for the same; None where it is not installed."""
    try:
        import pypandoc

        program = pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        return None
    with tempfile.TemporaryDirectory() as folder:
        library, text = Path(folder, "works.json"), Path(folder, "text.md")
        library.write_text(json.dumps(items(works)), encoding="utf-8")
        cites = (
            f"[@{item['id']}, {item['locator']}]"
            for note in citations(notes, works)
            for item in note["items"]
        )
        text.write_text("\n\n".join(f"A.{cite}" for cite in cites), encoding="utf-8")
        command = [program, "--citeproc", "--csl", str(style), "--bibliography", str(library), str(text)]
        started = time.perf_counter()
        subprocess.run([*command, "-t", "plain", "-o", str(Path(folder, "out.txt"))], check=True)
        return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    style = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not style.is_file():
        from citekit.render import find_style

        style = find_style("chicago-notes-bibliography")
    small = min(ours(style, 1000, 200) for _run in range(RUNS))
    large = min(ours(style, 10_000, 2000) for _run in range(RUNS))
    print(f"citekit: 1,000 notes {small:.1f} s, 10,000 notes {large:.1f} s, growth {large / small:.1f}")
    times = [pandoc(style, 10_000, 2000) for _run in range(RUNS)]
    theirs = min((time_ for time_ in times if time_ is not None), default=None)
    if theirs is None:
        print("pandoc: not installed (pip install pypandoc_binary)")
    else:
        print(f"pandoc: 10,000 notes {theirs:.1f} s; citekit takes {large / theirs:.2f} of its time")


if __name__ == "__main__":
    main()
