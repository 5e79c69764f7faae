"""YAML to nodes: text as typed, every node with its place; and whatever a file holds, it is told in words."""

import re
import tempfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.errors import DraftkitError, Place
from draftkit.library import Library
from draftkit.pipeline import load_facts
from draftkit.store.nodes import Mapping, Scalar, Sequence
from draftkit.store.yaml import dump_yaml, quote, read_yaml

SECONDS = 5

TYPED = [
    *(
        "是",
        "否",
        "no",
        "on",
        "Y",
        "true",
        "null",
        "~",
        "010",
        "0571",
        "12:30",
        "9:30",
        "1:30:00",
        "12.50",
        "1_000",
    ),
    *(
        "2026-11-20",
        "2026-1-5",
        "2026-02-30",
        "1e3",
        ".inf",
        "330102199001011237",
        "9" * 5000,
        "=",
        "甲#乙",
        "甲 乙",
    ),
    *("“四个一批”", "一、甲", "……", "3.2万元", "—甲", "（一）"),
]
FOLDED = [
    ("甲: 改造楼院，\n  惠及居民", "改造楼院，惠及居民"),
    ("甲: >\n  改造楼院，\n  惠及居民\n", "改造楼院，惠及居民\n"),
    ('甲: "改造楼院，\n  惠及居民"', "改造楼院，惠及居民"),
    ("甲: |\n  改造 楼院\n  惠及居民\n", "改造 楼院\n惠及居民\n"),
    ("甲: |-\n  改造楼院\n\n  惠及居民\n", "改造楼院\n\n惠及居民"),
    ("甲: use two\n  words", "use two words"),
    ('甲: "改造\\n楼院 甲"', "改造\n楼院 甲"),
    ("甲: '' # 待补", ""),
    ("甲:", ""),
    ("\ufeff甲: 乙", "乙"),
]
BOMBS = [
    "甲: &a [乙, 乙]\n" + "\n".join(f"k{n}: &b{n} [*a, *a, *a, *a]" for n in range(30)),
    "甲: &a {乙: 丙}\n" + "\n".join(f"k{n}: &b{n}\n  <<: [*a, *a, *a, *a, *a]" for n in range(30)),
    "甲: &a [*a]",
    "[" * 100_000,
    "{甲: " * 100_000,
    "- " * 100_000,
    "甲: !!python/object/apply:os.system [ls]",
    '甲: !!int ""',
    "甲: !!timestamp x",
    "甲: !!binary =",
    "%YAML 9.9\n---\n甲: 乙",
    "%TAG ! tag:甲\n---\n甲: 乙",
    "? [甲]\n: 乙",
    "? {甲: 乙}\n: 丙",
]


def value_of(source: str) -> str:
    """Return the text of the one key of a mapping."""
    node, problems = read_yaml(source, "facts.yaml")
    assert problems == [] and isinstance(node, Mapping)
    ((_key, value),) = node.entries
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize("text", TYPED, ids=lambda text: text[:20])
def test_scalars_stay_as_typed(text: str) -> None:
    assert (
        value_of(f"甲: {text}") == value_of(f"甲: {quote(text)}") == value_of(dump_yaml({"甲": text})) == text
    )


@pytest.mark.parametrize(("source", "text"), FOLDED)
def test_folding_puts_no_space_between_characters(source: str, text: str) -> None:
    assert value_of(source) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=3))
def test_what_is_dumped_is_read_back(texts: list[str]) -> None:
    node, problems = read_yaml(dump_yaml(texts), "facts.yaml")
    if not problems:
        assert isinstance(node, Sequence)
        assert [item.text for item in node.items if isinstance(item, Scalar)] == texts
    assert bool(problems) == any(
        re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text) for text in texts
    )


def test_every_character_of_a_block_has_its_place() -> None:
    node, _problems = read_yaml("甲:\n  - |\n    改造楼院\n\n    惠及居民\n  - '乙丙'\n", "facts.yaml")
    assert isinstance(node, Mapping) and isinstance(node.entries[0][1], Sequence)
    block, quoted = node.entries[0][1].items
    assert isinstance(block, Scalar) and isinstance(quoted, Scalar)
    places = [block.at(block.text.index(mark)) for mark in "改院惠民"]
    assert places == [Place("facts.yaml", *at) for at in [(3, 5), (3, 8), (5, 5), (5, 8)]]
    assert quoted.at(1) == Place("facts.yaml", 6, 7)


@pytest.mark.parametrize("source", BOMBS, ids=lambda source: source[:20])
def test_a_bomb_is_refused_at_once(source: str) -> None:
    start = process_time()
    _node, problems = read_yaml(source, "facts.yaml")
    assert process_time() - start < SECONDS
    assert problems
    assert all(problem.place and problem.advice for problem in problems)


GOOD = Path(__file__).parent / "cases/good"
FRAMES = {
    str(path.relative_to(GOOD / "frames")): path.read_text("utf-8")
    for path in sorted(GOOD.glob("frames/*/*.yaml"))
}
FACTS = [path.read_text("utf-8") for path in sorted(GOOD.glob("facts.*"))]
SCRAPS = (
    *(
        "{{",
        "}}",
        "{%",
        "：",
        ":",
        ": ",
        "- ",
        "\n",
        "\t",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!!int ",
        "#",
    ),
    *(
        " #",
        "|\n",
        ">",
        "---\n",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud7ff",
        "9" * 40,
        "-",
        "，",
        "?",
        "%",
        "@",
    ),
    *(
        "items:",
        "parts: ",
        "from: ",
        "extends: 紧",
        "template: ",
        "null",
        "０",
        "²",
        "{{ 改造楼院 | 倍 }}",
        "𬭎",
    ),
)


@st.composite
def spoilt(draw: st.DrawFn, good: str) -> bytes:
    """A good text after a few accidents: pieces cut out, put elsewhere, scraps and bytes put in."""
    text = good
    for _number in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        scrap = draw(st.sampled_from(SCRAPS) | st.just(text[start:end] * 2) | st.text(max_size=3))
        text = text[:start] + scrap + text[end:]
    raw = text.encode("utf-8")
    place = draw(st.integers(0, len(raw)))
    return raw[:place] + draw(st.just(b"") | st.binary(max_size=2)) + raw[place:]


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(FACTS).flatmap(spoilt) | st.binary(max_size=60), st.sampled_from(["yaml", "json"]))
def test_no_facts_file_breaks_the_reader(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"facts.{suffix}"
        path.write_bytes(content)
        try:
            load_facts(path)
        except DraftkitError as error:
            assert all(problem.place and problem.message and problem.advice for problem in error.problems)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FRAMES)), st.data())
def test_no_frame_breaks_the_library(spoiled: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FRAMES.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data.draw(spoilt(text)) if name == spoiled else text.encode())
        for problem in Library((Path(folder),)).check():
            assert problem.place and problem.message


def test_the_good_files_are_good() -> None:
    assert {load_facts(path).skeleton for path in GOOD.glob("facts.*")} == {"短讲"}
    assert Library((GOOD / "frames",)).check() == []
    assert len(FRAMES) == len(Library((GOOD / "frames",))) > 3
