"""TOML text to nodes. The one door to tomllib, which says what a file holds; a scan says where."""

import re
import tomllib
from bisect import bisect_right
from typing import Any

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.store.nodes import (
    DEEPEST,
    LARGEST,
    Mapping,
    Node,
    Scalar,
    Sequence,
    too_deep,
    too_large,
    unprintable,
)
from draftkit.store.slips import place_of_offset

Keys = tuple[str | int, ...]
"""The way to a value: keys, and places in lists."""

_TOKEN = re.compile(
    r"""
    (?P<text> \"\"\"(?:\\[\s\S]|[^\\])*?\"{3,5} | '''[\s\S]*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<comment> \#.* ) | (?P<sign> [\[\]{}=,\n] ) | (?P<bare> [^\s=,\[\]{}\#"']+ )
    """,
    re.VERBOSE,
)
_PART = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
# tomllib takes a time that grows with the square of a dotted key.
_DEEP = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
_NESTING = re.compile(
    r"""
    \"{3} (?: \\[\s\S] | \"{1,2}(?!\") | [^\"\\] )*+ \"{0,5} | '{3} (?: '{1,2}(?!') | [^'] )*+ '{0,5}
    | \" (?: \\. | [^\"\\\n] )*+ \"? | ' [^'\n]*+ '? | \#.* | (?P<opens> [\[{] ) | (?P<closes> [\]}] )
    """,
    re.VERBOSE,
)
"""What nests, and what is passed over since it may hold the same signs; nothing is looked at twice."""
_ENDLESS = re.compile(r"(?<![\w\"'])[+-]?\d[\d_]{4000,}")
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_TWICE = re.compile("Cannot|Duplicate")
_IN_QUOTES = re.compile("Unterminated|Illegal|Unescaped|Escaped|Invalid hex|Expected ['\"]+['\"]")
_WIDE = "“”‘’＂＇＝：，．［］【】｛｝＃"
_CLOSERS = {"[": "]", "{": "}"}


