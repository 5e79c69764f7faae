"""Amounts: every number of a proof that is written in digits, with its unit; found once, for all rules."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from draftkit.fact.number import number_in
from draftkit.zh.numbers import DATES, numbers_in

_ABOUT = frozenset("近约超逾")


class Amount(NamedTuple):
    """A number with its unit, from `start` to `end` in the text: its digits as they mean (half-width, 万 or 亿
    with them), its unit ("" for none, % half-width), the word that rounds it (近, 约, 余 … "" where it is
    exact), and whether 第 makes it an ordinal."""

    start: int
    end: int
    number: str
    unit: str
    about: str
    ordinal: bool

    @property
    def value(self) -> Decimal:
        """What the digits mean, without the unit: 1.2万 is 12000."""
        found = number_in(self.number)
        return found[0].value if found else Decimal(0)

    @property
    def places(self) -> int:
        """The decimals that are printed."""
        return len(self.number.rstrip("万亿").partition(".")[2])

    @property
    def step(self) -> Decimal:
        """The weight of the last digit that is printed: 0.1 for 96.3, 1000 for 1.2万 and for 7000."""
        digits = self.number.rstrip("万亿").replace(",", "")
        whole = digits.rstrip("0") if "." not in digits else digits
        size = Decimal(10) ** (len(digits) - len(whole) - self.places)
        scale = self.number[-1:]
        return size * {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}.get(scale, Decimal(1))

    @property
    def is_date(self) -> bool:
        """Whether it is a year, a month or a day, or a number of years."""
        return self.unit in DATES


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text in order."""
    for number in numbers_in(text):
        before = text[number.start - 1 : number.start]
        about = number.between or (before if before in _ABOUT else "")
        unit = "%" if number.unit == "％" else number.unit
        yield Amount(number.start, number.end, number.number, unit, about, before == "第")
