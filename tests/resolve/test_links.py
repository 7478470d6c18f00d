"""Which work each citation means: tables of short documents and what they must resolve to."""

from __future__ import annotations

import pytest

from tests.resolve.notes import codes, forms, linked, read

KOTKIN = "Stephen Kotkin, Stalin: Paradoxes of Power, 1878–1928 (New York: Penguin Press, 2014), 11."
WESTAD = "Odd Arne Westad, The Cold War: A World History (London: Allen Lane, 2017), 159–82."
WEATHERSBY = (
    "Kathryn Weathersby, “Korea, 1949–50: To Attack, or Not to Attack?,” "
    "Cold War International History Project Bulletin, no. 5 (1995): 1–9."
)
COLLECTION = "(Moscow: Progress, 1980)"
LETTER = f"Ivanov to Petrov, 3 May 1946 telegram, in Anna Sidorova, ed., Documents on Trade {COLLECTION}, pp. 12-13."

IBID = [
    pytest.param([KOTKIN, "Ibid."], [[1], [1]], id="alone"),
    pytest.param([KOTKIN, "Ibid., 14."], [[1], [1]], id="with-page"),
    pytest.param([KOTKIN, "Ibid.", "ibid., pp. 3-4."], [[1], [1], [1]], id="chain-and-small-letter"),
    pytest.param([f"{KOTKIN[:-1]}; {WESTAD}", "Ibid."], [[1, 2], [None]], id="after-two-works-not-guessed"),
    pytest.param([f"{KOTKIN[:-1]}; Kotkin, Stalin, 13.", "Ibid."], [[1, 1], [1]], id="after-one-work-twice"),
    pytest.param(["Ibid., 5."], [[None]], id="first-of-all"),
    pytest.param(
        [KOTKIN, "The Soviet side has been described at length elsewhere, and this is not the place to repeat it.", "Ibid."],
        [[1], [], [1]],
        id="a-note-that-only-talks-is-passed-over",
    ),
    pytest.param(
        [KOTKIN, "See also the excellent work of Prof. Hansen.", "Ibid., 9."], [[1], [], [None]],
        id="a-note-that-points-to-what-was-not-understood-breaks-the-chain",
    ),
    pytest.param(
        [KOTKIN, "For the opposite view see the older literature by Hansen and his school.", "Ibid., 9."],
        [[1], [], [None]],
        id="a-lead-within-a-note-breaks-the-chain",
    ),
    pytest.param(
        [KOTKIN, f"{KOTKIN[:-1]}; the minutes of the meeting are kept in RGASPI.", "Ibid., 9."],
        [[1], [1], [None]],
        id="a-source-behind-a-citation-that-was-not-understood-breaks-the-chain",
    ),
    pytest.param([KOTKIN, "See note 1 above.", "Ibid., 9."], [[1], [], [None]], id="another-note-breaks-the-chain"),
    pytest.param([KOTKIN, "See chapter 3 below.", "Ibid., 9."], [[1], [], [1]], id="a-chapter-of-the-text-does-not"),
    pytest.param(
        [KOTKIN, "This is told at length in “The Home Front” below.", "Ibid., 9."], [[1], [], [1]],
        id="a-section-of-the-text-does-not",
    ),
    pytest.param(["РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 97.", "Там же. Л. 98."], [[1], [1]], id="там-же"),
    pytest.param(["沈志华：《冷战在亚洲》，北京：九州出版社，2013年，第12页。", "同上，第15页。"], [[1], [1]], id="同上"),
]  # fmt: skip

WITHIN = [
    pytest.param(
        ["ГАРФ. Ф. Р-5446. Оп. 86а. Д. 1005. Л. 3.", "Там же. Д. 1006. Л. 8."],
        "ГАРФ", "Оп. 86а. Д. 1006", id="file-of-the-same-inventory",
    ),
    pytest.param(
        ["GARF, f. R-5446, op. 86a, d. 1005, l. 3.", "Ibid., d. 1006, l. 8."],
        "GARF", "op. 86a, d. 1006", id="file-after-ibid",
    ),
    pytest.param(
        ["GARF, f. R-5446, op. 86a, d. 1005, l. 3; d. 1006, l. 8."],
        "GARF", "op. 86a, d. 1006", id="file-left-to-itself-behind-a-semicolon",
    ),
]  # fmt: skip

