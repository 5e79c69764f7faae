"""What compose decides: variants, subjects, leads, transitions, plans, what goes for time, points."""

import json
from dataclasses import replace
from typing import Any

import pytest

from draftkit.compose import Composed, compose
from draftkit.errors import WrongFacts
from draftkit.fact.facts import Facts
from draftkit.fact.reading import FILTERS
from draftkit.frame import Bundle, Couplet, Formula, Frame, Parallel, SectionShape, Skeleton, SlotSpec, id_of
from draftkit.lines import lines_of
from draftkit.pattern import Pattern
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.template import Template

P = Pattern.parse


def slots(*names: str, **types: Any) -> dict[str, SlotSpec]:
    return {name: SlotSpec(name, ask=f"{name}？", type=types.get(name, "text")) for name in names}


def template(source: str) -> Template:
    return Template.parse(source, frozenset(filter(None, FILTERS)))


POINTS = SectionShape(("parallel/点",), (2, 4), "一是", "within")
# fmt: off
FRAMES: tuple[Frame, ...] = (
    Couplet(name="对", halves=(P("{{ 上 }}新环境"), P("{{ 下 }}一家亲")), slots=slots("上", "下")),
    Formula(name="题", role="title", wordings=(P("在{{ 会议 }}上的发言"),)),
    Formula(name="问好", role="greeting", wordings=(P("大家好！"),)),
    Formula(name="头", role="opening", wordings=(P("下面汇报{{ 部分数 }}点。"), P("讲{{ 部分数 }}点。"))),
    Formula(name="尾", role="closing", move="next", wordings=(P("下一步，将{{ 打算 }}。"),)),
    Formula(name="尾多", role="closing", move="next",
            wordings=(P("下一步抓{{ 打算数 }}件事：{{ 打算条目 }}。"),)),
    Formula(name="做法-直说", role="phrase", deed="做法", slots=slots("谁", "做"),
            wordings=(template("{{ 谁 }}{{ 做 }}"), P("{{ 做 }}"))),
    Formula(name="做法-次数", role="phrase", deed="做法", slots=slots("次", "做"),
            wordings=(P("先后{{ 次 }}次{{ 做 }}"), P("累计{{ 做 }}共{{ 次 }}次"))),
    Formula(name="做法-解决", role="phrase", deed="做法", tail=True, slots=slots("解决"),
            wordings=(P("解决{{ 解决 }}"),)),
    Formula(name="成效-直说", role="phrase", deed="成效", slots=slots("指标", 指标="figure"),
            wordings=(P("{{ 指标 }}"),)),
    Formula(name="打算-直说", role="phrase", deed="打算", move="next", slots=slots("做", "指标", 指标="figure"),
            wordings=(P("{{ 做 }}"), P("力争{{ 指标 }}"))),
    Formula(name="过渡-做法到成效", role="transition", between=("做法", "成效"), wordings=(P("目前，"),)),
    Parallel(name="抓", pattern=P("抓好{{ 抓手 }}"), slots=slots("抓手")),
    Parallel(name="点", pattern=P("{{ 领句 }}"), slots=slots("领句")),
    Bundle(name="一点", coin="个一点", member=P("{{ 谁出 }}一点"), slots=slots("谁出")),
    Skeleton(
        name="例",
        parts={"title": ("couplet/对", "formula/题"), "greeting": ("formula/问好",), "opening": ("formula/头",),
               "closing": ("formula/尾多", "formula/尾")},
        optional=("greeting",),
        drop=("greeting", "成效", "points", "body"),
        sections=(SectionShape(("parallel/抓",), (2, 3), "一、", "line", "measure", (POINTS,)),),
    ),
)
# fmt: on
LIBRARY = {id_of(frame): frame for frame in FRAMES}


def load(given: dict[str, Any]) -> Facts:
    check = Check()
    node, problems = parse(json.dumps({"skeleton": "例", **given}, ensure_ascii=False), "f.json")
    facts = read_facts(check, node, "f.json")
    assert not problems + check.problems, problems + check.problems
    return facts


def draft(missing: Any = "mark", **given: Any) -> Composed:
    return compose(load({"unit": "青石镇", "occasion": "会", "next": ["再办一批"], **given}), LIBRARY, missing)


def text(composed: Composed) -> list[str]:
    return [line.text for line in lines_of(composed.document.speeches[0])]


def section(*body: Any, **more: Any) -> dict[str, Any]:
    return {"抓手": "摸底", "body": list(body), **more}


def test_the_same_subject_is_not_said_twice() -> None:
    deeds = [{"做法": {"谁": "镇党委", "做": "开会"}}, {"做法": {"谁": "镇党委", "做": "走访", "解决": "难题"}}]
    found = text(draft(sections=[section(*deeds), section("略")]))
    assert "镇党委开会。走访，解决难题。" in found


def test_a_lead_is_not_used_twice_while_another_is_free() -> None:
    deeds = [{"做法": {"次": "6", "做": "开会"}}, {"做法": {"次": "8", "做": "走访"}}]
    found = "".join(text(draft(sections=[section(*deeds), section("略")])))
    assert found.count("先后") == found.count("累计") == 1


