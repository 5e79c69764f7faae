"""Texts of cells: escapes undone, white space around them gone; those that cells share, kept on disk."""

import re
from array import array
from collections.abc import Iterable
from typing import IO

from draftkit.errors import Place
from draftkit.messages import _
from draftkit.ooxml.markup import damaged, refuse
from draftkit.ooxml.pieces import found_in, new_parser, on_tags
from draftkit.store.nodes import Scalar, unprintable
from draftkit.store.table.sheet import LONGEST_CELL

MOST_STRINGS = 5_000_000
"""Different texts that a workbook may have (ours): each costs 8 bytes of memory."""

_RECENT, _SHORT = 4096, 40  # texts kept at hand, and how long they are at most
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def plain(text: str) -> str:
    """Return the text of a workbook's cell with its escapes undone, and tidy."""
    if "_x" in text:
        units = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).encode("utf-16-le", "surrogatepass")
        text = units.decode("utf-16-le", "surrogatepass")
    return tidy(text)


def tidy(text: str) -> str:
    """Return the text of a cell with its line ends as \\n, and no white space around it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def kept(text: str) -> str:
    """Return what is kept of a text that is in trouble: not too much, and no half characters."""
    return text[:LONGEST_CELL].encode("utf-8", "replace").decode()


def trouble_in(text: str) -> str:
    """Return what is wrong with a text that is too long, or has a character that no document holds, else ""."""
    if len(text) > LONGEST_CELL:
        return _("the cell has more than {n} characters").format(n=LONGEST_CELL)
    if text.isprintable():
        return ""
    problem = unprintable(Scalar(text, Place("")))
    return problem.message if problem else ""


class RichText:
    """The text of a cell that may come in runs, each with its look; its reading aloud (rPh) is left out.

    `characters` takes all that the parser tells, so that nothing needs to be asked for each.
    """

    __slots__ = ("_aloud", "_runs", "characters")

    def __init__(self) -> None:
        self.characters: list[str] = []
        self._runs: list[str] = []
        self._aloud = False

    def start(self, tag: str) -> None:
        """Take notice of a tag that begins."""
        if tag == "t":
            self.characters.clear()
        elif tag == "rPh":
            self._aloud = True

    def end(self, tag: str) -> None:
        """Take notice of a tag that ends."""
        if tag == "t" and not self._aloud:
            self._runs.append("".join(self.characters))
        elif tag == "rPh":
            self._aloud = False

    def take(self) -> str:
        """Return what was gathered, and begin anew."""
        text = "".join(self._runs)
        self._runs.clear()
        return text


class SharedStrings:
    """The texts of a workbook that cells name by their numbers, in a file of its own.

    They are many, long and seldom wanted twice, so that only the short ones of late stay in memory.
    """

    def __init__(self, file: IO[bytes], pieces: Iterable[bytes]) -> None:
        self._file = file
        self._ends = array("Q", [0])
        self._recent: dict[int, str] = {}
        for text in _strings(pieces):
            raw = plain(text)[: LONGEST_CELL + 1].encode("utf-8", "surrogatepass")
            file.write(raw)
            self._ends.append(self._ends[-1] + len(raw))
            if len(self._ends) > MOST_STRINGS:
                message = _("more than {n} different texts").format(n=MOST_STRINGS)
                raise refuse(message, _("Is it the right file?"))

    def text(self, number: str) -> str:
        """Return a text by its number as a cell gives it; raises CannotRead where there is none."""
        if not (number.isascii() and number.isdigit() and len(number) < 9):
            raise damaged()
        index = int(number)
        text = self._recent.get(index)
        return self._read(index) if text is None else text

    def _read(self, index: int) -> str:
        if index + 1 >= len(self._ends):
            raise damaged()
        start, end = self._ends[index], self._ends[index + 1]
        self._file.seek(start)
        text = self._file.read(end - start).decode("utf-8", "surrogatepass")
        if len(text) <= _SHORT:
            if len(self._recent) >= _RECENT:
                self._recent.clear()
            self._recent[index] = text
        return text


def _strings(pieces: Iterable[bytes]) -> Iterable[str]:
    parser, rich = new_parser(), RichText()
    found: list[str] = []

    def start(tag: str, _attributes: dict[str, str]) -> None:
        rich.start(tag)

    def end(tag: str) -> None:
        if tag == "si":
            found.append(rich.take())
        else:
            rich.end(tag)

    on_tags(parser, start, end)
    parser.CharacterDataHandler = rich.characters.append
    return found_in(pieces, parser, found)
