"""How fast documents are read: notes and pages per second, whether time grows in line with size, memory.

    python benchmarks/readers_speed.py [DOCUMENT]

DOCUMENT is a text with notes (default: the chapter of the tests); a PDF of 2,000 pages is drawn for it.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from citekit.readers import read_bytes, read_text  # noqa: E402
from tests.readers.packing import pdf  # noqa: E402


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "fixtures" / "readers" / "chapter.md"
    text = path.read_text(encoding="utf-8")
    read_text(text, path.name)
    once = 0.0
    for copies in (1, 10, 100):
        began = time.perf_counter()
        document = read_text("\n\n".join([text] * copies), path.name)
        seconds = time.perf_counter() - began
        once = once or seconds
        count = len(document.notes) + len(document.bibliography)
        rate, times = count / seconds, seconds / once
        print(f"{copies:4} x {path.name}: {rate:9.0f} notes/s, {times:6.1f} times the time of one")
    line = "The war began in the summer of the year and nobody thought that it would last so long."
    page = [(72, 760 - 14 * index, 11, line) for index in range(40)]
    note = [(72, 140, 150), (76, 125, 9, "Wei, Air, 3.")]
    data = pdf([[*page, *note, (60, 128.5, 6, str(number))] for number in range(1, 2001)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    notes = len(read_bytes(data, "drawn.pdf").notes)
    seconds = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"PDF of 2,000 pages, {notes} notes: {2000 / seconds:.0f} pages/s, {grown:.0f} MiB")


if __name__ == "__main__":
    main()
