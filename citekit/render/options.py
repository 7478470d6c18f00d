"""What a user may choose beyond the style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Originals: TypeAlias = Literal["as-is", "original", "romanised", "translated"]
ChineseOrder: TypeAlias = Literal["pinyin", "strokes"]


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of the renderer.

    ``originals``          how an item with an original title prints: ``"translated"`` "China (中国)",
                           ``"romanised"`` "Dangdai Zhongguo [China Today]", ``"original"`` "当代中国",
                           ``"as-is"`` leaves the item to the style; by default the original where it is in
                           the language of the style (《当代中国》 in a Chinese one), else translated
    ``archival``           bring date, parties, number and file of archival documents to variables that
                           public styles print (see :mod:`citekit.render.archival`)
    ``family_first``       Chinese, Korean and Vietnamese names in works of those languages: "Mao Zedong",
                           without a comma in bibliographies
    ``terms_by_language``  terms ("et al.", 等, "и др.") in the item's language also in styles without
                           layouts per language; by default our own styles that are not English do so
    ``chinese_order``      how Chinese sorts: ``"pinyin"`` or ``"strokes"``
    ``group_scripts``      entries of one script together, in the order the style's language expects
    ``ibid``               false: a repeated note gets its short form, since Ibid. breaks when notes move
    ``full_notes``         true: every note gets its full form
    ``collections``        one entry per collection or fond instead of one per document
    """

    originals: Originals | None = None
    archival: bool = True
    family_first: bool = True
    terms_by_language: bool | None = None
    chinese_order: ChineseOrder = "pinyin"
    group_scripts: bool = True
    ibid: bool = True
    full_notes: bool = False
    collections: bool = False


FOREIGN = Options(originals="as-is", archival=False)
"""For works that citekit did not make and a style that is not ours."""

PLAIN = Options(originals="as-is", archival=False, family_first=False)
"""The items exactly as they are, as citeproc-js would take them."""
