#!/usr/bin/env python3
"""How fast citekit parses, how that grows, how quickly it starts, how much memory it takes.

usage: parse.py [DOCUMENT]   (else ../shared/corpus/thesis.md where it is there, or examples/chapter.md)

Prints a table and never fails: what is slow on one machine is not wrong.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
THESIS = ROOT / "../shared/corpus/thesis.md"
COPIES = 10
MANY = 10_000
RUNS = 5


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of *runs* times of *work*: the one the machine disturbed least."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure and print the table."""
    import citekit
    from citekit import readers
    from citekit.export import find_format, material_of

    source = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else THESIS
        if THESIS.exists()
        else ROOT / "examples/chapter.md"
    )

    def once() -> str:
        result = citekit.parse(source)
        return find_format("csl-json").write(material_of([result])).text

    once()  # tables load at first use
    one = seconds(once)
    document = readers.read(source)
    notes = (*document.notes, *document.bibliography)
    row("document", f"{source.name}, {len(notes)} notes and entries")
    row("file to works.json", f"{len(notes) / one:,.0f} notes/s ({one * 1000:.0f} ms)")

    numbered = [replace(note, n=str(number)) for number, note in enumerate(document.notes * COPIES, 1)]
    alone = replace(document, notes=document.notes, bibliography=())
    copies = replace(document, notes=tuple(numbered), bibliography=())
    growth = seconds(lambda: citekit.parse(copies), 3) / seconds(lambda: citekit.parse(alone))
    row(f"{COPIES} copies of its notes", f"{growth:.1f} times as long as one")

    bare = start_up("-c", "pass")
    row("citekit --help over bare python", f"{(start_up('-m', 'citekit', '--help') - bare) * 1000:.0f} ms")
    row(f"peak memory for {MANY:,} notes", memory([note.text for note in document.notes]))


def row(what: str, figure: str) -> None:
    """One line of the table."""
    print(f"{what:34} {figure}", flush=True)


def start_up(*arguments: str) -> float:
    """Seconds until ``python ARGUMENTS`` has ended, the middle of several runs."""
    times = []
    for _ in range(2 * RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, cwd=ROOT, check=False)
        times.append(time.perf_counter() - start)
    return median(times)


def memory(texts: list[str]) -> str:
    """The peak memory of ``citekit parse`` for a document of :data:`MANY` notes made of *texts*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        lines = ({"n": str(n + 1), "text": texts[n % len(texts)]} for n in range(MANY))
        path.write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
        )
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "citekit", "parse", str(path), "--works", str(path.with_suffix(".json"))],
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        elapsed = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    return f"{peak:.0f} MiB, {elapsed:.1f} s" + (f" (exit {done.returncode})" if done.returncode else "")


if __name__ == "__main__":
    main()
