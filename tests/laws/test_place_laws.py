"""Laws of place: every note is in one place, in the heap's order; again changes nothing; compose prints it."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from supplies import LIBRARY

from draftkit.compose import Phrasebook, compose
from draftkit.fact.facts import Facts, Item, SectionFacts, Words
from draftkit.lines import lines_of
from draftkit.pipeline import blank_form, facts_in
from draftkit.place.heap import Note, notes_in
from draftkit.place.marks import mark_of
from draftkit.placing import Laid, lay_notes
from draftkit.store.dump import dump_facts
from draftkit.zh.sentence import clause

TOP = Path(__file__).parents[2]
NOTED = sorted((TOP / "tests/notes").glob("*.yaml"))
BOOK = Phrasebook(LIBRARY)
HOSTILE = "是否甲乙丙012:#{}[]'\"&*!|>%@`，、。：-?~\\ \t\u3000<=…·"
TOPICS = ("宣传", "排查", "监督")
SKELETONS = ("短发言-一是二是三是", "讲话-成绩问题要求-三层", "对偶标题-三四部分-段首句")
BLOCK = """skeleton: 短发言-一是二是三是
部分:

    # 先说
  - 小标题: 宣传到户
    正文: |
      一段。

      二段 # 不是注。
  -
    小标题: 排查到边
    要点: []
  - 小标题: "监督
      到人"
    正文: [一句, {做法: {做: 巡河}}]
    # 三
# 尾
下一步: [常巡河]
"""
BRACKETS = """{"skeleton": "短发言-一是二是三是",
 "sections": [{"小标题": "宣传"}, {}, {"小标题": "监督", "body": "甲"}]}
"""


def bases() -> Iterator[str]:
    """Yield the texts of facts files, laid out in all ways."""
    for path in NOTED:
        yield path.read_text("utf-8")
        yield dump_facts(facts_in(path.read_text("utf-8"), path.name))
    yield (TOP / "examples/notes/straw.yaml").read_text("utf-8")
    yield BLOCK
    yield BLOCK.replace("\n", "\r\n")
    yield BRACKETS
    for skeleton in SKELETONS:
        yield from (blank_form(skeleton, LIBRARY, chinese, False, topics=TOPICS) for chinese in (True, False))


law = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
said = [
    row.split("\t")[1] for path in NOTED for row in path.with_suffix(".tsv").read_text("utf-8").splitlines()
]
texts = st.sampled_from(said) | st.text(HOSTILE, max_size=12).map(lambda text: f"甲{text}乙")
heaps = st.lists(texts, min_size=1, max_size=12).map(lambda rows: tuple(notes_in((row, False) for row in rows)))
based = st.sampled_from(list(bases()))


def laid(notes: tuple[Note, ...], base: str) -> tuple[Laid, Facts]:
    """Lay notes into a text, and read the facts that come of it."""
    found = lay_notes(notes, base, "f.yaml", LIBRARY)
    return found, facts_in(found.text, "f.yaml")


def lists(facts: Facts) -> Iterator[tuple[Item, ...]]:
    """Yield the lists in which notes may stand."""
    yield from (facts.next, facts.loose)
    for section in facts.sections:
        yield from bodies(section)


def bodies(section: SectionFacts) -> Iterator[tuple[Item, ...]]:
    """Yield the bodies of a section and its points."""
    yield section.body
    for point in section.points:
        yield from bodies(point)


def marks(items: tuple[Item, ...]) -> list[str]:
    """Return what tells the texts of a list from others."""
    return [mark_of("".join(item.pattern.fixed)) for item in items if isinstance(item, Words)]


@law
@given(heaps, based)
def test_every_note_is_in_one_place_and_in_the_order_of_the_heap(notes: tuple[Note, ...], base: str) -> None:
    found, facts = laid(notes, base)
    assert not found.anew or "- {" in base or base == BRACKETS
    before = facts_in(base, "f.yaml")
    order = list(dict.fromkeys(mark_of(note.text) for note in notes))
    places = [[mark for mark in marks(items) if mark in order] for items in lists(facts)]
    assert sorted(mark for place in places for mark in place) == sorted(order)
    assert all(place == sorted(place, key=order.index) for place in places)
    kept = [[mark for mark in marks(items) if mark not in order] for items in lists(facts)]
    assert kept == [marks(items) for items in lists(before)]


@law
@given(heaps, based)
def test_placing_again_changes_nothing(notes: tuple[Note, ...], base: str) -> None:
    once = laid(notes, base)[0]
    again = laid(notes, once.text)[0]
    assert again.text == once.text
    assert not (again.put or again.reworded or again.unsettled or again.gone)


@law
@given(heaps, heaps, based)
def test_more_notes_leave_the_others_where_they_are(
    notes: tuple[Note, ...], more: tuple[Note, ...], base: str
) -> None:
    once = laid(notes, base)[1]
    known = {mark for items in lists(once) for mark in marks(items)}
    both = laid(notes + more, laid(notes, base)[0].text)[1]
    left = [[mark for mark in marks(items) if mark in known] for items in lists(both)]
    assert left == [marks(items) for items in lists(once)]


@law
@given(heaps, based)
def test_compose_prints_what_was_placed_to_the_letter(notes: tuple[Note, ...], base: str) -> None:
    found, facts = laid(notes, base)
    printed = "".join(line.text for line in lines_of(compose(facts, BOOK).document.speeches[0]))
    for one in found.put:
        assert one.key == "loose" or clause(one.text) in printed, one
