"""串稿: what of another street stands in a draft: its name, its leader, a figure of its own."""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from draftkit.compare.known import TITLES, Known, amount_key
from draftkit.finding import Finding
from draftkit.lines import Line, lines_of
from draftkit.messages import _
from draftkit.tree import Document, Filled
from draftkit.zh.numbers import numbers_in
from draftkit.zh.sentence import sentences

CODES = OTHER_NAME, OTHER_LEADER, OTHER_FIGURE = "X01", "X02", "X03"
LONGEST_QUOTE = 60
"""Characters that are quoted of a sentence (ours)."""
FEWEST_DIGITS = 4
"""Significant digits by which an amount is told to be another's without its label; more in a large batch, so
that fewer than one in ten would be there by chance (ours)."""

_SPEAKS_OF = re.compile(
    "的?(?:样板|经验|模式|做法|实践|力量|答卷|故事|特色|篇章|担当|干部|群众|儿女|人民|党员|全域|大地)"
)
"""What follows the bare name of a place and no common word that is written alike (小区临江而建)."""
_RESIDENT = re.compile(
    "(?:居民|村民|业主|住户|商户|老人|党员|志愿者|群众|职工|教师|医生|学生|店主|楼长|组长|监理员)$"
)
_TITLED = re.compile(rf"(?:{TITLES})")
_OWNERS = 24
_HASH = 40
"""Bits of an entry for the street and for the hash of its amount."""


class _Hit(NamedTuple):
    start: int
    end: int
    code: str
    row: int


class Strangers:
    """The names, leaders and amounts of all streets of a batch, to look for in the draft of each.

    What `shared` says, the text of the facts that all streets share, is nobody's own. It is made once, and can
    be sent between processes.
    """

    def __init__(self, streets: Iterable[Known], shared: str = "") -> None:
        self._streets: list[str] = []
        self._names: dict[str, int] = {}
        self._bare: dict[str, int] = {}
        self._leaders: dict[str, int] = {}
        self._labels: dict[str, int] = {}
        self._units: Counter[str] = Counter()
        self._amounts, self._labelled = array("Q"), array("Q")
        self._free = {key for amount in numbers_in(shared) if (key := amount_key(amount))}
        for street in streets:
            self._learn(street, shared)
        self._amounts = array("Q", sorted(self._amounts))
        self._labelled = array("Q", sorted(self._labelled))
        self._ends = _either({name[-1] for name in self._names})
        self._firsts = _either({name[0] for name in self._leaders})
        self._name_lengths = _lengths(self._names)
        self._bare_lengths = _lengths(self._bare)

    def _learn(self, street: Known, shared: str) -> None:
        row = len(self._streets)
        self._streets.append(street.name)
        for known, names in (
            (self._names, street.names),
            (self._bare, (street.bare,)),
            (self._leaders, street.leaders),
        ):
            for name in names:
                if name and name not in shared:
                    known.setdefault(name, row)
        for key, label in street.amounts:
            if key not in self._free:
                self._amounts.append(_entry(key, row))
                self._labelled.append(_entry(key + label, row))
                self._labels[label] = row
                self._units[key.lstrip("-.0123456789")] += 1

    def found_in(self, document: Document, own: Known) -> tuple[Finding, ...]:
        """Return what of other streets stands in the draft of a street, in reading order."""
        lines = [line for speech in document.speeches for line in lines_of(speech)]
        text = "\n".join(line.text for line in lines)
        mine = {key for key, _label in own.amounts} | set(map(amount_key, numbers_in(_read_out(lines))))
        hits = (*self._named(text, own), *self._led(text, own), *self._counted(text, mine))
        return tuple(dict.fromkeys(self._finding(lines, text, hit) for hit in sorted(hits)))

    def _named(self, text: str, own: Known) -> list[_Hit]:
        """Return other streets' names: at each end of a name the longest that fits, for a street's own name may
        hold another's; a bare name where it is spoken of as of a place."""
        mine = {*own.names, own.bare}
        hits: list[_Hit] = []
        for end, lengths, names in self._places(text):
            fitting = (text[end - length : end] for length in lengths if length <= end)
            name = next((name for name in fitting if name in names or name in mine), "")
            if name and name not in mine:
                while hits and end - len(name) <= hits[-1].start < end:  # 青石桥街道 within 青石桥街道党工委
                    hits.pop()
                hits.append(_Hit(end - len(name), end, OTHER_NAME, names[name]))
        return hits

    def _places(self, text: str) -> Iterator[tuple[int, tuple[int, ...], dict[str, int]]]:
        for found in self._ends.finditer(text):
            yield found.end(), self._name_lengths, self._names
        for found in _SPEAKS_OF.finditer(text):
            yield found.start(), self._bare_lengths, self._bare

    def _led(self, text: str, own: Known) -> Iterator[_Hit]:
        """Yield other streets' leaders: a name of two characters only beside a title, none of a resident."""
        past = 0
        for found in self._firsts.finditer(text):
            start = found.start()
            if start < past:
                continue
            for name in (text[start : start + length] for length in (4, 3, 2)):
                if name in own.leaders:
                    past = start + len(name)
                    break
                if name in self._leaders and _is_leader(text, start, name):
                    past = start + len(name)
                    yield _Hit(start, past, OTHER_LEADER, self._leaders[name])
                    break

    def _counted(self, text: str, mine: set[str]) -> Iterator[_Hit]:
        """Yield other streets' amounts: with the label in the sentence, or with so many digits that it is no
        chance."""
        for amount in numbers_in(text):
            key = amount_key(amount)
            owner = _owner(self._amounts, key) if key and key not in mine else None
            if owner is None:
                continue
            if _digits(amount.number) < self._fewest(amount.unit):
                sentence = _sentence_at(text, amount.start)
                owners = (_owner(self._labelled, key + label) for label in self._labels if label in sentence)
                owner = next((row for row in owners if row is not None), None)
            if owner is not None:
                yield _Hit(amount.start, amount.end, OTHER_FIGURE, owner)

    def _fewest(self, unit: str) -> int:
        digits = FEWEST_DIGITS
        while self._units[unit] * 10 > 9 * 10 ** (digits - 1):
            digits += 1
        return digits

    def _finding(self, lines: Iterable[Line], text: str, hit: _Hit) -> Finding:
        words, street = text[hit.start : hit.end], self._streets[hit.row]
        messages = {
            OTHER_NAME: _("“{words}” is another street's name ({street})"),
            OTHER_LEADER: _("“{words}” is a leader of another street ({street})"),
            OTHER_FIGURE: _("“{words}” is a figure of another street ({street})"),
        }
        message = messages[hit.code].format(words=words, street=street)
        quote = _sentence_at(text, hit.start)
        fact = _fact_at(lines, hit.start)
        return Finding(hit.code, message, quote if len(quote) <= LONGEST_QUOTE else words, fact)


