"""How many pages a speech takes, whoever sets it: worked out from the fixed grid of the layout.

Where the number would hang on the faces that are at hand (a last line that just spills over), the end of the
speech begins the new page, so that it does not (own).
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from draftkit.lines import Line
from draftkit.tree import Blank
from draftkit.write.breaking import line_starts
from draftkit.write.docx import Words, paragraphs_of
from draftkit.write.layout import Page, Style
from draftkit.write.look import Look
from draftkit.write.profile import Profile
from draftkit.write.setters import Setter, measured, setters_of

_FEWEST = 2
"""Rows that go to a new page together at least (own)."""


class Fit(NamedTuple):
    """The pages of a speech; the paragraph, by its number, that has to begin one (0 for none); whether all
    setters come to these pages then."""

    pages: int
    turn: int = 0
    sure: bool = True


class Block(NamedTuple):
    """A paragraph on paper: its style, its text, the characters with which another run begins."""

    style: Style
    text: str
    cuts: tuple[int, ...] = ()


def depth_of(page: Page) -> int:
    """Return how many lines a page has."""
    return (page.height - page.top - page.bottom) // page.pitch


def blocks_of(lines: Sequence[Line], look: Look, profile: Profile) -> list[Block]:
    """Return the paragraphs of a speech as they stand on paper, the empty one under the head too."""
    styles = {style.id: style for style in profile.styles}
    return [_block(styles[style or "Normal"], words) for style, words in paragraphs_of(lines, look)]


def _block(style: Style, words: Words) -> Block:
    texts, kinds = [], []
    for own, inlines in words:
        texts += [inline.text for inline in inlines]
        kinds += [(own, isinstance(inline, Blank)) for inline in inlines]
    places = accumulate(map(len, texts))
    cuts = (place for place, (one, next_) in zip(places, pairwise(kinds), strict=False) if one != next_)
    return Block(style, "".join(texts), tuple(cuts))


def rows_of(block: Block, setter: Setter, page: Page) -> list[int]:
    """Return how many lines a paragraph takes, with each of the setter's slacks."""
    style = block.style
    size, room = style.size * 10, page.width - page.left - page.right
    first = room - style.indent * size // 100
    cuts = () if "\n" in block.text else block.cuts
    rows = [0] * len(setter.slacks)
    for text in block.text.split("\n"):
        line = measured(text, setter, size, style.tracking, cuts)
        for number, slack in enumerate(setter.slacks):
            rows[number] += len(line_starts(text, line, setter, style.tracking, first, room, slack))
        first = room
    return rows


def pages_of(rows: Sequence[int], keeps: Sequence[bool], depth: int, turn: int = 0) -> int:
    """Return how many pages of `depth` lines paragraphs take, of which some keep with the next one; the one
    with the number `turn` begins a page, unless it is the first."""
    used = 0
    for number, count in enumerate(rows):
        place = used % depth
        wanted = sum(_kept(rows, keeps, number)) if keeps[number] and not (number and keeps[number - 1]) else 0
        if place and (number == turn or (place + wanted > depth and wanted <= depth)):
            used += depth - place
        used += count
    return max(1, -(-used // depth))


def _kept(rows: Sequence[int], keeps: Sequence[bool], number: int) -> Iterator[int]:
    """Yield the rows that have to stand on one page with a paragraph that keeps with the next."""
    while number < len(rows) and keeps[number]:
        yield rows[number]
        number += 1
    if number < len(rows):
        yield 1


def fitted(lines: Sequence[Line], look: Look, profile: Profile) -> Fit:
    """Return the pages of a speech that all setters come to, and what has to begin a page for that; where
    nothing helps, the most pages that one comes to."""
    blocks = blocks_of(lines, look, profile)
    depth = depth_of(profile.page)
    keeps = [block.style.keep_next for block in blocks]
    setters = setters_of(profile.normal)
    counted = [[row for setter in setters for row in rows_of(block, setter, profile.page)] for block in blocks]
    rows = list(zip(*counted, strict=True))

    def counts(turn: int = 0) -> set[int]:
        return {pages_of(one, keeps, depth, turn) for one in rows}

    found = counts()
    if len(found) == 1:
        return Fit(found.pop())
    for turn in _turns(rows, keeps):
        turned = counts(turn)
        if len(turned) == 1:
            return Fit(turned.pop(), turn)
    return Fit(max(found), sure=False)


def _turns(rows: Sequence[Sequence[int]], keeps: Sequence[bool]) -> Iterator[int]:
    """Yield the paragraphs that may begin a page, the last ones first."""
    tail = 0
    for number in range(len(keeps) - 1, 0, -1):
        tail += min(one[number] for one in rows)
        if tail >= _FEWEST and not keeps[number - 1]:
            yield number
