"""串稿: what has come into a draft from another street, and what only looks so, as an editor would write it."""

import json
import pickle
from typing import Any

import pytest

from draftkit.compare import Known, Strangers, known_of
from draftkit.compose import Phrasebook, compose
from draftkit.fact.facts import Facts
from draftkit.finding import Finding
from draftkit.library import Library
from draftkit.pipeline import facts_in, shipped_frames

BOOK = Phrasebook(Library((shipped_frames(),), trusted=shipped_frames()))
SHARED = "全区都要学习双塔镇的做法，全区共建成助餐点1352个。"


def street(unit: str, speaker: str = "", body: str = "干部把活干给大家看。", **more: Any) -> Facts:
    given: dict[str, Any] = {
        "skeleton": "短发言-一是二是三是",
        "unit": unit,
        "speaker": speaker,
        "occasion": "全区助餐服务现场会",
        "theme": "社区助餐",
        "sections": [{"小标题": "选好点", "body": body}, {"小标题": "算好账", "body": "账目贴在墙上。"}],
    }
    return facts_in(json.dumps(given | more, ensure_ascii=False), f"{unit}.json")


OTHERS = (
    street(
        "青石桥街道党工委",
        "青石桥街道党工委书记　柳成荫",
        figures={
            "用餐": {"from": 310, "to": 1126, "unit": "人", "label": "日均用餐老人"},
            "满意率": {"value": 93.7, "unit": "%", "label": "居民满意率"},
            "资金": {"value": 476, "unit": "万元", "parts": {"财政资金": 352, "社会资金": 124}},
            "共建": {"value": 1352, "unit": "个", "label": "建成助餐点"},
        },
    ),
    street("石桥街道党工委", "石桥街道党工委副书记高峰"),
    street("双塔镇党委", "双塔镇党委书记　欧阳若水"),
    street("东城区和平街道办事处", "和平街道办事处主任　田野"),
)
OWN = {"unit": "望湖街道党工委", "speaker": "望湖街道党工委书记　何远山"}
STRANGERS = Strangers(map(known_of, (*OTHERS, street(**OWN))), SHARED)


def found_in(body: str, **more: Any) -> tuple[Finding, ...]:
    facts = street(**{**OWN, "body": body, **more})
    return STRANGERS.found_in(compose(facts, BOOK).document, known_of(facts))


@pytest.mark.parametrize(
    ("code", "words", "body"),
    [
        ("X01", "青石桥街道党工委", "去年以来，青石桥街道党工委请老人定菜单。"),
        ("X01", "青石桥街道", "这件事在青石桥街道办得最早。"),
        ("X01", "石桥街道", "石桥街道的干部把饭送上楼。"),
        ("X01", "和平街道", "群众说，和平街道的干部靠得住。"),
        ("X01", "青石桥", "我们要打造青石桥样板。"),
        ("X01", "青石桥", "这就是青石桥的经验。"),
        ("X02", "柳成荫", "柳成荫带头认领了三户。"),
        ("X02", "高峰", "街道书记高峰连夜赶到现场。"),
        ("X02", "田野", "会上，田野主任算了一笔账。"),
        ("X03", "1126人", "如今每天来吃饭的有1126人。"),
        ("X03", "1,126人", "日均用餐老人增加到1,126人。"),
        ("X03", "93.7%", "居民满意率达到93.7%。"),
        ("X03", "352万元", "其中财政资金352万元。"),
    ],
)
def test_what_has_come_in_is_told(code: str, words: str, body: str) -> None:
    (finding,) = found_in(body)
    assert finding.code == code and f"“{words}”" in finding.message and words in finding.quote
    assert finding.fact == "sections[0].body" and finding.grade is None


@pytest.mark.parametrize(
    "body",
    [
        "望湖街道党工委请老人定菜单。",  # its own
        "这座小院临着青石桥，老人爱来坐。",  # a bridge
        "青石桥社区请来了志愿者。",  # a community of that name, its own
        "全区都要学习双塔镇的做法，我们也去了。",  # all share it
        "用电高峰也不停灶。",  # a word
        "送饭路过田野，孩子们跑着来接。",
        "居民柳成荫送来一面锦旗。",  # a resident of that name
        "大家和平相处，和平力量在身边。",
        "居民满意率达到94.1%。",  # another number
        "报名的占93.7%。",  # without the label, and too short a number
        "一户补了352元。",  # another unit
        "全区共建成助餐点1352个。",  # all share it
        "灶台改到2026年，前后1126天。",
    ],
)
def test_what_only_looks_so_is_not(body: str) -> None:
    assert found_in(body) == ()


