"""One printed name in its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.model import Name
from citekit.names import Evidence, person

LITERAL = "literal:"


Shown = Callable[[Name], str]

CASES = {
    "western": [
        ("John W Lewis", "Lewis|John W"),
        ("Harry S. Truman", "Truman|Harry S."),
        ("S. Everett Gleason", "Gleason|S. Everett"),
        ("Robert Frank Futrell", "Futrell|Robert Frank"),
        ("Futrell, Robert Frank", "Futrell|Robert Frank"),
        ("Stalin", "Stalin"),
        ("R. I. Rotberg", "Rotberg|R. I."),
        ("Altmann F.-L.", "Altmann|F.-L."),
        ("Blair T.", "Blair|T."),
        ("JK Fairbank", "Fairbank|JK"),
        ("S.Everett Gleason", "Gleason|S. Everett"),
        ("Jean-Paul Sartre", "Sartre|Jean-Paul"),
        ("DeWitt Clinton Poole Jr.", "Poole|DeWitt Clinton, Jr."),
        ("Poole, DeWitt Clinton, Jr.", "Poole|DeWitt Clinton, Jr."),
        ("Adlai E. Stevenson III", "Stevenson|Adlai E., III"),
        ("Poole Jr.", "Poole|Jr."),
        ("CALMS R B", "Calms|R B"),
        ("Peebles, Jr., Peyton Z.", "Peebles|Peyton Z., Jr."),
        ("Kefi (N.)", "Kefi|N."),
        ("Schopenhauer, Arthur.", "Schopenhauer|Arthur"),
        ("FLORIDI, Luciano", "Floridi|Luciano"),
        ("Yang SJ", "Yang|SJ"),
        ("Goncharov Sergei Nikolaevich", "Goncharov|Sergei Nikolaevich"),
    ],
    "particles": [
        ("de Waal T.", "de Waal|T."),
        ("Ludwig van Beethoven", "van Beethoven|Ludwig"),
        ("Johannes van der Meer", "van der Meer|Johannes"),
        ("van der Meer, Johannes", "van der Meer|Johannes"),
        ("Wernher von Braun", "von Braun|Wernher"),
        ("Tocqueville, Alexis de", "de Tocqueville|Alexis"),
        ("Jean de La Fontaine", "de La Fontaine|Jean"),
        ("James Van Fleet", "Van Fleet|James"),
        ("Van Buren", "Van Buren"),
        ("José Ortega y Gasset", "Ortega y Gasset|José"),
        ("García Márquez, Gabriel", "García Márquez|Gabriel"),
        ("Anwar al-Sadat", "al-Sadat|Anwar"),
        ("Вернер фон Браун", "фон Браун|Вернер"),
    ],
    "titles": [
        ("Marshal Peng Dehuai", "Peng|Dehuai"),
        ("Gen. Douglas MacArthur", "MacArthur|Douglas"),
        ("President Truman", "Truman"),
        ("Comrade Filippov", "Filippov"),
        ("Dean Acheson", "Acheson|Dean"),
        ("Dean G. Acheson", "Acheson|Dean G."),
    ],
    "pinyin": [
        ("Zhihua Shen", "Shen|Zhihua"),
        ("Shen Zhihua", "Shen|Zhihua"),
        ("Shen, Zhihua", "Shen|Zhihua"),
        ("Xue Litai", "Xue|Litai"),
        ("Litai Xue", "Xue|Litai"),
        ("Shu Guang Zhang", "Zhang|Shu Guang"),
        ("Mao Ze Dong", "Mao|Ze Dong"),
        ("Chen Jian", "Chen|Jian"),
        ("Jian Chen", "Chen|Jian"),
        ("Zhai Qiang", "Zhai|Qiang"),
        ("Qiang Zhai", "Zhai|Qiang"),
        ("Shen Zhihua (沈志华)", "Shen|Zhihua"),
        ("Dong Wang", "Wang|Dong"),
        ("Nei Fengzhi", "Nei|Fengzhi"),
        ("Ben Hanna", "Hanna|Ben"),
        ("Xiaoming Zhang", "Zhang|Xiaoming"),
        ("Zhao zhaoli", "Zhao|zhaoli"),
        ("Ouyang Xiu", "Ouyang|Xiu"),
        ("Sima Qian", "Sima|Qian"),
        ("SHEN Zhihua", "Shen|Zhihua"),
        ("Zhihua SHEN", "Shen|Zhihua"),
        ("Chang'an Li", "Li|Chang'an"),
    ],
    "wrongly inverted": [
        ("Ping, Du", "Du|Ping"),
        ("Yan, Wang", "Wang|Yan"),
        ("Pingping, Gao", "Gao|Pingping"),
        ("Kai-shek, Chiang", "Chiang|Kai-shek"),
        ("Il Sung, Kim", "Kim|Il Sung"),
        ("Li, Yang", "Li|Yang"),
        ("Yang, Li", "Yang|Li"),
    ],
    "other romanisations": [
        ("Mao Tse-tung", "Mao|Tse-tung"),
        ("Liu Shao-ch'i", "Liu|Shao-ch'i"),
        ("Lin Piao", "Lin|Piao"),
        ("Hua Kuofeng", "Hua|Kuofeng"),
        ("Ssu-ma Ch'ien", "Ssu-ma|Ch'ien"),
        ("Tsai Ing-wen", "Tsai|Ing-wen"),
        ("Chan Lau Kit-ching", "Chan|Lau Kit-ching"),
        ("T. V. Soong", "Soong|T. V."),
    ],
    "korean, vietnamese, japanese": [
        ("Kim Il Sung", "Kim|Il Sung"),
        ("Kim Il-sŏng", "Kim|Il-sŏng"),
        ("Kim Ir Sen", "Kim|Ir Sen"),
        ("Hwang Byong-moo", "Hwang|Byong-moo"),
        ("No Kum-Sok", "No|Kum-Sok"),
        ("Lee Pil-jung", "Lee|Pil-jung"),
        ("Chae-Jin Lee", "Lee|Chae-Jin"),
        ("Sung Chull Kim", "Kim|Sung Chull"),
        ("Syngman Rhee", "Rhee|Syngman"),
        ("Kim Philby", "Philby|Kim"),
        ("Lee Harvey Oswald", "Oswald|Lee Harvey"),
        ("Ho Chi Minh", "Ho|Chi Minh"),
        ("Nguyễn Văn Linh", "Nguyễn|Văn Linh"),
        ("Viet Thanh Nguyen", "Nguyen|Viet Thanh"),
        ("Le Duan", "Le|Duan"),
        ("Hajime Shimizu", "Shimizu|Hajime"),
        ("Wada Haruki", "Wada|Haruki"),
    ],
    "russian": [
        ("Бжезинский Зб.", "Бжезинский|Зб."),
        ("Ильин М.В.", "Ильин|М.В."),
        ("М. В. Ильин", "Ильин|М. В."),
        ("М.В.Ильин", "Ильин|М.В."),
        ("Ж.-Ж. Руссо", "Руссо|Ж.-Ж."),
        ("Нуруллаева, З.", "Нуруллаева|З."),
        ("Головкин Александр Андреевич", "Головкин|Александр Андреевич"),
        ("Александр Андреевич Головкин", "Головкин|Александр Андреевич"),
        ("Иван Петров", "Петров|Иван"),
        ("Петров Иван", "Петров|Иван"),
        ("Адам Мицкевич", "Мицкевич|Адам"),
        ("Алиев Гейдар Алирза оглы", "Алиев|Гейдар Алирза оглы"),
        ("Ху Вэйян", "Ху|Вэйян"),
        ("Е Цзяньин", "Е|Цзяньин"),
        ("Мао Цзэдуна", "Мао|Цзэдуна"),
        ("Мао Цзэ-дун", "Мао|Цзэ-дун"),
        ("Ким Ир Сен", "Ким|Ир Сен"),
        ("Нгуен Ван Тхьеу", "Нгуен|Ван Тхьеу"),
    ],
    "han": [
        ("沈志华", "沈|志华"),
        ("沈 志华", "沈|志华"),
        ("毛澤東", "毛|澤東"),
        ("区宗华", "区|宗华"),
        ("欧阳修", "欧阳|修"),
        ("欧阳予倩", "欧阳|予倩"),
        ("诸葛亮", "诸葛|亮"),
        ("实藤惠秀", "实藤|惠秀"),
        ("佐佐木毅", "佐佐木|毅"),
        ("森鸥外", "森|鸥外"),
        ("狭间直树", "狭间|直树"),
        ("罗申大使", "罗申"),
        ("彭德怀司令员", "彭|德怀"),
        ("毛主席", "毛"),
        ("丸山真男", "丸山|真男"),
        ("南亭亭长", LITERAL + "南亭亭长"),
        ("杜威·佛克马", "佛克马|杜威"),
        ("约翰·F.肯尼迪", "肯尼迪|约翰·F."),
        ("爱新觉罗·溥仪", "爱新觉罗|溥仪"),
        ("J. K. 费正清", "费正清|J. K."),
        ("昂温, G.", "昂温|G."),
        ("尼葛洛庞帝", "尼葛洛庞帝"),
        ("罗杰斯", "罗杰斯"),
        ("苏克福", "苏|克福"),
        ("金克木", "金|克木"),
        ("李约瑟", "李|约瑟"),
        ("马克思", "马克思"),
        ("沈志华 (Shen Zhihua)", "沈|志华"),
        ("斯大林", "斯大林"),
        ("扬之水", LITERAL + "扬之水"),
        ("伤心人（麦孟华）", LITERAL + "伤心人（麦孟华）"),
        ("佚名", LITERAL + "佚名"),
        ("本报记者", LITERAL + "本报记者"),
    ],
    "no persons": [
        ("Secretary of State", LITERAL + "Secretary of State"),
        ("Ambassador in the Soviet Union", LITERAL + "Ambassador in the Soviet Union"),
        ("Far East Air Force", LITERAL + "Far East Air Force"),
        ("White House", LITERAL + "White House"),
        ("the CMC", LITERAL + "CMC"),
        ("Moscow", LITERAL + "Moscow"),
        ("Министерство иностранных дел СССР", LITERAL + "Министерство иностранных дел СССР"),
        ("自然科学研究所", LITERAL + "自然科学研究所"),
        ("国务院", LITERAL + "国务院"),
        ('Editorial Board of "Selected Archives"', LITERAL + 'Editorial Board of "Selected Archives"'),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind}-{text}")
        for kind, rows in CASES.items()
        for text, expected in rows
    ],
)
def test_person(text: str, expected: str, shown: Shown) -> None:
    assert shown(person(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("马士", "马士"),
        ("福柯", "福柯"),
        ("实藤惠秀", "实藤|惠秀"),
        ("费正清", "费|正清"),
        ("汤因比", "汤因比"),
    ],
)
def test_author_of_a_translated_work(text: str, expected: str, shown: Shown) -> None:
    assert shown(person(text, foreign=True)) == expected


@pytest.mark.parametrize("text", ["", " ", ",", "?", "1950", "…", "—", "·", "()", "، ،"])
def test_nothing_is_no_error(text: str) -> None:
    assert isinstance(person(text), Name)


def test_the_document_decides(shown: Shown) -> None:
    evidence = Evidence({("jian", "chen"): "Jian"})
    assert shown(person("Chen Jian", evidence)) == "Jian|Chen"
