"""A cited page that lies outside the pages of the article or chapter.

What it does: compares the page of a citation with the extent of the article or chapter, where the
bibliography or a reference manager states it.

Why it matters: either the page or the extent is wrong.

Example: the bibliography has "Journal of History 3 (1990): 69-74", note 12 cites page 81 of it

What to do: look both up.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.wording import name_of
from citekit.recognise.page_numbers import extent

_PARTS = frozenset(
    {"chapter", "article-journal", "article-magazine", "entry-encyclopedia", "paper-conference"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Works with a stated extent against the locators of their citations."""
    for uses in subject.uses_of.values():
        stating = next((use for use in uses if use.field("page") is not None), None)
        if stating is None or stating.work is None or stating.work.item.get("type") not in _PARTS:
            continue
        stated = stating.field("page")
        whole = extent(str(stated.value)) if stated is not None else None
        if whole is None or whole.last <= whole.first:
            continue
        for use in uses:
            cited = extent(use.reference.locator) if _is_of_the_work(use) else None
            if (
                use is not stating
                and cited is not None
                and cited.first <= cited.last
                and not cited.within(whole)
            ):
                yield Finding(
                    RULE.code,
                    f"Page {use.reference.locator} lies outside “{name_of(stating.work.item)}”, which "
                    f"{subject.place(stating.note).name} gives as pages {whole.first}-{whole.last}.",
                    subject.place(use.note, use.reference.locator_span or use.span),
                    "Look both up.",
                    (subject.at(stating, "page"),),
                )


def _is_of_the_work(use: Use) -> bool:
    return use.reference.locator_label == "page" and use.reference.citation.signal != "see-also"


RULE = Rule("locator-outside", "A cited page outside the pages of the work.", check)
