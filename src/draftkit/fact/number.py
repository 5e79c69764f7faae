"""Numbers as typed: printed as the user wrote them, compared as decimals."""

import re
from decimal import Decimal
from typing import NamedTuple

_NUMBER = re.compile(r"\s*(?P<digits>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?P<scale>[万亿]?)", re.ASCII)
_SCALE = {"": Decimal(1), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
LONGEST = 30


class Number(NamedTuple):
    """A number: `text` as typed (1,200 · 3.2万), `value` what it means, `places` its decimals."""

    text: str
    value: Decimal
    places: int = 0


def number_in(text: str) -> tuple[Number, str] | None:
    """Return the number at the start of a text, and the words after it (its unit); None without one.

    Digits are ASCII; thousands may be parted by commas; 万 and 亿 belong to the number. More than
    30 characters are no number of an office.
    """
    found = _NUMBER.match(text)
    if not found or len(found[0]) > LONGEST:
        return None
    digits = found["digits"].replace(",", "")
    value = Decimal(digits) * _SCALE[found["scale"]]
    places = len(digits.partition(".")[2])
    return Number(found["digits"] + found["scale"], value, places), text[found.end() :].strip()


def plain(value: Decimal, places: int) -> str:
    """Return a computed number rounded half up to `places` decimals, without zeros at the end."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
