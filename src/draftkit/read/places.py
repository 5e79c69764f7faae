"""Where the characters of a source stand in its file: line and column, as an editor counts them."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from draftkit.errors import Place
from draftkit.read.source import Source

_FURTHEST = 400
"""Characters that a reader leaves out at once, at most (own): the longest tag of a web page."""

_NUMBER = 20
"""Characters of a page number's line at most (own)."""


class Places:
    """The places of a source's characters in its file, both counted from 1.

    `decode` gives the text of the file as it was decoded, None for a file that is no plain text: there a line
    is a printed paragraph, and its column the character in it. It is asked when a place is first wanted.
    """

    def __init__(self, source: Source, decode: Callable[[], str | None]) -> None:
        self._source = source
        self._decode = decode

    @property
    def text(self) -> str:
        """The source's text."""
        return self._source.text

    @cached_property
    def original(self) -> str | None:
        """The characters of a text file, each line end as one \\n; None for another kind of file."""
        from draftkit.read.text import LINE_END

        text = self._decode()
        return None if text is None else LINE_END.sub("\n", text)

    def __call__(self, offset: int) -> Place:
        """Return the place of a character of the source's text."""
        if self.original is None:
            number = max(0, bisect_right(self._row_starts, offset) - 1)
            start = self._row_starts[number] if self._row_starts else 0
            return Place(self._source.name, number + 1, max(0, offset - start) + 1)
        offset = self.in_file(offset)
        line = bisect_right(self._line_starts, offset) - 1
        return Place(self._source.name, line + 1, offset - self._line_starts[line] + 1)

    def in_file(self, offset: int) -> int:
        """Return which character of the file's text, its line ends taken as one each, a character of the
        source's text is."""
        if self.original is None or self._same:
            return offset
        return self._shifted[min(offset, len(self._shifted) - 1)] if self._shifted else 0

    @cached_property
    def _same(self) -> bool:
        return self.original == self._source.text

    @cached_property
    def _row_starts(self) -> list[int]:
        return [row.start for row in self._source.rows]

    @cached_property
    def _line_starts(self) -> list[int]:
        text = self.original or ""
        return [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]

    @cached_property
    def _shifted(self) -> list[int]:
        """For each character of the source its place in the file: readers leave characters out, they do not
        change their order, but for the page numbers that they move out of a paragraph."""
        original, text = self.original or "", self._source.text
        found: list[int] = []
        began = place = 0
        for row in self._source.rows:
            found += [place] * (row.start - len(found))
            moved = _line_of(original, text[row.start : row.end], began, place)
            if moved >= 0:
                found += range(moved, moved + row.end - row.start)
                continue
            began = place
            for character in text[row.start : row.end]:
                there = place if character.isspace() else original.find(character, place, place + _FURTHEST)
                found.append(there if there >= 0 else place)
                place = there + 1 if there >= 0 and not character.isspace() else place
        return found + [place] * (len(text) - len(found))


def _line_of(text: str, words: str, start: int, end: int) -> int:
    """Return where words are all that stands on a line within a part of a text, -1 for nowhere."""
    place = text.find(words, start, end) if len(words) <= _NUMBER else -1
    if place < 0:
        return -1
    line, after = text.rfind("\n", start, place), text.find("\n", place, end)
    return place if line >= 0 and after >= 0 and text[line:after].strip() == words else -1
