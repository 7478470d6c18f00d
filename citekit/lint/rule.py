"""The rules and how they are found: a module of :mod:`citekit.lint.rules`, or of another package.

A rule is a module with ``RULE``; its docstring is the manual page.  Another package adds its own by an entry
point of the group ``citekit.lint`` that names such a module.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from citekit.lint.finding import Finding
from citekit.lint.subject import Subject

SECTIONS = ("What it does", "Why it matters", "Example", "What to do")
"""The headings of a manual page, in their order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, one line that says what it finds, how it looks, and whether it can mend."""

    code: str
    summary: str
    check: Callable[[Subject], Iterable[Finding]]
    fixes: bool = False
    manual: str = ""


class UnknownRuleError(ValueError):
    """A code that no rule has; the message names the nearest one."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules by code: those of this package and those of other packages.

    Raises:
        ValueError: two rules have one code, or a rule's module has no ``RULE``; the message names it.
    """
    from importlib.metadata import entry_points

    from citekit.lint import rules as own

    modules = [import_module(f"{own.__name__}.{found.name}") for found in iter_modules(own.__path__)]
    modules += [point.load() for point in entry_points(group="citekit.lint")]
    known: dict[str, Rule] = {}
    for module in modules:
        rule = _of(module)
        if rule.code in known:
            raise ValueError(f"{module.__name__}: there is another lint rule called {rule.code!r}")
        known[rule.code] = rule
    return tuple(known[code] for code in sorted(known))


def _of(module: ModuleType) -> Rule:
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise ValueError(f"{module.__name__} defines no RULE: a lint rule's module has one")
    return Rule(rule.code, rule.summary, rule.check, rule.fixes, inspect.getdoc(module) or "")


def selected(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules of *select* (all where it is empty) without those of *ignore*.

    A code that ends in "-" stands for all codes that begin so ("missing-").

    Raises:
        UnknownRuleError: a code fits no rule.
    """
    wanted, unwanted = _codes(select), _codes(ignore)
    return tuple(
        rule for rule in all_rules() if (not select or rule.code in wanted) and rule.code not in unwanted
    )


def _codes(given: Sequence[str]) -> set[str]:
    codes = [rule.code for rule in all_rules()]
    found: set[str] = set()
    for code in given:
        meant = [known for known in codes if known == code or (code.endswith("-") and known.startswith(code))]
        if not meant:
            near = get_close_matches(code, codes, n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise UnknownRuleError(f"There is no lint rule {code!r}{hint}")
        found.update(meant)
    return found
