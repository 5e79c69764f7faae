"""What can be wrong with a call, in words that a clerk understands.

    DraftkitError          exit 2   the call cannot be carried out
    ├── CannotRead         exit 2   a file cannot be read as text
    ├── WrongFacts         exit 2   the facts file has to be mended
    ├── WrongFrame         exit 2   a frame has to be mended
    ├── WrongOffice        exit 2   the office's file has to be mended
    ├── WrongTable         exit 2   a table, or the map of its columns, has to be mended
    ├── CannotWrite        exit 2   the result cannot be put where it was asked for
    └── MissingFacts       exit 1   --missing fail, and required facts are missing

Each carries all its problems at once, each problem its place and what to do about it. None quotes more of a
text than is needed to find it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from draftkit.messages import _

MOST_NAMED = 24
"""Words that an advice names at most (ours): a longer list is read by nobody."""
MOST_QUOTED, MOST_SAID = 40, 400
"""Characters that are quoted of a text at most, and those of a whole message (ours)."""

_QUOTED = re.compile(f"“[^“”]{{{MOST_QUOTED + 1},}}”")

MOST_PROBLEMS = 1_000
"""Problems that are told at once (ours), so that a file of slips does not fill the screen for minutes."""

# Controls of C0 and C1 but for tabs and line ends, what parts lines unseen, what turns the direction of writing
# and half characters: names of files come as these that are no UTF-8.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Return a text with the characters that steer a terminal, or turn the direction of writing, as escapes
    (\\x1b); tabs and line ends stay."""
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], text)


def on_one_line(text: str) -> str:
    """Return a text as `visible` does, line ends and tabs as escapes too: the name of a file begins no line."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


class Place(NamedTuple):
    """Where something stands: file, line and column, both counted from 1; in a workbook also the sheet, and the
    place is a cell (各街道!C5). A name is shown without what would steer a terminal."""

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        file = on_one_line(self.file)
        if self.sheet:
            return f"{file}:{on_one_line(self.sheet)}!{letters(self.column)}{self.line}"
        return f"{file}:{self.line}:{self.column}"


def letters(column: int) -> str:
    """Return what a workbook calls a column, counted from 1: C, AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Problem(NamedTuple):
    """One thing that is wrong: where, what, and what to do."""

    place: Place | None
    message: str
    advice: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}" + (f"\n  {self.advice}" if self.advice else "")


class DraftkitError(Exception):
    """An error that is shown to the user: problems in the order of their places, and an exit code."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = told(sorted(problems, key=_by_place))
        super().__init__("\n".join(map(str, self.problems)))


class CannotRead(DraftkitError):
    """A file cannot be read as text."""


class WrongFacts(DraftkitError):
    """The facts file has to be mended."""


class WrongFrame(DraftkitError):
    """A frame has to be mended."""


class WrongOffice(DraftkitError):
    """The office's file has to be mended."""


class WrongTable(DraftkitError):
    """A table, or the map of its columns, has to be mended."""


class CannotWrite(DraftkitError):
    """The result cannot be put where it was asked for."""


class MissingFacts(DraftkitError):
    """Required facts are missing, and the user asked to be stopped by that."""

    exit_code = 1


def shortened(words: str) -> str:
    """Return a message in which no quotation has more than `MOST_QUOTED` characters."""
    return _QUOTED.sub(lambda found: f"{found[0][:MOST_QUOTED]}…”", words)


def told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems as they are told, in brief: of very many the first, and that there are more."""
    found = tuple(map(_brief, problems[:MOST_PROBLEMS]))
    if len(problems) <= MOST_PROBLEMS:
        return found
    message = _("there are more than {n} problems").format(n=MOST_PROBLEMS)
    return (*found, Problem(None, message, _("Mend these first")))


def _brief(problem: Problem) -> Problem:
    said = (shortened(words) for words in problem[1:])
    cut = (words if len(words) <= MOST_SAID else f"{words[: MOST_SAID - 1]}…" for words in said)
    return Problem(problem.place, *cut)


def _by_place(problem: Problem) -> Place:
    return problem.place or Place("", 0, 0)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return advice that names the known word nearest to `word`, else all the known ones."""
    from difflib import get_close_matches

    choices = sorted(set(known))
    near = [one for one in choices if one.casefold() == word.casefold()]
    near = near or get_close_matches(word, choices, n=1, cutoff=0.5)
    if near:
        return _("Did you mean “{word}”?").format(word=near[0])
    if len(choices) > MOST_NAMED:
        words = "、".join(choices[:MOST_NAMED])
        return _("Known here: {words} and {n} more").format(words=words, n=len(choices) - MOST_NAMED)
    if choices:
        return _("Known here: {words}").format(words="、".join(choices))
    return _("None is known here")