def test_a_transition_stands_once() -> None:
    body = [{"做法": {"做": "开会"}}, {"成效": {"指标": "办结率"}}]
    figures = {"办结率": {"from": 80, "to": 95, "unit": "%"}}
    found = "".join(text(draft(figures=figures, sections=[section(*body), section(*body)])))
    assert found.count("目前，") == 1 and found.count("办结率由80%提高到95%") == 2


def test_wordings_go_by_the_units_name() -> None:
    heads = {
        unit: text(draft(unit=unit, sections=[section("甲"), section("乙")]))[1] for unit in "甲乙丙丁戊己庚辛"
    }
    assert set(heads.values()) == {"大家好！下面汇报两点。", "大家好！讲两点。"}
    again = text(draft(unit="丙", sections=[section("甲"), section("乙")]))[1]
    assert again == heads["丙"]


def test_a_couplet_is_filled_and_goes_before_a_plain_title() -> None:
    both = {"sections": [section("甲"), section("乙")]}
    assert text(draft(title={"上": "改出", "下": "聚起"}, **both))[:2] == ["改出新环境", "聚起一家亲"]
    assert text(draft(**both))[0] == "在会上的发言"
    figures = {"筹资": {"items": ["财政补一点", "企业投一点", "居民出一点"]}}
    assert text(draft(title=["{{ 筹资 | 缩语 }}聚力"], figures=figures, **both))[0] == "“三个一点”聚力"


def test_a_bundle_fills_and_counts_its_members() -> None:
    figures = {"筹资": {"items": ["财政补", "企业投一点"], "bundle": "一点"}}
    found = text(draft(figures=figures, sections=[section("采取{{ 筹资 }}的办法"), section("乙")]))
    assert "采取财政补一点、企业投一点“两个一点”的办法。" in found


def test_points_are_numbered_within_the_paragraph_and_a_single_one_is_not() -> None:
    two = section("先总后分", points=[{"领句": "走访到户"}, {"领句": "登记到人", "body": "不落一户"}])
    one = section(points=[{"领句": "办结销号", "body": "件件回音"}])
    composed = draft(sections=[two, one])
    assert "先总后分。一是走访到户。二是登记到人。不落一户。" in text(composed)
    assert "办结销号。件件回音。" in text(composed)
    assert "single-point" in {finding.code for finding in composed.findings}


def test_sections_that_are_short_are_asked_for() -> None:
    composed = draft(sections=[section("甲")])
    assert "二、抓好【待补：抓手？】" in text(composed)
    assert [finding.message for finding in composed.findings if finding.code == "missing"] == [
        "still to come: 抓手？ (sections[1])",
        "still to come: 这一部分的做法、数据和成效 (sections[1])",
    ]


def test_drop_renumbers_and_says_what_went() -> None:
    figures = {"户数": ""}
    points = [{"领句": "甲"}, {"领句": "乙{{ 户数 }}"}, {"领句": "丙"}]
    composed = draft(
        "drop", figures=figures, sections=[section(points=points), section("共{{ 户数 }}。已办。")]
    )
    assert "一是甲。二是丙。" in text(composed) and "已办。" in text(composed)
    assert [f.fact for f in composed.findings if f.code == "left-out"] == [
        "sections[0].points[1]",
        "sections[1].body[0]#1",
    ]


def test_drop_takes_one_of_several_figures_and_never_the_last() -> None:
    figures = {"户数": "", "人数": "30人", "件数": ""}
    several = {"成效": {"指标": ["户数", "人数"]}}
    composed = draft(
        "drop", figures=figures, sections=[section(several), section("乙", {"成效": {"指标": "件数"}})]
    )
    assert "人数30人。" in text(composed) and "乙。" in text(composed)
    left = [(f.fact, f.message) for f in composed.findings if f.code == "left-out"]
    assert left[0] == ("sections[0].body[0].成效.指标[0]", "left out, since this is missing: 户数")


def test_time_takes_what_the_skeleton_lets_go_in_its_order() -> None:
    body = [{"做法": {"做": "开" * 60}}, {"成效": {"指标": "办结率"}}]
    given = {
        "figures": {"办结率": {"from": 80, "to": 95, "unit": "%"}},
        "sections": [section(*body), section(*body)],
    }
    whole = draft(**given)
    assert whole.length > 180
    fitted = draft(minutes=1, **given)
    went = [finding.fact for finding in fitted.findings if finding.code == "left-out"]
    assert went[:2] == ["greeting", "sections[1].body[1].成效"]
    assert fitted.length <= 180 or any(f.code == "too-long" for f in fitted.findings)


def test_plans_are_joined_counted_and_numbered() -> None:
    both = {"sections": [section("甲"), section("乙")]}
    assert text(draft(next=["办一批", "建一批"], **both))[-1] == "下一步抓两件事：一是办一批；二是建一批。"
    assert text(draft(next=[{"打算": {"做": "办一批"}}], **both))[-1] == "下一步，将办一批。"


