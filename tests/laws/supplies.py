"""Strategies for facts: what a user may write for a skeleton of the shipped library, as plain JSON."""

import re
from typing import Any

from hypothesis import strategies as st

from draftkit.frame import Formula, Frame, SectionShape, Skeleton, SlotSpec, wordings_of
from draftkit.library import Library
from draftkit.pipeline import shipped_frames
from draftkit.template import Template

LIBRARY = Library((shipped_frames(),))
HAN = "水木金土山石田禾米竹花草鱼鸟风云雨雪春夏秋冬江河湖海东西南北"
FIGURES = ("甲数", "乙率", "丙比", "丁幅", "戊单", "己和", "庚约")

FITTING = {
    "名数": FIGURES,
    "变化": ("乙率",),
    "升降": ("乙率",),
    "原值": ("乙率",),
    "现值": ("乙率",),
    "占比": ("丙比",),
    "列举": ("戊单",),
    "成员": ("戊单",),
    "缩语": ("戊单",),
    "计数": ("戊单",),
    "分项": ("己和",),
    "约": ("庚约",),
    "截至": ("甲数",),
}
"""Which of the figures each filter can read; 倍 is left out, for it wants growth."""

words = st.text(HAN, min_size=2, max_size=8)
whole = st.integers(1, 9999)


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """One figure of each kind."""
    start, end, part, over = draw(whole), draw(whole), draw(whole), draw(whole)
    one, other = draw(whole), draw(whole)
    members = draw(st.lists(words.map(lambda word: word + "一批"), min_size=2, max_size=6, unique=True))
    return {
        "甲数": {"value": start, "unit": "个", "as_of": "2026-10", "source": draw(words)},
        "乙率": {"from": start / 100, "to": end / 100, "unit": "%", "since": draw(words)},
        "丙比": {"value": part, "whole": part + over, "unit": "户"},
        "丁幅": {"low": start, "high": start + over, "unit": "元"},
        "戊单": {"items": members},
        "己和": {"value": one + other, "unit": "人", "parts": {"东片": one, "西片": other}},
        "庚约": {"value": 10 * part + 1, "unit": "件", "approx": f"{10 * part}余"},
    }


@st.composite
def facts(draw: st.DrawFn, skeleton: Skeleton) -> dict[str, Any]:
    """Facts for a skeleton: each thing given or not, at least one section too few, or all there is room for."""
    most = min(sum(shape.count[1] for shape in skeleton.sections), 12)
    count = draw(st.integers(0, most))
    given: dict[str, Any] = {
        "skeleton": skeleton.name,
        "figures": draw(figures()),
        "sections": [draw(section(shape)) for shape in _shapes(skeleton, count)],
        "next": draw(st.lists(words | st.just("把{{ 甲数 }}办好"), max_size=4)),
    }
    for key in ("unit", "occasion", "speaker", "theme"):
        if draw(st.booleans()):
            given[key] = draw(words)
    if draw(st.booleans()):
        given["title"] = draw(st.lists(words | st.just("{{ 戊单 | 缩语 }}齐发力"), min_size=1, max_size=2))
    if draw(st.booleans()):
        given["minutes"] = draw(st.integers(1, 10))
    for names in skeleton.parts.values():
        given |= draw(_slots(LIBRARY[draw(st.sampled_from(names))]))
    return given


@st.composite
def section(draw: st.DrawFn, shape: SectionShape) -> dict[str, Any]:
    """What is given for one section of a shape."""
    given = draw(_slots(LIBRARY[shape.headings[0]]))
    given["body"] = draw(st.lists(prose() | deed(), max_size=3))
    if shape.points:
        points = shape.points[0]
        given["points"] = draw(st.lists(section(points), max_size=min(points.count[1], 4)))
    return given


def prose() -> st.SearchStrategy[str]:
    """A paragraph that quotes figures."""
    quotes = st.sampled_from(
        [f"{{{{ {name} }}}}" for name in FIGURES] + ["{{ 乙率 | 升降 }}", "{{ 庚约 | 约 }}"]
    )
    pieces = st.lists(words | quotes | st.sampled_from("，。；"), min_size=1, max_size=6)
    return pieces.map("".join).filter(lambda text: text.strip("，。；") != "")


@st.composite
def deed(draw: st.DrawFn) -> dict[str, Any]:
    """A terse fact with the slots of one wording of its kind, and perhaps of a tail."""
    phrases = [f for name in LIBRARY if isinstance(f := LIBRARY[name], Formula) and f.chosen]
    head = draw(st.sampled_from([phrase for phrase in phrases if not phrase.tail]))
    slots = _values(draw, head, draw(st.sampled_from(head.wordings)).names)
    tails = [phrase for phrase in phrases if phrase.tail and phrase.deed == head.deed]
    go_on: bool = draw(st.booleans())
    if tails and go_on:
        tail = draw(st.sampled_from(tails))
        if not tail.wordings[0].names & head_names(head):
            slots |= _values(draw, tail, tail.wordings[0].names)
    return {head.deed: slots}


def head_names(frame: Formula) -> set[str]:
    """The slots of a formula over all its wordings."""
    return {name for wording in frame.wordings for name in wording.names}


def _shapes(skeleton: Skeleton, count: int) -> list[SectionShape]:
    """The shape of each of `count` sections: each shape's least, then what is over to the first with room."""
    over = max(count - sum(shape.count[0] for shape in skeleton.sections), 0)
    found: list[SectionShape] = []
    for shape in skeleton.sections:
        extra = min(over, shape.count[1] - shape.count[0])
        over -= extra
        found += [shape] * (shape.count[0] + extra)
    return found[:count]


def _slots(frame: Frame) -> st.SearchStrategy[dict[str, Any]]:
    given = {name: value(frame, spec) for name, spec in frame.slots.items()}
    return st.fixed_dictionaries({}, optional=given)


def _values(draw: st.DrawFn, frame: Frame, names: frozenset[str]) -> dict[str, Any]:
    return {name: draw(value(frame, frame.slots[name])) for name in sorted(names) if name in frame.slots}


def value(frame: Frame, spec: SlotSpec) -> st.SearchStrategy[Any]:
    """What a user may give for a slot, such that the filters which the frame puts on it can read it."""
    fitting = [set(FITTING[word]) for word in _filters(frame, spec.name)]
    named = [name for name in FIGURES if all(name in fits for fits in fitting)]
    if spec.choices:
        return st.sampled_from(spec.choices)
    if spec.type == "figure":
        names = st.sampled_from(named)
        return names if fitting else names | st.lists(names, min_size=1, max_size=2)
    if spec.type == "number":
        return whole.map(lambda n: f"{n}次")
    if spec.type == "date":
        return st.just("2026-10")
    if fitting or isinstance(spec.example, tuple):
        return st.lists(words.map(lambda word: word + "一批"), min_size=2, max_size=4, unique=True)
    return words


def _filters(frame: Frame, slot: str) -> set[str]:
    sources = "".join(w.source if isinstance(w, Template) else str(w) for w in wordings_of(frame))
    found = re.findall(rf"\{{\{{ {slot} \| (\w+) \}}\}}", sources)
    return set(found)
