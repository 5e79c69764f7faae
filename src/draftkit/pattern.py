"""Patterns: fixed words and slots in Jinja's spelling, as data that can be filled and matched.

    坚持{{ 主体 }}共{{ 动作 }}，为{{ 主题 }}{{ 成效 | 变化 }}

A pattern holds literal text, `{{ name }}`, `{{ name | filter }}` and `{{ '{{' }}` for braces meant as
text; a subset of what Jinja2 reads, in the same sense (a law in the tests), read here by one regular
expression since that knows the column of what is wrong and needs no engine.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import NamedTuple

from draftkit.messages import _

MOST_WAYS = 100_000
"""In how many ways a pattern is tried on a text (ours)."""

_TOKEN = re.compile(r"\{\{(.*?)\}\}|\{\{|\{%|\{#", re.DOTALL)
_INSIDE = re.compile(r"\s*(?:(?P<name>\w+)(?P<filters>(?:\s*\|\s*\w+)*)|'(?P<quoted>[^'\\]*)')\s*")
_OPENERS = re.compile(r"\{\{|\{%|\{#|\{\Z")
_RESERVED = frozenset(
    {
        "true",
        "false",
        "none",
        "True",
        "False",
        "None",
        "not",
        "and",
        "or",
        "in",
        "is",
        "if",
        "else",
        "self",
        "loop",
    }
)


class Fixed(NamedTuple):
    """Fixed words."""

    text: str


class Slot(NamedTuple):
    """A slot, and the filters that say how its fact is worded."""

    name: str
    filters: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{{{{ {' | '.join((self.name, *self.filters))} }}}}"


Part = Fixed | Slot


class BadPattern(ValueError):
    """A pattern that cannot be read: what is wrong, what to do, and the offset in characters."""

    def __init__(self, message: str, advice: str, offset: int) -> None:
        super().__init__(message)
        self.message, self.advice, self.offset = message, advice, offset


@dataclass(frozen=True, slots=True)
class Pattern:
    """Fixed words and slots in order. No two Fixed stand side by side, and none is empty."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> str | None:
        """The words of a pattern that has no slot, None for one that has."""
        parts = self.parts
        if len(parts) == 1 and isinstance(parts[0], Fixed):
            return parts[0].text
        return None if parts else ""

    @property
    def names(self) -> frozenset[str]:
        """The slots' names."""
        return frozenset([part.name for part in self.parts if isinstance(part, Slot)])

    @classmethod
    def parse(cls, source: str) -> "Pattern":
        """Read a pattern; raises BadPattern."""
        if "{" not in source:
            return cls((Fixed(source),) if source else ())
        parts: list[Part] = []
        end = 0
        for token in _TOKEN.finditer(source):
            _add(parts, source[end : token.start()])
            part = _slot_or_text(token)
            if isinstance(part, Slot):
                parts.append(part)
            else:
                _add(parts, part)
            end = token.end()
        _add(parts, source[end:])
        return cls(tuple(parts))

    def __str__(self) -> str:
        return "".join(str(part) if isinstance(part, Slot) else _escaped(part.text) for part in self.parts)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in order, repeats included."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @property
    def fixed(self) -> tuple[str, ...]:
        """The fixed words in order, one stretch between slots each."""
        return tuple(part.text for part in self.parts if isinstance(part, Fixed))

    @property
    def worded(self) -> bool:
        """Whether Chinese words are fixed; a pattern of marks alone is a rhythm."""
        return any("一" <= character <= "龥" for text in self.fixed for character in text)

    @property
    def invertible(self) -> bool:
        """Whether text can be matched: no two slots side by side."""
        return not any(isinstance(a, Slot) and isinstance(b, Slot) for a, b in pairwise(self.parts))

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the text with each slot's value; filters are the business of the facts, not of text.

        Raises KeyError for a slot that has no value.
        """
        return "".join(part.text if isinstance(part, Fixed) else values[part.name] for part in self.parts)

    def match(self, text: str) -> dict[str, str] | None:
        """Return values with which `fill` prints the text again, or None.

        A value is one character at least, and as short as the fixed words allow. Where a slot stands twice, a
        text in which its values would have to be sought in more than MOST_WAYS ways is not matched.
        """
        for part in self.parts:
            if isinstance(part, Fixed) and part.text not in text:
                return None
        expression, again = _compiled(self)
        if prod(text.count(words) + 1 if words else len(text) for words in again) > MOST_WAYS:
            return None
        found = expression.fullmatch(text)
        if not found:
            return None
        names = dict.fromkeys([part.name for part in self.parts if isinstance(part, Slot)])
        return dict(zip(names, found.groups(), strict=True))

    def _expression(self, settled: int) -> str:
        """Return a regular expression. From the part `settled` on a value ends at the first words that may end
        it and is not sought again: a later end leaves less for all that follows, never more."""
        groups: dict[str, str] = {}
        pieces: list[str] = []
        for number, part in enumerate(self.parts):
            if isinstance(part, Fixed):
                pieces.append(re.escape(part.text))
            elif part.name in groups:
                pieces.append(f"(?P={groups[part.name]})")
            else:
                groups[part.name] = f"s{len(groups)}"
                pieces.append(f"(?P<{groups[part.name]}>.+?)")
            after = self.parts[number - 1] if number else None
            if settled <= number < len(self.parts) - 1:
                if isinstance(part, Slot) and isinstance(self.parts[number + 1], Slot):
                    pieces[-1] = f"(?>{pieces[-1]})"
                elif isinstance(part, Fixed) and isinstance(after, Slot) and number > settled:
                    pieces[-2:] = [f"(?>{pieces[-2]}{pieces[-1]})"]
        return "".join(pieces)

    def _repeats(self) -> int:
        """Return behind which part no slot stands a second time."""
        names = [part.name if isinstance(part, Slot) else "" for part in self.parts]
        return max([n + 1 for n, name in enumerate(names) if name and name in names[:n]], default=0)


def _escaped(text: str) -> str:
    return _OPENERS.sub(lambda found: f"{{{{ '{found[0]}' }}}}", text) if "{" in text else text


@lru_cache(maxsize=1024)
def _compiled(pattern: Pattern) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return a pattern as a regular expression, and the words behind each slot whose value may have to be
    sought again, "" where there are none."""
    settled = pattern._repeats()
    pairs = pairwise(pattern.parts[: settled + 1])
    again = tuple(b.text if isinstance(b, Fixed) else "" for a, b in pairs if isinstance(a, Slot))
    return re.compile(pattern._expression(settled), re.DOTALL), again


