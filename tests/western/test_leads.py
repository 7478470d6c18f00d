"""The words that introduce a citation, and cross-references that cite nothing."""

from __future__ import annotations

import pytest

from citekit.segment.leads import find_lead, is_cross_reference

PLAIN = [
    ("See Doe, Title, 5.", "See ", "see"),
    ("See, for example, Doe, Title, 5.", "See, for example, ", "see"),
    ("See, among others, Doe, Title, 5.", "See, among others, ", "see"),
    ("See especially Doe, Title, 5.", "See especially ", "see"),
    ("see also Doe, Title, 5.", "see also ", "see-also"),
    ("See the discussion in Doe, Title, 5.", "See the discussion in ", "see"),
    ("See her classic account in Doe, Title, 5.", "See her classic account in ", "see"),
    ("see his Title (Paris, 1999), 5.", "see his ", "see"),
    ("Cf. Doe, Title, 5.", "Cf. ", "compare"),
    ("Compare Doe, Title, 5.", "Compare ", "compare"),
    ("But see Doe, Title, 5.", "But see ", "but-see"),
    ("Quoted in Doe, Title, 5.", "Quoted in ", "quoted-in"),
    ("As cited in Doe, Title, 5.", "As cited in ", "cited-in"),
    ("translated in Title (Paris, 1999), 5.", "translated in ", "reprinted-in"),
    ("For a survey, see Doe, Title, 5.", "see ", "see"),
    ("for the reaction, Doe, Title, 5.", "for the reaction, ", "see"),
    ("and Doe, Title, 5.", "and ", "see-also"),
    ("the last of three volumes of Title (Paris, 1999).", "the last of three volumes of ", "see"),
]


@pytest.mark.parametrize(("text", "lead", "signal"), PLAIN, ids=[text[:34] for text, _, _ in PLAIN])
def test_lead(text: str, lead: str, signal: str) -> None:
    found = find_lead(text, 0, len(text), prose=False)
    assert found is not None
    assert (text[found.start : found.end], found.signal) == (lead, signal)


@pytest.mark.parametrize(
    "text", ["Doe, Title, 5.", "Seeing Red, 5.", "Andrew Doe, Title, 5.", "On China, 5."]
)
def test_no_lead(text: str) -> None:
    assert find_lead(text, 0, len(text), prose=False) is None


CROSS = [
    "chapter 3 below", "note 45", "above, pp. 12–15", "the discussion in chapter ii above", "Appendix A",
    "“The Home Front” below", '"Tin, Rubber, and the Price of Neutrality in the Years of the Blockade" above.',
    "the section “Whose War?” below, pp. 12–14", "“Grain” in chapter 2 above",
]  # fmt: skip


@pytest.mark.parametrize("text", CROSS)
def test_cross_reference(text: str) -> None:
    assert is_cross_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Westad, Cold War, note 12 above",
        "p. 45",
        "Notes from Underground, 5",
        "45",
        "“Tin and Trade,” note 12 above",
        "“Tin and Trade,” n. 12 above, 45",
        "“Introduction,” 5",
        "“The View from Below,” 12",
        "Moss, “Tin,” above",
    ],
)
def test_no_cross_reference(text: str) -> None:
    assert not is_cross_reference(text)
