"""Laws of the rules of numbers and sums: they find what arithmetic says, and nothing else."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from draftkit.finding import Finding
from draftkit.read import read
from draftkit.review import review
from draftkit.review.amounts import agree, bounds, value
from draftkit.zh.numbers import OPPOSITES, PAIRS, numbers_in
from draftkit.zh.numerals import digits_of, to_numeral
from test_review_cases import HEAD

COUNTS = st.integers(2, 9999)


def found(code: str, text: str) -> tuple[Finding, ...]:
    return review(read((HEAD + text).encode(), "draft.txt").document, [code])


@given(st.integers(0, 9999), st.integers(1, 9999))
def test_a_numeral_reads_back_as_digits(number: int, high: int) -> None:
    words = to_numeral(number)
    assert digits_of(words) == str(number)
    if number >= 1000:
        assert digits_of(f"{to_numeral(high)}万{words}") == str(high * 10000 + number)
    assert digits_of(f"{words}点三五") == f"{number}.35"


@given(COUNTS)
def test_a_count_in_characters_is_mended_to_its_digits(number: int) -> None:
    fixes = [one.fix.words for one in found("N01", f"慰问老人{to_numeral(number)}户。") if one.fix]
    digits = str(number).replace("0", "")
    assert fixes == ([str(number)] if len(digits) >= 3 and number != 365 else [])


@given(COUNTS, COUNTS, st.sampled_from([*PAIRS, *OPPOSITES]), st.sampled_from("件户%亩"))
def test_a_direction_is_wrong_where_its_numbers_say_so(one: int, other: int, word: str, unit: str) -> None:
    wrong = one != other and (other > one) != (word in PAIRS)
    assert bool(found("C24", f"诉求由去年的{one}{unit}{word}到{other}{unit}。")) == wrong


@given(st.integers(1, 500), st.integers(1, 500), st.integers(-600, 600))
def test_a_difference_is_wrong_where_it_is_not_theirs(start: int, grown: int, slip: int) -> None:
    told = grown + slip
    if told > 0:
        text = f"车位由{start}个增加到{start + grown}个，净增{told}个。"
        assert bool(found("C24", text)) == (slip != 0)


@given(st.lists(st.integers(1, 400), min_size=2, max_size=4), st.integers(-100, 100))
def test_parts_in_brackets_add_up(parts: list[int], slip: int) -> None:
    total = sum(parts) + slip
    told = "、".join(f"{name}{part}棵" for name, part in zip("东西南北", parts, strict=False))
    assert bool(found("C04", f"补栽行道树{total}棵（{told}）。")) == (slip != 0) or total < 0


@given(
    st.integers(1, 9999), st.sampled_from(["", "近", "约", "超过", "不足"]), st.sampled_from(["", "余", "多"])
)
def test_a_number_lies_within_its_bounds(number: int, before: str, behind: str) -> None:
    text = f"植树{before}{number}{behind}棵"
    (amount,) = numbers_in(text)
    low, high = bounds(text, amount)
    assert low <= value(amount) == number <= high
    assert (low == high) == (not before and not behind)
    assert agree((low, high), (Decimal(number), Decimal(number)))
