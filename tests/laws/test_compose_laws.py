"""Nothing invented, nothing lost: laws of compose over every shipped skeleton and random facts."""

import json
import re
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from supplies import LIBRARY, facts, words

from draftkit.compose import Composed, Phrasebook, compose
from draftkit.compose.phrasebook import KEPT
from draftkit.errors import DraftkitError, MissingFacts, WrongFacts
from draftkit.fact.facts import Facts
from draftkit.frame import Skeleton, wordings_of
from draftkit.lines import Line, lines_of
from draftkit.pattern import Fixed, Pattern
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.tree import Blank, Filled
from draftkit.write import write
from draftkit.zh.marker import leading_marker

SKELETONS = LIBRARY.names("skeleton")
BOOK = Phrasebook(LIBRARY)
"""One that has made other drafts before."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
NUMERALS = "[零一二两三四五六七八九十]"
_FIRST_OF_MANY = re.compile("(一、|（一）|一是|一要|第一，)")

law = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
supplied = st.sampled_from(SKELETONS).flatmap(lambda name: facts(_skeleton(name)))


def _skeleton(name: str) -> Skeleton:
    frame = LIBRARY[f"skeleton/{name}"]
    assert isinstance(frame, Skeleton)
    return frame


def load(given: dict[str, Any]) -> Facts:
    check = Check()
    node, problems = parse(json.dumps(given, ensure_ascii=False), "facts.json")
    found = read_facts(check, node, "facts.json")
    assert not problems and not check.problems, [*problems, *check.problems]
    return found


def lines(composed: Composed) -> tuple[Line, ...]:
    return lines_of(composed.document.speeches[0])


def fixed_words(frame_id: str) -> str:
    if frame_id not in LIBRARY:
        return ""
    pieces = [
        part.text if isinstance(wording, Pattern) else wording.source
        for wording in wordings_of(LIBRARY[frame_id])
        for part in (wording.parts if isinstance(wording, Pattern) else (Fixed(""),))
        if isinstance(part, Fixed)
    ]
    return "\n".join(pieces)


def in_order(text: str, source: str) -> bool:
    """Whether the characters stand in the source in this order: a template's branches leave some out."""
    rest = iter(source)
    return all(character in rest for character in text)


@law
@given(supplied)
def test_every_digit_comes_from_a_fact(given_facts: dict[str, Any]) -> None:
    source = load(given_facts)
    for line in lines(compose(source, LIBRARY)):
        for span in line.spans:
            origin = span.inline.origin
            assert isinstance(origin, Filled), span
            if not _DIGITS.search(span.inline.text) or isinstance(span.inline, Blank):
                continue
            if span.level and leading_marker(span.inline.text):
                continue  # counted, of a family that counts in digits
            if origin.frame:
                assert not origin.facts and span.inline.text in fixed_words(origin.frame), span
            else:
                assert origin.facts and all(source.place(fact) for fact in origin.facts), span


@law
@given(supplied)
def test_the_users_words_are_the_users_and_the_frames_the_frames(given_facts: dict[str, Any]) -> None:
    source = load(given_facts)
    text = json.dumps(given_facts, ensure_ascii=False)
    for line in lines(compose(source, LIBRARY)):
        for span in line.spans:
            origin = span.inline.origin
            assert isinstance(origin, Filled)
            if origin.frame in LIBRARY and not isinstance(span.inline, Blank) and span.level == 0:
                assert in_order(span.inline.text, fixed_words(origin.frame)), span
            elif not origin.frame and not any(fact.startswith("figures.") for fact in origin.facts):
                known = span.inline.text in text or isinstance(span.inline, Blank)
                assert known or re.fullmatch(f"{NUMERALS}+(个一批)?", span.inline.text), span


@law
@given(supplied)
def test_nothing_of_the_user_is_lost_in_silence(given_facts: dict[str, Any]) -> None:
    composed = compose(load(given_facts), LIBRARY)
    printed = "".join(line.text for line in lines(composed))
    told = {finding.fact for finding in composed.findings if finding.code in ("unused", "left-out")}
    for number, section in enumerate(given_facts["sections"]):
        for place, item in enumerate(section["body"]):
            pieces = re.split(r"\{\{.*?\}\}|[，。；]", item) if isinstance(item, str) else []
            for piece in filter(None, pieces):
                lost = [fact for fact in told if fact.startswith(f"sections[{number}]")]
                assert piece in printed or lost, (piece, place)


@law
@given(supplied)
def test_the_same_facts_give_the_same_bytes(given_facts: dict[str, Any]) -> None:
    one, other = (write(compose(load(given_facts), LIBRARY).document, ".docx") for _n in range(2))
    assert one == other


@law
@given(supplied, st.none() | st.integers(0, 3))
def test_what_a_phrasebook_made_before_changes_no_draft(given_facts: dict[str, Any], draw: int | None) -> None:
    given_now = load(given_facts)
    used, new = (compose(given_now, frames, draw=draw) for frames in (BOOK, LIBRARY))
    assert used == new
    origins = [[[inline.origin for inline in line.inlines] for line in lines(one)] for one in (used, new)]
    assert origins[0] == origins[1]


def test_a_phrasebook_remembers_no_more_than_it_may() -> None:
    book, asked = Phrasebook({}), []

    def find(number: int) -> int:
        asked.append(number)
        return number

    for number in (*range(KEPT), *range(KEPT), KEPT, 0):
        assert book.once(("number", number), partial(find, number)) == number
    assert asked == [*range(KEPT), KEPT, 0]


@law
@given(supplied)
def test_dropping_leaves_no_sentence_with_a_blank(given_facts: dict[str, Any]) -> None:
    composed = compose(load(given_facts), LIBRARY, "drop")
    for section in composed.document.speeches[0].sections:
        for paragraph in section.body:
            text = "".join(inline.text for inline in paragraph.inlines)
            assert "【待补" not in text or text == "【待补：这一部分的做法、数据和成效】", text
    for line in lines(composed):
        for found in _FIRST_OF_MANY.findall(line.text):
            second = found.replace("一", "二", 1)
            assert any(second in other.text for other in lines(composed)), line.text


@law
@given(supplied)
def test_fail_lists_every_gap_or_there_is_none(given_facts: dict[str, Any]) -> None:
    source = load(given_facts)
    marked = [f for f in compose(source, LIBRARY).findings if f.code == "missing"]
    try:
        compose(source, LIBRARY, "fail")
    except MissingFacts as error:
        assert len(error.problems) == len(marked)
    else:
        assert not marked


@law
@given(supplied, words, st.sampled_from(["skeleton", "body", "deed", "slot"]))
def test_a_wrong_word_is_an_error_of_ours(given_facts: dict[str, Any], word: str, where: str) -> None:
    spoilt = json.loads(json.dumps(given_facts))
    section: dict[str, Any] = {"body": [f"{{{{ {word} }}}}"] if where == "body" else [{word: {word: word}}]}
    if where == "skeleton":
        spoilt["skeleton"] = word
    elif where == "slot":
        spoilt[word] = word
    else:
        spoilt["sections"] = [*spoilt["sections"][:1], section][-1:]
    with pytest.raises(DraftkitError) as caught:
        compose(load(spoilt), LIBRARY)
    assert isinstance(caught.value, WrongFacts)
    assert all(problem.place and problem.message for problem in caught.value.problems)
