"""Known numbers: every number that the facts can stand for in a draft, in all readings of all figures."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from draftkit.fact.facts import Deed, Facts, Given, Item, Listing, SectionFacts, Words
from draftkit.fact.figure import Figure, Unknown
from draftkit.fact.number import number_in
from draftkit.fact.reading import FILTERS, read_out
from draftkit.fact.word import Unreadable
from draftkit.zh.numbers import Amount, numbers_in
from draftkit.zh.sentence import sentences

_BARE = frozenset(("数", "原数", "现数"))


class Known(NamedTuple):
    """A number of the facts: what it means, and its unit ("" where a text may give it any)."""

    value: Decimal
    unit: str


def readings(figure: Figure) -> Iterator[str]:
    """Yield what a figure reads in each way in which it can be read; a number without its unit is none."""
    for name in FILTERS.keys() - _BARE if not isinstance(figure.kind, Unknown) else ():
        try:
            yield "".join(word.text for word in read_out(figure, (name,) if name else ()))
        except Unreadable:
            continue


def numbers_of(figure: Figure) -> frozenset[Known]:
    """Return the numbers of a figure in all its readings."""
    return frozenset(known for text in readings(figure) for known in _numbers(text))


def words_of(facts: Facts) -> Iterator[Words]:
    """Yield all words of the user, wherever they stand."""
    for given in facts.named.values():
        yield from _given(given)
    yield from facts.title
    parts = (facts.opening, *facts.sections, facts.closing)
    yield from _sections(part for part in parts if part)
    yield from _items(facts.next)


def _sections(sections: Iterable[SectionFacts]) -> Iterator[Words]:
    for section in sections:
        for given in section.slots.values():
            yield from _given(given)
        yield from _items(section.body)
        yield from _sections(section.points)


def _items(items: Iterable[Item]) -> Iterator[Words]:
    for item in items:
        if isinstance(item, Deed):
            for given in item.slots.values():
                yield from _given(given)
        else:
            yield item


def _given(given: Given) -> Iterable[Words]:
    return given.items if isinstance(given, Listing) else (given,)


def statements(facts: Facts) -> Iterator[tuple[str, ...]]:
    """Yield the words of each sentence of the bodies and of each terse fact, in pieces: what it quotes, and the
    names of figures, are left out."""
    parts = (facts.opening, *facts.sections, facts.closing)
    for item in (*_bodies(part for part in parts if part), *facts.next):
        if isinstance(item, Deed):
            found = [piece for words in _items((item,)) for piece in words.pattern.fixed]
            yield tuple(piece for piece in found if piece not in facts.figures)
        else:
            yield from ((sentence,) for piece in item.pattern.fixed for sentence in sentences(piece))


def _bodies(sections: Iterable[SectionFacts]) -> Iterator[Item]:
    for section in sections:
        yield from section.body
        yield from _bodies(section.points)


def known_numbers(facts: Facts) -> frozenset[Known]:
    """Return every number of the facts: of the figures, and in the user's own words."""
    told = (known for words in words_of(facts) for text in words.pattern.fixed for known in _numbers(text))
    return frozenset((*told, *(known for figure in facts.figures.values() for known in numbers_of(figure))))


def roundable_numbers(facts: Facts) -> frozenset[Known]:
    """Return the numbers of figures for which the user has given no rounded form."""
    return frozenset(
        known for figure in facts.figures.values() if not figure.approx for known in numbers_of(figure)
    )


def same(amount: Amount, known: Known) -> bool:
    """Whether a number in a draft is a known one: the same value, and units that do not contradict."""
    found = number_in(amount.number)
    if found is None or found[0].value != known.value:
        return False
    unit = unit_of(amount.unit)
    return unit.startswith(known.unit) or known.unit.startswith(unit)


def _numbers(text: str) -> Iterator[Known]:
    for amount in numbers_in(text):
        found = number_in(amount.number)
        if found:
            yield Known(found[0].value, unit_of(amount.unit))


def unit_of(unit: str) -> str:
    """Return a unit as it is compared: 个百分点 as 百分点, ％ as %."""
    return unit.replace("％", "%").removeprefix("个") or unit