def _read_out(lines: Iterable[Line]) -> str:
    """Return what the lines read out of the draft's own figures, worked out numbers too."""
    found = []
    for line in lines:
        for inline in line.inlines:
            origin = inline.origin
            if isinstance(origin, Filled) and origin.facts and origin.facts[0].startswith("figures."):
                found.append(inline.text)
    return "\n".join(found)


def _fact_at(lines: Iterable[Line], place: int) -> str:
    """Return the address of the fact that a character of the text comes from, "" for a frame's words."""
    end = 0
    for line in lines:
        for inline in line.inlines:
            end += len(inline.text)
            if place < end:
                origin = inline.origin
                return next(iter(origin.facts), "") if isinstance(origin, Filled) else ""
        end += 1
    return ""


def _is_leader(text: str, start: int, name: str) -> bool:
    before, after = text[max(start - 4, 0) : start], text[start + len(name) :]
    titled = bool(_TITLED.match(after) or _TITLED.search(before[-3:]) or before[-1:].isspace())
    return titled or (len(name) > 2 and not _RESIDENT.search(before))


def _sentence_at(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    end = start
    for sentence in sentences(text[start:].partition("\n")[0]):
        end += len(sentence)
        if place < end:
            return sentence
    return ""


def _digits(number: str) -> int:
    """Return the significant digits of a number: those before zeros at its end tell nothing (2300户)."""
    return len(number.rstrip("万亿").replace(",", "").replace(".", "").strip("0"))


def _either(characters: Iterable[str]) -> re.Pattern[str]:
    found = "".join(sorted(map(re.escape, characters)))
    return re.compile(f"[{found}]" if found else "(?!)")


def _lengths(names: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(name) for name in names}, reverse=True))


def _entry(words: str, row: int) -> int:
    """Return the hash of an amount and its street as one number."""
    hashed = int.from_bytes(blake2b(words.encode(), digest_size=_HASH // 8).digest())
    return hashed << _OWNERS | row


def _owner(entries: "array[int]", words: str) -> int | None:
    """Return the first street that has an amount, None for none."""
    first = _entry(words, 0)
    place = bisect_left(entries, first)
    found = entries[place] if place < len(entries) else -1
    return found & ((1 << _OWNERS) - 1) if found >> _OWNERS == first >> _OWNERS else None
