"""Statements of responsibility: 许毅等著, [美]费正清著，张理京译, 北京市宣武区档案馆编、王灿炽纂."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.grammar.chinese.reading import Reading, trim
from citekit.languages import zh
from citekit.model import Name
from citekit.names import is_body, person
from citekit.names.han import is_transcription
from citekit.names.tables import han_surnames

_ROLE = re.compile("(?:" + "|".join(sorted(zh.ROLES, key=len, reverse=True)) + r")\s?$")
_ONLY_ROLE = re.compile(
    r"^(?:合|共同|分别|负责|等|编|著|译|、|校|注|并|撰|辑|主|与|和|兼|口|述|整|理|点|标|选|纂|修|审|订)+$"
)
# One character that also ends many given names, 欧阳修; it is a role only without a colon after it.
_WEAK = frozenset("修 述 作 写 选 绘 摄 讲 补 审 续 订 集 疏 录".split())
_COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 端木 夏侯 司徒 司空 宇文 长孙 独孤 南宫 西门 "
    "轩辕 澹台 申屠 太史 闻人".split()
)
_NATION = re.compile(r"^\s*[\[(](?P<nation>[^\])(\[]{1,8})[\])]\s*")
_DYNASTY = re.compile(
    r"^\s*(?P<dynasty>"
    + "|".join(sorted(zh.DYNASTIES, key=len, reverse=True))
    + r")(?:\s*·\s*|\s+)(?=[一-鿿])"
)
_LEAD = re.compile(r"^\s*(?:" + "|".join(zh.CONTAINER_LEADS) + r")\s?[:,]?\s*")
_OTHERS = re.compile(r"[\s,、]*等(?:人|编|著|译)?\s*$|,?\s*et al\.?\s*$")
_SEPARATORS = re.compile(
    r"(?<=[一-鿿][一-鿿]) (?=[一-鿿]{2,3}(?:[ 、,等]|$))|[、,;，/]|(?<=[一-鿿\s])(?:和|与|及|"
    r"暨)(?=[一-鿿\s])|\s&\s|\sand\s"
)
_OFFICE = re.compile("(?:署|署衙|衙门|使馆|大使馆|领事馆|总部|司令部|中央|总局|公署|部长会议|军委|总参谋部)$")
_ORIGINAL = re.compile(r"(?<=[一-鿿])\s?\(\s?[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .,'-]+\)")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LIFE = re.compile(r"\(\s?(?:[^()0-9,，]{0,12}[,，]\s?)?约?(?:前|公元前)?[0-9?]{3,4}\s?-\s?[0-9?]{0,4}\s?\)")
_UNKNOWN = re.compile(
    r"^(?:.*》\s?|本报)?(?:社论|社评|短评|时评|评论员文章)$|^(?:著|作|编|撰)?者(?:不详|佚名)$|"
    r"^(?:氏|同氏|作者)(?:著|编|编著)$|^(?:无名氏)$"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Names in one role.  ``start`` and ``end`` cover them with their role word."""

    role: str
    names: tuple[Name, ...]
    start: int
    end: int
    et_al: bool = False
    explicit: bool = True


def role_at_end(text: str, colon: bool = False) -> tuple[str, int] | None:
    """The role with which *text* (a shape) ends and where its word starts, or None."""
    found = _ROLE.search(text)
    if found is None:
        return None
    word, at = found[0].strip(), found.start()
    head = text[:at].rstrip(" 等、")
    if (
        not head
        or _ONLY_ROLE.match(head)
        or (word in _WEAK and (colon or head in _COMPOUND or len(head) < 2))
    ):
        return None
    bare = re.sub(r"^.*[\])·\s、,]", "", head)
    if len(bare) < 2 and not re.search(r"[\])、,·]", head):
        return None
    more = _ROLE.search(head)
    while more and len(head[: more.start()]) >= 2 and len(more[0]) > 1:
        at, head = more.start(), head[: more.start()]
        more = _ROLE.search(head)
    return zh.ROLES[word], at


def dismiss(reading: Reading, start: int, stop: int) -> bool:
    """《人民日报》社论, 氏著: words before a title that name the kind of an article, or its author again."""
    if _UNKNOWN.match(reading.shape[slice(*trim(reading.shape, start, stop))]):
        reading.connect(start, stop)
        return True
    return False


def read_statements(reading: Reading, start: int, end: int) -> list[Statement]:
    """The statements of responsibility in ``shape[start:end]``, the passage before a title."""
    shape = reading.shape
    statements: list[Statement] = []
    if dismiss(reading, start, end):
        return []
    waiting: int | None = None
    for piece_start, piece_end in _pieces(shape, start, end):
        colon = piece_end < end and shape[piece_end : piece_end + 1] == ":"
        found = role_at_end(shape[piece_start:piece_end], colon)
        begin = piece_start if waiting is None else waiting
        if found is None:
            waiting = begin
            continue
        role, at = found
        statements.append(_statement(reading, role, begin, piece_start + at, piece_end))
        waiting = None
    if waiting is not None:
        last = trim(shape, waiting, end)
        statements.append(_statement(reading, "author", last[0], last[1], last[1], explicit=False))
    return [s for s in statements if s.names]


