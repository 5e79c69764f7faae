"""Hypothesis strategies for trees whose plain text has one reading.

Headings are marked, words are such as offices use; the families of a tree follow one another in their
order, and the numbers of a series are right.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st
from texts import (
    BYLINES,
    COUPLETS,
    DATES,
    DEEDS,
    GREETINGS,
    LEADS,
    SALUTATIONS,
    SIGNOFFS,
    SUBTITLES,
    leads,
    paragraphs,
    titles,
)

from draftkit.tree import (
    Blank,
    Document,
    Greeting,
    Heading,
    Inlines,
    Paragraph,
    Passage,
    Placement,
    Section,
    Speech,
    Text,
)
from draftkit.zh.marker import marker_for

NUMBERED = ("一、", "（一）", "1.", "（1）")
SAID = ("一是", "一要", "一看", "第一，")
LONG = "全县上下一起动手，老旧小区变了样，群众心里亮堂了，干部与居民的关系更近了。"
POINTS = tuple(lead for lead in LEADS if not set("，：") & set(lead))
NEXT = "下一步，我们将继续"


def words_of(text: str) -> Inlines:
    """Return the text with its blanks."""
    parts = re.split("(××)", text)
    return tuple(Blank(part) if part == "××" else Text(part) for part in parts if part)


def one_of(texts: tuple[str, ...]) -> st.SearchStrategy[Inlines]:
    return st.sampled_from(texts).map(words_of)


body = paragraphs.map(lambda text: Paragraph(words_of(text)))
Bodies = tuple[Paragraph, ...]
some: st.SearchStrategy[Bodies] = st.lists(body, min_size=1, max_size=2).map(tuple)


@st.composite
def points(draw: st.DrawFn, family: str, placement: Placement) -> tuple[Section, ...]:
    """Draw a series that is said: in a paragraph, or a paragraph each."""
    found: list[Section] = []
    last = draw(st.integers(2, 4))
    for number in range(1, last + 1):
        own, below = _said(draw, family, placement)
        # 1. after a comma is a figure as often as not.
        stops = "。；：" if family in NUMBERED else "。；：，"
        stop = draw(st.sampled_from(stops)) if own or below or number < last else "。"
        words = words_of(draw(st.sampled_from(DEEDS + POINTS)))
        heading = Heading(words, marker_for(family, number), placement, "" if placement == "line" else stop)
        found.append(Section(heading, own, below))
    return tuple(found)


def _said(draw: st.DrawFn, family: str, placement: Placement) -> tuple[Bodies, tuple[Section, ...]]:
    """Draw what is said of a point; in one that has a row of its own others may be said."""
    if placement == "within":
        return draw(st.just(()) | st.tuples(body)), ()
    # A row of one sentence that begins with 第一， is a heading; so is a point that nothing follows.
    long = family == "第一，" and placement == "run-in"
    own = (Paragraph(words_of(draw(paragraphs) + LONG * long)), *draw(st.just(()) | st.tuples(body)))
    inner = draw(st.sampled_from([one for one in SAID if one != family]))
    return own, draw(st.just(()) | points(inner, "within"))


@st.composite
def sections(draw: st.DrawFn, rank: int) -> tuple[Section, ...]:
    """Draw a series of numbered headings; `rank` is the place of their family, others come below."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        placement: Placement = draw(st.sampled_from(("line", "run-in")))
        heading = Heading(
            words_of(draw(leads)),
            marker_for(NUMBERED[rank], number),
            placement,
            "。" if placement == "run-in" else "",
        )
        own = draw(some if placement == "run-in" else st.just(()) | some)
        below = draw(st.just(()) | series(rank + 1, bool(own)))
        found.append(Section(heading, own, below))
    return tuple(found)


@st.composite
def series(draw: st.DrawFn, rank: int, standing: bool) -> tuple[Section, ...]:
    """Draw what stands below a heading: numbered headings, or points."""
    if rank < len(NUMBERED) and draw(st.booleans()):
        return draw(sections(draw(st.integers(rank, len(NUMBERED) - 1))))
    if standing and 1 < rank < len(NUMBERED) and draw(st.booleans()):
        return draw(points(NUMBERED[rank], "within"))
    placements: tuple[Placement, ...] = ("line", "run-in", "within") if standing else ("line", "run-in")
    return draw(points(draw(st.sampled_from(SAID)), draw(st.sampled_from(placements))))


@st.composite
def closings(draw: st.DrawFn) -> Passage:
    """Draw a closing, which says so; points may be said in it."""
    text = NEXT + draw(paragraphs)
    hung = draw(st.just(()) | points(draw(st.sampled_from(SAID)), "within"))
    return Passage((Paragraph(words_of(text)),), hung)


@st.composite
def speeches(draw: st.DrawFn, titled: bool) -> Speech:
    """Draw a speech; the lines of a head are known by the title above them."""
    title = draw(titles.map(lambda one: (one,)) | st.sampled_from(COUPLETS)) if titled else ()
    greeting = draw(st.none() | st.builds(Greeting, one_of(GREETINGS), st.sampled_from(("line", "run-in"))))
    opening = Passage(
        draw(some if not titled or (greeting and greeting.placement == "run-in") else st.just(()) | some)
    )
    middle = draw(st.just(()) | series(0, standing=False))
    assume(opening.paragraphs or middle)
    if opening.paragraphs and middle and draw(st.booleans()):
        opening = replace(opening, sections=draw(points(draw(st.sampled_from(SAID)), "within")))
    speech = Speech(
        title=tuple(map(words_of, title)),
        subtitle=draw(st.just(()) | one_of(SUBTITLES)) if len(title) == 2 else (),
        byline=draw(st.just(()) | one_of(BYLINES)) if titled else (),
        date=draw(st.just(()) | one_of(DATES)) if titled else (),
        salutation=draw(one_of(SALUTATIONS) if titled else st.just(()) | one_of(SALUTATIONS)),
        greeting=greeting,
        opening=opening,
        sections=middle,
        closing=draw(st.just(Passage()) | closings()),
        signoff=draw(st.just(()) | one_of(SIGNOFFS)),
    )
    assume(not speech.closing.paragraphs or _ended(speech.sections))
    return speech


def _ended(sections: tuple[Section, ...]) -> bool:
    """Whether the last heading has words of its own: what follows a bare one is its text."""
    if not sections:
        return True
    last = sections[-1]
    return _ended(last.sections) if last.sections else last.heading.placement != "line" or bool(last.body)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw one speech, or several that their titles tell apart."""
    found = draw(st.lists(speeches(True), min_size=1, max_size=4) | speeches(False).map(lambda one: [one]))
    # A speech that ends in a bare heading does not look ended; what follows could be its text.
    assume(all(speech.closing.paragraphs or _ended(speech.sections) for speech in found[:-1]))
    stands: dict[str, set[bool]] = {}
    for speech in found:
        for heading in _headings(speech.sections):
            family = heading.marker[1:]
            stands.setdefault(family, set()).add(heading.placement == "within")
    # 实务: a verb that counts points in their paragraph counts no rows elsewhere in the same paper.
    assume(all(len(one) == 1 for family, one in stands.items() if family in "是要看"))
    return Document("", tuple(found))


def _headings(sections: tuple[Section, ...]) -> Iterator[Heading]:
    for section in sections:
        yield section.heading
        yield from _headings(section.sections)


plain_documents = documents()
