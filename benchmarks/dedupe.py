#!/usr/bin/env python3
"""How fast, in how much memory and how correctly citekit finds the same works among many references.

usage: dedupe.py [REFERENCES] [--works N] [--seed N]      (1,000,000 references to a tenth as many works)

Prints a table and never fails: what is slow on one machine is not wrong.  The references are made up: books,
articles, chapters, numbered documents, letters of files and of collections, spelled and shortened as writers
do it, with slips, missing fields and wrong years; numbers of different documents differ by one, yearbooks by
their volume, and one author writes about one thing twice.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

Item = dict[str, Any]

SYLLABLES = [consonant + vowel for consonant in "bdklmnrstv" for vowel in "aeo"]
GIVEN = "Anna Boris Carla David Elena Frank Grigorii Helen Ivan Jane Karl Lev Maria Nina Oleg Paul".split()
PLACES = "London Moscow Beijing Paris Berlin Cambridge Prague Warsaw".split()
THINGS = """alliance army aid airlift archive border bomb campaign cease-fire congress crisis delegation
    embassy factory fleet frontier harvest industry intervention mission nuclear offensive partisan peace
    plan railway refugee reform retreat revolution ruble settlement spy strategy summit tractor treaty union
    uranium village worker""".split()
HOW = "cold early forgotten great hidden last late long new old red secret short silent soviet".split()
VERBS = "making remaking origins end decline memory politics economy culture language limits uses".split()
PUBLISHERS = [f"{place} {kind}" for place in PLACES for kind in ("University Press", "Books", "Verlag")]
JOURNALS = [f"Journal of {how.title()} {thing.title()} Studies" for how in HOW[:8] for thing in THINGS[:12]]
GENRES = ("telegram", "letter", "report")


def word(rng: random.Random, parts: int) -> str:
    """A made-up proper name of so many syllables."""
    return "".join(rng.choice(SYLLABLES) for _ in range(parts)).capitalize()


def works(number: int, rng: random.Random) -> list[Item]:
    """So many different works, many of them neighbours of another."""
    people = [{"family": word(rng, 3), "given": rng.choice(GIVEN)} for _ in range(max(50, number // 8))]
    collections = [f"Documents on the {rng.choice(HOW)} {word(rng, 3)} question" for _ in range(200)]
    made: list[Item] = []
    makers: list[Callable[[int], Item]] = [
        lambda n: book(n, rng, people),
        lambda n: article(n, rng, people),
        lambda n: chapter(n, rng, people),
        lambda n: numbered(n, rng, people, collections),
        lambda n: filed(n, rng, people),
        lambda n: printed(n, rng, people, collections),
    ]
    while len(made) < number:
        made.append(rng.choices(makers, (25, 20, 10, 25, 10, 10))[0](len(made)))
        if rng.random() < 0.15 and len(made) < number:
            made.append(neighbour(made[-1], len(made), rng))
    return made


def title(rng: random.Random) -> str:
    """A title like those of books about the Cold War."""
    place, thing, verb = word(rng, 3), rng.choice(THINGS), rng.choice(VERBS)
    return rng.choice(
        (
            f"The {rng.choice(HOW)} {thing}: {place} and the {verb} of a {rng.choice(THINGS)}",
            f"{place}'s {rng.choice(HOW)} {thing} and the {verb} of {word(rng, 2)}",
            f"The {verb} of the {place} {thing}, {1900 + rng.randrange(60)}-{1960 + rng.randrange(35)}",
            f"{verb} and {thing} in {place} & {word(rng, 2)}",
        )
    )


def book(_: int, rng: random.Random, people: list[Item]) -> Item:
    """A book."""
    return {
        "type": "book",
        "author": rng.sample(people, rng.choice((1, 1, 2))),
        "title": title(rng),
        "publisher": rng.choice(PUBLISHERS),
        "publisher-place": rng.choice(PLACES),
        "issued": {"date-parts": [[rng.randrange(1950, 2020)]]},
    }


def article(number: int, rng: random.Random, people: list[Item]) -> Item:
    """An article, often with its DOI."""
    first = rng.randrange(1, 400)
    made = {
        "type": "article-journal",
        "author": rng.sample(people, rng.choice((1, 1, 1, 2))),
        "title": title(rng),
        "container-title": rng.choice(JOURNALS),
        "volume": str(rng.randrange(1, 60)),
        "issue": str(rng.randrange(1, 5)),
        "page": f"{first}-{first + 20}",
        "issued": {"date-parts": [[rng.randrange(1950, 2020)]]},
    }
    return made | ({"DOI": f"10.1080/{number:09d}"} if rng.random() < 0.5 else {})


def chapter(_: int, rng: random.Random, people: list[Item]) -> Item:
    """A chapter."""
    first = rng.randrange(1, 400)
    return {
        "type": "chapter",
        "author": [rng.choice(people)],
        "title": rng.choice((title(rng), title(rng), "Introduction")),
        "container-title": title(rng),
        "page": f"{first}-{first + 20}",
        "issued": {"date-parts": [[rng.randrange(1950, 2020)]]},
    }


def numbered(number: int, rng: random.Random, people: list[Item], collections: list[str]) -> Item:
    """A document with an archive number."""
    return letter(rng, people) | {
        "type": "chapter",
        "number": f"{10000 + number:06d}",
        "container-title": rng.choice(collections),
        "issued": {"date-parts": [[2015]]},
        "custom": {"archive_id": f"no:{10000 + number:06d}"},
    }


def filed(_: int, rng: random.Random, people: list[Item]) -> Item:
    """A letter in a file, not in print."""
    file = f"f{rng.randrange(1, 60)}/op{rng.randrange(1, 9)}/d{rng.randrange(1, 300)}"
    return letter(rng, people) | {
        "type": "personal_communication",
        "archive": "RGASPI",
        "archive_location": file,
        "custom": {"file_id": f"rgaspi:{file}"},
    }


def printed(_: int, rng: random.Random, people: list[Item], collections: list[str]) -> Item:
    """A letter in a collection without numbers."""
    first = rng.randrange(1, 800)
    return letter(rng, people) | {
        "type": "chapter",
        "container-title": rng.choice(collections),
        "page": f"{first}-{first + 1}",
        "issued": {"date-parts": [[1998]]},
    }


def letter(rng: random.Random, people: list[Item]) -> Item:
    """What letters have in common: many go between the same few people, some on one day."""
    one, two = rng.sample(people[:40], 2)
    day = [rng.randrange(1945, 1960), rng.randrange(1, 13), rng.randrange(1, 29)]
    return {
        "author": [one],
        "recipient": [two],
        "title": f"{one['family']} to {two['family']}: {title(rng)}",
        "genre": rng.choice(GENRES),
        "original-date": {"date-parts": [day]},
    }


def neighbour(work: Item, number: int, rng: random.Random) -> Item:
    """Another work that is nearly *work*: the next volume or number, another part, edition or day."""
    other = {**work, "custom": dict(work.get("custom", {}))}
    other.pop("DOI", None)
    if "archive_id" in other["custom"]:
        other["number"] = f"{10000 + number:06d}"
        other["custom"]["archive_id"] = f"no:{10000 + number:06d}"
    elif "original-date" in other:
        year, month, day = other["original-date"]["date-parts"][0]
        other["original-date"] = {"date-parts": [[year, month, day % 28 + 1]]}
        if "page" in other:
            first = int(other["page"].split("-")[0]) + 2
            other["page"] = f"{first}-{first + 1}"
    elif other["type"] == "book":
        kind = rng.choice(("volume", "part", "edition"))
        if kind == "volume":
            work["volume"], other["volume"] = "1", "2"
        elif kind == "part":
            work["title"], other["title"] = f"{work['title']}, part 1", f"{work['title']}, part 2"
        else:
            year = other["issued"]["date-parts"][0][0] + rng.randrange(1, 9)
            other["issued"] = {"date-parts": [[year]]}
            other["edition"] = "2"
    else:
        first = rng.randrange(1, 400)
        other["page"] = f"{first}-{first + 20}"
        if "issue" in other:
            other["issue"] = str(int(other["issue"]) + 1)
        else:
            other["container-title"] = title(rng)
    if not other["custom"]:
        del other["custom"]
    return other


def reference(work: Item, rng: random.Random) -> Item:
    """*work* as some writer cites it."""
    made = dict(work)
    chance = rng.random
    if chance() < 0.3:
        made["title"] = rng.choice((str.lower, str.title, lambda t: t.replace(":", "."), accented))(
            made["title"]
        )
    if chance() < 0.06:
        made["title"] = slip(made["title"], rng)
    if chance() < 0.05:
        made["title"] = made["title"].split(":")[0]
    if chance() < 0.3:
        made["author"] = [{**name, "given": name["given"][0] + "."} for name in made["author"]]
    if chance() < 0.03:
        made["author"] = [{**made["author"][0], "family": slip(made["author"][0]["family"], rng)}]
    for field in (
        "issued",
        "publisher",
        "publisher-place",
        "page",
        "issue",
        "volume",
        "genre",
        "DOI",
        "edition",
    ):
        if field in made and chance() < 0.07:
            del made[field]
    if "custom" in made and chance() < 0.2:
        del made["custom"]
    if "issued" in made and chance() < 0.01:
        made["issued"] = {"date-parts": [[made["issued"]["date-parts"][0][0] + rng.choice((-1, 1))]]}
    if "number" in made and chance() < 0.003:
        wrong = f"{int(made['number']) + 1:06d}"
        made["number"] = wrong
        made["custom"] = {"archive_id": f"no:{wrong}"}
    if "DOI" in made and chance() < 0.3:
        made["DOI"] = "https://doi.org/" + made["DOI"]
    return made


def accented(text: str) -> str:
    """*text* with the quotation marks and dashes of a typesetter."""
    return text.replace("'", "’").replace("-", "–")


def slip(text: str, rng: random.Random) -> str:
    """*text* with one letter wrong, left out or doubled."""
    at = rng.randrange(1, len(text))
    if not text[at].isalpha():
        return text
    return text[:at] + rng.choice(("", text[at] * 2, rng.choice("aeiorst"))) + text[at + 1 :]


def references(made: list[Item], number: int, rng: random.Random, truth: list[int]) -> Iterator[Item]:
    """So many references to *made* in no order; the number of the work of each goes to *truth*."""
    for count in range(number):
        which = rng.randrange(len(made))
        truth.append(which)
        yield {"id": f"r{count}", **reference(made[which], rng)}


def pairs(groups: list[list[int]], truth: list[int]) -> tuple[float, float]:
    """Precision and recall over pairs of references."""
    found = right = 0
    for group in groups:
        found += len(group) * (len(group) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(truth[number] for number in group).values())
    real = sum(n * (n - 1) // 2 for n in Counter(truth).values())
    return right / max(1, found), right / max(1, real)


def measure(number: int, count: int, seed: int) -> None:
    """One row of the table."""
    from citekit.match.duplicates import find_duplicates

    rng = random.Random(seed)
    truth: list[int] = []
    items = list(references(works(count, rng), number, rng, truth))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, worked = time.perf_counter(), time.process_time()
    found = find_duplicates(items)
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    precision, recall = pairs(found.groups, truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1024**3 if sys.platform == "darwin" else 1024**2
    print(
        f"{number:>9,} {len(found.groups):>9,} {seconds:>8.1f} s"
        f" {worked:>7.1f} s {worked / number * 1e6:>6.1f} µs"
        f" {peak / unit:>5.2f} GiB ({before / unit:.2f} before) {precision:>9.5f} {recall:>7.4f}"
        f" {len(found.waiting):>9,} {found.vetoed:>9,} {len(found.conflicts):>7,}",
        flush=True,
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("references", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--works", type=int, help="different works (default: a tenth of the references)")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    print("references    groups       time       CPU     each  peak memory", end="")
    print("              precision  recall   waiting    vetoed conflicts")
    size = min(10_000, asked.references)
    while True:
        measure(size, (asked.works or asked.references // 10) * size // asked.references, asked.seed)
        if size >= asked.references:
            return
        size = min(size * 10, asked.references)


if __name__ == "__main__":
    main()
