"""数据 of one speech: each figure once, with a name of its own."""

from collections.abc import Iterable

from draftkit.extract.names import name_of, noun_before
from draftkit.fact.change import direction
from draftkit.fact.check import faults
from draftkit.fact.figure import Change, Figure, Members, Plain, count_of, numeral_of
from draftkit.fact.number import Number, number_in
from draftkit.pattern import usable_name
from draftkit.rhetoric.bundle import Bundle
from draftkit.zh.numbers import DATES, Amount, Changed, pair_of
from draftkit.zh.numerals import LARGEST, to_numeral

SPECIFIC = 4
"""Digits of a number that is hardly twice the same by chance, so that two nouns with it are one (ours)."""


class Figures:
    """The figures found so far, by name; `taken` are the names that are something else's."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.named: dict[str, Figure] = {}
        self._taken = set(taken)
        self._known: dict[tuple[object, ...], Figure] = {}
        self._last: dict[str, int] = {}

    def bundle(self, bundle: Bundle) -> Figure | None:
        """Return the list of a coined name that begins with the count of its members, None for another. A
        三三单 of three members would be read back as 三单."""
        count, coin = numeral_of(bundle.name)
        members = Members(bundle.items, coin)
        right = count == len(bundle.items) != count_of(coin) and members.coined == bundle.name
        if not right or any(faults(Figure(coin, members))):
            return None
        bare = coin[1:] if len(coin) > 2 else coin
        return self._add(("bundle", bundle.name), bare if len(bare) > 1 else f"{bare}单", members, "")

    def change(self, text: str, changed: Changed) -> Figure:
        """Return the figure of a change that stands in a text."""
        before, after = changed.before, changed.after
        label = noun_before(text, _lead(text, before.start)) or name_of(
            text, after.start, after.end, after.unit
        )
        kind = Change(_number(before.number), _number(after.number))
        rising = kind.end.value > kind.start.value
        word = changed.word and ("" if changed.word == direction(kind, after.unit) else pair_of(changed.word))
        if word and direction(kind._replace(word=word), after.unit) != changed.word:
            word = f"{changed.word}/{changed.word}"  # a word that does not fit the numbers is printed as it is
        key = ("change", before.number, after.number, after.unit, label, word, rising)
        return self._add(key, label, kind._replace(word=word), after.unit)

    def changed_to(self, text: str, number: Amount) -> Figure | None:
        """Return the change of which a number is the later value: 平均年龄38岁 where 平均年龄 fell to it."""
        for figure in self._known.values():
            if isinstance(figure.kind, Change) and (figure.kind.end.text, figure.unit) == number[2::2]:
                label = name_of(text, number.start, number.end, number.unit)
                if label == figure.called and not number.between:
                    return figure
        return None

    def plain(self, text: str, number: Amount) -> Figure:
        """Return the figure of a number that stands in a text."""
        name = name_of(text, number.start, number.end, number.unit)
        digits = sum(map(str.isdigit, number.number))
        specific = digits >= SPECIFIC and number.unit not in DATES
        key = ("plain", number.number, number.unit, "" if specific else name)
        return self._add(key, name, Plain(_number(number.number)), number.unit)

    def _add(self, key: tuple[object, ...], name: str, kind: Change | Plain | Members, unit: str) -> Figure:
        if key not in self._known:
            free = self._free(name)
            figure = Figure(free, kind, unit, label=name if free != name else "")
            self._known[key] = self.named[free] = figure
        return self._known[key]

    def _free(self, name: str) -> str:
        """Return the name, or the first of 名二, 名三 … that nothing has."""
        name = name if usable_name(name) else "数"
        number, free = self._last.get(name, 1), name
        while free in self.named or free in self._taken:
            number += 1
            free = f"{name}{to_numeral(number) if number <= LARGEST else number}"
        self._last[name] = number
        return free


def _lead(text: str, start: int) -> int:
    """Return where what leads up to a change begins: 由, and the time from which it runs."""
    clause = max(text.rfind(mark, 0, start) for mark in "，。；：、！？（")
    found = max(text.rfind(word, clause + 1, start) for word in "由从自")
    return found if found > clause + 2 else start


def _number(text: str) -> Number:
    found = number_in(text)
    assert found is not None
    return found[0]
