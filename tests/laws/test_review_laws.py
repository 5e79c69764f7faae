"""Mending: what the safe fixes of review change, what they leave, and that they come to an end."""

import re
import unicodedata
from itertools import chain, pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from plain_trees import plain_documents
from texts import texts

from draftkit.finding import Correction
from draftkit.read import source_of
from draftkit.read.source import Source
from draftkit.read.structure import structure
from draftkit.read.text import LINE
from draftkit.read.unwrap import unwrap
from draftkit.review import codes, review
from draftkit.review.mend import fitting, mended
from draftkit.review.proof import proof_of
from draftkit.tree import Document, Printed
from draftkit.write import write

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

PUNCTUATION = codes(["P"])
SLIPS = (
    ("，", ","),
    ("。", "."),
    ("：", ":"),
    ("；", ";"),
    ("，", " ,"),
    ("，", ", "),
    ("，", "，，"),
    ("，", ",，"),
    ("。", "。。"),
    ("。", "..."),
    ("“", '"'),
    ("”", '"'),
    ("“", "‘"),
    ("，", "、“甲”、“乙”，"),
    ("，", '、"甲"、"乙",'),
    ("，", "(含××),"),
    ("，", "（含甲)，"),
    ("，", "、甲、、乙、等，"),
    ("，", "，2021-2025年,"),
    ("，", "，５－１０个，"),
    ("，", "，1 个,3－5 天,"),
    ("，", "，依据政办[2025]6号，"),
    ("，", "……等，"),
    ("。", "。 "),
    ("、", "."),
    ("、", ","),
    ("）", "）、"),
    ("（", "("),
    ("第一，", "第一、"),
    ("\n", "。\n"),
    ("\n", ":\n"),
    ("二、", "二，"),
    ("，", "\u200b，"),
    ("。", "\ufeff。"),
)  # fmt: skip
"""What is right, and what is written for it."""


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Draw a speech with slips in its marks."""
    text = write(draw(plain_documents), ".txt").decode()
    for right, wrong in draw(st.lists(st.sampled_from(SLIPS), max_size=8)):
        places = [found.start() for found in re.finditer(re.escape(right), text)]
        if places:
            place = draw(st.sampled_from(places))
            text = text[:place] + wrong + text[place + len(right) :]
    return text


def source(text: str) -> Source:
    return unwrap(source_of(text.encode(), "稿.txt"))


def fixes(one: Source) -> list[Correction]:
    """Return the safe fixes of the rules of punctuation, in the text of a source."""
    found = review(structure(one), PUNCTUATION)
    return [finding.fix for finding in found if finding.fix and finding.fix.safe]


def letters(text: str) -> str:
    """Return what is said: the letters and digits of a text, in half width."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())


def parted(one: Source) -> bool:
    """Whether something that prints nothing stands in a text."""
    return any(unicodedata.category(character) == "Cf" for character in one.text)


def roles(one: Source) -> list[str]:
    """Return what the reader takes the rows of a source for."""
    return [row.role for row in proof_of(structure(one)).rows]


@settings(laws, max_examples=300)
@given(spoilt())
@example("街道推动老旧小区改造,\u200b，办好群众身边小事。\n")
def test_safe_fixes_leave_nothing_to_fix(text: str) -> None:
    one = source(text)
    for _ in range(4):
        found = fixes(one)
        again = source(mended(one.text, found))
        # Where the reader sees another speech once the marks are right, or marks stand together that something
        # unseen kept apart, there may be more to mend.
        if not fitting(found)[1] and roles(one) == roles(again) and not parted(one):
            assert not fixes(again)
            return
        one = again
    assert not fixes(one)


@settings(laws, max_examples=200)
@given(st.one_of(texts(), spoilt()).filter(lambda text: LINE.search(text) is not None))
def test_safe_fixes_say_nothing_else(text: str) -> None:
    one = source(text)
    assert letters(mended(one.text, fixes(one))) == letters(one.text)


@settings(laws, max_examples=200)
@given(plain_documents)
def test_a_speech_as_it_should_be_has_no_slips(document: Document) -> None:
    # Drawn levels leave some out, and sayings of one sentence may stand on lines of their own.
    found = review(structure(source(write(document, ".txt").decode())), codes(["P"], ["P21"]))
    assert not found


words = st.text(st.sampled_from('一，。,.（）"“ a1'), max_size=12)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[str, list[Correction]]:
    """Draw a text and corrections of it, some of which meet."""
    text = draw(words)
    places = st.integers(0, len(text))
    ends = st.lists(st.tuples(places, places).map(sorted), max_size=6)
    return text, [Correction(Printed(start, end), draw(words), True) for start, end in draw(ends)]


@given(corrections())
def test_mending_changes_its_spans_and_nothing_else(drawn: tuple[str, list[Correction]]) -> None:
    text, given_ = drawn
    kept, left = fitting(given_)
    assert sorted({*kept, *left}) == sorted(set(given_)) and not {*kept} & {*left}
    assert all(one.span.end <= other.span.start for one, other in pairwise(kept))
    edges = [0, *(place for one in kept for place in one.span), len(text)]
    pieces = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    put_in = [one.words for one in kept]
    assert mended(text, given_) == "".join(chain(*zip(pieces, [*put_in, ""], strict=True)))
    assert mended(text, kept) == mended(text, given_)
    assert all(any(_meet(one, other) for other in kept) for one in left)


def _meet(one: Correction, other: Correction) -> bool:
    first, second = sorted((one.span, other.span))
    return second.start < first.end or second.start == first.start


def test_the_same_correction_of_two_rules_is_put_in_once() -> None:
    comma = Correction(Printed(1, 2), "，", True)
    assert mended("一,二", [comma, comma]) == "一，二" and fitting([comma, comma]) == ((comma,), ())
