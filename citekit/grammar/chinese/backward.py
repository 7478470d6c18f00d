"""References backwards: 同上, 同前注③, 前引书, 见注5; and abbreviations defined: 以下简称《汇编》."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.chinese.statement import read_names
from citekit.recognise.chinese_numbers import NUMBER, arabic

_CIRCLED = {chr(0x2460 + i): str(i + 1) for i in range(20)} | {
    chr(0x3251 + i): str(i + 21) for i in range(15)
}
_NUMBER = rf"[\[(]?\s?(?P<%s>{NUMBER}|[①-⑳㉑-㉟])\s?[\])]?"
_BY_NUMBER, _BY_BARE = _NUMBER % "number", _NUMBER % "bare"
_WORK = r"(?:所)?(?:引|揭)?(?:书|文|著|论文|文章|档案|档|资料|文件|出处|刊|报|引)?"
_IBID = re.compile(
    rf"^(?:同上|同前|上同|仝上)(?:页)?(?:注)?{_WORK}(?:注)?(?=[,.。;:(\s、]|$|第|页|卷|上册|下册|中册|"
    rf"《|〈)"
)
_NOTED = re.compile(
    rf"^(?:同|见|参见|参|详见|如|据|上引|上揭|前引|前揭|参阅|并见|又见)*(?:前|上)?(?:揭|引)?(?:注释?|"
    rf"脚注|尾注|附注){_BY_NUMBER}\s?(?:所)?(?:引|揭)?(?:书|文|著|论文|文章)?"
    rf"|^(?:前引|前揭|同|上引|上揭|见){_BY_BARE}\s?(?:书|文|著|引书|引文)?(?=[,.。;:\s]|$)"
)
_CITED_BEFORE = re.compile(
    r"(?P<word>(?:同)?(?:前引|前揭|上引|上揭|前述|上述|氏著前引|氏著前揭|所引|前注引)(?:书|文|著作|著|"
    r"论文|文章|档案|资料|报告|译书|编|书目)?|(?:该|是|此)(?:书|文|著))"
)
_SHORT_OF = re.compile(r"^(?P<who>[^,:;《〈“0-9]{2,12}?)\s?(?P<what>书|文|著|译书|编|主编书|编书|主编)$")
_ABBREVIATION = re.compile(
    r"[(,;。]\s?(?:以下|下文|后文|下|后)?(?:均|皆|一律|又)?(?:简称|略称|缩写|称|作)\s?(?:为|"
    r"作)?\s?:?\s?(?P<short>《[^》]+》|“[^”]+”|〈[^〉]+〉|[^,。()》]{1,20}?)(?:[,]\s?(?:下同|"
    r"不再注明))?\s?(?:\)|(?=[,。]|$))"
)
_NOTE_BEHIND = re.compile(
    rf"[,(]\s?(?:同|见|参见|详见)?(?:前|上)(?:揭|引)?(?:注释?|脚注){_BY_NUMBER}(?:书|文)?\s?(?=[,.;)]|$)"
)
_MARKS = "《》〈〉“”「」『』 "
_SAME_BELOW = re.compile(r"[(,]\s?(?:下同|以下同|后同)\s?\)?")


def take_abbreviation(reading: Reading) -> None:
    """Record 以下简称…… : the short name, and what it stands for, the archive or the work it follows."""
    shape = reading.shape
    if "称" in shape or "缩写" in shape:
        found = _ABBREVIATION.search(shape)
        if found:
            start, end = found.span("short")
            short = reading.text[start:end]
            short = short.strip(_MARKS)
            reading.abbreviation = short
            before = shape[: found.start()].rstrip(" )")
            reading.abbreviates = "work" if "》" in before else "archive"
            reading.connect(*found.span())
            if before.endswith("》") and before.count("》") > 1 and before.count("《") > 1:
                reading.abbreviates = "container-title"
    if "同" in shape:
        reading.connect_match(_SAME_BELOW.search(reading.shape))


def read_back(reading: Reading) -> bool:
    """Read a reference backwards at the head of the citation; True if there is one."""
    shape = reading.shape
    found = _IBID.match(shape)
    if found and not _NOTED.match(shape):
        reading.back = "ibid"
        reading.connect(*found.span())
        if re.search(r"[《〈“]", reading.shape):
            reading.back = "ibid-within"
        return True
    head, author_end = shape, 0
    by = re.match(
        r"^(?P<who>[^,:;《〈“]{2,16}?)\s?[,:]\s?(?=(?:同|见|参见|参|前|上)*(?:前|上|同|注|引|揭))", shape
    )
    if by and (_NOTED.match(shape[by.end() :]) or _CITED_BEFORE.match(shape[by.end() :])):
        author_end, head = by.end(), shape[by.end() :]
    found = _NOTED.match(head)
    if found:
        _note_back(reading, found, author_end)
        if by and author_end:
            _claim_author(reading, *by.span("who"))
        return True
    return _cited_before(reading, author_end)


def _note_back(reading: Reading, found: re.Match[str], offset: int) -> None:
    number = found["number"] or found["bare"]
    reading.back = "note"
    reading.back_note = _CIRCLED.get(number, arabic(number))
    reading.connect(offset + found.start(), offset + found.end())
    _kind_meant(reading, found[0], offset + found.start(), offset + found.end())
    _short_of(reading, offset + found.end())


_KIND = re.compile(r"(?:(?P<book>书|书目)|(?P<article>文|论文|文章))\s?$")


def _kind_meant(reading: Reading, words: str, start: int, end: int) -> None:
    """前引书 means a book, 前引文 an article or thesis; 前引著 and the like say nothing."""
    found = _KIND.search(words)
    if found and found.lastgroup and not reading.has("custom.kind-meant"):
        reading.imply("custom.kind-meant", found.lastgroup, start, end, "zh kind of the work meant")


def read_note_behind(reading: Reading, start: int) -> None:
    """何海波：《行政诉讼法》，同前注3: the note in which the work was cited, behind its title."""
    if "注" not in reading.shape[start:]:
        return
    found = _NOTE_BEHIND.search(reading.shape, start)
    if found:
        reading.back = "note"
        reading.back_note = _CIRCLED.get(found["number"], arabic(found["number"]))
        reading.connect(*found.span())


def _cited_before(reading: Reading, offset: int) -> bool:
    """前引书, 张三前引文, 前揭《…》: a work of the named author, or with the named title, cited earlier."""
    found = _CITED_BEFORE.search(reading.shape, 0, 40)
    if found is None:
        return False
    start, end = found.span()
    before = reading.shape[:start]
    if re.search(r"[《〈“。;]", before) or len(before) > 16:
        return False
    word = found["word"]
    if word.startswith(("该", "是", "此")):
        reading.back = "ibid"
    else:
        reading.back = "op-cit"
        _kind_meant(reading, word, start, end)
    reading.connect(start, end)
    who = trim(reading.shape, 0, start)
    if who[0] < who[1]:
        _claim_author(reading, *who)
    else:
        _short_of(reading, end)
    return True


def _short_of(reading: Reading, start: int) -> None:
    """沈宗灵文, 魏德士书: the author of the work meant, with the word for its kind."""
    piece = re.match(r"[\s,:]*([^,。;:《〈“]+)", reading.shape[start:])
    if piece is None:
        return
    begin, end = start + piece.start(1), start + piece.end(1)
    found = _SHORT_OF.match(reading.shape[begin:end].strip())
    if found:
        _claim_author(reading, begin, begin + found.end("who"))
        what = (begin + found.start("what"), begin + found.end("what"))
        reading.connect(*what)
        _kind_meant(reading, found["what"], *what)
    elif re.match(r"^[一-鿿·]{2,4}$", reading.shape[begin:end].strip()) and not re.search(
        r"[页卷册版]", piece[1]
    ):
        _claim_author(reading, begin, end)


def _claim_author(reading: Reading, start: int, end: int) -> None:
    names, _ = read_names(reading, start, end)
    if names:
        reading.claim("author", names, start, end, "zh author of the work meant")
