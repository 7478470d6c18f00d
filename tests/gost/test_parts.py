"""The small recognisers of the Russian convention, as tables."""

from __future__ import annotations

import pytest

from citekit.grammar.gost.kinds import periodical_kind
from citekit.recognise import russian_dates, russian_imprint, russian_names, russian_pages, russian_web
from citekit.recognise.russian_cases import case_of
from citekit.recognise.title_language import language_of

DATES = [
    ("5 октября 1950 г.", ((1950, 10, 5),)),
    ("5 окт. 1950", ((1950, 10, 5),)),
    ("28 мая 1953 года", ((1953, 5, 28),)),
    ("1950. 26 июня", ((1950, 6, 26),)),  # newspapers in a GOST record
    ("1950, 26 июня", ((1950, 6, 26),)),
    ("5.X.1950", ((1950, 10, 5),)),  # journals of the Soviet years
    ("05.10.1950", ((1950, 10, 5),)),
    ("15.03.99", ((1999, 3, 15),)),
    ("02. 12. 1998", ((1998, 12, 2),)),
    ("22/04/1999", ((1999, 4, 22),)),
    ("26–28 июня 1950 г.", ((1950, 6, 26), (1950, 6, 28))),
    ("1 января – 5 февраля 1950 г.", ((1950, 1, 1), (1950, 2, 5))),
    ("июль 1950 г.", ((1950, 7),)),
    ("1999. 04th April", ((1999, 4, 4),)),
    ("1998. 10. November", ((1998, 11, 10),)),
    ("June 28, 1950", ((1950, 6, 28),)),
    ("1950. June 28", ((1950, 6, 28),)),
    ("November/December 1999", ((1999, 11),)),
    ("2000. January", ((2000, 1),)),
    ("12 червня 1945 р.", ((1945, 6, 12),)),  # Ukrainian
    ("5 снежня 1944 г.", ((1944, 12, 5),)),  # Belarusian
    ("1995, № 3", None),
    ("1941–1945", None),
    ("31 ноябрьский номер 1950", None),
]


@pytest.mark.parametrize(("text", "parts"), DATES)
def test_dates(text: str, parts: object) -> None:
    found = russian_dates.find(text)
    assert (found.date.parts if found else None) == parts


def test_season() -> None:
    found = russian_dates.find("Spring 1999")
    assert found is not None
    assert (found.date.parts, found.date.season) == (((1999,),), 1)


PAGES = [
    ("С. 5–7", "5-7"),
    ("с. 5, 7—9", "5, 7-9"),
    ("С. 5 и 7", "5, 7"),
    ("Л. 97—98 об.", "97-98об"),
    ("Л. 12 об.–13", "12об-13"),
    ("лл. 6, 8—10", "6, 8-10"),
    ("арк. 12зв", "12зв"),
    ("Стб. 305", "305"),
    ("P. 07–16", "07-16"),
    ("S. 82–84", "82-84"),
    ("С. XII–XV", "XII-XV"),
    ("Л. 5а", "5а"),
    ("стр. 12", "12"),
]


@pytest.mark.parametrize(("text", "pages"), PAGES)
def test_pages(text: str, pages: str) -> None:
    match = russian_pages.LABELLED.search(text)
    assert match is not None
    assert russian_pages.normalise(match["pages"]) == pages


EXTENTS = [
    ("М., 2001. – 207 с.", "207"),
    ("2000. - 311,[1] с. : табл.", "311"),
    ("1990. 900 S.", "900"),
    ("С. 207", None),
]


@pytest.mark.parametrize(("text", "count"), EXTENTS)
def test_extent(text: str, count: str | None) -> None:
    match = russian_pages.COUNT.search(text)
    assert (match["count"] if match else None) == count


IMPRINTS = [
    ("Книга. – М. : Наука, 2001", "М.", "Наука", "2001"),
    ("Книга. М.: Наука, 2001", "М.", "Наука", "2001"),
    ("Книга. М., 1990", "М.", None, "1990"),
    ("Книга, М., 1990, с. 5", "М.", None, "1990"),
    ("Книга. М. 1987, с. 25", "М.", None, "1987"),  # Вопросы истории
    ("Книга. М.; Л., 1950", "М.; Л.", None, "1950"),
    ("Книга. М. – Л., 1950", "М. – Л.", None, "1950"),
    ("Тюмень: вчера, сегодня. – Свердловск : Урал, 1994", "Свердловск", "Урал", "1994"),
    ("Книга. Ростов н/Д, 2006", "Ростов н/Д", None, "2006"),
    ("Книга. Нью-Йорк: Изд-во им. Чехова, 1955", "Нью-Йорк", "Изд-во им. Чехова", "1955"),
    ("Сочинения. М., 1946–1951", "М.", None, "1946–1951"),
    ("Книга. Урюпинск: Изд-во им. Пушкина, 1990", "Урюпинск", "Изд-во им. Пушкина", "1990"),
    ("Title. N. Y.: Free Press, 1975", "N. Y.", "Free Press", "1975"),
    (
        "Title. Cambridge, Mass.: Harvard University Press, 1996",
        "Cambridge, Mass.",
        "Harvard University Press",
        "1996",
    ),
]


