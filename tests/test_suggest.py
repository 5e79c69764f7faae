"""Suggestions: what is suggested is parallel, speaks of its topics, and is what was approved."""

from collections.abc import Callable

import pytest

from draftkit.library import Library, lexicon_of
from draftkit.pipeline import shipped_frames
from draftkit.read import read
from draftkit.rhetoric.couplet import halves_of
from draftkit.rhetoric.parallel import parallels_of
from draftkit.suggest.rank import Suggestion
from draftkit.suggesting import Asked, asked, suggested_headings, suggested_titles

Golden = Callable[[str, str], None]

FRAMES = shipped_frames()
LIBRARY = Library((FRAMES,), trusted=FRAMES)
LEXICON = lexicon_of((FRAMES,))
SETS = 5
LEAST = 3
TRIPLES = {
    "换届": "宣传 选人 监督",
    "防汛": "预警 排查 值守",
    "养老": "助餐 照护 文娱",
    "招商": "项目 服务 园区",
    "文明城市": "环境 秩序 志愿",
    "校园安全": "安保 食堂 心理",
    "信访": "接访 化解 预防",
    "垃圾分类": "投放 收运 处置",
    "安全生产": "责任 排查 执法",
    "营商环境": "审批 政策 监管",
    "乡村振兴": "产业 人才 治理",
    "党建": "组织 党员 阵地",
    "老旧小区改造": "管网 停车 物业",
    "医保": "参保 基金 经办",
    "就业": "技能 岗位 创业",
    "河长制": "巡河 清淤 治污",
    "消防": "通道 宣传 演练",
    "文旅": "景区 民宿 品牌",
    "人才": "引才 育才 用才",
    "食品安全": "源头 流通 餐桌",
}
NEW = {"": "烘焙 插花 编织", "邮政": "揽收 分拣 投递"}
"""Topics that the lexicon does not have."""


def given(theme: str) -> Asked:
    return asked([{**TRIPLES, **NEW}[theme]], theme, 2)


def found_in_a_speech(headings: tuple[str, ...]) -> bool:
    """Whether the reader of past speeches sees the headings as one series, under its own rules."""
    numbered = zip("一二三四五六", headings, strict=False)
    body = "今年以来，有关单位做了不少工作，群众看在眼里。"
    text = "在工作会议上的讲话\n\n" + "".join(f"{n}、{one}\n{body}\n" for n, one in numbered)
    (speech,) = read(text.encode(), "a.txt").document.speeches
    return any(set(headings) <= set(series) for series in parallels_of(speech))


def shown(suggestions: tuple[Suggestion, ...]) -> str:
    rows = (f"{one.frame} {one.score:.2f} {one.words:.2f}\n  " + "\n  ".join(one.texts) for one in suggestions)
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("theme", TRIPLES)
def test_headings_are_parallel_and_as_they_were_approved(theme: str, golden: Golden) -> None:
    sets = suggested_headings(LIBRARY, given(theme), SETS)
    good = [one for one in sets if one.balance.strict and found_in_a_speech(one.texts) and not one.blanks]
    assert len(good) >= LEAST
    golden(f"suggest/{theme}.txt", shown(sets))


@pytest.mark.parametrize("theme", [*TRIPLES, *NEW])
def test_each_heading_speaks_of_its_topic_and_of_no_other(theme: str) -> None:
    topics = given(theme).topics
    names = [found.names if (found := LEXICON.find(topic)) else () for topic in topics]
    for one in suggested_headings(LIBRARY, given(theme), 12):
        for n, text in enumerate(one.texts):
            assert any(name in text for name in (topics[n], *names[n])), text
            assert len(text) <= 20
            others = {name for m, mine in enumerate(names) if m != n for name in (topics[m], *mine)}
            assert not any(name in text for name in others - {topics[n], *names[n]}), text


@pytest.mark.parametrize("theme", [*TRIPLES, *NEW])
def test_no_frame_and_no_words_come_twice(theme: str) -> None:
    sets = suggested_headings(LIBRARY, given(theme), SETS)
    assert len({one.frame for one in sets}) == len({one.texts for one in sets}) == len(sets)
    assert suggested_headings(LIBRARY, given(theme), 3) == sets[:3], "more sets change none of the first"


@pytest.mark.parametrize("theme", NEW)
def test_topics_that_the_lexicon_has_not_have_headings_too(theme: str) -> None:
    sets = suggested_headings(LIBRARY, given(theme), SETS)
    assert len(sets) == SETS
    assert all(found_in_a_speech(one.texts) and one.balance.repeats == 1 for one in sets)
    assert all(one.words < 1 for one in sets), "what goes with every topic fits less than a topic's own words"


def test_titles_are_couplets_and_as_they_were_approved(golden: Golden) -> None:
    found = {theme: suggested_titles(LIBRARY, given(theme), LEAST) for theme in TRIPLES}
    for titles in found.values():
        assert len(titles) == LEAST
        assert all(halves_of(" ".join(one.texts)) == one.texts and one.balance.length == 1 for one in titles)
    rows = (f"{theme}\n" + "".join(f"  {' '.join(one.texts)}\n" for one in found[theme]) for theme in found)
    golden("suggest/titles.txt", "".join(rows))
