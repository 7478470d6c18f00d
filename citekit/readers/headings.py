"""Headings that say what stands under them, in the languages of the documents.

The words are those that style manuals and university rules prescribe or that journals print: Chicago
Manual of Style (17th ed., 14.62 "Notes", 14.64 "Bibliography", 15.10 "References"), MLA ("Works Cited"),
GOST R 7.0.5-2008 (затекстовые ссылки, "Примечания") and GOST 7.1 ("Список литературы"), GB/T 7713.1-2006
(参考文献, 注释) with the traditional forms, and the usual German, French and Spanish ones.  A word is
compared without its number, punctuation, mark-up, inner spaces and case.
"""

from __future__ import annotations

import re
from functools import cache

_NOTES = {
    "en": """
        notes; endnotes; end notes; footnotes; notes and references; references and notes;
        notes and citations; notes to the text; list of notes; notes to chapters; chapter notes;
        source notes
    """,
    "ru": """
        примечания; примечание; сноски; комментарии; ссылки и примечания; примечания и ссылки; ссылки;
        библиографические ссылки; примечания и комментарии; затекстовые ссылки
    """,
    "zh": """
        注释; 註釋; 注释与参考文献; 註解; 注解; 脚注; 腳注; 腳註; 尾注; 尾註; 附注; 附註; 注; 註; 注文;
        引文注释; 注释与引文; 资料来源与注释
    """,
    "other": """
        anmerkungen; endnoten; fußnoten; notes de bas de page; notas; notas al pie; примітки; 주; 각주;
        미주; 註記
    """,
}
_BIBLIOGRAPHY = {
    "en": """
        bibliography; select bibliography; selected bibliography; works cited; work cited; references;
        reference list; list of references; references cited; literature cited; literature; sources;
        sources cited; sources and literature; sources and bibliography; bibliography and sources;
        bibliography of works cited; works consulted; selected references; cited works;
        bibliographical references
    """,
    "ru": """
        список литературы; литература; библиография; библиографический список; источники;
        источники и литература; список источников; список источников и литературы;
        список использованных источников; список использованной литературы; использованная литература;
        список использованных источников и литературы; список использованной литературы и источников;
        список цитируемой литературы; список цитированной литературы;
        использованные источники и литература; литература и источники;
        список источников и использованной литературы; избранная библиография;
        список литературы и источников; список использованных источников и использованной литературы
    """,
    "zh": """
        参考文献; 參考文獻; 主要参考文献; 主要參考文獻; 参考书目; 參考書目; 征引文献; 徵引文獻; 征引书目;
        徵引書目; 引用文献; 引用文獻; 引用书目; 引用書目; 参考资料; 參考資料; 主要参考书目; 文献目录; 书目;
        参考论著; 征引文献目录; 参考文献目录
    """,
    "other": """
        bibliographie; literaturverzeichnis; quellen- und literaturverzeichnis; quellen und literatur;
        bibliografía; bibliografia; література; 참고문헌; 参考文献一覧
    """,
}
_CLOSING = {
    "en": """
        appendix; appendices; index; about the author; about the authors; author; notes on contributors;
        contributors; acknowledgements; acknowledgments; abstract; glossary; list of abbreviations;
        abbreviations; curriculum vitae; vita; biographical note; author note; funding;
        conflict of interest; conclusion; conclusions; introduction; related pages; copyright; license
    """,
    "ru": """
        приложение; приложения; указатель; именной указатель; об авторе; сведения об авторе;
        сведения об авторах; информация об авторе; информация об авторах; благодарности; заключение;
        введение; список сокращений; аннотация
    """,
    "zh": """
        附录; 附錄; 后记; 後記; 致谢; 致謝; 索引; 作者简介; 作者簡介; 结论; 結論; 结语; 結語; 摘要; 引言;
        绪论; 緒論; 缩略语; 跋
    """,
}
_NUMBERING = re.compile(
    r"^(?:[#\s]*)(?:(?:chapter|part|глава|第)?\s*[\dIVXLivxl一二三四五六七八九十]{1,6}(?:\.\d+)*[.)、．:]\s*)?"
)
_DROPPED = re.compile(r"[\s*_#:：.。【】\[\]〔〕（）()<>/\-–—=~]+")
_LONGEST = 80

NOTES, BIBLIOGRAPHY, CLOSING = "notes", "bibliography", "closing"


def _key(text: str) -> str:
    return _DROPPED.sub("", _NUMBERING.sub("", text, count=1)).casefold()


@cache
def _kinds() -> dict[str, str]:
    tables = ((CLOSING, _CLOSING), (BIBLIOGRAPHY, _BIBLIOGRAPHY), (NOTES, _NOTES))
    return {
        _key(entry): kind
        for kind, table in tables
        for entries in table.values()
        for entry in entries.split(";")
    }


# "Notes to Chapter 2", "Chapter 2: Notes", "Примечания к главе 2", 第二章注释.
_NOTES_OF_PART = re.compile(
    r"""[\s\#*_]*(?:
        (?:end|foot)?notes\ (?:to|for)\ (?:the\ )?(?:chapter|part|introduction|conclusion|text)\b.{0,40}
      | (?:chapter|part)\ [\w]{1,12}[\s:.,–—-]+(?:end|foot)?notes
      | примечания\ к\ (?:главе|части|введению|тексту).{0,30}
      | 第.{1,3}[章节部][\s：:]*(?:的)?注[释釋]
    )[\s*_:]*""",
    re.VERBOSE | re.IGNORECASE,
)


def kind_of(line: str) -> str | None:
    """What a heading announces: "notes", "bibliography", "closing" (another part); None for other lines."""
    if len(line) > _LONGEST:
        return None
    kind = _kinds().get(_key(line))
    if kind is None and ("注" in line or "ot" in line or "OT" in line or "имеч" in line.lower()):
        return NOTES if _NOTES_OF_PART.fullmatch(line) else None
    return kind
