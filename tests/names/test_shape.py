"""What looks like a person, a list of people, a body."""

from __future__ import annotations

import re

import pytest

from citekit.names import is_body, looks_like_people, looks_like_person


def rows(text: str) -> list[str]:
    return [row for row in re.split(r"[|\n]", text) if row]


PERSONS = rows(
    """
An Ziwen|No Kum-Sok|Nina Hagen|Ouyang Zhongshi|E.P.汤普森|F·W·泰勒|爱德华·W·萨义德|什特科夫
Zhou Enlai|Zhihua Shen|Kim Il-sung|Kim Il Sung|Mao Tse-tung|S. Everett Gleason|John W. Lewis
John W Lewis|Stalin|Ludwig van Beethoven|Charles de Gaulle|DeWitt Clinton Poole Jr.|Douglas MacArthur
Paul H. Nitze|R. I. Rotberg|Theodore White|Isaiah Berlin|James Van Fleet|Nguyễn Văn Linh|Müller|O'Neill
Jean-Paul Sartre|Edward House|М. В. Ильин|Ильин М.В.|Головкин Александр Андреевич|Ху Вэйян|沈志华|欧阳修
实藤惠秀|杜威·佛克马|斯大林|毛澤東
"""
)
NO_PERSONS = rows(
    """
Lishi Yanjiu|Renmin Ribao|A Civil Action|Die Wende|Naval Aviation
Zhou Enlai's Manuscript|Freedom|Imperial Communism
Zhou Enlai nianpu|Peng Dehuai zhuan|Dangdai Zhongguo kongjun|The Korean War|Soviet Air Force
Uncertain Partners|Cold War History|Foreign Relations of the United States|Selected Works|Ibid|Moscow
Berlin|White House|p. 83|1950|Mao's Military Romanticism|Central Archives|Office of the Historian
Journal of Strategic Studies|Red Army|CINCFE|Военная история|Министерство иностранных дел
Исторический архив|周恩来传|中国史|江苏省|外交部|中央档案馆|《毛泽东传》|a|and|of|...
"""
)
BODIES = rows(
    """
苏联部长会议|中国互联网络信息中心|Foreign Office|Academia Sinica|Soviet Union|Chinese People's Volunteers
Supreme Commander for the Allied Powers|U.S. Congress, Senate, Committee on Aid|Главлит
Central Archives|Chinese Academy of Military Sciences|Office of Air Force History
Ministry of Foreign Affairs|CMC|Editorial Board of "Selected Archives"|National Security Council
Central Committee of the CPSU|Academia Sinica Institute|U.S. Department of State|Secretary of State
Ambassador in Korea|Joint Chiefs of Staff|the Politburo|Soviet embassy|Black Sea Fleet|all army commands
CC CPSU|White House|NATO|Commander in Chief, Far East|each army command|Институт российской истории РАН
ЦК КПСС|Совет министров СССР|Министерство обороны|Главное архивное управление
Державний архів Одеської області|中共中央文献研究室|中央档案馆|外交部|国务院|军事科学院军事历史研究部
上海各路商界总联合会|《当代中国》丛书编辑部|社科院近代史研究所|中國社會科學院近代史研究所
"""
)
NO_BODIES = rows(
    """
Zhou Enlai|Edward House|Frank Church|James Van Fleet|SHEN|STALIN|MAO|John Park|Lev Dvoretzky|刘亚军|王会
张社|Петров|Mao Zedong|Uncertain Partners|Павел Судоплатов
"""
)


@pytest.mark.parametrize("text", PERSONS)
def test_looks_like_a_person(text: str) -> None:
    assert looks_like_person(text)


@pytest.mark.parametrize("text", NO_PERSONS)
def test_does_not_look_like_a_person(text: str) -> None:
    assert not looks_like_person(text)


@pytest.mark.parametrize("text", BODIES)
def test_is_a_body(text: str) -> None:
    assert is_body(text)


@pytest.mark.parametrize("text", NO_BODIES)
def test_is_no_body(text: str) -> None:
    assert not is_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sergej N Goncarov, John W Lewis, and Litai Xue",
        "Wang Dinglie, et al.",
        "Central Archives, Central Literature Research Office",
        "Mao, Liu Shaoqi, and Chen Yun",
        "谭汝谦、林启彦",
        "Чубарьян А. О., Торкунов А. В. и др.",
    ],
)
def test_looks_like_people(text: str) -> None:
    assert looks_like_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Korean War: An International History",
        "Mao Zedong to Stalin",
        "",
        "毛泽东传",
        "see also",
        "1950-1953",
    ],
)
def test_does_not_look_like_people(text: str) -> None:
    assert not looks_like_people(text)