@pytest.mark.parametrize(("text", "place", "publisher", "year"), IMPRINTS)
def test_imprint(text: str, place: str, publisher: str | None, year: str) -> None:
    found = russian_imprint.find(text)
    assert found is not None
    assert text[slice(*found.place)] == place
    assert (text[slice(*found.publisher)] if found.publisher else None) == publisher
    assert text[slice(*found.year)] == year


@pytest.mark.parametrize(
    "text", ["История Китая", "Вопросы истории. 1994. № 11", "Правда. 1950. 26 июня", "в 1950 г."]
)
def test_no_imprint(text: str) -> None:
    assert russian_imprint.find(text) is None


HEADS = [
    ("Иванов И. И., Петров П.П. [и др.] Книга", "Иванов И. И., Петров П.П."),
    ("Нуриев, З. «Слово» значит", "Нуриев, З."),
    ("Бжезинский Зб. Великая", "Бжезинский Зб."),
    ("Altmann F.-L. Die Balkan", "Altmann F.-L."),
    ("КОВАЛЬЧЕНКО И. Д. Методы", "КОВАЛЬЧЕНКО И. Д."),
    ("И. И. Иванов. Книга", "И. И. Иванов"),
    ("Маркс К. и Энгельс Ф. Соч.", "Маркс К. и Энгельс Ф."),
    ("де Голль Ш. Военные", "де Голль Ш."),
    ("Чжао Хуэйцин. Религия", "Чжао Хуэйцин"),
    ("Ким Ир Сен. Сочинения", "Ким Ир Сен"),
    ("Zhang Shu Guang. Mao's", "Zhang Shu Guang"),
    ("Головин Александр Андреевич. Право", "Головин Александр Андреевич"),
    ("Письмо И. В. Сталина Мао", None),
    ("Наследники Н. Сейдова. – Тюмень", None),
    ("А. С. Пушкин: жизнь и труды. М.", None),
    ("История Китая. М., 1990", None),
    ("Советский Союз. Годы", None),
    ("Т. V. Кн. 2", None),
    ("Ф. Р-5446. Оп. 1", None),
]


@pytest.mark.parametrize(("text", "names"), HEADS)
def test_heads(text: str, names: str | None) -> None:
    head = russian_names.head(text)
    assert (text[head.start : head.names_end] if head else None) == names


CASES = [
    ("Сталина", False, "genitive"),
    ("Вышинскому", False, "dative"),
    ("Волковского", False, "genitive"),
    ("Громыко", False, "unmarked"),
    ("Черчиллю", False, "dative"),
    ("Цзэдуну", True, "dative"),
    ("Эньлая", True, "genitive"),
    ("Шаоци", True, "unmarked"),
    ("Гана", True, "genitive"),
]


@pytest.mark.parametrize(("word", "chinese", "case"), CASES)
def test_cases(word: str, chinese: bool, case: str) -> None:
    assert case_of(word, chinese=chinese) == case


PERIODICALS = [
    ("Правда", "article-newspaper"),
    ("Вечерняя Москва", "article-newspaper"),
    ("Экономическая газета", "article-newspaper"),
    ("International Herald Tribune", "article-newspaper"),
    ("Neue Zürcher Zeitung", "article-newspaper"),
    ("Известия АН СССР", "article-journal"),
    ("Деньги и кредит", None),
    ("Вопросы истории", "article-journal"),
    ("Foreign Affairs", "article-journal"),
    ("Огонек", "article-magazine"),
]


@pytest.mark.parametrize(("title", "kind"), PERIODICALS)
def test_periodicals(title: str, kind: str | None) -> None:
    assert periodical_kind(title) == kind


LANGUAGES = [
    ("Ислам на сибирской земле", "ru"),
    ("Історія України-Руси", "uk"),
    ("Гісторыя Беларусі", "be"),
    ("Исторія Россіи съ древнѣйшихъ временъ", "ru"),
    ("Жэньминь жибао", "zh"),
    ("Мао Цзэдун", "ru"),
    ("Die europäische Krisenzone", "de"),
    ("Histoire de la Russie", "fr"),
    ("The Korean War", "en"),
    ("1950", None),
]


@pytest.mark.parametrize(("title", "language"), LANGUAGES)
def test_languages(title: str, language: str | None) -> None:
    assert language_of(title) == language


def test_a_url_ends_before_the_stop_of_the_sentence() -> None:
    assert russian_web.trim("http://kremlin.ru/events/5.") == "http://kremlin.ru/events/5"
    assert russian_web.trim("http://ru.wikipedia.org/wiki/A_(b)") == "http://ru.wikipedia.org/wiki/A_(b)"
