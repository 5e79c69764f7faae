"""The topics of a speech: the sections and points of its facts, each with the words by which it is known."""

from collections.abc import Iterable, Iterator, Sequence

from draftkit.fact.facts import Given, Item, Listing, SectionFacts, Words
from draftkit.frame import Move, SectionShape, share
from draftkit.pattern import Pattern
from draftkit.place.placing import Topic


def topics_of(
    shapes: Sequence[SectionShape], sections: Sequence[SectionFacts], words: Sequence[str] = ()
) -> tuple[Topic, ...]:
    """Return the sections and points in their order; `words` say of each section what it is about, beside what
    its heading says."""
    said = dict(zip((section.key for section in sections), words, strict=False))
    return tuple(
        topic._replace(heading=_joined(topic.heading, said.get(topic.key, "")))
        for topic in _topics(shapes, sections, "", None)
    )


def _joined(heading: str, words: str) -> str:
    return heading if words in heading else "，".join(filter(None, (heading, words)))


def said_in(facts: SectionFacts) -> Iterator[str]:
    """Yield the texts of a section's body, terse facts by their slots."""
    for item in facts.body:
        yield from said_by(item)


def said_by(item: Item) -> Iterator[str]:
    """Yield the texts of an item."""
    if isinstance(item, Words):
        yield text_of(item.pattern)
    else:
        yield from _given(item.slots.values())


def text_of(pattern: Pattern) -> str:
    """Return the words of a pattern, without what it quotes."""
    return "".join(pattern.fixed)


def _topics(
    shapes: Sequence[SectionShape], sections: Sequence[SectionFacts], above: str, move: Move | None
) -> Iterator[Topic]:
    for shape, given in share(shapes, sections):
        for section in given:
            heading = "，".join(_given(section.slots.values()))
            own = shape.move or move
            yield Topic(section.key, heading, tuple(said_in(section)), above, own, bool(section.points))
            yield from _topics(shape.points, section.points, heading, own)


def _given(values: Iterable[Given]) -> Iterator[str]:
    for value in values:
        for words in value.items if isinstance(value, Listing) else (value,):
            yield text_of(words.pattern)
