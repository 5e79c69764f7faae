"""JSON to nodes: text as typed, every node with its place."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import Place
from draftkit.store.json import read_json
from draftkit.store.nodes import Mapping, Node, Scalar, Sequence

SECONDS = 5

TYPED = [
    ('"甲"', "甲"),
    ("1.50", "1.50"),
    ("-0", "-0"),
    ("0571", "0571"),
    ("12345678901234567890.10", "12345678901234567890.10"),
    ("1e400", "1e400"),
    ("true", "true"),
    ("null", ""),
    ('""', ""),
    (r'"甲\n乙\t\"丙\"\u4e01\/"', '甲\n乙\t"丙"丁/'),
    (r'"\ud83d\ude00"', "😀"),
]
WRONG = [
    *(
        "",
        " ",
        "甲",
        "'甲'",
        "[",
        "]",
        "[1,]",
        "[1 2]",
        "[,]",
        '{"甲"}',
        '{"甲":}',
        '{"甲":1,}',
        "{甲:1}",
        '{"甲":1 "乙":2}',
    ),
    *(
        '"甲',
        '"甲\n乙"',
        r'"\x"',
        r'"\u12"',
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        ".5",
        "1.",
        "0x1",
        "True",
        "nul",
    ),
    *(
        "1 2",
        '{"甲":1}}',
        '{"甲":1,"甲":2}',
        r'"\ud800"',
        r'"\udc00甲"',
        r'"\u0000"',
        '"\x7f"',
        "// 甲\n1",
        "[" * 100_000,
    ),
]


def plain(node: Node | None) -> object:
    """Return a node without places."""
    match node:
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}
        case Sequence(items):
            return [plain(item) for item in items]
        case Scalar(text):
            return text
        case _:
            return None


@pytest.mark.parametrize(("source", "text"), TYPED)
def test_scalars_stay_as_typed(source: str, text: str) -> None:
    node, problems = read_json(source, "facts.json")
    assert (plain(node), problems) == (text, [])


def test_every_node_has_its_place() -> None:
    node, problems = read_json('{\r\n  "甲": [1,\n\t{"乙": "丙"}]\n}\n', "facts.json")
    assert problems == [] and isinstance(node, Mapping)
    (key, items), *_rest = node.entries
    assert isinstance(items, Sequence) and isinstance(items.items[1], Mapping)
    inner, value = items.items[1].entries[0]
    places = [one.place for one in (node, key, items, items.items[0], items.items[1], inner, value)]
    at = [(1, 1), (2, 3), (2, 8), (2, 9), (3, 2), (3, 3), (3, 8)]
    assert places == [Place("facts.json", *place) for place in at]


@pytest.mark.parametrize("source", WRONG, ids=lambda source: source[:20].encode("unicode_escape").decode())
def test_wrong(source: str) -> None:
    _node, problems = read_json(source, "facts.json")
    assert len(problems) == 1
    assert problems[0].place and problems[0].advice
    assert problems[0].place.line <= source.count("\n") + 1


def test_a_large_file_is_read_in_time() -> None:
    start = process_time()
    node, problems = read_json("[" + ",\n".join(["1"] * 200_000) + "]", "facts.json")
    assert process_time() - start < SECONDS
    assert problems == [] and isinstance(node, Sequence)
    assert node.items[-1].place == Place("facts.json", 200_000, 1)


@given(st.text() | st.text('{}[]",:\\ \n1e-+.truefalsn\x00甲'))
def test_any_text_is_read_or_refused_with_a_place(source: str) -> None:
    node, problems = read_json(source, "facts.json")
    assert node is not None or problems
    assert all(problem.place and problem.advice for problem in problems)
