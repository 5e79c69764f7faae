"""Frames that bend: what is merged fits itself; what a child inherits and no longer uses falls away; what is
forked has all that its parent has."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from test_store_laws import frames

from draftkit.compose.sample import sample_speech
from draftkit.errors import DraftkitError
from draftkit.frame import Evidence, Frame, Parallel, Skeleton, SlotSpec, kind_of
from draftkit.mine.merge import merged
from draftkit.pattern import Pattern
from draftkit.store import parse
from draftkit.store.dump import dump_frame, plain_frame
from draftkit.store.examples import wrong_examples
from draftkit.store.extends import resolve
from draftkit.store.forks import fork_of
from draftkit.store.forms import sample_facts
from draftkit.store.frames import read_frame
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.schema import Check
from draftkit.tree import Document
from draftkit.write import write
from schemas import untyped

WORDS = st.text("山水云石松竹梅兰", min_size=1, max_size=9)


def node_of(text: str, file: str) -> MappingNode:
    """Return the node of a frame's text, which must have no problem."""
    node, problems = parse(text, file)
    assert isinstance(node, MappingNode) and not problems
    return node


@st.composite
def slots(draw: st.DrawFn, name: str) -> SlotSpec:
    """A slot as one document shows it: an example that may be missing, lengths that may be unknown."""
    seen = draw(st.lists(WORDS, min_size=1, max_size=3))
    lengths = [len(words) for words in seen]
    return SlotSpec(
        name,
        example=draw(st.sampled_from(["", *seen])),
        length=draw(st.sampled_from([None, (min(lengths), max(lengths))])),
        choices=draw(st.sampled_from([(), tuple(seen)])),
    )


@given(st.lists(st.tuples(slots("环节"), slots("结果")), min_size=1, max_size=4))
def test_the_examples_of_merged_slots_fit_them(seen: list[tuple[SlotSpec, SlotSpec]]) -> None:
    pattern = Pattern.parse("紧扣{{ 环节 }}下功夫，推动{{ 结果 }}上台阶")
    frames = [
        Parallel(
            name="例",
            pattern=pattern,
            slots={spec.name: spec for spec in pair},
            evidence=(Evidence(f"{number}.txt", "第1篇", {}),),
        )
        for number, pair in enumerate(seen)
    ]
    for frame in merged(frames, {}):
        assert list(wrong_examples(frame, node_of(dump_frame(frame), "例.yaml"))) == []


NAMES = ("甲", "乙", "丙", "丁")


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
)
def test_a_child_has_the_slots_of_its_own_pattern(before: list[str], after: list[str]) -> None:
    files: Mapping[str, MappingNode] = {
        "parallel/父": node_of(dump_frame(_parallel("父", before)), "父.yaml"),
        "parallel/子": node_of(dump_frame(_parallel("子", after, before)) + "extends: 父\n", "子.yaml"),
    }
    check = Check()
    node = resolve(check, files["parallel/子"], "parallel/子", files.get, lambda _kind: [])
    frame = read_frame(check, node, "parallel/子", "子.yaml", files)
    assert check.problems == []
    assert frame is not None and set(frame.slots) == set(after)


def _parallel(name: str, used: list[str], inherited: list[str] | None = None) -> Parallel:
    """A parallel with these slots; of those that it inherits it says nothing itself."""
    own = [slot for slot in used if slot not in (inherited or ())]
    pattern = Pattern.parse("抓" + "，再抓".join(f"{{{{ {slot} }}}}" for slot in used))
    return Parallel(name=name, pattern=pattern, slots={slot: SlotSpec(slot, ask="抓什么") for slot in own})


@settings(max_examples=200)
@given(frames())
def test_a_fork_that_is_opened_says_all_that_its_parent_says(parent: Frame) -> None:
    text = fork_of(replace(parent, name="甲"), "乙")
    opened = re.sub(r"^#(?! \S)", "", text, flags=re.MULTILINE)
    own = {"name": "乙", "kind": kind_of(parent), "extends": f"{kind_of(parent)}/甲"}
    parents = {key: value for key, value in plain_frame(parent).items() if key != "evidence"}
    assert untyped(opened) == {**parents, **own}


@settings(max_examples=300)
@given(frames())
def test_any_frame_is_shown_or_refused_in_words(frame: Frame) -> None:
    try:
        text = write(Document("", (sample_speech(frame, sample_facts()),)), ".txt").decode()
    except DraftkitError as error:
        assert all(problem.message for problem in error.problems)
    else:
        assert text or isinstance(frame, Skeleton)