DOCUMENT = (
    "Ivanov, “Ivanov to Petrov: The Harbour Freezes Early,” 3 May 1946, №00123, in *Documents on Trade*, ed. Anna "
    "Sidorova (Moscow: Progress, 1980), 12–13."
)
LATER = DOCUMENT.replace("Freezes Early", "Is Free of Ice").replace("00123", "00124")

SHORT = [
    pytest.param(
        [DOCUMENT, LATER, "Ivanov, “Ivanov to Petrov: The Harbour Freezes Early.”"], [[1], [2], [1]],
        id="heading-of-a-document",
    ),
    pytest.param(
        [DOCUMENT, DOCUMENT.replace("3 May", "4 May").replace("00123", "00124"), "Ivanov, “Ivanov to Petrov: The Harbour Freezes Early.”"],
        [[1], [2], [None]], id="heading-that-two-documents-have",
    ),
    pytest.param([KOTKIN, "Kotkin, Stalin, 20."], [[1], [1]], id="author-and-short-title"),
    pytest.param([KOTKIN, "Kotkin, 20."], [[1], [1]], id="author-alone"),
    pytest.param([KOTKIN, "Kotkin (2014), 20."], [[1], [1]], id="author-and-year"),
    pytest.param([KOTKIN, "Kotkin (2009), 20."], [[1], [None]], id="author-and-another-year"),
    pytest.param([KOTKIN, "Kotkin (n 1) 20."], [[1], [1]], id="note-number-of-oscola"),
    pytest.param([KOTKIN, "Kotkin, Paradoxes of Power, 20."], [[1], [1]], id="words-inside-the-title"),
    pytest.param([WEATHERSBY, "Weathersby, “Korea, 1949–50,” 3."], [[1], [1]], id="quoted-short-title"),
    pytest.param([WEATHERSBY, "“Korea, 1949–50,” 3."], [[1], [1]], id="title-alone"),
    pytest.param(
        [KOTKIN, "Stephen Kotkin, Uncivil Society (New York: Modern Library, 2009), 5.", "Kotkin, 7."],
        [[1], [2], [None]],
        id="two-works-of-the-author-none-is-chosen",
    ),
    pytest.param(
        [KOTKIN, "Торкунов А.В. Загадочная война. М., 2000. С. 57; Kotkin, Stalin, 5."], [[1], [2, 1]],
        id="latin-short-form-among-russian-citations",
    ),
    pytest.param(
        [KOTKIN, "See Kotkin, Stalin, 5; РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 141."], [[1], [1, 2]],
        id="russian-shelf-mark-among-western-citations",
    ),
    pytest.param([KOTKIN, WESTAD, "Kotkin, Stalin, 3; Westad, Cold War, 4."], [[1], [2], [1, 2]], id="two-short-forms"),
    pytest.param(
        ["沈志华：《冷战在亚洲》，北京：九州出版社，2013年，第12页。", "沈志华：《冷战在亚洲》，第99页。"], [[1], [1]], id="中文",
    ),
    pytest.param(
        ["Наринский М. М. История международных отношений. М.: РОССПЭН, 2004. С. 5.", "Наринский М. М. Указ. соч. С. 7."],
        [[1], [1]],
        id="указ-соч",
    ),
    pytest.param(
        [
            f"“№01234 Ivanov to Petrov: price of grain (May 3, 1946)” in Documents on Trade {COLLECTION} 12.",
            f"“№01235 Ivanov to Petrov: price of coal (May 3, 1946)” in Documents on Trade {COLLECTION} 14.",
            "Ivanov to Petrov: price of coal, May 3, 1946, 15.",
        ],
        [[1], [2], [2]],
        id="two-letters-of-one-day-told-apart-by-their-headings",
    ),
    pytest.param(
        ["《伊万诺夫致彼得罗夫电》，王明编：《贸易档案》，北京：人民出版社，1980年，第12页。", "《伊万诺夫致彼得罗夫电》，第12页。"],
        [[1], [1]],
        id="the-title-of-a-printed-letter-alone",
    ),
    pytest.param(
        ["Kotkin, Stalin, 5.", KOTKIN, "Kotkin, Stalin: Paradoxes of Power, 1878–1928, 20."], [[1], [1], [1]],
        id="short-form-of-the-full-title-behind-a-shorter-one",
    ),
    pytest.param(
        [
            "“Price of Grain” (Цена хлеба), Agrarian Questions (Аграрные вопросы), no. 3 (1990): 12.",
            "Цена хлеба // Аграрные вопросы. 1990. № 3. С. 14.",
        ],
        [[1], [1]],
        id="translated-and-original-title-of-an-article-and-its-journal",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), IBID)
