"""Hypothesis strategies for document trees that can be printed.

A heading within a paragraph has a paragraph to stand in; no inline is empty, since nothing of it would
be seen; a line holds no line end.
"""

from hypothesis import strategies as st

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

DEEPEST = 4
MARKERS = ("一、", "（一）", "1.", "（1）", "一是", "一要", "第一，", "")
PLAIN = "我们坚持以人民为中心把改造做成民生工程2026年%.，。；：、（）“”《》—…·　 abAB"
ODD = "喆〇𬭎㐂<>&'\"\u00a0é"

words = st.text(st.sampled_from(PLAIN + ODD), min_size=1, max_size=24)
texts = st.builds(Text, words)
blanks = st.builds(
    Blank, st.sampled_from(("××", "____", "〔单位〕", "&<")), st.none() | words, st.just("") | words
)
inlines: st.SearchStrategy[Inlines] = st.lists(texts | blanks, min_size=1, max_size=3).map(tuple)
maybe_inlines = st.just(()) | inlines
paragraphs = st.builds(Paragraph, inlines)
bodies: st.SearchStrategy[tuple[Paragraph, ...]] = st.lists(paragraphs, max_size=2).map(tuple)
titles: st.SearchStrategy[tuple[Inlines, ...]] = st.lists(inlines, max_size=3).map(tuple)


@st.composite
def sections(draw: st.DrawFn, level: int = 1, standing: bool = False) -> tuple[tuple[Section, ...], bool]:
    """Draw sections of one level; `standing`, given and returned: a paragraph is open to headings within."""
    drawn = []
    for _ in range(draw(st.integers(0, 2))):
        placements: tuple[Placement, ...] = ("line", "run-in", "within") if standing else ("line", "run-in")
        heading = draw(headings(draw(st.sampled_from(placements))))
        body = draw(bodies)
        standing = heading.placement != "line" or bool(body)
        below: tuple[Section, ...] = ()
        if level < DEEPEST:
            below, standing = draw(sections(level + 1, standing))
        drawn.append(Section(heading, body, below))
    return tuple(drawn), standing


@st.composite
def headings(draw: st.DrawFn, placement: Placement) -> Heading:
    """Draw a heading that stands so; it ends in a mark where words go on after it."""
    stop = "" if placement == "line" else draw(st.sampled_from(("。", "：", "，")))
    return Heading(draw(inlines), draw(st.sampled_from(MARKERS)), placement, stop)


@st.composite
def passages(draw: st.DrawFn, standing: bool = False) -> tuple[Passage, bool]:
    """Draw an opening or a closing; `standing` as in sections."""
    paragraphs = draw(bodies)
    points, standing = draw(sections(1, standing or bool(paragraphs)))
    return Passage(paragraphs, points), standing


@st.composite
def speeches(draw: st.DrawFn) -> Speech:
    """Draw a speech, any part of it missing."""
    greeting = draw(st.none() | st.builds(Greeting, inlines, st.sampled_from(("line", "run-in"))))
    opening, standing = draw(passages(greeting is not None and greeting.placement == "run-in"))
    middle, _ = draw(sections(1, standing))
    closing, _ = draw(passages())
    return Speech(
        title=draw(titles),
        subtitle=draw(maybe_inlines),
        byline=draw(maybe_inlines),
        date=draw(maybe_inlines),
        salutation=draw(maybe_inlines),
        greeting=greeting,
        opening=opening,
        sections=middle,
        closing=closing,
        signoff=draw(maybe_inlines),
    )


documents = st.builds(Document, st.just(""), st.lists(speeches(), min_size=1, max_size=2).map(tuple))
