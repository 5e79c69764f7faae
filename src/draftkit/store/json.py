"""JSON text to nodes, with places; numbers stay as typed, repeated keys are refused."""

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from draftkit.errors import MOST_PROBLEMS, Place, Problem
from draftkit.messages import _
from draftkit.store.nodes import DEEPEST, Mapping, Node, Scalar, Sequence, repeated, too_deep, unprintable

_SPACE = re.compile(r"[ \t\r\n]*")
_BARE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_DECODER = JSONDecoder()


class _Unreadable(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_json(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the document's node (None for an unreadable one) and every problem found."""
    reader = _Reader(text, file)
    try:
        root = reader.value(0)
        reader.end()
    except _Unreadable as error:
        return None, [*reader.problems, error.problem]
    return root, reader.problems


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._file = text, file
        self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def value(self, depth: int) -> Node:
        character = self._peek()
        place = self._place(self._at)
        if depth > DEEPEST:
            raise _Unreadable(too_deep(place))
        if character == "{":
            return self._mapping(place, depth)
        if character == "[":
            return self._sequence(place, depth)
        return self._scalar(place)

    def end(self) -> None:
        if self._peek():
            self._fail(_("nothing is expected after the end"))

    def _mapping(self, place: Place, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        self._at += 1
        while self._goes_on("}", first=not entries):
            if self._peek() != '"':
                self._fail(_("a key in double quotes is expected"))
            key = self._scalar(self._place(self._at))
            if self._peek() != ":":
                self._fail(_("“:” is expected"))
            self._at += 1
            value = self.value(depth + 1)
            if key.text in entries:
                self._note(repeated(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), place)

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items: list[Node] = []
        self._at += 1
        while self._goes_on("]", first=not items):
            items.append(self.value(depth + 1))
        return Sequence(tuple(items), place)

    def _goes_on(self, closer: str, first: bool) -> bool:
        character = self._peek()
        if character == closer:
            self._at += 1
            return False
        if not first:
            if character != ",":
                self._fail(_("“,” or “{closer}” is expected").format(closer=closer))
            self._at += 1
            self._peek()
        return True

    def _scalar(self, place: Place) -> Scalar:
        if self._peek() == '"':
            try:
                text, self._at = _DECODER.raw_decode(self._text, self._at)
            except JSONDecodeError as error:
                self._at = error.pos
                self._fail(_("the text in quotes is not closed or has a wrong escape"))
            scalar = Scalar(text, place, quoted=True)
        else:
            bare = _BARE.match(self._text, self._at)
            if not bare:
                self._fail(_("a value is expected"))
            self._at = bare.end()
            scalar = Scalar("" if bare[0] == "null" else bare[0], place)
        problem = unprintable(scalar)
        if problem:
            self._note(problem)
        return scalar

    def _note(self, problem: Problem) -> None:
        if len(self.problems) == MOST_PROBLEMS:
            raise _Unreadable(problem)
        self.problems.append(problem)

    def _peek(self) -> str:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(self._file, line, offset - self._lines[line - 1] + 1)

    def _fail(self, message: str) -> NoReturn:
        raise _Unreadable(
            Problem(
                self._place(self._at), message, _("Check commas, quotes and brackets; JSON has no comments")
            )
        )
