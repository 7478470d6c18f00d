"""The tables of cases, one for each scheme: what each rests on, the identifier, the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.archives import identify

TABLES = sorted(Path(__file__).parent.glob("*.cases.tsv"))
CASES = [
    pytest.param(table.name.split(".")[0], *line.split("\t")[1:], id=line.split("\t")[2][:60])
    for table in TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("scheme", "identifier", "reference"), CASES)
def test_identifier(scheme: str, identifier: str, reference: str) -> None:
    found = identify(reference)
    if identifier == "-":
        assert found is None
    else:
        assert found is not None
        assert (found.id, found.scheme) == (identifier, scheme)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_row_says_what_it_rests_on(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") or (len(line.split("\t")) == 3 and line.split("\t")[0]) for line in lines)


# Kept apart, however alike they look: the archive stated and not, a leading zero, the letter of an opis.
APART = [
    ("Ф. 558. Оп. 11. Д. 334", "РГАСПИ. Ф. 558. Оп. 11. Д. 334"),
    ("АВПРФ. Ф. 0102. Оп. 6. Д. 48", "АВПРФ. Ф. 102. Оп. 6. Д. 48"),
    ("ГАРФ. Ф. Р-5446. Оп. 86а. Д. 1005", "ГАРФ. Ф. Р-5446. Оп. 86. Д. 1005"),
    ("ГАРФ. Ф. Р-109. Оп. 1. Д. 5", "ГАРФ. Ф. 109. Оп. 1. Д. 5"),
    ("ГАРФ. Ф. Р-5446. Оп. 1. Д. 5", "ГАРФ. Ф. А-5446. Оп. 1. Д. 5"),
    ("ГАРФ. Ф. Р-5446с. Оп. 1. Д. 5", "ГАРФ. Ф. Р-5446. Оп. 1. Д. 5"),
    ("АВПРИ. Ф. 133. Оп. 470. Д. 12", "АВПРФ. Ф. 133. Оп. 470. Д. 12"),
    ("АВПРФ. Ф. 0102. Оп. 6. П. 21. Д. 48", "АВПРФ. Ф. 0102. Оп. 6. П. 22. Д. 48"),
    ("AVPRF f. 0102, op. 6, p. 21, d. 48", "AVPRF f.102, op. 6, p. 21, d. 48"),
    ("АВПРФ. Ф. 0102", "АВПРФ. Ф. 102"),
    ("РГАНИ. Ф. 89. Пер. 50. Д. 1", "РГАНИ. Ф. 89. Оп. 50. Д. 1"),
    ("№00601", "№10601"),
    ("外交部档案馆，106-00023-01", "外交部档案馆，106-00023-02"),
    ("江苏省档案馆，1-2-3", "浙江省档案馆，1-2-3"),
    ("FRUS, 1950, vol. VII", "FRUS, 1951, vol. VII"),
    ("FRUS, 1952–1954, vol. XV, part 1", "FRUS, 1952–1954, vol. XV, part 2"),
    ("TNA, FO 371/84090", "TNA, FO 371/8409"),
    ("John Foster Dulles Papers, Box 1, Mudd Library", "Allen Dulles Papers, Box 1, Mudd Library"),
    ("NARA, RG 59, 795.00/7-1050", "NARA, RG 59, 795.00/7-1150"),
    ("NARA, RG 242, SA 2009, Item 6/72", "NARA, RG 242, SA 2009, Item 6/73"),
    ("LAC, RG 25, Box 12", "LAC, RG 25, Box 13"),
    ("NARA, T-77, roll 780", "NARA, T-78, roll 780"),
    ("CIA-RDP79T00826A002000010001-5", "CIA-RDP79T00826A002000010002-4"),
    ("SAPMO-BArch, DY 30/J IV 2/2/402", "SAPMO-BArch, DY 30/J IV 2/2/403"),
    ("中国第二历史档案馆，二(2)-1234", "中国第二历史档案馆，二-1234"),
    ("Truman Library, PSF, Box 243", "FDR Library, PSF, Box 243"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_units_have_different_identifiers(one: str, other: str) -> None:
    first, second = identify(one), identify(other)
    assert first is not None
    assert second is not None
    assert first.id != second.id
