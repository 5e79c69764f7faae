"""The laws of asking: an answer is put in at its place, nothing else is touched, and the order is all one."""

import copy
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from supplies import HAN, LIBRARY
from test_store_laws import HOSTILE, facts_data, keyless, read

from draftkit.asking import Session, begin
from draftkit.store import yaml as reader
from draftkit.store.fill import Path as Key
from draftkit.store.fill import put
from draftkit.store.keys import FACTS, SECTION, spellings
from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.yaml import dump_yaml, quote, read_yaml

ENGLISH = spellings({**FACTS, **SECTION})
WRITTEN = [name for name in LIBRARY.names("skeleton") if not LIBRARY[f"skeleton/{name}"].evidence]

Leaf = tuple[tuple[str | int, ...], Any]


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Yield every value that stands behind a key of the facts, a section or the figures."""
    for key, one in value.items():
        here = (*path, key)
        if ENGLISH.get(key) in ("sections", "points") and isinstance(one, list):
            for number, section in enumerate(one):
                yield from leaves(section, (*here, number))
        elif ENGLISH.get(key) == "figures":
            yield from leaves(one, here)
        elif one and key != "skeleton" and "{}" not in str(one):
            yield here, one


def taken_out(data: dict[str, Any], path: tuple[str | int, ...], blank: bool) -> None:
    """Leave a value out of the facts, with its key or without."""
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    if blank:
        holder[path[-1]] = type(holder[path[-1]])() if isinstance(holder[path[-1]], list | dict) else ""
    else:
        del holder[path[-1]]


def plainly(value: Any) -> Any:
    """Return a value as it may stand in YAML: text, lists, mappings."""
    if isinstance(value, dict):
        return {key: plainly(one) for key, one in value.items()}
    return [plainly(one) for one in value] if isinstance(value, list) else str(value)


def key_of(path: tuple[str | int, ...]) -> Key:
    """Return the path that `put` wants, structural keys by their English names."""
    inside = path[:1] in (("figures",), ("数据",))
    return tuple(
        step if isinstance(step, int) or (inside and n) else ENGLISH.get(step, step)
        for n, step in enumerate(path)
    )


@st.composite
def commented(draw: st.DrawFn, text: str) -> str:
    """Put comments and empty lines between the lines of a text, as writers do."""
    rows: list[str] = []
    for line in text.splitlines():
        rows += draw(st.sampled_from([(), (), (), ("",), ("# 注", ""), ("    # 注：甲 #",)]))
        rows.append(line)
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join(rows) + draw(st.sampled_from(["", ending]))


@st.composite
def forms(draw: st.DrawFn) -> tuple[str, dict[Key, Any], dict[str, Any]]:
    """Facts that lack some values, as a text; the values, by their keys; and the whole."""
    data = draw(facts_data)
    whole = copy.deepcopy(plainly(data))
    gone: list[Leaf] = draw(
        st.lists(st.sampled_from(list(leaves(whole)) or [((), "")]), max_size=4, unique_by=str)
    )
    data = copy.deepcopy(whole)
    gone = [leaf for leaf in gone if leaf[0]]
    for path, _value in gone:
        taken_out(data, path, draw(st.booleans()))
    text = draw(commented(draw(st.sampled_from([dump_yaml, flow]))(data)))
    return text, {key_of(path): value for path, value in gone}, whole


def flow(data: dict[str, Any]) -> str:
    """Return YAML whose sections, figures and slots stand in brackets and braces."""

    def words(value: Any) -> str:
        if isinstance(value, dict):
            return f"{{{', '.join(f'{quote(key)}: {words(one)}' for key, one in value.items())}}}"
        return f"[{', '.join(map(words, value))}]" if isinstance(value, list) else quote(value)

    return "".join(f"{quote(key)}: {words(value)}\n" for key, value in data.items())


def without_blanks(node: Node | None) -> list[str]:
    """Return the texts of a file in their order, keys too."""
    if isinstance(node, Scalar):
        return [node.text] if node.text.strip() else []
    if isinstance(node, Mapping):
        return [text for key, value in node.entries for text in (key.text, *without_blanks(value))]
    return [text for item in node.items for text in without_blanks(item)] if node else []


@settings(max_examples=100, deadline=None)
@given(forms(), st.randoms(use_true_random=False))
@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
def test_what_is_put_in_is_read_and_all_else_stays(
    loader: str, form: tuple[str, dict[Key, Any], dict[str, Any]], random: Any
) -> None:
    text, values, whole = form
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_LOADER", getattr(yaml, loader))
        results = []
        for _run in range(2):
            order = list(values)
            random.shuffle(order)
            filled = text
            for key in order:
                before = filled
                filled = put(filled, "facts.yaml", key, values[key], ("skeleton", "unit", "title", "抓手"))
                assert_only_put_in(before, filled)
            results.append(filled)
    assert results[0] == results[1], "the order of answers is all one"
    assert keyless(read(results[0])) == keyless(read(dump_yaml(whole)))


def assert_only_put_in(before: str, after: str) -> None:
    """Assert that nothing went but empty brackets and quotes, and spaces in front of them."""
    left = iter(after)
    for character in before:
        if character not in "[]{}\"' ":
            assert character in left, (before, after)
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == comments
    found = iter(without_blanks(read_yaml(after, "facts.yaml")[0]))
    assert all(text in found for text in without_blanks(read_yaml(before, "facts.yaml")[0]))


answers = st.text(HAN, min_size=2, max_size=8) | st.text(HOSTILE, min_size=1, max_size=8)
answers |= st.sampled_from(
    ["把{{ 甲数 }}办好", "{{ 乙率 | 升降 }}", "{{ 单位 }}", "3", "37个", "从8%到9%", "2026-10"]
)


def ask_through(data: st.DataObject, session: Session) -> dict[Key, list[str]]:
    """Answer some of the questions, the others not, and return what was taken."""
    taken: dict[Key, list[str]] = {}
    passed: list[Key] = []
    while left := session.pending(passed):
        question = left[0]
        passed.append(question.path)
        likely = [str(question.series.room[0])] if question.kind == "count" else ["37个", "8%～9%"]
        likely = list(question.spec.choices) or likely
        typed = data.draw(st.just("") | answers | st.sampled_from(likely)).strip()
        if typed and not any(misfit.refused for misfit in session.answer(question.path, [typed])):
            taken[question.path] = [typed]
    return taken


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_answers_in_any_order_interrupted_anywhere_end_in_the_same_bytes(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(WRITTEN))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.yaml"
        taken = ask_through(data, begin(name, path, LIBRARY, True))
        other = Path(folder) / "other.yaml"
        session = begin(name, other, LIBRARY, True)
        left = dict(taken)
        while left:
            if data.draw(st.booleans()):
                named = data.draw(st.booleans())
                session = begin(name if named else str(other), other if named else None, LIBRARY, True)
            counts = [key for key in left if question_kind(session, key) == "count"]
            ready = [
                key
                for key in left
                if session.question(key) and not any(key != one and key[: len(one)] == one for one in counts)
            ]
            key = data.draw(st.sampled_from(ready))
            assert not any(misfit.refused for misfit in session.answer(key, left.pop(key)))
        assert other.read_bytes() == path.read_bytes()
        assert sorted(one.name for one in Path(folder).iterdir()) in (
            ["facts.yaml"],
            ["facts.yaml", "other.yaml"],
        )


def question_kind(session: Session, key: Key) -> str:
    """Return what kind of answer a question wants, "" where it is not asked yet."""
    question = session.question(key)
    return question.kind if question else ""


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_an_answer_taken_back_leaves_no_trace(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(WRITTEN))
    with tempfile.TemporaryDirectory() as folder:
        session = begin(name, Path(folder) / "facts.yaml", LIBRARY, True)
        taken = ask_through(data, session)
        if not taken:
            return
        key = data.draw(st.sampled_from(list(taken)))
        whole = (Path(folder) / "facts.yaml").read_bytes()
        if any(misfit.refused for misfit in session.answer(key, ["先写错了"])):
            return
        if all(session.given(one) == tuple(lines) for one, lines in taken.items() if one != key):
            assert not any(misfit.refused for misfit in session.answer(key, taken[key]))
            assert (Path(folder) / "facts.yaml").read_bytes() == whole
