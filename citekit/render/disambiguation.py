"""Telling cites apart that would print the same (CSL 1.0.2, "Disambiguation").

Names are added, then given names, then ``disambiguate="true"`` is tried, at last a year suffix: each only
as far as it helps, in the manner of citeproc-js.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citekit.render.context import Disambiguation
from citekit.render.items import Entry, Person
from citekit.render.markup import Part, find, plain
from citekit.render.personal import initials

RenderCite = Callable[[str, Disambiguation], Part]


class Disambiguator:
    """Works out for every item how far it must be spelt out.

    *render* prints an item as a first cite without locator and affixes; *order* ranks items for suffixes.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        options: dict[str, str],
        render: RenderCite,
        has_condition: bool,
        order: dict[str, int],
    ) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self.render = render
        self.order = order
        self.has_condition = has_condition
        self.add_names = options.get("disambiguate-add-names") == "true"
        self.add_givens = options.get("disambiguate-add-givenname") == "true"
        self.by_cite = options.get("givenname-disambiguation-rule", "by-cite") == "by-cite"
        self.add_suffix = options.get("disambiguate-add-year-suffix") == "true"
        self.result: dict[str, Disambiguation] = {id_: Disambiguation() for id_ in self.entries}

    @property
    def is_needed(self) -> bool:
        """Whether the style asks for any disambiguation."""
        return self.add_names or self.add_givens or self.add_suffix or self.has_condition

    def run(self) -> dict[str, Disambiguation]:
        """The disambiguation of every item."""
        if not self.is_needed:
            return self.result
        for group in self._ambiguous(list(self.entries)):
            self._group(group)
        return self.result

    def _ambiguous(self, ids: Sequence[str]) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for id_ in ids:
            text = plain(self.render(id_, self.result[id_]))
            if text.strip():
                groups.setdefault(text, []).append(id_)
        return [group for group in groups.values() if len(group) > 1]

    def _group(self, ids: list[str]) -> None:
        rest = [ids]
        if self.add_names:
            rest = [left for group in rest for left in self._expand(group, self._name_steps(group))]
        if self.add_givens and self.by_cite:
            rest = [left for group in rest for left in self._expand(group, self._given_steps(group))]
        if self.has_condition:
            rest = [left for group in rest for left in self._condition(group)]
        if self.add_suffix:
            for group in rest:
                self._suffixes(group)

    # -- names and given names --------------------------------------------------------------------

    def _sizes(self, ids: list[str]) -> list[int]:
        """The length of each list of names that the cite prints, the longest of the group."""
        sizes: list[int] = []
        for id_ in ids:
            part = self.render(id_, self.result[id_])
            for place, piece in enumerate(find(part, "namelist")):
                if place == len(sizes):
                    sizes.append(0)
                sizes[place] = max(sizes[place], len(piece.data))
        return sizes

    def _name_steps(self, ids: list[str]) -> list[tuple[str, int, int, int]]:
        return [
            ("names", nameset, count, 0)
            for nameset, size in enumerate(self._sizes(ids))
            for count in range(1, size + 1)
        ]

    def _given_steps(self, ids: list[str]) -> list[tuple[str, int, int, int]]:
        steps = []
        for nameset, size in enumerate(self._sizes(ids)):
            for place in range(size):
                if self.add_names:
                    steps.append(("names", nameset, place + 1, 0))
                steps += [("givens", nameset, place, 1), ("givens", nameset, place, 2)]
        return steps

    def _expand(self, ids: list[str], steps: list[tuple[str, int, int, int]]) -> list[list[str]]:
        """Try the steps on the group until all are told apart; what no step helps is undone."""
        better = self.result[ids[0]].copy()
        group = list(ids)
        parted: list[list[str]] = []
        before = self._clashes(group, better)
        trial = better.copy()
        for step in steps:
            if len(group) < 2:
                break
            _take(trial, step)
            texts = {id_: plain(self.render(id_, trial)) for id_ in group}
            counts: dict[str, int] = {}
            for text in texts.values():
                counts[text] = counts.get(text, 0) + 1
            clashes = sum(count - 1 for count in counts.values())
            if clashes >= before:
                continue
            _take(better, step)
            if step[0] == "givens":
                better.names[step[1]] = max(better.names.get(step[1], 0), trial.names.get(step[1], 0))
            trial = better.copy()
            before = clashes
            for id_ in group:
                self.result[id_] = better.copy()
            subgroups: dict[str, list[str]] = {}
            for id_ in group:
                subgroups.setdefault(texts[id_], []).append(id_)
            left = [sub for sub in subgroups.values() if len(sub) > 1]
            if len(left) > 1:
                return [deep for sub in left for deep in self._expand(sub, steps)]
            group = left[0] if left else []
            before = len(group) - 1 if group else 0
        if len(group) > 1:
            for id_ in group:
                self.result[id_] = better.copy()
            parted.append(group)
        return parted

    def _clashes(self, ids: list[str], trial: Disambiguation) -> int:
        return len(ids) - len({plain(self.render(id_, trial)) for id_ in ids})

    # -- the condition and the year suffix --------------------------------------------------------

    def _condition(self, ids: list[str]) -> list[list[str]]:
        """Let one ``<if disambiguate="true">`` after the other hold, for as long as it helps."""
        groups: dict[str, list[str]] = {}
        for id_ in ids:
            trial = self.result[id_].copy()
            trial.condition += 1
            groups.setdefault(plain(self.render(id_, trial)), []).append(id_)
        if len(groups) == 1:
            deeper = self.result[ids[0]].condition < 3 and self._condition_deeper(ids)
            return [ids] if not deeper else self._condition(ids)
        for id_ in ids:
            self.result[id_] = self.result[id_].copy()
            self.result[id_].condition += 1
        rest = [group for group in groups.values() if len(group) > 1]
        return [deep for group in rest for deep in self._condition(group)]

    def _condition_deeper(self, ids: list[str]) -> bool:
        """Whether a further condition tells cites apart that the next one does not; if so, take the next."""
        for more in (2, 3):
            texts = set()
            for id_ in ids:
                trial = self.result[id_].copy()
                trial.condition += more
                texts.add(plain(self.render(id_, trial)))
            if len(texts) > 1:
                for id_ in ids:
                    self.result[id_] = self.result[id_].copy()
                    self.result[id_].condition += more - 1
                return True
        return False

    def _suffixes(self, ids: list[str]) -> None:
        for number, id_ in enumerate(sorted(ids, key=lambda id_: self.order.get(id_, 0)), 1):
            self.result[id_] = self.result[id_].copy()
            self.result[id_].year_suffix = number