def _add(parts: list[Part], text: str) -> None:
    if not text:
        return
    if parts and isinstance(parts[-1], Fixed):
        parts[-1] = Fixed(parts[-1].text + text)
    else:
        parts.append(Fixed(text))


def _slot_or_text(token: re.Match[str]) -> Slot | str:
    opened = token[0][:2]
    if opened != "{{":
        raise BadPattern(
            _("“{mark}” cannot stand in a pattern").format(mark=opened),
            _("A pattern holds words and {{ slots }}; conditions belong into a frame's template:"),
            token.start(),
        )
    if token[1] is None:
        raise BadPattern(_("“{{” is opened and never closed"), _("Write the slot as {{ name }}"), token.start())
    part = _inside(token[1])
    if part is None:
        raise BadPattern(
            _("“{slot}” is no slot").format(slot=token[0]),
            _("A slot is {{ name }} or {{ name | filter }}; a name has letters or characters only"),
            token.start(),
        )
    return part


@lru_cache(maxsize=1024)
def _inside(braces: str) -> Slot | str | None:
    """Return what stands in braces, None for what may not stand there. The rows of a table quote alike."""
    inside = _INSIDE.fullmatch(braces)
    if inside and inside["quoted"] is not None:
        return inside["quoted"]
    if not inside or not usable_name(inside["name"]):
        return None
    filters = tuple(word.strip() for word in inside["filters"].split("|")[1:])
    return Slot(inside["name"], filters)


@lru_cache(maxsize=1024)
def usable_name(name: str) -> bool:
    """Whether a name can be a slot's: an identifier, not begun by _, none of Jinja's own words."""
    return name.isidentifier() and not name.startswith("_") and name not in _RESERVED
