"""Conservation: each character of a source that is no white space is in exactly one span of what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from texts import texts
from trees import documents

from draftkit.errors import CannotRead
from draftkit.read import source_of
from draftkit.read.source import Source
from draftkit.read.structure import structure
from draftkit.read.unwrap import unwrap
from draftkit.tree import Document, Inlines, Passage, Printed, Section, Speech, text_of
from draftkit.write import write

TOP = Path(__file__).parents[2]
OWN, SHARED = sorted((TOP / "seeds").glob("*.txt")), sorted((TOP.parent / "shared/seeds").glob("*.txt"))

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

Span = tuple[int, int, str]
"""From where to where, and the words that the tree has for it."""


def spans_of(document: Document) -> Iterator[Span]:
    for dropped in document.dropped:
        assert isinstance(dropped.origin, Printed)
        yield *dropped.origin, dropped.text
    for speech in document.speeches:
        yield from _in_speech(speech)


def _in_speech(speech: Speech) -> Iterator[Span]:
    head = (*speech.title, speech.subtitle, speech.byline, speech.date, speech.salutation, speech.signoff)
    for inlines in (*head, speech.greeting.inlines if speech.greeting else ()):
        yield from _in_words(inlines)
    for passage in (speech.opening, Passage((), speech.sections), speech.closing):
        for paragraph in passage.paragraphs:
            yield from _in_words(paragraph.inlines)
        yield from _in_sections(passage.sections)


def _in_sections(sections: Iterable[Section]) -> Iterator[Span]:
    for section in sections:
        heading = section.heading
        words = list(_in_words(heading.inlines))
        if heading.marker or words:
            assert isinstance(heading.origin, Printed)
            start, end = heading.origin
            assert all(start + len(heading.marker) <= one and other <= end for one, other, _ in words)
            yield start, end, heading.marker + text_of(heading.inlines) + heading.stop
        for paragraph in section.body:
            yield from _in_words(paragraph.inlines)
        yield from _in_sections(section.sections)


def _in_words(inlines: Inlines) -> Iterator[Span]:
    for inline in inlines:
        assert isinstance(inline.origin, Printed)
        yield *inline.origin, inline.text


def squeezed(text: str) -> str:
    """Return the text without white space, and without what has no width."""
    return "".join(one for one in text if not one.isspace() and one not in "\u200b\u200c\u200d\u2060\ufeff")


def check(source: Source) -> None:
    """Assert the law of a source whose lines are joined."""
    spans = sorted(spans_of(structure(source)))
    edges = [(0, 0, ""), *spans, (len(source.text),) * 2 + ("",)]
    for (_, end, _), (start, _, _) in pairwise(edges):
        assert end <= start and not squeezed(source.text[end:start])
    for start, end, words in spans:
        assert squeezed(words) == squeezed(source.text[start:end])


def check_text(raw: bytes, name: str) -> None:
    """Assert the law, and that joining lines loses nothing, nor what stands on one of them."""
    try:
        source = source_of(raw, name)
    except CannotRead:  # nothing but white space or marks
        reject()
    if source.styled:
        check(source)
        return
    joined = unwrap(source)
    assert Counter(squeezed(source.text)) == Counter(squeezed(joined.text))
    rows = "\n".join(joined.text[row.start : row.end] for row in joined.rows)
    assert all(source.text[row.start : row.end] in rows for row in source.rows)
    check(joined)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_of_every_sample(path: Path) -> None:
    check_text(path.read_bytes(), path.name)


@pytest.mark.skipif(not SHARED, reason="the real documents are not here")
def test_of_every_real_document() -> None:
    for path in SHARED:
        check_text(path.read_bytes(), path.name)


@settings(laws, max_examples=250)
@given(texts(), st.sampled_from((".txt", ".md")))
def test_of_every_text(text: str, suffix: str) -> None:
    check_text(text.encode(), f"稿{suffix}")


@settings(laws, max_examples=60)
@given(documents)
def test_of_what_draftkit_writes(document: Document) -> None:
    check_text(write(document, ".docx"), "稿.docx")
    check_text(write(document, ".txt"), "稿.txt")
