"""Totals against the sum of the streets."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from draftkit.errors import Place
from draftkit.fact.number import Number, plain
from draftkit.messages import _
from draftkit.store.table.sheet import Row
from draftkit.store.table.words import is_mean, is_part, number_of

_NOTHING = Decimal(0)
MOST_TOTALS = 2000
"""Totals of one table that are kept (ours): more are none."""


class Total(NamedTuple):
    """A total row: its name, its row, its numbers by column as written; the sums of the streets above."""

    name: str
    row: int
    said: Mapping[int, str]
    above: Mapping[int, Decimal]


class Difference(NamedTuple):
    """A total that the streets do not add up to."""

    total: Total
    column: int
    said: str
    sum: str


class Sums:
    """Adds up the columns of a table, row by row, and keeps its totals."""

    def __init__(self) -> None:
        self.running: dict[int, Decimal] = {}
        self.totals: list[Total] = []

    def add(self, column: int, number: Number) -> None:
        """Add a number of a street."""
        self.running[column] = self.running.get(column, _NOTHING) + number.value

    def total(self, name: str, row: Row) -> None:
        """Keep a total; a mean is none."""
        if not is_mean(name) and len(self.totals) < MOST_TOTALS:
            said = {cell.column: cell.text for cell in row.cells if not cell.trouble and number_of(cell.text)}
            self.totals.append(Total(name, row.number, said, dict(self.running)))

    def differences(self, columns: Sequence[int]) -> Iterator[Difference]:
        """Yield the totals of these columns that are neither the sum of all streets nor that of those since the
        total before, or up to the total behind."""
        for place, total in enumerate(self.totals):
            for column in columns:
                found = number_of(total.said.get(column, ""))
                if not found:
                    continue
                all_, before, after = self._sums(place, column)
                size = Decimal(1).scaleb(-found[0].places) / 2 if found[0].places else _NOTHING
                if all(abs(found[0].value - one) > size for one in (all_, before, after)):
                    own = (before or after) if is_part(total.name) else all_
                    yield Difference(total, column, total.said[column], plain(own, 4))

    def _sums(self, place: int, column: int) -> tuple[Decimal, Decimal, Decimal]:
        zero = _NOTHING
        here = self.totals[place].above.get(column, zero)
        before = self.totals[place - 1].above.get(column, zero) if place else zero
        everything = self.running.get(column, zero)
        behind = self.totals[place + 1].above.get(column, zero) if place + 1 < len(self.totals) else everything
        return everything, here - before, behind - here


def told(difference: Difference, place: Place, header: str, cells: str) -> str:
    """Return the line that tells a difference; `place` is the total's cell, `cells` those of the streets."""
    message = _("{place} {total} of “{header}” says {said}, the streets ({cells}) add up to {sum}")
    return message.format(
        place=place,
        total=difference.total.name,
        header=header,
        said=difference.said,
        sum=difference.sum,
        cells=cells,
    )
