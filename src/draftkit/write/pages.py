"""How many pages a speech takes, whoever sets it: worked out from the fixed grid of the layout.

Where the number would hang on the faces that are at hand (a last line that just spills over), a paragraph or
two are set a little tighter, or the last one begins the new page, until it does not (own).
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from draftkit.lines import Line
from draftkit.tree import Blank
from draftkit.write.breaking import line_starts
from draftkit.write.docx import Fit, Words, paragraphs_of
from draftkit.write.layout import Page, Style
from draftkit.write.look import Look
from draftkit.write.profile import Profile
from draftkit.write.setters import Setter, measured, setters_of

TIGHTEST = 6
"""Twips a character, 0.3 pt, by which a paragraph is set tighter at most (own): nobody sees it."""
_FEWEST = 2
"""Rows that go to a new page together at least (own)."""


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
    for own, inline in words:
        texts.append(inline.text)
        kinds.append((own, isinstance(inline, Blank)))
    places = accumulate(map(len, texts))
    cuts = (place for place, (one, next_) in zip(places, pairwise(kinds), strict=False) if one != next_)
    return Block(style, "".join(texts), tuple(cuts))


def rows_of(block: Block, setter: Setter, page: Page, tracking: int | None = None) -> int:
    """Return how many lines a paragraph takes."""
    style = block.style
    size, room = style.size * 10, page.width - page.left - page.right
    tracking = style.tracking if tracking is None else tracking
    first = room - style.indent * size // 100
    rows = 0
    for text in block.text.split("\n"):
        cuts = block.cuts if text is block.text else ()
        line = measured(text, setter, size, tracking, cuts)
        rows += len(line_starts(text, line, setter, tracking, first, room))
        first = room
    return rows


def pages_of(rows: Sequence[int], keeps: Sequence[bool], depth: int, breaks: Container[int] = ()) -> int:
    """Return how many pages of `depth` lines paragraphs take, of which some keep with the next one and some
    begin a page."""
    used = 0
    for number, count in enumerate(rows):
        place = used % depth
        wanted = sum(_kept(rows, keeps, number)) if keeps[number] and not (number and keeps[number - 1]) else 0
        if place and (number in breaks or (place + wanted > depth and wanted <= depth)):
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


class _Pages:
    """The pages of a speech by each setter, paragraphs set tighter or broken off by turns."""

    def __init__(self, blocks: Sequence[Block], page: Page, setters: Sequence[Setter]) -> None:
        self.blocks = blocks
        self.setters = setters
        self._page = page
        self._depth = depth_of(page)
        self._keeps = [block.style.keep_next for block in blocks]
        self._rows = [[rows_of(block, setter, page) for block in blocks] for setter in setters]
        self.tracking: dict[int, int] = {}

    def counts(self, breaks: Container[int] = ()) -> set[int]:
        """The numbers of pages that the setters come to."""
        return {pages_of(rows, self._keeps, self._depth, breaks) for rows in self._rows}

    def most(self, number: int) -> int:
        """The most rows of a paragraph."""
        return max(rows[number] for rows in self._rows)

    def tighter(self, number: int, tracking: int) -> list[int]:
        """The rows of a paragraph by each setter, set with this tracking."""
        return [rows_of(self.blocks[number], setter, self._page, tracking) for setter in self.setters]

    def tighten(self, number: int, tracking: int, counted: Sequence[int]) -> None:
        """Set a paragraph with this tracking from now on."""
        self.tracking[number] = tracking
        for rows, count in zip(self._rows, counted, strict=True):
            rows[number] = count

    def breaks(self) -> Iterator[int]:
        """The paragraphs that may begin a page, the last ones first."""
        tail = 0
        for number in range(len(self.blocks) - 1, 0, -1):
            tail += self.most(number)
            if tail >= _FEWEST and not self._keeps[number - 1]:
                yield number


def fitted(lines: Sequence[Line], look: Look, profile: Profile) -> Fit:
    """Return the pages of a speech that all setters come to, and what has to be done to its paragraphs for
    that; where nothing helps, the most pages that one comes to."""
    blocks = blocks_of(lines, look, profile)
    pages = _Pages(blocks, profile.page, setters_of(profile.normal))
    counts = pages.counts()
    if len(counts) > 1:
        for number, tracking, counted in list(_candidates(pages)):
            pages.tighten(number, tracking, counted)
            counts = pages.counts()
            if len(counts) == 1:
                return Fit(counts.pop(), pages.tracking)
        pages = _Pages(blocks, profile.page, pages.setters)
        counts = pages.counts()
        for number in pages.breaks():
            broken = pages.counts({number})
            if len(broken) == 1:
                return Fit(broken.pop(), breaks=frozenset((number,)))
    return Fit(max(counts), sure=len(counts) == 1)


def _candidates(pages: _Pages) -> Iterable[tuple[int, int, list[int]]]:
    """The paragraphs that take a row less when they are set tighter, those that need it least first."""
    found = []
    for number, block in enumerate(pages.blocks):
        if not block.text or block.style.align != "both" or block.style.keep_next:
            continue
        most = pages.most(number)
        for extra in range(1, TIGHTEST + 1) if most > 1 else ():
            counted = pages.tighter(number, block.style.tracking - extra)
            if max(counted) < most:
                found.append((extra, -number, counted))
                break
    found.sort()
    return [
        (-number, pages.blocks[-number].style.tracking - extra, counted) for extra, number, counted in found
    ]
