"""Whether a passage of a Chinese note reads as a citation, as a reference backwards, or as talk."""

from __future__ import annotations

import re

from citekit.languages import zh
from citekit.recognise.chinese_numbers import NUMBER
from citekit.recognise.chinese_pages import PAGES

_BACK = re.compile(
    r"^(?:同上|同前|上同|前引|前揭|上引|上揭|同注|注释?\s?[\[(]?[0-9①-⑳]|见前注|见注|参见前注|参见注|"
    r"前注|上注|见前引|见前揭|该书|该文|氏著前引|参前注|如前注)"
)
_AUTHOR_BACK = re.compile(
    r"^[^,:;《〈“。]{2,16}?[,:]?\s?(?:(?:同|见|参见|参)?(?:前引|前揭|上引|上揭|前注|同注|"
    r"注\s?[\[(]?[0-9①-⑳]))"
)
_TAIL = re.compile(
    r"\s?(?:$|[,(.:]|第\s?[0-9〇一二三四五六七八九十]|卷|[上中下](?:[册卷编集]|(?=\s?[,(]))|[0-9]{4}|页|册|[0-9]+|序|"
    r"跋|引《|所引|影印|民国|光绪|·|转引|载|"
    r"编|点校|标点|一书|所作|写的|前言|甲编|[正续初]编|等|整理)"
)
_ROLE_TAIL = re.compile(r"(?:" + "|".join(sorted(zh.ROLES, key=len, reverse=True)) + r")\s?$")
_LATIN_LETTER = re.compile("[A-Za-z]")
SOURCE_SIGNS = re.compile(
    r"出版|书局|书店|印书馆|[0-9]\s?期|[0-9]\s?号|[0-9]\s?版|年版|[册卷页版]|档案|档号|学位论文|"
    r"https?://|[0-9]{4}\s?年|影印|刻本|"
    r"藏(?=[,;)。]|$)"
)
_ARCHIVE = re.compile(
    r"档号|全宗|案卷|典藏号|馆藏号|登录号|(?:馆|室|局|院|所|处)[”]?藏|(?:档案馆|国史馆)[”]?[,:]|"
    r"[0-9]{2,}-[0-9]{2,}|RG\s?[0-9]+"
)
_JUDGMENT = re.compile(
    r"法院\s?[(\[]\s?[12][0-9]{3}\s?[)\]][^,]{2,24}号[^,]{0,6}(?:判决书|裁定书|决定书|调解书)"
)
_UNTITLED = re.compile(
    r"^(?:[^,。()]{2,40}?(?:致|给|复|呈|与|和|同)[^,。()]{2,30}?(?:电|函|信|报告|记录|纪要|备忘录)|"
    r"[^,。]{0,20}(?:采访|访谈|访问|口述)(?:[^,。]{0,8})?)\s?[,(].*[0-9〇一二三四五六七八九]{2,4}\s?年"
)
# №16012，罗申致斯大林电，1950年10月13日: a numbered document, cited without title marks
_NUMBERED = re.compile(r"^(?:№|No\.?)\s?[0-9]{4,6}(?![0-9])\s?[,:]?\s?(?=[一-鿿])", re.IGNORECASE)
_DATED = re.compile(r"(?:致|给|复|呈|与|和|同|关于)[^。]*[12][0-9]{3}\s?年\s?[0-9]{1,2}\s?月")
# Records without title marks, as GOST has them: 王明. 城市. 北京: 人民出版社, 1990; 王明. 城市. С. 30
_AREAS = re.compile(
    r"^[一-鿿·、, ]{2,40}\.\s?[一-鿿][^.]{1,80}\.\s?"
    r"(?:[一-鿿]{2,6}\s?:\s?[一-鿿][^.,:]{1,30},\s?[12][0-9]{3}(?![0-9])|[СсЛл]\.\s?[0-9])"
)
ELIDED = re.compile(
    rf"^(?:第\s?{NUMBER}\s?[卷册辑]|[上中下][册卷]|"
    rf"(?:第\s?)?{NUMBER}(?:\s?[-、]\s?{NUMBER})*\s?页|页\s?{NUMBER}|第\s?{NUMBER}\s?期|卷\s?{NUMBER})"
)
PROSE_WORDS = re.compile(
    r"认为|指出|曾说|写道|以为|可以|因此|但是|这是|不是|已经|并不|所谓|如果|虽然|而且|本文|笔者|"
    r"作者|据说|一般|没有|还有|应该|关于这|注意到|提到|说明|记载|强调|讨论|我们|"
    r"他们|由于|例如"
)
_WORK_ONLY = re.compile(
    r"^(?:[^《》,。:]{2,12}:)?《[^《》]+(?:《[^《》]*》[^《》]*)*》(?:第\s?[0-9〇一二三四五六七八九十]+\s?[章节编篇](?:第[^,。]{1,6}节)?|"
    r"一书|一文)?$"
)


