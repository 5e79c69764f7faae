"""The laws of induction: what was filled is found again, in any order, and always to the letter."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from draftkit.induction.induce import Induced, induce, rhythm
from draftkit.pattern import Fixed, Part, Pattern, Slot, usable_name
from draftkit.store.keys import FACTS

FRAMES = ("坚持", "严格", "强化", "推动", "落实", "标准", "责任", "管理")
MARKS = ("，", "；", "：")
OWN = ("河湖", "粮仓", "校园", "电网", "牧场", "茶山", "渔港", "窑洞", "灯塔", "驿站", "苗圃", "码头")
CLAUSES = (
    "把灯点亮",
    "让渠水清起来",
    "以案为鉴",
    "用好“一张网”",
    "坚持共建",
    "坚持共管,人人有责",
    "查（抽）查",
    "",
)


def fixed_words(found: Induced | None) -> tuple[str, ...] | None:
    """Return the fixed words of a pattern in order."""
    return found and tuple(part.text for part in found.pattern.parts if isinstance(part, Fixed))


@st.composite
def built(draw: st.DrawFn) -> tuple[Pattern, list[str]]:
    """A pattern of fixed words and slots by turns, and members whose fillings share no character."""
    words = draw(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=3, unique=True))
    mark = draw(st.sampled_from(("", *MARKS)))
    parts: list[Part] = []
    for number, word in enumerate(words):
        parts += [Fixed(mark + word if number else word), Slot(f"甲{number}")]
    if draw(st.booleans()) and len(parts) > 2:
        parts.pop()
    pattern = Pattern(tuple(parts))
    count = draw(st.integers(3, 4))
    fillers = iter(draw(st.permutations(OWN)))
    rows = [{slot.name: next(fillers) for slot in pattern.slots} for _ in range(count)]
    return pattern, [pattern.fill(row) for row in rows]


laws = settings(deadline=None)
texts = st.lists(st.sampled_from(CLAUSES) | st.text("共治为水“”，,、把让好（）{}# \n", max_size=12), max_size=7)


@laws
@given(texts)
def test_each_member_kept_is_printed_again_to_the_letter(members: list[str]) -> None:
    for found in (induce(members), rhythm(members)):
        if found is None:
            continue
        assert found.kept and len(found.kept) == len(found.fillings)
        assert found.kept == tuple(sorted(set(found.kept)))
        for number, filling in zip(found.kept, found.fillings, strict=True):
            assert found.pattern.fill(filling) == members[number]
            match = found.pattern.match(members[number])
            assert match is not None and found.pattern.fill(match) == members[number]


@laws
@given(texts)
def test_a_pattern_can_be_read_and_undone_and_its_slots_named(members: list[str]) -> None:
    for found in (induce(members), rhythm(members)):
        if found is None:
            continue
        assert found.pattern.invertible and found.pattern.slots
        assert Pattern.parse(str(found.pattern)) == found.pattern
        names = [slot.name for slot in found.pattern.slots]
        assert len(set(names)) == len(names)
        assert all(usable_name(name) and name not in FACTS.values() for name in names)
        assert found.choices.keys() <= set(names)


@laws
@given(texts.flatmap(lambda members: st.tuples(st.just(members), st.permutations(members))))
def test_the_order_of_the_members_changes_nothing_in_the_pattern(orders: tuple[list[str], list[str]]) -> None:
    one, other = (induce(members) for members in orders)
    assert (one and one.pattern) == (other and other.pattern)


@laws
@given(built())
def test_the_pattern_of_generated_members_is_found_again(case: tuple[Pattern, list[str]]) -> None:
    pattern, members = case
    assume(len(set(members)) == len(members))
    found = induce(members)
    assert fixed_words(found) == tuple(part.text for part in pattern.parts if isinstance(part, Fixed))
    assert found is not None and len(found.kept) == len(members)
