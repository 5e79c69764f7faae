"""The law of the store: what was dumped is read back, frames and facts."""

import dataclasses
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.fact.facts import Facts
from draftkit.fact.reading import FILTERS
from draftkit.frame import (
    MOVES,
    PART_NAMES,
    ROLES,
    SLOT_TYPES,
    Bundle,
    Couplet,
    Evidence,
    Formula,
    Frame,
    Parallel,
    SectionShape,
    Skeleton,
    SlotSpec,
    id_of,
)
from draftkit.pattern import Fixed, Pattern, Slot
from draftkit.store import parse
from draftkit.store.dump import dump_facts, dump_frame
from draftkit.store.facts import read_facts
from draftkit.store.frames import read_frame
from draftkit.store.schema import Check
from draftkit.store.skeletons import PASSAGES
from draftkit.store.yaml import dump_yaml
from draftkit.template import Template
from draftkit.zh.marker import FAMILIES
from draftkit.zh.numerals import to_count

KNOWN = ("couplet/甲", "formula/甲", "formula/no", "parallel/乙", "parallel/在…上")
NAMES = ("事", "人", "办法", "no", "次数")
HOSTILE = "是否no甲乙丙012:#{}[]'\"&*!|>%@`，、。：-?~\\ \t\u3000\u2028\u0085<=…𬭎"

texts = st.text(HOSTILE, max_size=10).map(str.strip) | st.sampled_from(
    [
        "true",
        "null",
        "~",
        "0571",
        "12:30",
        "2026-11-20",
        "1_000",
        "---",
        "- 甲",
        "甲: 乙",
        "甲 # 乙",
        "<<",
        "1e3",
    ]
)
words = texts.filter(bool)
rows = st.lists(words, max_size=3).map(tuple)
spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: (min(ends), max(ends)))


@st.composite
def patterns(draw: st.DrawFn, names: list[str]) -> Pattern:
    """A pattern with each of the names, words around and between."""
    parts: list[Fixed | Slot] = [Fixed(draw(words)), Slot(names[0])] if names else [Fixed(draw(words))]
    for name in names[1:]:
        parts += [Fixed(draw(words)), Slot(name, draw(st.just(()) | st.just(("变化",))))]
    return Pattern(tuple(parts))


def slot_specs(name: str) -> st.SearchStrategy[SlotSpec]:
    """Slots of a name."""
    return st.builds(
        SlotSpec,
        st.just(name),
        ask=texts,
        example=texts | st.lists(words, min_size=1, max_size=3).map(tuple),
        type=st.sampled_from(SLOT_TYPES),
        length=st.none() | spans,
        required=st.booleans(),
        choices=rows,
    )


