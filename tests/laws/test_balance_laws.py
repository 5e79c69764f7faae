"""Balance: what is the same for every set of siblings."""

from hypothesis import given
from hypothesis import strategies as st

from draftkit.rhetoric.balance import LOOSE, balance

CHARACTERS = "压实清单补齐短板筑牢防线守护平安凝聚人心改善民生"
words = st.text(CHARACTERS, min_size=2, max_size=8)
headings = st.lists(words, min_size=1, max_size=3).map("，".join)
siblings = st.lists(headings, min_size=2, max_size=5)


@given(siblings)
def test_the_order_of_siblings_changes_nothing(texts: list[str]) -> None:
    assert balance(texts) == balance(texts[::-1])


@given(siblings)
def test_every_part_is_a_share(texts: list[str]) -> None:
    found = balance(texts)
    assert all(0 <= part <= 1 for part in found) and 0 <= found.score <= 1
    assert found.strict == all(part == 1 for name, part in found._asdict().items() if name != "classes")


@given(siblings)
def test_quotation_marks_count_for_nothing_but_the_line(texts: list[str]) -> None:
    quoted = [f"“{text[:1]}”{text[1:]}" for text in texts]
    assert balance(quoted)._replace(room=1) == balance(texts)._replace(room=1)


@given(siblings, st.integers(1, 6))
def test_a_longer_sibling_costs_and_a_much_longer_one_all(texts: list[str], more: int) -> None:
    even = ["甲" * 6 for _text in texts]
    found = balance([*even[1:], even[0] + "乙" * more]).length
    assert (found == 0) == (more > LOOSE) and found < 1
    assert balance(even).length == 1


@given(siblings)
def test_a_word_that_all_begin_with_is_no_repeat(texts: list[str]) -> None:
    led = [f"紧盯，{text}" for text in texts]
    assert balance(led).repeats == balance(texts).repeats
    assert balance(led, fixed=["紧盯"]).fixed == 1 and balance(texts, fixed=["紧盯"]).fixed == 0


@given(siblings)
def test_no_ending_may_stand_above(texts: list[str]) -> None:
    alone, below = balance(texts), balance(texts, above=texts)
    assert below.tails in (0, 1) and below.tails <= max(alone.tails, below.tails)
    assert below._replace(tails=0) == alone._replace(tails=0)