def _pieces(shape: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces between commas, and between 、 where a role word precedes it (甲编、乙纂)."""
    cuts = []
    depth = 0
    for at in range(start, end):
        sign = shape[at]
        if sign in "([《〈“":
            depth += 1
        elif sign in ")]》〉”":
            depth = max(0, depth - 1)
        elif depth == 0 and (sign in ",;:" or (sign == "、" and role_at_end(shape[start:at]) is not None)):
            cuts.append(at)
    edges = [start, *[c + 1 for c in cuts]]
    spans = [trim(shape, a, b) for a, b in zip(edges, [*cuts, end], strict=True)]
    return [s for s in spans if s[0] < s[1]]


def _statement(
    reading: Reading, role: str, start: int, stop: int, end: int, explicit: bool = True
) -> Statement:
    names, et_al = read_names(reading, start, stop, foreign=role == "author" and reading.translated)
    return Statement(role, names, start, end, et_al, explicit)


def read_names(
    reading: Reading, start: int, stop: int, foreign: bool = False, transcribed: bool = False
) -> tuple[tuple[Name, ...], bool]:
    """The names in ``shape[start:stop]`` and whether 等 says that there are more.

    *transcribed*: in the headings of documents persons have no pseudonyms, so that what is no Chinese name
    and no body is a foreign one in Chinese characters.
    """
    shape, text = reading.whole, reading.text
    others = _OTHERS.search(shape, start, stop)
    if others:
        stop = others.start()
    names = []
    for name_start, name_end in _split_names(shape, start, stop):
        name = _one_name(reading, shape, text, name_start, name_end, foreign, transcribed)
        if name is not None:
            names.append(name)
    return tuple(names), others is not None


def _split_names(shape: str, start: int, stop: int) -> list[tuple[int, int]]:
    spans = []
    at = start
    depth = 0
    cuts = {m.start(): m.end() for m in _SEPARATORS.finditer(shape, start, stop)}
    for place in range(start, stop):
        sign = shape[place]
        if sign in "([《〈“":
            depth += 1
        elif sign in ")]》〉”":
            depth = max(0, depth - 1)
        elif depth == 0 and place in cuts and _really_cuts(shape, start, place, cuts[place], stop):
            spans.append((at, place))
            at = cuts[place]
    spans.append((at, stop))
    return [s for s in (trim(shape, *span) for span in spans) if s[0] < s[1]]


def _really_cuts(shape: str, start: int, place: int, after: int, stop: int) -> bool:
    """和, 与, 及 join names only between two that could be names: 和 also stands inside of them."""
    if shape[place] not in "和与及暨":
        return True
    left = re.split(r"[、,\])\s]", shape[start:place].strip())[-1]
    right = re.split(r"[、,\s]", shape[after:stop].strip())[0]
    return (
        len(left) >= 2
        and len(right) >= 2
        and (shape[place - 1] == " " or (len(left) <= 4 and len(right) <= 4) or "·" in left + right)
    )


def has_chinese_surname(name: str) -> bool:
    """Whether *name*, behind a country mark, is still a Chinese one: [美]陈兼, but [英]马士.

    Two characters, the first a surname, and not both of them such as foreign names are transcribed with;
    longer names are told apart by :func:`citekit.names.person` itself.
    """
    name = name.strip()
    return len(name) == 2 and name[0] in han_surnames() and not is_transcription(name)


def _one_name(
    reading: Reading, shape: str, text: str, start: int, end: int, foreign: bool, transcribed: bool
) -> Name | None:
    nation = _NATION.match(shape[start:end])
    if nation and end - start > nation.end():
        origin = nation["nation"].strip().removesuffix("代").removesuffix("朝")
        start += nation.end()
        foreign = foreign or (origin not in zh.DYNASTIES and not has_chinese_surname(text[start:end]))
    dynasty = _DYNASTY.match(shape[start:end])
    if dynasty:
        start += dynasty.end()
    life = _LIFE.search(shape, start, end) or _ORIGINAL.search(shape, start, end)
    raw = text[start:end] if life is None else text[start : life.start()] + text[life.end() : end]
    raw = raw.strip(" 　,，")
    if not raw or _UNKNOWN.match(shape[start:end]):
        return None
    if re.search(r"[\u4e00-\u9fff]\s[\u4e00-\u9fff]", raw) and len(raw) <= 5:
        raw = raw.replace(" ", "").replace("\u3000", "")
    parts = re.split(r"\s?[·・•．‧∙⋅]\s?", raw)
    if len(parts) > 2 and all(
        len(part) == 1 for part in parts[:-1]
    ):  # 安·米·列多夫斯基: initials before the family name
        return Name(family=parts[-1], given="·".join(parts[:-1]))
    # 狭间直树：《中国社会主義の黎明》: of four characters before a Japanese title, the author is a Japanese
    japanese = len(raw) == 4 and _KANA.search(reading.text) is not None
    name = person(raw, reading.evidence, foreign=foreign or japanese)
    if transcribed and _OFFICE.search(raw):
        return Name(literal=raw)
    if name.literal and transcribed and not is_body(raw) and re.fullmatch(r"[一-鿿]{2,6}", raw):
        return person(raw, reading.evidence, foreign=True)
    return name


def strip_lead(shape: str, start: int, end: int) -> int:
    """Where the statement before a container begins, after 载, 见, 收入."""
    lead = _LEAD.match(shape[start:end])
    return start + lead.end() if lead else start


def claim_statement(reading: Reading, statement: Statement, rule: str) -> None:
    """Record the names of *statement*; names of one role named twice are joined."""
    role, names = statement.role, statement.names
    held = next((f for f in reading.fields if f.name == role), None)
    if held is not None and isinstance(held.value, tuple):
        reading.drop(role)
        reading.connect(held.span.start - reading.base, held.span.end - reading.base)
        names = held.value + names
    reading.claim(role, names, statement.start, statement.end, rule)
    if statement.et_al:
        reading.imply("custom.et-al", True, statement.start, statement.end, rule)
