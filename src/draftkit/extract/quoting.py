"""Every figure of a speech once, under a name, and the texts that quote it where it stood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from draftkit.extract.figures import Figures
from draftkit.fact.facts import Words
from draftkit.fact.figure import Figure, Members
from draftkit.fact.reading import read_out
from draftkit.pattern import Fixed, Part, Pattern, Slot
from draftkit.rhetoric.bundle import Bundle
from draftkit.zh.numbers import Amount, Changed, changes_in, numbers_in
from draftkit.zh.numerals import to_count

SECTIONS = "部分数"
"""What compose provides: the number of sections."""
_ANNOUNCED = re.compile(
    r"(?:讲|谈|提|作|做|说|汇报|介绍|强调|表态|交流|从)[^，。；：、“”]{0,6}?(?P<count>[两三四五六七八九十])"
    r"(?:点|条|个方面|方面|件事|层意思|项工作|个问题|个字)"
)


class Quote(NamedTuple):
    """A stretch of a text that a figure prints, from `start` to `end`, read with a filter ("" for none)."""

    start: int
    end: int
    figure: str
    reading: str = ""


class Quoter:
    """Turns texts of one speech into words that quote its figures. Changes and bundles are looked for in all
    texts first, so that what stands before them quotes them too."""

    def __init__(self, texts: Iterable[str], bundles: Sequence[Bundle], taken: Iterable[str] = ()) -> None:
        self.figures = Figures(taken)
        self._bundles = [figure for bundle in bundles if (figure := self.figures.bundle(bundle))]
        self._numerals = [(_numeral_of(figure), figure) for figure in self._bundles]
        for text in texts:
            for changed in changes_in(text, list(numbers_in(text))):
                self.figures.change(text, changed)

    def words(self, text: str, key: str, sections: int = 0) -> Words:
        """Return a text as words at an address of the facts, its figures quoted by name; so is what it says of
        the number of `sections` that follow (下面讲三点意见)."""
        parts: list[Part] = []
        place = 0
        for quote in self._quotes(text, sections):
            if quote.start > place:
                parts.append(Fixed(text[place : quote.start]))
            parts.append(Slot(quote.figure, (quote.reading,) if quote.reading else ()))
            place = quote.end
        if place < len(text):
            parts.append(Fixed(text[place:]))
        return Words(Pattern(tuple(parts)), key)

    def _quotes(self, text: str, sections: int) -> list[Quote]:
        """Return the quotes of a text in order; where two claim a character the longer, told first, has it."""
        numbers = list(numbers_in(text))
        changes = list(changes_in(text, numbers))
        told = [*self._members(text), *self._coined(text), *self._changed(text, changes)]
        told += _announced(text, sections)
        told += self._differences(text, numbers, changes)
        told += [self._plain(text, number) for number in _apart(numbers, told)]
        kept: list[Quote] = []
        for quote in sorted(told, key=lambda quote: (quote.start, quote.start - quote.end)):
            if not kept or quote.start >= kept[-1].end:
                kept.append(quote)
        return kept

    def _members(self, text: str) -> Iterator[Quote]:
        for figure in self._bundles:
            yield from _places(text, _read(figure, "成员"), figure.name, "成员")

    def _coined(self, text: str) -> Iterator[Quote]:
        for (numeral, coin), figure in self._numerals:
            yield from _places(text, _read(figure, "缩语"), figure.name, "缩语")
            for found in re.finditer(re.escape(numeral + coin), text):
                yield Quote(found.start(), found.start() + len(numeral), figure.name, "计数")

    def _changed(self, text: str, changes: Sequence[Changed]) -> Iterator[Quote]:
        for changed in changes:
            figure = self.figures.change(text, changed)
            before, after = changed.before, changed.after
            whole = _read(figure, "变化")
            start = after.end - len(whole)
            if start >= 0 and text[start : after.end] == whole and start <= before.start:
                yield Quote(start, after.end, figure.name, "变化")
                continue
            yield Quote(before.start, before.end, figure.name, "原值" if before.unit else "原数")
            if changed.word:
                yield Quote(changed.place, changed.place + len(changed.word), figure.name, "升降词")
            yield Quote(after.start, after.end, figure.name, "现值")

    def _differences(self, text: str, numbers: Sequence[Amount], changes: Sequence[Changed]) -> Iterator[Quote]:
        """下降16岁, said of a change in the same text."""
        changed = [self.figures.change(text, one) for one in reversed(changes)]
        by_difference = {_read(one, "差"): one for one in changed}
        for number in numbers:
            figure = by_difference.get(text[number.start : number.end])
            if figure is None:
                continue
            word = _read(figure, "升降词")
            before = text[: number.start].removesuffix("了")
            if before.endswith(word):
                yield Quote(len(before) - len(word), len(before), figure.name, "升降词")
            yield Quote(number.start, number.end, figure.name, "差")

    def _plain(self, text: str, number: Amount) -> Quote:
        after = self.figures.changed_to(text, number)
        if after:
            return Quote(number.start, number.end, after.name, "现值")
        figure = self.figures.plain(text, number)
        if number.between or not number.unit:
            end = number.start + len(number.number)
            return Quote(number.start, end, figure.name, "数" if figure.unit else "")
        return Quote(number.start, number.end, figure.name)


def _announced(text: str, sections: int) -> Iterator[Quote]:
    numeral = to_count(sections) if sections > 1 else ""
    for found in _ANNOUNCED.finditer(text):
        if found["count"] == numeral:
            yield Quote(*found.span("count"), SECTIONS)


def _apart(numbers: Iterable[Amount], told: Sequence[Quote]) -> Iterator[Amount]:
    """The numbers that no quote covers yet."""
    taken = {place for quote in told for place in range(quote.start, quote.end)}
    return (number for number in numbers if taken.isdisjoint(range(number.start, number.end)))


def _places(text: str, printed: str, name: str, reading: str) -> Iterator[Quote]:
    return (Quote(*found.span(), name, reading) for found in re.finditer(re.escape(printed), text) if printed)


def _read(figure: Figure, reading: str) -> str:
    return "".join(word.text for word in read_out(figure, (reading,)))


def _numeral_of(figure: Figure) -> tuple[str, str]:
    """Return the numeral of a list's coined name, and the rest of it."""
    assert isinstance(figure.kind, Members)
    coin = figure.kind.coin
    return figure.kind.coined.removesuffix(coin), coin