def test_a_name_that_holds_anothers_is_its_own() -> None:
    facts = street("青石桥街道党工委", "青石桥街道党工委书记　柳成荫", "青石桥街道请老人定菜单，柳成荫带头。")
    assert STRANGERS.found_in(compose(facts, BOOK).document, known_of(facts)) == ()


def test_its_own_figures_are_its_own_whoever_else_has_them() -> None:
    figures = {"用餐": {"from": 500, "to": 1126, "unit": "人"}, "满意率": {"from": 80, "to": 93.7, "unit": "%"}}
    body = "日均用餐老人{{ 用餐 }}，居民满意率{{ 满意率 }}，提高了{{ 满意率 | 差 }}，到了93.7%。"
    assert found_in(body, figures=figures) == ()


def test_it_is_found_wherever_it_stands() -> None:
    """In a title, a heading, a frame's slot, what is to be done."""
    more = {
        "title": "学青石桥街道办好一餐饭",
        "sections": [{"小标题": "请柳成荫掌勺", "body": "好。"}, {"小标题": "算账", "body": "好。"}],
        "next": ["让青石桥街道的老人吃上热饭"],
    }
    found = found_in("", **more)
    assert [finding.code for finding in found] == ["X01", "X02", "X01"]
    assert [finding.fact for finding in found] == ["title[0]", "sections[0].小标题", "next[0]"]


def test_in_a_large_batch_a_number_of_four_digits_is_no_proof() -> None:
    many = [
        Known(f"{n}", (f"甲{n}街道",), "", (), ((f"{1000 + n}户", "住户"), (f"{100_000 + n}人", "住户")))
        for n in range(5000)
    ]
    strangers = Strangers(many)
    facts = street(**OWN, body="走访2345户。登记102345人。")
    found = strangers.found_in(compose(facts, BOOK).document, known_of(facts))
    assert [finding.quote for finding in found] == ["登记102345人。"]


def test_what_is_known_travels() -> None:
    again = pickle.loads(pickle.dumps(STRANGERS))
    facts = street(**OWN, body="石桥街道的干部把饭送上楼。")
    document = compose(facts, BOOK).document
    assert again.found_in(document, known_of(facts)) == STRANGERS.found_in(document, known_of(facts)) != ()


@pytest.mark.parametrize(
    ("unit", "names", "bare"),
    [
        ("临江街道党工委", ("临江街道党工委", "临江街道"), "临江"),
        ("青石镇党委", ("青石镇党委", "青石镇"), "青石"),
        ("东城区临江街道办事处", ("东城区临江街道办事处", "东城区临江街道", "临江街道"), "临江"),
        ("和平街道工作委员会", ("和平街道工作委员会", "和平街道"), ""),
        ("城区街道党工委", ("城区街道党工委", "城区街道"), "城区"),
        ("区民政局党组", ("区民政局党组", "区民政局"), ""),
    ],
)
def test_the_names_of_a_unit(unit: str, names: tuple[str, ...], bare: str) -> None:
    known = known_of(street(unit))
    assert (known.names, known.bare) == (names, bare)


@pytest.mark.parametrize(
    ("speaker", "leaders"),
    [
        ("临江街道党工委书记　王明", ("王明",)),
        ("临江街道党工委书记 欧阳若水", ("欧阳若水",)),
        ("街道办事处主任董一鸣", ("董一鸣",)),
        ("党工委副书记、办事处主任　董一鸣", ("董一鸣",)),
        ("临江街道党工委书记", ()),
        ("", ()),
    ],
)
def test_the_leader_in_a_byline(speaker: str, leaders: tuple[str, ...]) -> None:
    assert known_of(street("临江街道党工委", speaker)).leaders == leaders
