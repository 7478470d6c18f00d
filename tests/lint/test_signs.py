"""Signs and spaces: what each rule names in one note, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Lint = Callable[..., Any]

# rule, note, the words at the places found
CASES = [
    # -- double-punctuation
    ("double-punctuation", "Ibid..", [".."]),
    ("double-punctuation", "Hart, Printing, 3-4..", [".."]),
    ("double-punctuation", "Hart, Printing,, 3.", [",,"]),
    ("double-punctuation", "Hart, Printing; ; Mill, Logic, 3.", ["; ;"]),
    ("double-punctuation", "Hart, 108.; Mill, 7.", [".;"]),
    ("double-punctuation", "“The Press' .,” Library 3.", [".,"]),
    ("double-punctuation", "“A Study of Types.” . Library 3.", [".” ."]),
    ("double-punctuation", "Hart, Printing,. 3", [",."]),
    ("double-punctuation", "张三：《书》，，第3页。。", ["，，", "。。"]),
    ("double-punctuation", "Letters of a Soldier: (士兵书信集) London, 1990.", [": "]),
    ("double-punctuation", "Hart, Early Printing, (London: Dent, 1901), 4.", [", "]),
    ("double-punctuation", "Hart et al., Printing, ed. Mill Jr., 3.", []),
    ("double-punctuation", "Hart, Printing ... 3 ... and so on.", []),
    ("double-punctuation", "Mill, “Why Print?,” Library 3 (1990): 5.", []),
    ("double-punctuation", "(Dent, 1974.), 3-4.", []),
    ("double-punctuation", "Иванов И. И. и др., указ. соч., с. 5.", []),
    ("double-punctuation", "https://example.org/a..b,,c", []),
    # -- space-before-punctuation
    ("space-before-punctuation", "Hart, Printing , 3.", [" "]),
    ("space-before-punctuation", "Hart: A: B: C: D: E. A Walk : Notes.", [" "]),
    ("space-before-punctuation", "Mill. Logic .", [" "]),
    ("space-before-punctuation", "Иванов И. И. Книга. М. : Наука, 2001. 5 с.", []),
    ("space-before-punctuation", "Dupont, Histoire : une étude ; Martin, Vie : essai.", []),
    ("space-before-punctuation", "Hart, Printing ... and so on.", []),
    ("space-before-punctuation", "The .NET of the Printers, .5 inches.", []),
    # -- missing-space
    ("missing-space", "Hart, Printing (London: Dent, 1990.)69-99.", [")6"]),
    ("missing-space", "Ibid.442-443.", [".4"]),
    ("missing-space", "Dent House,1988.", [",1"]),
    ("missing-space", "Sept.15, 1990.", [".1"]),
    ("missing-space", '"Letter to Mill"(见信)', ['"(']),
    ("missing-space", "No.551, Vol.2, vols.3, p.5, J.S. Mill.", []),
    ("missing-space", "Library 33(2)5 and 12, no. 3(4): 5; 1,000 copies; 3.5 inches.", []),
    ("missing-space", "张三:《书》(北京:商务,1990)3页", []),
    ("missing-space", "ГАРФ. Ф.Р-5446. Оп.1. Д.2.", []),
    ("missing-space", "the author(s)name", []),
    # -- final-punctuation
    ("final-punctuation", "Hart, Letters, 550-551;", [";"]),
    ("final-punctuation", "张三：《书》，", ["，"]),
    ("final-punctuation", "Ibid.", []),
    ("final-punctuation", "Hart, 5", []),
    # -- unbalanced-brackets
    ("unbalanced-brackets", "Hart. Printing. London: Dent, 1901.) 5.", [")"]),
    ("unbalanced-brackets", "Hart, Printing (London: Dent, 1901, 5.", ["("]),
    ("unbalanced-brackets", "张三：《书，第3页。", ["《"]),
    ("unbalanced-brackets", "Иванов. «Книга, с. 5.", ["«"]),
    ("unbalanced-brackets", "Hart [1901), 5.", ["[", ")"]),
    ("unbalanced-brackets", "1) Hart; 2) Mill; a) Cole (London).", []),
    ("unbalanced-brackets", "Hart (毛笔（1990）), 5.", []),
    # -- quotation-marks
    ("quotation-marks", 'Hart, "The First Press, Library 3 (1990): 5.', ['"']),
    ("quotation-marks", 'Hart, The First Press," Library 3.', ['"']),
    ("quotation-marks", "Hart, “The First Press, Library 3.", ["“"]),
    ("quotation-marks", 'Hart, " The First Press," Library 3.', ['" ']),
    ("quotation-marks", 'Hart, "The First Press," Library 3, 12" wide.', []),
    ("quotation-marks", "Hart, „Die Presse“, und “The Press”.", []),
    # -- repeated-words
    ("repeated-words", "Library 33, 33, no. 2.", ["33, 33"]),
    ("repeated-words", "Rev. ed. ed. London.", ["ed. ed"]),
    ("repeated-words", "A history of of printing.", ["of of"]),
    ("repeated-words", "for the Army and the Navy and the Navy.", ["and the Navy and the Navy"]),
    ("repeated-words", "He had had it; Pago Pago; Yang Yang, 5; 12, 13, 12.", []),
    ("repeated-words", "Hart, Hart, 5.", []),
    (
        "repeated-words",
        "Zeng Guofan, Zeng Guofan riji (Beijing: Sanlian, 1990), 5.",
        [],
    ),  # author, then title
    ("repeated-words", "pp. 12-12a; 1990-1990", []),
    # -- et-al
    ("et-al", "Hart et. al, Printing, 5.", ["et. al"]),
    ("et-al", "Hart et al, Printing, 5.", ["et al"]),
    ("et-al", "Hart et al., Printing, 5.", []),
    ("et-al", "Hart, Et Albine, 5.", []),
    # -- suspicious-ocr
    ("suspicious-ocr", "London, l950.", ["l950"]),
    ("suspicious-ocr", "London, 19S0.", ["19S0"]),
    ("suspicious-ocr", "Москва, 19З0.", ["19З0"]),
    ("suspicious-ocr", "1ondon, 1950.", ["1ondon"]),
    ("suspicious-ocr", "Th0mas, Letters.", []),  # two letters before the figure: a type or a sign
    ("suspicious-ocr", "Tho0mas, Letters.", ["Tho0mas"]),
    ("suspicious-ocr", "Meeting with Pak II Won.", ["Pak II"]),
    ("suspicious-ocr", "Pope John II Paul; Nicholas II of Russia.", []),
    ("suspicious-ocr", "Cталин и Молотов", ["Cталин"]),
    ("suspicious-ocr", "MiG-15, F-15, La-9, B1 bis, l. 5ob, f. 12v, 1st ed., H2O, 20th.", []),
]


@pytest.mark.parametrize(("code", "text", "words"), CASES, ids=lambda v: v if isinstance(v, str) else "")
def test_signs(lint: Lint, code: str, text: str, words: list[str]) -> None:
    found = lint(code, [text])
    assert [finding.place.words for finding in found] == words
    assert all(finding.code == code and finding.place.column for finding in found)


def test_signs_of_the_document(lint: Lint) -> None:
    """What is counted over all notes gives one finding."""
    straight, curly = 'Hart, "Press," 5.', "Mill, “Logic,” 7"
    (mixed,) = lint("mixed-quotation-marks", [straight, straight, curly])
    assert (mixed.place.note, mixed.others[0].note) == ("3", "1")
    assert lint("mixed-quotation-marks", [straight, "周：“信”，第5页。"]) == []
    (stop,) = lint("final-stop", [straight, straight, curly])
    assert (stop.place.note, stop.place.words) == ("3", "7")
    assert lint("final-stop", ["Ibid., 9", "Ibid., 12"]) == []


def test_ranges(lint: Lint) -> None:
    full = "Hart, Early Printing (London: Dent, 1901), {}."
    (found,) = lint("range-style", [full.format("145-149"), full.format("311-319"), full.format("117-30")])
    assert (found.place.note, found.place.words) == ("3", "117-30")
    assert lint("range-style", [full.format("145-149"), full.format("97-102"), full.format("12-14")]) == []


def test_double_spaces_need_a_source(lint: Lint) -> None:
    source = "Text.[^1] More.[^2]\n\n[^1]: Hart,  *Early   Printing*, 5.\n[^2]: Mill,\n    Logic.\n"
    found = lint("double-space", source)
    assert [(f.place.line, f.place.column) for f in found] == [(3, 12), (3, 20)]
    assert lint("double-space", ["Hart,  Printing"]) == []
