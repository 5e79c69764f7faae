"""Patterns induced from siblings, as an editor would write them."""

import pytest

from draftkit.induction.induce import induce, rhythm

CASES = [
    (
        "坚持{{ 事项 }}共{{ 动作 }}，为水清岸绿{{ 成效 }}",
        "坚持河湖共治，为水清岸绿添砖加瓦/坚持岸线共护，为水清岸绿保驾护航",
    ),
    ("{{ 特质 }}力", "凝聚向心力/激发创造力/提升执行力"),
    ("推进{{ 特质 }}化{{ 内容 }}", "推进网格化管理/推进标准化作业/推进智慧化巡检"),
    (
        "{{ 方面 }}上{{ 事项 }}，{{ 举措 }}起来",
        "清淤上发力，让河道畅起来/补绿上用心，把堤岸美起来/巡护上较真，让队伍动起来",
    ),
    (
        "以“{{ 抓手 }}”为{{ 定位 }}，{{ 成效 }}",
        "以“清单”为抓手，压实护林责任/以“铁塔”为哨点，织密瞭望网络/以“积分”为纽带，激发村民热情",
    ),
    (
        "在“{{ 喻体 }}”字上做文章，{{ 动作 }}出{{ 成效 }}",
        "在“早”字上做文章，抢出春耕好时节/在“细”字上做文章，管出夏粮好收成",
    ),
    ("{{ 动作 }}好{{ 事项 }}“{{ 喻体 }}”", "打好水源保护“攻坚战”/练好管网运维“基本功”/念好节约用水“长久经”"),
    ("严格{{ 事项 }}标准", "严格采样标准/严格检测标准/严格公示标准"),
    ("强化{{ 内容 }}", "强化站房值守/强化夜间巡查"),
    ("{{ 主体 }}少{{ 内容 }}", "窗口少跑腿/审批少环节/群众少操心"),
    ("{{ 方面 }}有{{ 内容 }}", "企业有订单/车间有设备/工人有活干"),
    ("{{ 方面 }}越来越{{ 程度 }}", "老人用餐越来越方便/小院环境越来越整洁/邻里关系越来越融洽"),
    ("管{{ 内容 }}", "管住笔头/管好钱袋/管严饭局"),
    ("管{{ 内容 }}", "管住笔头/管好钱袋"),
    ("{{ 主体 }}统一{{ 内容 }}", "人员统一调度/物资统一储备/信息统一发布"),
    ("{{ 动作 }}好{{ 事项 }},让{{ 对象 }}得{{ 程度 }}", "修好路,让山货出得去/建好站,让快递进得来"),
    ("一{{ 量词 }}一{{ 内容 }}", "一村一渠长/一渠一专员/一站一台账"),
    ("从{{ 角度 }}看，{{ 动作 }}了{{ 成效 }}", "从源头看，管住了增量/从过程看，减少了存量"),
    ("{{ 主体 }}要{{ 事项 }}到{{ 内容 }}", "责任要落到人头/措施要细到点位/资金要用到刀刃"),
    ("{{ 几 }}年{{ 内容 }}", "三年打基础/五年树品牌/八年成气候"),
    ("{{ 动作 }}得{{ 程度 }}", "拉得出/冲得上/打得赢"),
]


@pytest.mark.parametrize(("pattern", "members"), CASES)
def test_siblings_give_the_pattern_that_an_editor_writes(pattern: str, members: str) -> None:
    rows = members.split("/")
    found = induce(rows)
    assert found is not None
    assert str(found.pattern) == pattern
    assert found.kept == tuple(range(len(rows)))
    assert [found.pattern.fill(filling) for filling in found.fillings] == rows


@pytest.mark.parametrize(
    "members",
    [
        "护住耕地/引来活水",
        "推进田块整治/推动水肥一体",
        "摸清管网底数，补上排水短板/配齐抢险物资，拉起巡堤队伍",
        "积极作业/主动作为",
        "独此一条",
        "同一条/同一条",
        "",
    ],
)
def test_siblings_that_share_no_words_have_no_pattern(members: str) -> None:
    assert induce(members.split("/")) is None


def test_siblings_that_share_marks_only_have_a_rhythm() -> None:
    found = rhythm(["摸清管网底数，补上排水短板", "配齐抢险物资，拉起巡堤队伍", "此条没有逗号"])
    assert found is not None
    assert str(found.pattern) == "{{ 举措 }}，{{ 成效 }}"
    assert found.kept == (0, 1)
    assert rhythm(["护住耕地", "引来活水"]) is None


def test_a_foreign_heading_is_left_out() -> None:
    members = ["提升冬储保供能力", "提升冷链直达能力", "严查缺斤短两", "提升产销对接能力"]
    found = induce(members)
    assert found is not None
    assert str(found.pattern) == "提升{{ 事项 }}能力"
    assert found.kept == (0, 1, 3)


def test_two_foreign_headings_of_five_are_left_out() -> None:
    members = ["打好治水攻坚仗", "严查缺斤短两", "打好护林攻坚仗", "打好清废攻坚仗", "守牢耕地红线不动摇"]
    found = induce(members)
    assert found is not None and found.kept == (0, 2, 3)
    assert str(found.pattern) == "打好{{ 事项 }}攻坚仗"


def test_a_member_that_shares_a_part_of_the_frame_stays() -> None:
    found = induce(["要把家底盘清", "要把渠道疏通", "要把机电修好", "要补种树苗"])
    assert found is not None
    assert (str(found.pattern), found.kept) == ("要{{ 要求 }}", (0, 1, 2, 3))


def test_a_mark_has_the_width_that_most_members_print() -> None:
    found = induce(["修好路，让山货出得去", "建好站，让快递进得来", "架好网,让直播连得上"])
    assert found is not None
    assert str(found.pattern) == "{{ 动作 }}好{{ 事项 }}，让{{ 对象 }}得{{ 程度 }}"
    assert found.kept == (0, 1)


def test_words_of_a_closed_set_are_a_slot_with_choices() -> None:
    found = induce(["把“死资源”变成“活资产”", "让“旧厂房”变成“新课堂”"])
    assert found is not None
    assert str(found.pattern) == "{{ 用词 }}“{{ 喻体 }}”变成“{{ 喻体二 }}”"
    assert found.choices == {"用词": ("把", "让")}
