"""Hypothesis strategies for trees whose .docx has one reading: any words, any shape that styles can tell.

In normal form: texts that touch are one, and so are blanks that touch and ask nothing; white space at the
ends of words is the writer's; a blank's slot is not printed.
"""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from draftkit.lines import lines_of
from draftkit.tree import (
    Blank,
    Document,
    Greeting,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Passage,
    Placement,
    Section,
    Speech,
    Text,
    text_of,
)
from draftkit.zh.marker import FAMILIES, Marker, leading_marker, marker_for, markers_in

DEEPEST = 4
STOPS = "。：；，、！？,:;!?"
CUT_OUT = Heading(())

# XML holds no control characters, and a line end in a paragraph begins a new line.
anything = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
words = st.text(anything | st.sampled_from("一二是要、，。：；（）1. 　\t×_"), min_size=1, max_size=16)
blanks = st.builds(
    Blank, st.sampled_from(("××", "____", "〔单位〕", "&<")) | words, st.none(), st.just("") | words
)


def _normal(inlines: tuple[Inline, ...]) -> bool:
    text = text_of(inlines)
    return text == text.strip() and not any(_one(*pair) for pair in pairwise(inlines))


def _one(first: Inline, second: Inline) -> bool:
    """Whether two inlines that touch are read as one."""
    if isinstance(first, Blank) and isinstance(second, Blank):
        return not first.ask and not second.ask
    return isinstance(first, Text) and isinstance(second, Text)


inlines: st.SearchStrategy[Inlines] = (
    st.lists(words.map(Text) | blanks, min_size=1, max_size=3).map(tuple).filter(_normal)
)
maybe_inlines = st.just(()) | inlines
paragraphs = st.builds(Paragraph, inlines)
bodies: st.SearchStrategy[tuple[Paragraph, ...]] = st.lists(paragraphs, max_size=2).map(tuple)
families = st.sampled_from(tuple(FAMILIES))


def _readable(heading: Heading) -> bool:
    """Whether the marker and the end mark of a heading can be told from its words."""
    text = text_of(heading.inlines)
    words = heading.marker + text + heading.stop
    found = leading_marker(words)
    if (found.end if found else 0) != len(heading.marker):
        return False
    if any(found and _follows(found, other) for other in markers_in(words, 1)):
        return False
    return not (text.endswith("。") if heading.placement == "line" else text[-1:] in tuple(STOPS))


def _follows(marker: Marker, other: Marker) -> bool:
    return (other.family, other.number) == (marker.family, marker.number + 1)


def _touch(above: Section | None, heading: Heading) -> bool:
    """Whether two points of one level touch that no numbers tell apart: their styles do not."""
    if above is None or above.body or above.sections or above.heading.placement != "within":
        return False
    one, two = leading_marker(above.heading.marker), leading_marker(heading.marker)
    return not (one and two and above.heading.stop and _follows(one, two))


@st.composite
def headings(draw: st.DrawFn, marker: str, placement: Placement) -> Heading:
    """Draw a heading that stands so; the words of one with a marker may be missing."""
    stop = draw(st.sampled_from(("", "。") if placement == "line" else ("", *STOPS)))
    words = draw(maybe_inlines if marker else inlines)
    heading = Heading(words, marker, placement, stop if words else "")
    assume(_readable(heading))
    return heading


def _stands(section: Section) -> bool:
    """Whether a section ends in a paragraph, to which a point can be added."""
    if section.sections:
        return _stands(section.sections[-1])
    return bool(section.body) or section.heading.placement != "line"


@st.composite
def sections(
    draw: st.DrawFn, placements: tuple[Placement, ...], standing: bool, level: int = 1
) -> tuple[Section, ...]:
    """Draw sections of one level; `standing` tells that a paragraph is open to a point."""
    drawn: list[Section] = []
    family, first = draw(families), draw(st.integers(1, 20))
    for number in range(first, first + draw(st.integers(0, 2))):
        if not drawn and level < DEEPEST and draw(st.integers(0, 9)) == 0:
            below = draw(sections(placements, standing, level + 1))
            drawn += [Section(CUT_OUT, (), below)] * bool(below)
            standing = _stands(below[-1]) if below else standing
            continue
        allowed = [one for one in placements if standing or one != "within"]
        heading = draw(headings(marker_for(family, number), draw(st.sampled_from(allowed))))
        if heading.placement == "within" and _touch(drawn[-1] if drawn else None, heading):
            heading = replace(heading, placement="run-in")
        body, below = draw(bodies), ()
        if level < DEEPEST:
            below = draw(sections(placements, heading.placement != "line" or bool(body), level + 1))
        drawn.append(Section(heading, body, below))
        standing = _stands(drawn[-1])
    return tuple(drawn)


@st.composite
def passages(draw: st.DrawFn, standing: bool = False) -> Passage:
    """Draw an opening or a closing: a heading on its own line would not say that it is of it."""
    paragraphs = draw(bodies)
    return Passage(paragraphs, draw(sections(("run-in", "within"), standing or bool(paragraphs))))


@st.composite
def speeches(draw: st.DrawFn, titled: bool) -> Speech:
    """Draw a speech with a body; it is known by its title where another stands above it."""
    greeting = draw(st.none() | st.builds(Greeting, inlines))
    opening = draw(passages(greeting is not None))
    goes_on = opening.paragraphs or any(one.heading.placement == "within" for one in _first(opening.sections))
    if greeting and not goes_on:
        greeting = replace(greeting, placement="line")
    # A point in a paragraph of the opening is of the opening.
    middle = draw(sections(("line", "run-in", "within"), False))
    speech = Speech(
        title=draw(st.lists(inlines, min_size=titled, max_size=3).map(tuple)),
        subtitle=draw(maybe_inlines),
        byline=draw(maybe_inlines),
        date=draw(maybe_inlines),
        salutation=draw(maybe_inlines),
        greeting=greeting,
        opening=opening,
        sections=middle,
        closing=draw(passages()),
        signoff=draw(maybe_inlines),
    )
    assume(any(line.role != "title" for line in lines_of(speech)))
    return speech


def _first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the section whose heading is printed first."""
    while sections and sections[0].heading == CUT_OUT:
        sections = sections[0].sections
    return sections[:1]


styled_documents = st.builds(
    lambda first, others: Document("", (first, *others)),
    speeches(False),
    st.lists(speeches(True), max_size=2),
)
