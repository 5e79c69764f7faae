"""A draft that is made of facts has nothing that they do not have; a slip of the hand in it is found."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.fact.facts import Facts
from draftkit.library import Library
from draftkit.pipeline import draft, shipped_frames
from draftkit.read import read
from draftkit.review import codes, review
from draftkit.review.known import known_numbers, same
from draftkit.review.variants import distance, variants_of
from draftkit.write import write
from draftkit.zh.numbers import DATES, numbers_in

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
AGAINST = codes(["C03", "C04", "C20", "C23", "C24", "F", "N"])


class Draft(NamedTuple):
    facts: Facts
    text: str
    docx: bytes


@cache
def drafted(path: Path) -> Draft:
    facts, composed = draft(path, Library((shipped_frames(),)))
    document = composed.document
    return Draft(facts, write(document, ".txt").decode(), write(document, ".docx"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_found_in_what_compose_made_of_the_facts(path: Path) -> None:
    made = drafted(path)
    for raw, name in ((made.text.encode(), "draft.txt"), (made.docx, "draft.docx")):
        assert review(read(raw, name).document, AGAINST, made.facts) == ()


@given(st.data())
def test_a_digit_that_is_changed_is_found(data: st.DataObject) -> None:
    made = drafted(data.draw(st.sampled_from(EXAMPLES)))
    digits = [
        place
        for number in numbers_in(made.text)
        if number.unit not in DATES
        for place in range(number.start, number.end)
        if made.text[place].isdigit()
    ]
    place, digit = data.draw(st.sampled_from(digits)), data.draw(st.sampled_from("123456789"))
    text = made.text[:place] + digit + made.text[place + 1 :]
    changed = next(number for number in numbers_in(text) if number.start <= place < number.end)
    found = review(read(text.encode(), "draft.txt").document, ["F01"], made.facts)
    if any(same(changed, known) for known in known_numbers(made.facts)):
        return  # it has become another number of the facts
    assert [finding.quote for finding in found] == [text[changed.start : changed.end]]


NAME = st.lists(st.sampled_from("甲乙丙丁戊己庚辛壬癸"), min_size=5, max_size=9, unique=True).map("".join)


@given(NAME, st.data())
def test_a_name_with_one_character_wrong_is_found(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 2))
    changed, inserted = name[:place] + "某" + name[place + 1 :], name[: place + 1] + "某" + name[place + 1 :]
    wrong = data.draw(st.sampled_from([changed, inserted]))
    text = f"由{wrong}牵头，{name}配合。"
    assert [text[start:end] for start, end in variants_of(name, text)] == [wrong]
    assert not list(variants_of(name, f"由{name}牵头，{name[:-2]}配合。"))


@given(NAME, NAME)
def test_the_distance_of_two_words_is_one(one: str, other: str) -> None:
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert distance(one, re.sub("^.", "某", one)) == 1
