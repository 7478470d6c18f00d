"""Names and titles in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.names import palladius, person, romanise

# Readings a character has only as a surname.
HAN = [
    ("曾国藩", "Zeng Guofan"),
    ("单雄信", "Shan Xiongxin"),
    ("仇鳌", "Qiu Ao"),
    ("解方", "Xie Fang"),
    ("翟强", "Zhai Qiang"),
    ("查良镛", "Zha Liangyong"),
    ("区宗华", "Ou Zonghua"),
    ("朴宪永", "Piao Xianyong"),
    ("任弼时", "Ren Bishi"),
    ("盖叫天", "Ge Jiaotian"),
    ("欧阳修", "Ouyang Xiu"),
    ("尉迟恭", "Yuchi Gong"),
    ("长孙无忌", "Zhangsun Wuji"),
    ("万俟卨", "Moqi Xie"),
    ("毛澤東", "Mao Zedong"),
    ("周恩来", "Zhou Enlai"),
    ("张爱玲", "Zhang Ailing"),
    ("陈建安", "Chen Jian'an"),
    ("吕正操", "Lü Zhengcao"),
    ("斯大林", "Stalin"),
]
PALLADIUS = [
    ("Мао Цзэдун", "Mao Zedong"),
    ("Чжоу Эньлай", "Zhou Enlai"),
    ("Ху Вэйян", "Hu Weiyang"),
    ("Чжао Хуэйцин", "Zhao Huiqing"),
    ("Пын Дэ-хуай", "Peng Dehuai"),
    ("Лю Шаоци", "Liu Shaoqi"),
    ("Сюй Сянцянь", "Xu Xiangqian"),
    ("Не Жунчжэнь", "Nie Rongzhen"),
    ("Цзян Цзинго", "Jiang Jingguo"),
    ("Юань Шикай", "Yuan Shikai"),
    ("Е Цзяньин", "Ye Jianying"),
    ("Оуян Сю", "Ouyang Xiu"),
    ("Чжан Вэньтянь", "Zhang Wentian"),
    ("Люй Чжэнцао", "Lü Zhengcao"),
]
CYRILLIC = [
    ("Хрущёв", "ala-lc", "Khrushchëv"),
    ("Хрущёв", "iso-9", "Hruŝëv"),
    ("Хрущёв", "bgn-pcgn", "Khrushchëv"),
    ("Хрущёв", "gost-7.79-b", "Xrushhyov"),
    ("Хрущёв", "scientific", "Xruščëv"),
    ("Ёлкин", "ala-lc", "Ëlkin"),
    ("Юлия Щербакова", "ala-lc", "Iuliia Shcherbakova"),
    ("Юлия Щербакова", "iso-9", "Ûliâ Ŝerbakova"),
    ("Ельцин", "bgn-pcgn", "Yel’tsin"),
    ("Ельцин", "ala-lc", "El'tsin"),
    ("Грушевський", "ala-lc", "Hrushevs'kyi"),
    ("Їжакевич", "ala-lc", "Ïzhakevych"),
    ("Ґалаґан", "ala-lc", "Galagan"),
    ("Караткевіч", "ala-lc", "Karatkevich"),
    ("Ўладзімір", "ala-lc", "Ŭladzimir"),
    ("Ђорђевић", "ala-lc", "Đorđević"),
    ("Shen и Ли", "ala-lc", "Shen i Li"),
    ("no letters: 1950", "ala-lc", "no letters: 1950"),
]


@pytest.mark.parametrize(("text", "expected"), HAN + PALLADIUS, ids=[text for text, _ in HAN + PALLADIUS])
def test_chinese_names_become_pinyin(text: str, expected: str) -> None:
    name = romanise.name(person(text))
    assert f"{name.family} {name.given}".strip() == expected


@pytest.mark.parametrize(("text", "scheme", "expected"), CYRILLIC, ids=[f"{t}-{s}" for t, s, _ in CYRILLIC])
def test_cyrillic(text: str, scheme: romanise.Scheme, expected: str) -> None:
    assert romanise.cyrillic(text, scheme) == expected


def test_an_unknown_scheme_is_named() -> None:
    with pytest.raises(ValueError, match="known are ala-lc"):
        romanise.cyrillic("Мао", "wade-giles")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("朝鲜战争中的苏联空军", ("chaoxian", "zhanzheng", "zhong", "de", "sulian", "kongjun")),
        ("Хрущёв и Мао", ("khrushchev", "i", "mao")),
        ("Объезд", ("obezd",)),
        ("Müller’s Straße", ("mullers", "strasse")),
        ("Shtykov", ("shtykov",)),
        ("№ 16012", ("no", "16012")),
    ],
)
def test_words_for_citekeys(text: str, expected: tuple[str, ...]) -> None:
    assert romanise.ascii_words(text) == expected


@pytest.mark.parametrize("word", ["Сталин", "Рощин", "Штыков", "Вышинский", "", "-", "ё"])
def test_russian_is_no_palladius(word: str) -> None:
    assert palladius.syllables(word) == 0
    assert palladius.to_pinyin(word) == word


@given(
    st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўAbc -'", max_size=30),
    st.sampled_from(list(romanise.SCHEMES)),
)
def test_no_cyrillic_letter_stays(text: str, scheme: romanise.Scheme) -> None:
    assert not any("Ѐ" <= char <= "ӿ" for char in romanise.cyrillic(text, scheme))


@given(st.text(max_size=40))
def test_ascii_words_are_ascii(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in romanise.ascii_words(text))
