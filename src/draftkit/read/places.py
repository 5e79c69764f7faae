"""Where the characters of a source stand in its file: line and column, as an editor counts them."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from draftkit.errors import Place
from draftkit.read.source import Source

_FURTHEST = 400
"""Characters that a reader leaves out at once, at most (own): the longest tag of a web page."""


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
        change their order."""
        original = self.original or ""
        found, place = [], 0
        for character in self._source.text:
            there = place if character.isspace() else original.find(character, place, place + _FURTHEST)
            found.append(max(there, 0) if there >= 0 else place)
            place = there + 1 if there >= 0 and not character.isspace() else place
        return found
