"""What balance says of headings and couplets that an editor would praise, or mend."""

import pytest

from draftkit.rhetoric.balance import balance

GOOD = [
    ("抓巡河，守住第一关", "抓清淤，疏通主动脉", "抓管护，理顺明白账"),
    ("把家底摸清", "把隐患挑出", "把责任压实"),
    ("织密护林一张网", "守好青山一片绿"),
    ("以最优环境聚最强动能", "以最暖服务促最快发展"),
]


@pytest.mark.parametrize("texts", GOOD, ids=lambda texts: texts[0])
def test_what_is_balanced_has_nothing_to_mend(texts: tuple[str, ...]) -> None:
    assert balance(texts).strict


@pytest.mark.parametrize(
    ("part", "texts", "value"),
    [
        ("length", ("抓巡河，守住关口", "抓清淤，疏通河道底泥"), 0.5),
        ("length", ("抓巡河", "抓清淤，疏通河道底泥"), 0),
        ("commas", ("抓巡河，守住关", "抓好清淤，疏通"), 0.5),
        ("commas", ("抓好巡河，守住", "抓好清淤、疏通"), 0),
        ("repeats", ("压实责任，守好河道", "压实担子，清好沟渠", "理顺机制，管好堤岸"), 1 / 3),
        ("repeats", ("压实责任，压实担子", "理顺机制，管好堤岸"), 0.5),
        ("tails", ("守住河道", "疏通河道", "管好堤岸"), 1 / 3),
        ("tails", ("守住河道", "疏通河道", "管好河道"), 1),
        ("room", ("守住河道", "把全镇大小河道都清理得干干净净让群众看得见摸得着"), 0.5),
        ("classes", ("守住河道", "疏通沟渠", "堤岸牢固"), 2 / 3),
    ],
)
def test_what_is_not_balanced_is_told_by_its_part(part: str, texts: tuple[str, ...], value: float) -> None:
    assert getattr(balance(texts), part) == pytest.approx(value)


def test_word_classes_are_advice() -> None:
    uneven = balance(("守住河道，清出新貌", "疏通沟渠，引来活水", "堤岸牢固，稳住新局"))
    assert uneven.classes < 1 and uneven.strict and uneven.score > 0.95


def test_fixed_words_and_other_levels_are_looked_at() -> None:
    texts = ("抓巡河，守住关口", "抓清淤，疏通河道", "管堤岸，稳住大局")
    assert balance(texts, fixed=["抓"]).fixed == pytest.approx(2 / 3)
    assert balance(texts, above=["治好河道"]).tails == pytest.approx(2 / 3)
    assert balance(texts, most=7).room == 0