def _bare(given: str) -> str:
    """A given name without the spaces and full stops by which two spellings of it may differ."""
    return given.replace(".", "").replace(" ", "").replace("\u00a0", "")


def _take(trial: Disambiguation, step: tuple[str, int, int, int]) -> None:
    kind, nameset, place, level = step
    if kind == "names":
        trial.names[nameset] = max(place, trial.names.get(nameset, 0))
    else:
        trial.givens[nameset, place] = level


def global_levels(
    lists: Sequence[Sequence[Person]], rule: str, sign: str | None
) -> tuple[dict[Person, int], bool]:
    """How far names are spelt out everywhere (rules all-names, primary-name and their -with-initials).

    Returns the levels and whether they hold for the first name of a cite alone.
    """
    primary = rule.startswith("primary-name")
    families: dict[str, dict[Person, None]] = {}
    for people in lists:
        for person in people[:1] if primary else people:
            families.setdefault(f"{person.non_dropping} {person.family}".strip(), {})[person] = None
    levels: dict[Person, int] = {}
    for family in families.values():
        same = list(family)
        if len(same) < 2:
            continue
        for person in same:
            others = [other for other in same if _bare(other.given) != _bare(person.given)]
            if not others:
                continue
            mine = initials(person.given, sign, True, True) if sign is not None else person.given
            clash = sign is not None and any(
                initials(other.given, sign, True, True) == mine for other in others
            )
            if not clash:
                levels[person] = 1
            elif not rule.endswith("with-initials"):
                levels[person] = 2
    return levels, primary