evidences = st.builds(
    Evidence, words, words, st.dictionaries(words, texts, min_size=1, max_size=2), st.integers(1, 9)
)


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    """A frame of any kind."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
    about: dict[str, Any] = {
        "name": draw(words),
        "use": draw(texts),
        "genre": draw(rows),
        "slots": {name: draw(slot_specs(name)) for name in names},
        "evidence": tuple(draw(st.lists(evidences, max_size=2))),
    }
    pattern = patterns(names)
    if draw(st.booleans()):
        one = st.builds(Parallel, pattern=pattern, **_just(about))
        two = st.builds(Couplet, halves=st.tuples(pattern, pattern), **_just(about))
        return draw(one | two | st.builds(Bundle, coin=texts, member=pattern, **_just(about)))
    if draw(st.booleans()):
        return draw(skeletons({**about, "slots": {}}))
    words_of = "甲 乙" + "".join(
        f"{{% if {name} %}}甲\n\n乙 丙{{{{ {name} | 约 }}}}{{% endif %}}" for name in names
    )
    template = Template.parse(words_of, frozenset(filter(None, FILTERS)))
    deed = draw(words)
    about["name"] = f"{deed}-{about['name']}"
    return Formula(
        role=draw(st.sampled_from(ROLES)),
        move=draw(st.none() | st.sampled_from(MOVES)),
        deed=deed,
        tail=draw(st.booleans()),
        between=draw(rows),
        wordings=(draw(pattern), *draw(st.sampled_from([(), (template,)]))),
        **about,
    )


def _just(about: dict[str, Any]) -> dict[str, Any]:
    return {key: st.just(value) for key, value in about.items()}


@st.composite
def skeletons(draw: st.DrawFn, about: dict[str, Any]) -> Skeleton:
    """A skeleton over the KNOWN frames."""
    formulas = st.lists(st.sampled_from([name for name in KNOWN if "formula" in name]), min_size=1, max_size=2)
    optional = draw(st.sets(st.sampled_from(PART_NAMES), max_size=3))
    roles = {"title", "opening", "closing", *draw(st.sets(st.sampled_from(PART_NAMES)))}
    points = st.lists(shapes(st.just(())), max_size=2).map(tuple)
    return Skeleton(
        parts={role: tuple(draw(formulas)) for role in PART_NAMES if role in roles},
        optional=tuple(role for role in PART_NAMES if role in optional),
        drop=draw(st.lists(st.sampled_from([*PART_NAMES, "body", "points"]), max_size=3).map(tuple)),
        as_written=draw(st.booleans()),
        passages=draw(
            st.dictionaries(
                st.sampled_from(PASSAGES), st.lists(shapes(st.just(())), min_size=1, max_size=2).map(tuple)
            )
        ),
        sections=tuple(draw(st.lists(shapes(points), min_size=1, max_size=2))),
        **about,
    )


def shapes(points: st.SearchStrategy[tuple[SectionShape, ...]]) -> st.SearchStrategy[SectionShape]:
    """Shapes of sections, with these points or none."""
    return st.builds(
        SectionShape,
        st.lists(st.sampled_from(["parallel/乙", "parallel/在…上"]), min_size=1, max_size=2).map(tuple),
        spans,
        st.sampled_from(sorted(FAMILIES)),
        st.sampled_from(["line", "run-in", "within"]),
        st.none() | st.sampled_from(MOVES),
        points,
        st.none() | st.sampled_from(["", "，", "："]),
    )


@settings(max_examples=200)
@given(frames())
def test_a_frame_is_read_back_as_it_was_dumped(frame: Frame) -> None:
    text = dump_frame(frame)
    node, problems = parse(text, "甲.yaml")
    check = Check()
    found = read_frame(check, node, id_of(frame), "甲.yaml", KNOWN)
    assert [*problems, *check.problems] == []
    assert found == frame
    assert found and dump_frame(found) == text


lines = texts.map(lambda text: text.translate({ord(mark): None for mark in "{}\n"})).filter(str.strip)
quotes = st.sampled_from(["{{ 甲数 }}", "改造{{ 甲数 | 名数 }}，{{ 乙 }}。", "写作{{ '{{' }}"])
slots = st.dictionaries(st.sampled_from(["抓手", "成效", "谁"]), lines | quotes | st.lists(lines, max_size=3))
deeds = st.dictionaries(st.sampled_from(["做法", "成效"]), slots, min_size=1, max_size=1)
items = st.lists(lines | quotes | st.just("两段话\n\n 第二段 ") | deeds, max_size=3) | lines


@st.composite
def sections(draw: st.DrawFn, deep: bool = True) -> dict[str, Any]:
    """A section of a facts file, with points where `deep`."""
    below = {"points": draw(st.lists(sections(deep=False), max_size=2))} if deep else {}
    marked = draw(st.sampled_from([{}, {"marker": "三、"}, {"序号": "无"}]))
    return {**marked, **draw(slots), "正文" if deep else "body": draw(items), **below}


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """A figure of each kind, right in itself."""
    low, over = draw(st.integers(1, 9999)), draw(st.integers(1, 9999))
    members = [f"{word}一批" for word in draw(st.lists(words, min_size=2, max_size=4, unique=True))]
    counted = draw(st.sampled_from(["", "个一批", f"“{to_count(len(members))}个一批”"]))
    about = {
        "label": draw(lines),
        "source": draw(texts),
        "as_of": draw(st.sampled_from(["", "2026-10", "月底"])),
    }
    return {
        "甲数": {"value": f"{10 * low + over % 9 + 1}", "unit": "个", "approx": f"{10 * low}余", **about},
        "乙率": {"from": f"{low / 100}", "到": f"{over}", "unit": "%", "since": draw(texts)},
        "丙比": {"value": low, "whole": low + over, "of": draw(texts), "status": "计划"},
        "丁幅": {"low": f"{low}.5%", "high": f"{low + over:,}", "unit": "%", **about},
        "戊单": {"items": members, "缩语": counted},
        "己和": {"value": low + over, "parts": {"东 片": low, "西片": over}, "unit": draw(texts)},
        "庚": draw(st.sampled_from(["", "3.2万元", "1,200 户"])),
        "辛": {"unit": "部"},
    }


facts_data = st.fixed_dictionaries(
    {"skeleton": words},
    optional={
        "unit": lines,
        "会议": lines | quotes,
        "date": st.sampled_from(["2026-11-20", "（2026年3月）", "{{ 甲数 }}"]),
        "minutes": st.integers(1, 240),
        "title": st.lists(lines, max_size=2) | st.fixed_dictionaries({"上句": lines}),
        "总成效": lines | st.lists(lines, max_size=2),
        "数据": figures(),
        "opening": items,
        "sections": st.lists(sections(), max_size=2),
        "结尾": st.fixed_dictionaries(
            {"body": items, "points": st.lists(sections(deep=False), min_size=1, max_size=2)}
        ),
        "next": items,
        "loose": st.lists(lines | quotes, max_size=3),
    },
)


def read(text: str) -> Facts:
    """Return the facts in a text, which must have no problem."""
    node, problems = parse(text, "facts.yaml")
    check = Check()
    facts = read_facts(check, node, "facts.yaml")
    assert [*problems, *check.problems] == []
    return facts


def keyless(value: Any) -> Any:
    """Return facts without the addresses: dumping puts a single item, and slots of the title, elsewhere."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", range(len(value)))
        return tuple("" if name == "key" else keyless(one) for name, one in zip(fields, value, strict=True))
    if isinstance(value, dict):
        return {name: keyless(one) for name, one in value.items()}
    if not dataclasses.is_dataclass(value):
        return value
    fields = {field.name: keyless(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return fields | {"key": "", "places": {}}


@given(facts_data)
def test_facts_are_read_back_as_they_were_dumped(data: dict[str, Any]) -> None:
    facts = read(dump_yaml(data))
    again = read(dump_facts(facts))
    assert keyless(again) == keyless(facts)
    assert read(dump_facts(again)) == again, "addresses settle too"