def test_ibid(lines: list[str], expected: list[list[int | None]]) -> None:
    assert linked(read(lines)) == expected


def test_a_missing_note_breaks_the_chain() -> None:
    from citekit.model import Document, Note
    from citekit.pipeline import parse

    result = parse(Document("notes", "text", (Note("1", KOTKIN), Note("3", "Ibid."))))
    assert linked(result) == [[1], [None]]
    (found,) = [d for d in result.diagnostics if d.code == "ibid-unresolved"]
    assert "note 2 is missing" in found.message
    assert found.note == "3"


@pytest.mark.parametrize(("lines", "archive", "location"), WITHIN)
def test_a_new_file_after_ibid(lines: list[str], archive: str, location: str) -> None:
    result = read(lines)
    work = result.works[-1].item
    assert (work["archive"], work["archive_location"]) == (archive, location)
    assert result.notes[-1].cites[-1].form == "ibid"
    assert len(result.works) == 2


def test_a_new_document_after_ibid_stands_in_the_same_volume() -> None:
    result = read(
        [
            "Anna Sidorova, ed. “№01234 Ivanov to Petrov: On the price of grain (May 3, 1946)” in Vol. 2 of "
            "Documents on Trade. (Moscow: Progress, 1980.) 12-13.",
            "Ibid. “№01235 Petrov to Ivanov: Reply about the grain (May 5, 1946)” 14.",
        ]
    )
    first, second = (work.item for work in result.works)
    assert second["container-title"] == first["container-title"] == "Documents on Trade"
    assert (second["volume"], second["number"], second["publisher"]) == ("2", "01235", "Progress")
    assert forms(result) == ["full", "ibid"]


@pytest.mark.parametrize(("lines", "expected"), SHORT)
def test_short_forms(lines: list[str], expected: list[list[int | None]]) -> None:
    assert linked(read(lines)) == expected


def test_what_is_ambiguous_is_said_with_the_candidates() -> None:
    result = read(
        [KOTKIN, "Stephen Kotkin, Uncivil Society (New York: Modern Library, 2009), 5.", "Kotkin, 7."]
    )
    (found,) = [d for d in result.diagnostics if d.code == "short-form-ambiguous"]
    assert "Stalin: Paradoxes of Power" in found.message
    assert "Uncivil Society" in found.message


def test_a_short_form_finds_its_work_in_the_bibliography() -> None:
    result = read(
        ["Kotkin, Stalin, 20."],
        ["Kotkin, Stephen. Stalin: Paradoxes of Power. New York: Penguin Press, 2014."],
    )
    assert linked(result) == [[1], [1]]
    assert result.works[0].item["publisher"] == "Penguin Press"


def test_an_abbreviation_stands_for_its_work() -> None:
    result = read([f"Anna Sidorova, ed., Documents on Trade {COLLECTION} (hereafter DOT), 5.", "DOT, 7."])
    assert linked(result) == [[1], [1]]
    assert forms(result) == ["full", "short"]


def test_an_abbreviated_archive_is_written_out() -> None:
    result = read(
        [
            "Государственный архив Российской Федерации (далее — ГАРФ). Ф. Р-5446. Оп. 1. Д. 5. Л. 1.",
            "ГАРФ. Ф. Р-5446. Оп. 1. Д. 6. Л. 2.",
        ]
    )
    assert result.works[1].item["archive"] == "Государственный архив Российской Федерации"


def test_see_also_behind_a_document_is_the_document_in_another_collection() -> None:
    result = read(
        [
            f"Boris Orlov, ed., Letters of the Ministry {COLLECTION}.",
            f"{LETTER} See also Letters of the Ministry, p. 8.",
        ]
    )
    assert linked(result) == [[1], [2, 2]]
    assert result.works[1].item["custom"]["also_in"] == [
        {"container-title": "Letters of the Ministry", "page": "8"}
    ]


