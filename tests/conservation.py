"""Conservation: each character of a source that is no white space is in exactly one span of what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from draftkit.read.source import Source
from draftkit.read.structure import structure
from draftkit.read.unwrap import unwrap
from draftkit.tree import Document, Inlines, Passage, Printed, Section, Speech, text_of

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
    """Assert the law, and that joining lines loses nothing, nor what stands on one of them."""
    if source.styled:
        _check(source)
        return
    joined = unwrap(source)
    assert Counter(squeezed(source.text)) == Counter(squeezed(joined.text))
    rows = "\n".join(joined.text[row.start : row.end] for row in joined.rows)
    assert all(source.text[row.start : row.end] in rows for row in source.rows)
    _check(joined)


def _check(source: Source) -> None:
    spans = sorted(spans_of(structure(source)))
    edges = [(0, 0, ""), *spans, (len(source.text),) * 2 + ("",)]
    for (_, end, _), (start, _, _) in pairwise(edges):
        assert end <= start and not squeezed(source.text[end:start])
    for start, end, words in spans:
        assert squeezed(words) == squeezed(source.text[start:end])