PLANNED = {"目标户数": {"value": 50, "unit": "户", "status": "planned"}}


@pytest.mark.parametrize("body", ["已改造{{ 目标户数 }}", {"成效": {"指标": "目标户数"}}])
def test_a_plan_is_not_told_as_done(body: Any) -> None:
    with pytest.raises(WrongFacts, match="planned"):
        draft(figures=PLANNED, sections=[section(body), section("乙")])


def test_a_plan_may_be_told_as_a_plan() -> None:
    both = [section("明年将改造{{ 目标户数 }}"), section("乙")]
    found = text(draft(figures=PLANNED, sections=both, next=[{"打算": {"指标": "目标户数"}}]))
    assert "明年将改造50户。" in found and found[-1] == "下一步，将力争目标户数50户。"


def test_points_under_a_demand_may_hold_plans() -> None:
    skeleton = LIBRARY["skeleton/例"]
    assert isinstance(skeleton, Skeleton)
    shape = replace(skeleton.sections[0], move="demand")
    library = {**LIBRARY, "skeleton/例": replace(skeleton, sections=(shape,))}
    points = [{"领句": "抓紧", "body": "完成{{ 目标户数 }}"}, {"领句": "抓实"}]
    facts = load({"figures": PLANNED, "sections": [section(points=points), section("乙")], "next": ["办"]})
    assert "一是抓紧。完成50户。二是抓实。" in text(compose(facts, library))


def test_a_fact_that_no_phrase_takes_is_not_lost() -> None:
    with pytest.raises(WrongFacts, match="次"):
        draft(sections=[section({"做法": {"谁": "镇党委", "做": "开会", "次": "6"}}), section("乙")])


@pytest.mark.parametrize("circle", ["{{ 甲 }}", ["{{ 甲 }}", "乙"], "{{ 乙 }}"])
def test_a_text_that_quotes_itself_is_told(circle: Any) -> None:
    library = {**LIBRARY, "formula/头": Formula(name="头", role="opening", slots=slots("甲", "乙"),
               wordings=(P("讲{{ 甲 }}和{{ 乙 }}。"),))}  # fmt: skip
    with pytest.raises(WrongFacts, match="quotes itself"):
        compose(load({"甲": circle, "乙": "{{ 甲 }}", "sections": [section("甲"), section("乙")]}), library)


def test_a_title_that_names_the_meeting_has_no_subtitle_to_say_it_again() -> None:
    frame = Formula(name="副", role="subtitle", wordings=(P("——在{{ 会议 }}上"),))
    skeleton = LIBRARY["skeleton/例"]
    assert isinstance(skeleton, Skeleton)
    parts = {**skeleton.parts, "subtitle": ("formula/副",)}
    library = {**LIBRARY, "formula/副": frame, "skeleton/例": replace(skeleton, parts=parts)}
    given = {"occasion": "全区例会", "sections": [section("甲"), section("乙")], "next": ["办"]}
    once = text(compose(load({**given, "title": "在全区例会上的发言"}), library))
    both = text(compose(load({**given, "title": "守好一方平安"}), library))
    assert "——在全区例会上" not in once and "——在全区例会上" in both


def test_loose_notes_are_counted_and_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    both = {"sections": [section("甲"), section("乙")]}
    composed = draft(loose=["有一位老人", "另一位老人\n第三位老人"], **both)
    assert text(composed) == text(draft(**both))
    assert [found.message for found in composed.findings if found.fact == "loose"] == [
        "3 notes in loose: are in no section"
    ]


def test_a_figure_still_to_come_is_told_only_where_it_is_quoted() -> None:
    figures = {"户数": "", "人数": "7人"}
    composed = draft(figures=figures, sections=[section("甲"), section("乙")])
    assert [found.fact for found in composed.findings if found.code == "unused"] == ["figures.人数"]
    assert [
        gap.key for gap in draft(figures=figures, sections=[section("{{ 户数 }}"), section("乙")]).gaps
    ] == ["figures.户数"]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(WrongFacts) as caught:
        draft(表头="甲", sections=[section("{{ 无 }}"), section({"作法": {"做": "甲"}})])
    assert [str(problem).splitlines()[0] for problem in caught.value.problems] == [
        "f.json:1:69: unknown key “表头”",
        "f.json:1:116: there is no figure and no fact “无”",
        "f.json:1:151: no formula words a fact of the kind “作法”",
    ]


def test_plans_that_no_closing_prints_are_told() -> None:
    shape = LIBRARY["skeleton/例"]
    assert isinstance(shape, Skeleton)
    mute = {**LIBRARY, "skeleton/例": replace(shape, parts={"opening": ("formula/头",)})}
    both = {"sections": [section("甲"), section("乙")]}
    told = [compose(load({"unit": "青石镇", "next": plans, **both}), mute) for plans in (["再办"], [])]
    spoken = [any(finding.fact == "next" for finding in one.findings) for one in (*told, draft(**both))]
    assert spoken == [True, False, False]
