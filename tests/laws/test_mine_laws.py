"""Recognition: what compose puts into a speech, mine finds in it, for every kind of frame."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.compose import compose
from draftkit.fact.facts import Facts
from draftkit.frame import Bundle, Couplet, Formula, Frame, Parallel, Role, SectionShape, Skeleton, id_of
from draftkit.library import Library
from draftkit.lines import lines_of
from draftkit.mine.learn import learn
from draftkit.mine.merge import key_of
from draftkit.mine.shelf import LIST, read_list
from draftkit.pattern import Fixed, Pattern
from draftkit.pipeline import shipped_frames
from draftkit.store.facts import read_facts
from draftkit.store.forms import form_of
from draftkit.store.schema import Check
from draftkit.store.yaml import dump_yaml, read_yaml
from draftkit.tree import Filled

SHIPPED = shipped_frames()
LIBRARY = Library((SHIPPED,), trusted=SHIPPED)
MINED = read_list((SHIPPED / LIST).read_text("utf-8"))
HAND = {frame_id: LIBRARY[frame_id] for frame_id in LIBRARY if frame_id not in MINED}
WORDS = {
    1: "拆改建修补停查退送谈",
    2: "摸底 排查 验收 培训 调解 巡防 回访 公示 绿化 养护 招商 议事".split(),  # noqa: SIM905
    3: "小广场 老水井 停车棚 文化墙 菜市场 戏台子 便民店 卫生所".split(),  # noqa: SIM905
    4: "入户走访 院落议事 错时停车 上门送餐 雨污分流 线缆入地 物业接管 邻里互助".split(),  # noqa: SIM905
    7: "家家点亮一盏灯 户户清空杂物间 人人认领一棵树 天天打扫三遍街".split(),  # noqa: SIM905
}
laws = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def worded(pattern: Pattern) -> bool:
    """Whether a pattern has fixed words and slots."""
    fixed = "".join(part.text for part in pattern.parts if isinstance(part, Fixed))
    return bool(pattern.slots) and any("一" <= character <= "龥" for character in fixed)


PARALLELS = [frame for frame in HAND.values() if isinstance(frame, Parallel) and worded(frame.pattern)]
COUPLETS = [frame for frame in HAND.values() if isinstance(frame, Couplet)]
BUNDLES = [frame for frame in HAND.values() if isinstance(frame, Bundle)]
SIGNOFFS = [
    frame
    for frame in HAND.values()
    if isinstance(frame, Formula)
    and frame.role in ("signoff", "salutation")
    and all(isinstance(one, Pattern) and not one.slots for one in frame.wordings)
]


def value(draw: st.DrawFn, frame: Frame, name: str) -> str:
    """Draw words for a slot, as long as it wants them."""
    spec = frame.slots[name]
    if spec.choices:
        return draw(st.sampled_from(spec.choices))
    low, high = spec.length or (2, 4)
    fitting = [length for length in WORDS if low <= length <= high] or [2]
    return draw(st.sampled_from(WORDS[draw(st.sampled_from(fitting))]))


def mined(given: Mapping[str, Any], frames: Mapping[str, Frame]) -> set[tuple[object, ...]]:
    """Compose a speech from facts, mine it, and return what tells each frame."""
    node, problems = read_yaml(dump_yaml(dict(given)), "f.yaml")
    check = Check()
    facts: Facts = read_facts(check, node, "f.yaml")
    assert [*problems, *check.problems] == []
    document = compose(facts, frames).document
    return {key_of(frame) for frame in learn([document], known=HAND.values()).frames}


def skeleton(parts: Mapping[Role, tuple[str, ...]], heading: str = "parallel/自拟小标题") -> Skeleton:
    """A skeleton for drafts that keep to the facts."""
    shape = SectionShape((heading,), (1, 9), "", "run-in")
    return Skeleton(name="例", as_written=True, sections=(shape,), parts=parts)


def facts(**more: Any) -> dict[str, Any]:
    """Facts with three sections of plain words."""
    sections = [{"小标题": words, "body": f"{words}的事，件件有着落。"} for words in ("抓早", "管严", "落细")]
    return {"skeleton": "例", "opening": ["今年开局良好。"], "sections": sections, **more}


@laws
@given(st.data())
@pytest.mark.parametrize("frame", PARALLELS, ids=lambda frame: frame.name)
def test_a_parallel_is_found(frame: Parallel, data: st.DataObject) -> None:
    draw = data.draw
    headings = st.composite(lambda d: {name: value(d, frame, name) for name in frame.slots})()
    rows = draw(st.lists(headings, min_size=3, max_size=5, unique_by=lambda row: tuple(sorted(row.items()))))
    rows = [{**row, "body": "这件事办得扎实。"} for row in rows]
    given = facts(theme="公共服务", title=["公共服务提质增效"], sections=rows)
    frames = {**HAND, "skeleton/例": skeleton({}, id_of(frame))}
    assert key_of(frame) in mined(given, frames)


@laws
@given(st.data())
@pytest.mark.parametrize("frame", COUPLETS, ids=lambda frame: frame.name)
def test_a_couplet_is_found(frame: Couplet, data: st.DataObject) -> None:
    drawn = st.composite(lambda d: {name: value(d, frame, name) for name in frame.slots})()
    frames = {**HAND, "skeleton/例": skeleton({"title": (id_of(frame),)})}
    given = facts(title=data.draw(drawn))
    assert key_of(frame) in mined(given, frames)


@laws
@given(st.lists(st.sampled_from(WORDS[4]), min_size=3, max_size=6, unique=True))
@pytest.mark.parametrize("frame", BUNDLES, ids=lambda frame: frame.name)
def test_a_bundle_is_found(frame: Bundle, members: list[str]) -> None:
    figures = {"办法": {"items": members, "bundle": frame.name}}
    given = facts(title=["办法管用"], figures=figures, opening=["今年推行{{ 办法 | 列举 }}的办法。"])
    assert key_of(frame) in mined(given, {**HAND, "skeleton/例": skeleton({})})


@pytest.mark.parametrize("frame", SIGNOFFS, ids=lambda frame: frame.name)
def test_a_formula_is_found(frame: Formula) -> None:
    found = mined(facts(title=["办法管用"]), {**HAND, "skeleton/例": skeleton({frame.role: (id_of(frame),)})})
    said = [one.parts[0].text for one in frame.wordings if isinstance(one, Pattern)]  # type: ignore[union-attr]
    alone = {("formula", frame.role, "", (), ((words,),)) for words in said}
    assert {key_of(frame), *alone} & found


SKELETONS = [frame for frame in HAND.values() if isinstance(frame, Skeleton)]


@pytest.mark.parametrize("frame", SKELETONS, ids=lambda frame: frame.name)
def test_a_skeleton_is_found(frame: Skeleton) -> None:
    node, problems = read_yaml(form_of(frame, LIBRARY, filled=True), "f.yaml")
    check = Check()
    supplied = read_facts(check, node, "f.yaml")
    assert [*problems, *check.problems] == []
    document = compose(supplied, LIBRARY).document
    found = {key_of(one) for one in learn([document], known=HAND.values()).frames}
    assert key_of(frame) in found
    spans = (span for line in lines_of(document.speeches[0]) for span in line.spans)
    used = {origin.frame for span in spans if isinstance(origin := span.inline.origin, Filled)}
    for one in (LIBRARY[frame_id] for frame_id in used if frame_id.startswith("formula/")):
        if isinstance(one, Formula) and one.role in ROLES and _tellable(one):
            assert key_of(one) in found, one.name


ROLES = ("title", "subtitle", "salutation", "greeting", "opening", "closing", "signoff")


def _tellable(formula: Formula) -> bool:
    """Whether a formula has fixed words in every wording, and no template."""
    words = [str(one) for one in formula.wordings if isinstance(one, Pattern)]
    bare = [re.sub(r"\{\{.*?\}\}", "", one) for one in words]
    return len(words) == len(formula.wordings) and all(re.search("[一-龥]", one) for one in bare)
