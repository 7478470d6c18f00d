"""One shape for the many ways in which the same Chinese sign is typed.

Full-width and half-width signs, traditional and simplified characters, the several dashes, brackets and
quotation marks are folded character by character, so that an offset in the shape is an offset in the
text: rules are written once, for the shape, and values are taken from the text.
"""

from __future__ import annotations

_BLANKS = "\u3000\u00a0\u2002\u2003\u2009\u202f\t\u200b"
_DASHES = "‐‑‒–—―－−～﹣～~─━"
_DOTS = "‧•・·●∙⋅"

# Traditional and simplified forms of the characters that occur in the convention's own words (lead words,
# role words, units, kinds of repositories and documents, eras), not of the whole script.
_TRADITIONAL = (
    "頁冊編譯館檔號載見轉參輯點標註學報國歷臺電書論類訂傳錄處總緒慶統萬曆業漢濟瀋遼廣東雲貴蘇寧縣誌續紀內發"
    "碩學畢業機構會議講話談訪問記給覆復請決備聲閱詳華聯經時間題條後隨項圖軍區黨員組織單獨專費舊鈔鉛複製"
    "箋證釋審閣彙叢滙匯實顧蘭韓奧爾開門陽順啟啓靖興豐雜週雙輪導從網據於與數億藝務門詩陳總輸擬擇讀應劃劇資寫"
    "選劉傑則們師專業責農團衛體長張郵際聞觀訊兩參葉著淨隸諸閩絕補補徵葛滬師範獻園財親筆殘壹貳叁眾軼遺繫系亞產驗"
    "歐蘇羅維馬華運辦廳層樓濱龍鳳無禮樂陰陽險陸陣執國債稅義調當為爲閏錢銀幣飛機艦島灣來刪節"
)
_SIMPLIFIED = (
    "页册编译馆档号载见转参辑点标注学报国历台电书论类订传录处总绪庆统万历业汉济沈辽广东云贵苏宁县志续纪内发"
    "硕学毕业机构会议讲话谈访问记给复复请决备声阅详华联经时间题条后随项图军区党员组织单独专费旧钞铅复制"
    "笺证释审阁汇丛汇汇实顾兰韩奥尔开门阳顺启启靖兴丰杂周双轮导从网据于与数亿艺务门诗陈总输拟择读应划剧资写"
    "选刘杰则们师专业责农团卫体长张邮际闻观讯两参叶著净隶诸闽绝补补征葛沪师范献园财亲笔残一二三众轶遗系系亚产验"
    "欧苏罗维马华运办厅层楼滨龙凤无礼乐阴阳险陆阵执国债税义调当为为闰钱银币飞机舰岛湾来删节"
)


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
    table.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
    table.update(dict.fromkeys(map(ord, _BLANKS), " "))
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    table.update(dict.fromkeys(map(ord, _DOTS), "·"))
    for signs, sign in (
        ("（﹙❨", "("), ("）﹚❩", ")"), ("［【〔﹝", "["), ("］】〕﹞", "]"), ("：﹕∶", ":"), ("，﹐", ","),
        ("；﹔", ";"), ("“「『〝", "“"), ("”」』〞", "”"), ("〈＜<‹", "〈"), ("〉＞>›", "〉"),
        ("○零Ｏ", "〇"), ("．", "."), ("﹑", "、"), ("《«", "《"), ("》»", "》"),
    ):  # fmt: skip
        table.update(dict.fromkeys(map(ord, signs), sign))
    return table


_SHAPE = _table()


def shape(text: str) -> str:
    """*text*, as long as it is, with every sign in one form: simplified, half-width, one dash."""
    return text.translate(_SHAPE)
