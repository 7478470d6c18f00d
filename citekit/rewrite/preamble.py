r"""The head of a LaTeX document for XeLaTeX and biber: fonts of three scripts, languages, BibLaTeX.

The fonts are those of the Debian packages fonts-dejavu and fonts-noto-cjk, with the ones that TeX Live brings
itself where they are missing (CMU Serif, Fandol).  Latin Modern, the default, has no Cyrillic.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citekit.rewrite.latextext import Quotes, one_line

_LANGUAGES = {
    "en": "english", "ru": "russian", "de": "ngerman", "fr": "french", "uk": "ukrainian", "es": "spanish",
    "it": "italian", "pl": "polish", "cs": "czech",
}  # fmt: skip
"""babel's names; Chinese has none that hyphenates, xeCJK sets it."""

_HEAD = r"""\documentclass[12pt,a4paper]{article}
\usepackage[margin=3cm]{geometry}
\usepackage{fontspec}
\IfFontExistsTF{DejaVu Serif}%
  {\setmainfont{DejaVu Serif}[Scale=0.9]%
   \setsansfont{DejaVu Sans}[Scale=0.9]%
   \setmonofont{DejaVu Sans Mono}[Scale=0.85]}%
  {\setmainfont{CMU Serif}\setsansfont{CMU Sans Serif}\setmonofont{CMU Typewriter Text}}
\usepackage{xeCJK}
\IfFontExistsTF{Noto Serif CJK SC}%
  {\setCJKmainfont{Noto Serif CJK SC}[ItalicFont=*]%
   \setCJKsansfont{Noto Sans CJK SC}%
   \setCJKmonofont{Noto Sans CJK SC}}%
  {\setCJKmainfont{FandolSong}[ItalicFont=FandolKai]\setCJKsansfont{FandolHei}\setCJKmonofont{FandolFang}}
"""
# xeCJK gives these to Chinese, full width; between Latin and Cyrillic letters they are the Latin ones.  Then
# no space is put between Chinese and Latin signs, or quotation marks would stand off the Chinese they quote.
_WESTERN_SIGNS = r"""\xeCJKDeclareCharClass{Default}{%
  "2013, "2014, "2018, "2019, "201C, "201D, "2026, "00B7, "2116}
\xeCJKsetup{CJKecglue={\hskip 0pt plus 0.08\baselineskip}}
"""
_TAIL = r"""\usepackage{csquotes}
\usepackage{graphicx,booktabs}
\providecommand{\sout}[1]{#1}
\IfFileExists{ulem.sty}{\let\sout\relax\usepackage[normalem]{ulem}}{}
"""
# TeX prints a straight mark as a closing one; names and titles of a .bib file keep what was typed.
_QUOTATION_MARKS = r"""% Straight quotation marks in the library are printed as pairs.
\DeclareSourcemap{\maps[datatype=bibtex]{%
  \map[foreach={author,editor,translator,title,shorttitle,booktitle,series,publisher}]{
    \step[fieldsource=\regexp{$MAPLOOP},
      match=\regexp{(?:\x22|\x5ctextquotedbl\x7b\x7d)(.+?)(?:\x22|\x5ctextquotedbl\x7b\x7d)},
      replace=\regexp{``$1''}]
    \step[fieldsource=\regexp{$MAPLOOP}, match=\regexp{(^|[\s(\[])'(\w.*?\S)'(?!\w)},
      replace=\regexp{$1`$2'}]}%
"""
# Public styles know one order of names.  (citekit's own tells scripts apart, and gb7714 is made for Chinese.)
_HAN_NAMES = r"""  % Names in Chinese characters: the family name first, nothing between.
  \map[foreach={author,editor,translator}]{
    \step[fieldsource=\regexp{$MAPLOOP}, match=\regexp{(\p{Han}+),\s*(\p{Han}+)},
      replace=\regexp{{$1$2}}]}%
"""
# biblatex-chicago takes the date of a document for that of an earlier edition of its collection, wants "Mao
# to Stalin" as the title of a letter, and has a type for archival papers: "misc" with an "entrysubtype".  It
# prints "addendum" behind the pages, "note" before them.
_CHICAGO = r"""  % The date of a document stands behind its title, not in the imprint of its collection.
  \map[overwrite]{\pertype{incollection}\step[fieldset=origdate, null]}
  % A letter without a title ("to Mao") is called by both parties; archives stand before the leaves.
  \map[overwrite]{\pertype{letter}\step[fieldsource=origdate, final]\step[fieldset=date, null]}
  \map[overwrite]{\pertype{letter}
    \step[fieldsource=title, match=\regexp{^\x7b(to\s|адресат:|致)}, final]
    \step[fieldset=shorttitle, origfieldval]
    \step[fieldsource=author, final]
    \step[fieldset=title, origfieldval]
    \step[fieldsource=title, match=\regexp{,\s[^,]+?(?=\sand\s|$)}, replace={}]
    \step[fieldset=title, fieldvalue={\addspace{}}, append]
    \step[fieldsource=shorttitle, final]
    \step[fieldset=title, origfieldval, append]}
  \map[overwrite]{\pertype{letter}\pertype{unpublished}
    \step[notfield=note, final]
    \step[notfield=entrysubtype, final]
    \step[fieldsource=addendum, final]
    \step[fieldset=note, origfieldval]
    \step[fieldset=addendum, null]}
  \map[overwrite]{\pertype{unpublished}
    \step[notfield=entrysubtype, final]
    \step[fieldset=entrysubtype, fieldvalue={archival}]
    \step[typesource=unpublished, typetarget=misc]}%
"""
# No comma before the translated or original title of a book or article (Chicago Manual of Style, 17th ed.,
# 11.9). A document in a collection has its date there as well, and keeps the comma.
_ADDED_TITLES = r"""\ifcsdef{ctitleaddonpunct}{%
  \ExecuteBibliographyOptions[article,book,collection,report,thesis]{ctitleaddon=space,ptitleaddon=space}}{}
"""
_PAGES_ONCE = r"""% The pages cited take the place of those of the whole article.
\AtEveryCitekey{\iffieldundef{postnote}{}{\clearfield{pages}}}
"""
_END = r"""\usepackage[hidelinks]{hyperref}
\setcounter{secnumdepth}{0}
\emergencystretch=3em
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a document says: title, author, date as typed; ``language`` is a code ("en")."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    date: str = ""
    language: str = "en"


def head_of(metadata: Mapping[str, object], text: str) -> Head:
    """The head from the YAML of a Markdown document; the language from its letters where it names none."""

    def said(name: str) -> str:
        value = metadata.get(name)
        if isinstance(value, list):
            value = " and ".join(
                str(part.get("name", "") if isinstance(part, dict) else part) for part in value
            )
        return one_line(str(value)) if value is not None else ""

    language = re.split(r"[-_]", said("lang"))[0].lower() or _language(text)
    return Head(said("title"), said("subtitle"), said("author"), said("date"), language)


def _language(text: str) -> str:
    han = len(re.findall("[\u4e00-\u9fff]", text)) * 3  # a character is about half a word
    cyrillic = len(re.findall("[\u0400-\u04ff]", text))
    latin = len(re.findall("[A-Za-z]", text))
    return "zh" if han > max(cyrillic, latin) else "ru" if cyrillic > latin else "en"


def preamble(head: Head, style: str, resource: str) -> str:
    """Everything before the body; *style* is BibLaTeX's ("chicago" is biblatex-chicago's notes)."""
    main = _LANGUAGES.get(head.language, "english")
    others = [name for name in ("russian", "english") if name != main]
    parts = [_HEAD]
    if head.language != "zh":
        parts.append(_WESTERN_SIGNS)
    parts.append(f"\\usepackage[shorthands=off,{','.join([*others, main])}]{{babel}}\n")
    parts += [_TAIL, biblatex(style), _QUOTATION_MARKS]
    if style != "citekit" and not style.startswith("gb7714"):
        parts.append(_HAN_NAMES)
    if style.startswith("chicago"):
        parts.append(_CHICAGO)
    parts.append("}}\n")
    if style == "chicago":
        parts.append(_ADDED_TITLES)
    if style.startswith("verbose"):
        parts.append(_PAGES_ONCE)
    parts += [f"\\addbibresource{{{resource}}}\n", _END]
    parts += [f"\\{name}{{{_text(value)}}}\n" for name, value in _titles(head).items()]
    return "".join(parts)


def biblatex(style: str) -> str:
    """The line that loads BibLaTeX in a style."""
    if style == "chicago":
        return "\\usepackage[notes,useibid,backend=biber]{biblatex-chicago}\n"
    return f"\\usepackage[backend=biber,style={style}]{{biblatex}}\n"


def _titles(head: Head) -> dict[str, str]:
    if not head.title:
        return {}
    title = f"{head.title}: {head.subtitle}" if head.subtitle else head.title
    return {"title": title, "author": head.author, "date": head.date}


def _text(text: str) -> str:
    return Quotes([text]).set(text)