def read_toml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the document's node (None for an unreadable one) and every problem found.

    Texts are quoted scalars; numbers, dates and true stay as typed.
    """
    text = text.replace("\r\n", "\n")
    if len(text) > LARGEST:
        return None, [too_large(file)]
    deep = _DEEP.search(text) or _deep(text)
    if deep:
        return None, [too_deep(place_of_offset(text, file, deep.start()))]
    try:
        held = tomllib.loads(text)
        reader = _Reader(text, file)
        return reader.node(held), reader.problems
    except tomllib.TOMLDecodeError as error:
        return None, [_explain(str(error), text, file)]
    except ValueError:  # Python makes no number of more digits than _ENDLESS has
        return None, [_endless(text, file)]


def _deep(text: str) -> re.Match[str] | None:
    """Return where brackets stand too deep in one another: for tomllib, which would run out of stack."""
    depth = 0
    for found in _NESTING.finditer(text):
        depth += (found.lastgroup == "opens") - (found.lastgroup == "closes")
        if depth > DEEPEST:
            return found
    return None


class _Reader:
    """Scans a text that tomllib has found to be TOML: each thing is known by the sign it begins with."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._tokens = [found for found in _TOKEN.finditer(text) if found.lastgroup != "comment"]
        self._at = 0
        self._keys: dict[Keys, Scalar] = {}
        self._values: dict[Keys, Scalar] = {}
        self._tables: dict[Keys, int] = {}
        table: Keys = ()
        while self._at < len(self._tokens):
            if self._takes("["):
                table = self._header()
            elif not self._takes("\n"):
                self._entry(table)

    def node(self, held: Any, keys: Keys = ()) -> Node:
        """Return what tomllib holds as a node."""
        first = Scalar("", Place(self._file))
        place = self._values.get(keys, self._keys.get(keys, first)).place
        if isinstance(held, dict):
            entries = ((self._keys[(*keys, key)], self.node(one, (*keys, key))) for key, one in held.items())
            return Mapping(tuple(entries), place)
        if isinstance(held, list):
            return Sequence(tuple(self.node(one, (*keys, n)) for n, one in enumerate(held)), place)
        if not isinstance(held, str):
            return self._values[keys]
        return self._printable(Scalar(held, place, quoted=True))

    def _printable(self, scalar: Scalar) -> Scalar:
        problem = unprintable(scalar)
        self.problems += [problem] if problem else []
        return scalar

    def _header(self) -> Keys:
        start, many = self._tokens[self._at - 1].start(), self._takes("[")
        keys = self._path((), "]")
        if many:
            self._at += 1
            number = self._tables[keys] = self._tables.get(keys, -1) + 1
            keys = (*keys, number)
        self._values.setdefault(keys, Scalar("", self._place(start)))
        return keys

    def _entry(self, table: Keys) -> None:
        self._value(self._path(table, "="))

    def _path(self, keys: Keys, closer: str) -> Keys:
        """Return the way that a key leads, up to its closer; a list of tables is entered at its last."""
        while not self._takes(closer):
            found = self._tokens[self._at]
            for part in [found] if found.lastgroup == "text" else re.finditer(r"[^.]+", found[0]):
                if keys in self._tables:
                    keys = (*keys, self._tables[keys])
                start = found.start() + (0 if part is found else part.start())
                name = _key(part[0])
                keys = (*keys, name)
                if keys not in self._keys:
                    self._keys[keys] = self._printable(Scalar(name, self._place(start), part is found))
            self._at += 1
        return keys

    def _value(self, keys: Keys) -> None:
        found = self._tokens[self._at]
        self._at += 1
        typed = found[0]
        if found.lastgroup == "bare":  # a date and its time may have a space between them
            while self._at < len(self._tokens) and self._tokens[self._at].lastgroup == "bare":
                typed += f" {self._tokens[self._at][0]}"
                self._at += 1
        self._values[keys] = Scalar(typed, self._place(found.start()))
        if typed in _CLOSERS:
            self._inside(keys, typed)

    def _inside(self, keys: Keys, opener: str) -> None:
        number = 0
        while not self._takes(_CLOSERS[opener]):
            if self._takes(",") or self._takes("\n"):
                continue
            if opener == "{":
                self._entry(keys)
            else:
                self._value((*keys, number))
                number += 1

    def _takes(self, sign: str) -> bool:
        there = self._at < len(self._tokens) and self._tokens[self._at][0] == sign
        self._at += there
        return there

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(self._file, line, offset - self._lines[line - 1] + 1)


def _key(typed: str) -> str:
    if typed[0] == '"':
        return next(iter(tomllib.loads(f"{typed} = 0")))
    return typed.strip("'")


def _endless(text: str, file: str) -> Problem:
    """Return the problem of a number that is too long."""
    found = _ENDLESS.search(text)
    place = place_of_offset(text, file, found.start() if found else 0)
    return Problem(place, _("this number has too many digits"), _("Write a shorter one, or put it in quotes"))


def _explain(said: str, text: str, file: str) -> Problem:
    """Return the problem that tomllib tells in words for programmers."""
    lines = text.rstrip().split("\n")
    found = _WHERE.search(said)
    line, column = (int(found[1]), int(found[2])) if found and found[1] else (len(lines), len(lines[-1]) + 1)
    row = lines[line - 1] if line <= len(lines) else ""
    outside = re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: " " * len(quoted[0]), row)
    wide = next((at for at, sign in enumerate(outside.partition("#")[0]) if sign in _WIDE), None)
    place = Place(file, line, column)
    if wide is not None:
        message = _("{sign} is a full-width sign").format(sign=row[wide])
        advice = _('Write key = "value", with half-width quotes, signs and brackets')
        return Problem(place._replace(column=wide + 1), message, advice)
    if _TWICE.match(said):
        message = _("this key or table stands twice")
        return Problem(
            place._replace(column=1), message, _("Keep one of the two; each row of a list begins with [[name]]")
        )
    if _IN_QUOTES.match(said):
        message = _("the text in quotes is not closed or has a wrong escape")
        return Problem(place, message, _('Close it; write \\ and " within as \\\\ and \\"'))
    if row[column - 1 : column] > "\x7f":
        return Problem(place, _("a text must stand in quotes here"), _('Write "text"'))
    message = _("this line cannot be read")
    return Problem(place, message, _('Write key = "value", a list in [ ], a table\'s name in [ ] on its own'))
