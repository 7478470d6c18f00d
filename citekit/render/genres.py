"""What kinds of archival documents are called in the language of a note.

The library keeps the kinds in English, lower case (PROFILE, "genre"); the Chinese words are those of
document collections (电报, 函), the Russian ones those of archival inventories.
"""

from __future__ import annotations

GENRES: dict[str, dict[str, tuple[str, ...]]] = {
    "telegram": {"zh": ("电报", "电"), "ru": ("телеграмма", "шифртелеграмма")},
    "ciphered telegram": {"zh": ("密码电报", "电"), "ru": ("шифртелеграмма", "шифротелеграмма")},
    "letter": {"zh": ("信函", "函", "信"), "ru": ("письмо",)},
    "report": {"zh": ("报告",), "ru": ("доклад", "отчет", "отчёт", "донесение")},
    "memorandum": {"zh": ("备忘录",), "ru": ("записка", "меморандум")},
    "note": {"zh": ("照会", "便函"), "ru": ("записка", "нота")},
    "minutes": {"zh": ("会议记录", "记录", "纪要"), "ru": ("протокол",)},
    "record of conversation": {"zh": ("谈话记录", "会谈记录", "谈话"), "ru": ("запись беседы",)},
    "memorandum of conversation": {"zh": ("谈话备忘录", "谈话"), "ru": ("запись беседы",)},
    "resolution": {"zh": ("决议",), "ru": ("постановление", "решение", "резолюция")},
    "order": {"zh": ("命令",), "ru": ("приказ",)},
    "directive": {"zh": ("指示",), "ru": ("директива",)},
    "instruction": {"zh": ("指示",), "ru": ("указание", "инструкция")},
    "request for instructions": {"zh": ("请示",), "ru": ("запрос указаний",)},
    "speech": {"zh": ("讲话",), "ru": ("речь", "выступление")},
    "diary": {"zh": ("日记",), "ru": ("дневник",)},
    "statement": {"zh": ("声明",), "ru": ("заявление",)},
    "treaty": {"zh": ("条约",), "ru": ("договор",)},
    "agreement": {"zh": ("协定",), "ru": ("соглашение",)},
    "draft": {"zh": ("草案",), "ru": ("проект",)},
}
"""English kind -> language -> its words, the one to print first."""


def genre_in(genre: str, language: str) -> str:
    """The kind in a language; as it stands where the table does not know it."""
    words = GENRES.get(genre.lower(), {}).get(language[:2])
    return words[0] if words else genre


def is_named(genre: str, title: str, language: str) -> bool:
    """Whether a title already says what kind of document it is."""
    low = title.lower()
    words = (genre.lower(), *GENRES.get(genre.lower(), {}).get(language[:2], ()))
    return any(word in low for word in words)
