"""What the heading of a document says of it: 傅良佐致国务院电, 复孙毓修函, 中共中央关于……的决议."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.languages import zh

_LETTERS = "|".join(
    "电报稿 电报 电文 密电 急电 复电 代电 函电 电 公函 密函 复函 便函 信函 函 复信 "
    "书信 信件 信 札 报告 呈文 呈 请示报告 请示 照会 备忘录 意见".split()
)
_VERB = "(?:发给|寄给|送给|写给|呈给|呈送|呈报|转呈|致|呈|给|复|答复|覆|咨|寄)"
_TOPIC = re.compile(r"(?:关于|就|转呈|转达|转来|转交|转|为|代表|因|在|等人|等).*$")
_BETWEEN = re.compile(
    rf"^(?P<sender>[^,。:;()]{{2,40}}?)?(?P<verb>{_VERB})(?P<to>[^,。:;()]{{1,40}}?)(?P<tail>关于[^:]*?|"
    rf"的)?(?P<genre>{_LETTERS})(?P<number>[一二三四五六七八九十\d]*)\s?(?=$|"
    rf"[:(,]|-{{2}})"
)
_VIA = re.compile(r"(?:并转|并请转|转|经|并报|并告|并|及各)\S*$")
# 蔣中正電閻錫山: the kind of the document stands as the verb between the two (archives in Taiwan).
_VERBAL = re.compile(
    r"^(?P<sender>[^,。:;()《》关于的]{2,12}?)(?:等)?(?P<genre>电复|函复|致电|致函|复电|复函|密电|"
    r"电|函|呈)(?P<to>[^,。:;()《》的关于]{2,12}?)(?:等|文|电|函|稿)?(?=$|"
    r"[:(,]|关于|有关|为|告|请|谓|报告)"
)
_OF_BODY = re.compile(
    r"^(?P<issuer>[^,。:;()]{3,30}?)(?:(?:关于|为|对于|就|给).*?的?)?(?P<genre>"
    + "|".join(sorted((word for word, _ in zh.GENRES), key=len, reverse=True))
    + r")\s?(?=$|[:(])"
)
_GENRE = dict(zh.GENRES) | {
    "电报稿": "telegram",
    "便函": "letter",
    "呈": "report",
    "电复": "telegram",
    "函复": "letter",
    "致电": "telegram",
    "致函": "letter",
}
_TALK = re.compile(
    r"(?:谈话|会谈|会见|会晤|座谈会?|会议|谈判|扩大会议)(?:的)?(?P<genre>速记记录|速记稿|记录稿|记录|纪录|"
    r"纪要|备忘录)"
)
# 国府昨发表声明: a headline that tells of a document is not the document.
_TOLD = re.compile(rf"(?<!关于)(?:{zh.ISSUING_VERBS})(?:[^关于的,]{{0,10}}|关于.*的)$")
_BODY_END = re.compile(
    r"(?:会|部|局|委|厅|处|院|所|馆|社|署|府|党|团|国|政府|中央|大使馆|使馆|司令部|总部|办公室|组|"
    r"会议|主席团|书记处|中央局|省委|市委|县委|区委|军委|总队|公司|银行|厂|校|大学|国务院|军区|兵团|"
    r"纵队|支队|行署|公使)$"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading states: ``sender`` and ``recipient`` as ranges of it, ``genre`` in English."""

    sender: tuple[int, int] | None = None
    recipient: tuple[int, int] | None = None
    genre: str | None = None
    letter: bool = False


def read_heading(shape: str) -> Heading | None:
    """Sender, recipient and kind of the document with the heading *shape*; None where it says none."""
    if any(sign in shape for sign in "致给复呈寄咨"):
        found = _BETWEEN.match(shape)
        if found and _plausible(found["to"]):
            return _exchange(found)
    talk = _TALK.search(shape)
    if talk:
        return Heading(genre="memorandum" if talk["genre"] == "备忘录" else "minutes")
    if "电" in shape or "函" in shape or "呈" in shape:
        found = _VERBAL.match(shape)
        if found and _party(found["sender"]) and _party(found["to"]):
            return Heading(
                found.span("sender"), _without_via(found), _GENRE.get(found["genre"], "telegram"), True
            )
    found = _OF_BODY.match(shape)
    if found is None or _TOLD.search(shape[: found.start("genre")]):
        return None
    issuer = found.span("issuer") if _BODY_END.search(found["issuer"]) else None
    return Heading(sender=issuer, genre=_GENRE[found["genre"]])


def _exchange(found: re.Match[str]) -> Heading:
    sender: tuple[int, int] | None = None
    if found["sender"]:
        start, end = found.span("sender")
        topic = _TOPIC.search(found["sender"])
        if topic and topic.start() >= 2:
            end = start + topic.start()
        sender = (start, end)
    return Heading(sender, _without_via(found), _GENRE.get(found["genre"], "letter"), True)


def _without_via(found: re.Match[str]) -> tuple[int, int]:
    start, end = found.span("to")
    via = _VIA.search(found["to"])
    if via and via.start() >= 2:
        end = start + via.start()
    return start, end


def _plausible(recipient: str) -> bool:
    return (
        len(recipient) <= 24
        and not recipient.startswith(("力", "使", "敬", "富", "谢", "以", "予", "辛"))
        and "是" not in recipient
    )


def _party(text: str) -> bool:
    return 2 <= len(text) <= 4 or _BODY_END.search(text) is not None or "·" in text or "、" in text
