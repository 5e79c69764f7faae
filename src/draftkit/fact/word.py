"""Words of a reading: the figure's own and the filter's told apart."""

from typing import NamedTuple

from draftkit.fact.number import Number


class Word(NamedTuple):
    """Some characters of a reading; `supplied` where they come from the fact, computed values included."""

    text: str
    supplied: bool = True


Reading = tuple[Word, ...]


class Unreadable(ValueError):
    """A filter that this figure cannot be read with: what is wrong and what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message, self.advice = message, advice


def amount(number: Number, unit: str) -> Word:
    """Return a number with its unit as one word."""
    return Word(number.text + unit)