def test_a_quoted_chapter_of_the_only_book_of_its_authors() -> None:
    result = read(
        [
            "Robert Ash and Peter Birch. The Air War. (New York: Duell, 1961.) 6-13.",
            "Ash and Birch, “The Bombing Campaign” 183-198.",
        ]
    )
    chapter = result.works[1].item
    assert (chapter["type"], chapter["container-title"], chapter["publisher"]) == (
        "chapter",
        "The Air War",
        "Duell",
    )
    assert chapter["author"] == result.works[0].item["author"]


FORMS = [
    pytest.param([KOTKIN, KOTKIN], ["full", "full"], id="stated-completely-again"),
    pytest.param([KOTKIN, "Kotkin, Stalin, 20."], ["full", "short"], id="author-and-title"),
    pytest.param([LETTER, "Ivanov to Petrov, 3 May 1946 telegram, Documents on Trade, p. 13."], ["full", "short"], id="document-without-imprint"),
    pytest.param(["РГАЛИ. Ф. 970. Оп. 7. Д. 157. Л. 1.", "РГАЛИ. Ф. 970. Оп. 7. Д. 157. Л. 3."], ["full", "full"], id="a-file-is-always-complete"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), FORMS)
def test_forms(lines: list[str], expected: list[str]) -> None:
    assert forms(read(lines)) == expected


def test_a_set_cited_by_its_volumes_is_one_work() -> None:
    result = read(
        [
            "Anna Sidorova. Vol.2 of Collected Papers. (Moscow: Progress, 1980.) 5.",
            "Anna Sidorova. Vol.3 of Collected Papers. (Moscow: Progress, 1980.) 7.",
        ]
    )
    assert linked(result) == [[1], [1]]
    assert [c.volume for note in result.notes for c in note.cites] == ["2", "3"]
    assert "volume" not in result.works[0].item


def test_another_day_of_the_newspaper_cited_before() -> None:
    result = read(["Правда. 1950. 26 июня.", "Там же. 1950. 28 июня."])
    item = result.works[1].item
    assert (item["container-title"], item["type"]) == ("Правда", "article-newspaper")
    assert item["issued"] == {"date-parts": [[1950, 6, 28]]}


def test_a_letter_in_the_file_cited_before() -> None:
    result = read(
        [
            "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 170.",
            "Письмо Сталина Мао Цзэдуну, 5 октября 1950 г. // Там же. Л. 174.",
        ]
    )
    item = result.works[1].item
    assert (item["archive"], item["archive_location"]) == ("РГАСПИ", "Оп. 11. Д. 334")


def test_the_same_author_again_by_a_pronoun() -> None:
    result = read(
        [
            "Богатуров А. Д. Великие державы на Тихом океане. М.: Конверт, 1997. С. 10.",
            "Он же. Три поколения // Международные процессы. 2007. № 1. С. 54–69.",
        ]
    )
    assert result.works[1].item["author"] == [{"family": "Богатуров", "given": "А. Д."}]


def test_what_someone_wrote_comes_before_what_he_edited() -> None:
    result = read(
        [
            "Богатуров А. Д. Великие державы на Тихом океане. М.: Конверт, 1997. С. 10.",
            "Системная история / Под ред. А. Д. Богатурова. М.: Рабочий, 2000. С. 5.",
            "Богатуров А. Д. Указ. соч. С. 12.",
        ]
    )
    assert linked(result) == [[1], [2], [1]]


def test_a_back_reference_to_a_note_by_someone_else_is_not_followed() -> None:
    result = read([WESTAD, "Kotkin (note 1 above), 30."])
    assert linked(result)[1] == [None]


def test_note_number_above() -> None:
    result = read([KOTKIN, WESTAD, "Kotkin, Stalin (note 1 above), 30."])
    assert linked(result) == [[1], [2], [1]]


def test_nothing_is_diagnosed_where_all_is_clear() -> None:
    assert codes(read([KOTKIN, "Ibid.", WESTAD, "Westad, Cold War, 4."])) == set()