def names_work(body: str) -> bool:
    """After a lead the bare name of a work is a citation: 参见《中苏关系史纲》第三章."""
    return _WORK_ONLY.match(body.strip()) is not None


def is_back(body: str) -> bool:
    """Whether *body* points to a work cited before: 同上, 前引书, 张三，见前注5."""
    return _BACK.match(body) is not None or _AUTHOR_BACK.match(body) is not None


def cites(body: str) -> bool:
    """Whether *body* (a shape) reads as a citation from its first sign: who, 《what》, where."""
    body = body.strip(" ,:")
    if not body:
        return False
    opening = re.search(r"[《〈]|(?:^|(?<=[:,]))“", body)
    if opening is None:
        if PROSE_WORDS.search(body.removeprefix("作者").removeprefix("笔者")) or len(body) > 160:
            return False
        if _JUDGMENT.search(body) or _AREAS.match(body):
            return True
        if _NUMBERED.match(body) and _DATED.search(body):
            return True
        return _ARCHIVE.search(body) is not None or _UNTITLED.match(body) is not None
    head = body[: opening.start()].strip()
    if opening[0] == "“":
        return _quoted_title(body, head)
    close = _close(body, opening.start())
    tail = body[close:]
    board = re.match(
        (
            r"^(?:社论|社评|本报评论员|评论员|特约评论员|观察家|记者|短评)(?=[,:])|"
            r"^(?:丛书|课题|项目)?(?:编辑部|编委会|编写组|编辑委员会|课题组|编纂委员会|编辑组|杂志社|"
            r"编写委员会)"
        ),
        tail,
    )
    if board:
        following = re.search(r"[《〈]", tail)
        return following is not None and cites(tail[following.start() :])
    if not head and re.match(r"第[0-9一二三四五六七八九十百]+条", tail):
        return True
    if not _head_names(head):
        return False
    if not _TAIL.match(tail):
        named = head.endswith(":") and not PROSE_WORDS.search(tail[:14])
        return (
            named
            and SOURCE_SIGNS.search(tail) is not None
            and re.match(r"[一-鿿〇]{2,14}\s?[,(]", tail) is not None
        )
    if PROSE_WORDS.search(head) or _weight(head) > 70:
        return head.endswith(":") and len(head) < 30 and not re.search(r"[,。]", head[:-1])
    if head.endswith(":") or _ROLE_TAIL.search(head):
        return True
    kept = SOURCE_SIGNS.search(tail) or _ARCHIVE.search(tail)
    return kept is not None and not (PROSE_WORDS.search(tail) and not PAGES.search(tail))


def _quoted_title(body: str, head: str) -> bool:
    close = body.find("”")
    return (
        close > 0
        and _head_names(head)
        and (
            re.match(r"\s?[,(]?\s?(?:载|见|收|刊|《)", body[close + 1 :]) is not None
            or _ARCHIVE.search(body, close) is not None
        )
    )


def _head_names(head: str) -> bool:
    """Whether what stands before the title can name its authors: 张三、李四：, 某某编, or nothing."""
    if not head:
        return True
    if head.endswith((":", ",", ")", "]", ".")) or _ROLE_TAIL.search(head):
        return _weight(head) < 90
    return re.fullmatch(r"[\[(]?[一-鿿·\s]{1,12}[\])]?", head) is not None and not PROSE_WORDS.search(head)


def _weight(text: str) -> int:
    """The length of *text* in characters; three Latin letters say about as much as one."""
    return len(text) - 2 * len(_LATIN_LETTER.findall(text)) // 3


def _close(body: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(body)):
        if body[at] in "《〈":
            depth += 1
        elif body[at] in "》〉":
            depth -= 1
            if depth == 0:
                return at + 1
    return len(body)
