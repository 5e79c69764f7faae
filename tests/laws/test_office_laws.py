"""The laws of the office's file: the nodes of TOML hold what tomllib finds, each where it stands."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.store.nodes import Mapping, Node, Scalar, Sequence
from draftkit.store.office import LAYOUT, read_office
from draftkit.store.schema import Check
from draftkit.store.toml import read_toml

SIGNS = "甲乙ab1 .=#[]{}'\"\\,-“＝：\t𬭎"
texts = st.text(SIGNS, max_size=6)
bare = st.sampled_from(
    ["0", "-17", "1_000", "28.95", "6e3", "true", "false", "2021-11-11", "2021-11-11 07:00:00"]
)
gaps = st.sampled_from(["", " ", "\t "])
ends = st.sampled_from(["\n", ' # 甲 = ["\n', "\n\n# ]\n", "\r\n"])


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@st.composite
def scalars(draw: st.DrawFn) -> str:
    """Spell a scalar: bare, or a text in one of the four kinds of quotes."""
    if draw(st.booleans()):
        return draw(bare)
    text = draw(texts)
    plain = "'" not in text
    spelled = [
        quoted(text),
        f'"""\n{quoted(text)[1:-1]}\n"""',
        *([f"'{text}'", f"'''{text}\n'''"] if plain else []),
    ]
    return draw(st.sampled_from(spelled))


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    """Spell a value: a scalar, a list over several lines, or a table in one line."""
    kind = draw(st.sampled_from(["scalar", "list", "table"])) if depth else "scalar"
    if kind == "scalar":
        return draw(scalars())
    inner = values(depth - 1)
    if kind == "list":
        items = draw(st.lists(inner, max_size=3))
        return "[" + "".join(f"{draw(ends)}{item}{draw(gaps)}," for item in items) + draw(ends) + "]"
    names = draw(st.lists(keys(), max_size=2, unique_by=lambda key: read_key(key)[0]))
    return "{" + ", ".join(f"{name} = {draw(inner)}" for name in names) + "}"


@st.composite
def keys(draw: st.DrawFn) -> str:
    """Spell a key, dotted or not."""
    part = st.sampled_from(["a", "b-1", "3"]) | texts.map(quoted) | st.sampled_from(["'甲 乙'"])
    parts = draw(st.lists(part, min_size=1, max_size=2))
    return f"{draw(gaps)}.{draw(gaps)}".join(parts)


def read_key(key: str) -> list[str]:
    (name,) = (held := tomllib.loads(f"{key} = 0"))
    return [name, *(held[name] if isinstance(held[name], dict) else ())]


@st.composite
def tomls(draw: st.DrawFn) -> str:
    """Spell a document of entries, tables and lists of tables; it may say a thing twice, and be none."""
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        name = draw(keys())
        header = draw(st.sampled_from(["entry", "entry", "[", "[["]))
        row = f"{name}{draw(gaps)}={draw(gaps)}{draw(values())}" if header == "entry" else ""
        row = row or f"{header}{name}{header.replace('[', ']')}"
        rows += [draw(gaps), row, draw(ends)]
    return "".join(rows)


def plain(node: Node) -> Any:
    """Return a node without its places, numbers and the like as typed."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node.quoted else tomllib.loads(f"a = {node.text}")["a"]


def scalars_in(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars_in(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_in(item)
    else:
        yield node


@given(tomls())
def test_nodes_hold_what_tomllib_finds_each_where_it_stands(text: str) -> None:
    try:
        held: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        held = None
    node, problems = read_toml(text, "f")
    assert (node is None) == (held is None) == bool(problems)
    if node is None:
        assert all(problem.place and 1 <= problem.place.line <= text.count("\n") + 1 for problem in problems)
        return
    assert plain(node) == held
    lines = text.replace("\r\n", "\n").split("\n")
    for scalar in scalars_in(node):
        there = "\n".join(
            [lines[scalar.place.line - 1][scalar.place.column - 1 :], *lines[scalar.place.line :]]
        )
        assert there[0] in "'\"" if scalar.quoted else there.startswith(scalar.text)
        if there[0] == "'":
            assert there.lstrip("'\n").startswith(scalar.text.strip("\n"))


@given(st.dictionaries(texts, texts | st.integers() | st.lists(texts) | st.dictionaries(texts, texts)))
def test_whatever_stands_in_the_file_is_an_office_or_a_problem_with_its_place(held: dict[str, Any]) -> None:
    known = ("ignore", "sentence", "names", "banned", "roster", "formulae", "layout")
    wrong = dict(zip((*known, *held), (*held.values(), *held.values()), strict=False))
    text = "".join(f"{quoted(key)} = {spelled(value)}\n" for key, value in wrong.items())
    check = Check()
    node, problems = read_toml(text, "f")
    assert not problems
    read_office(check, node)
    assert all(problem.place and problem.place.line <= len(wrong) for problem in check.problems)
    unknown = [key for key in wrong if key not in (*known, "preferred")]
    assert len(check.problems) >= len(unknown), "each of them at least"


def spelled(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {quoted(one)}" for key, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


words = st.text("甲乙丙丁ab1“”#=[]", min_size=1, max_size=6)


@given(
    st.dictionaries(words, words, max_size=3),
    st.lists(st.tuples(words, words), max_size=3),
    st.sampled_from(["28", "28.95", '"28"', '"28.95"']),
    st.integers(1, 1000),
)
def test_an_office_is_read_as_it_was_written(
    names: dict[str, str], roster: list[tuple[str, str]], spacing: str, sentence: int
) -> None:
    rows = [
        f"sentence = {sentence}\n[names]",
        *(f"{quoted(full)} = {quoted(short)}" for full, short in names.items()),
    ]
    rows += [f"[[roster]]\npost = {quoted(post)}\nname = {quoted(name)}" for name, post in roster]
    check = Check()
    node, problems = read_toml("\n".join([*rows, f"[layout]\n{LAYOUT[0]} = {spacing}"]), "f")
    office = read_office(check, node)
    assert not problems and not check.problems
    assert (office.names, office.sentence) == (names, sentence)
    assert [tuple(leader) for leader in office.roster] == roster, "in their order"
    assert office.layout.spacing == spacing.strip('"')


@pytest.mark.parametrize("signs", ["[" * 40, "{" * 40, "[{" * 40])
@pytest.mark.parametrize(
    "spelled", ['"{}"', "'{}'", '"""\n""{}\n"""', "'''\n''{}'''", "0 # {}", '"\\"{}"', '["{}"]']
)
def test_brackets_in_texts_and_comments_do_not_nest(spelled: str, signs: str) -> None:
    node, problems = read_toml(f"a = {spelled.replace('{}', signs)}\nb = [[1]]\n", "f")
    assert node and not problems
