"""Chinese numerals up to 9999, both ways; larger ones are written only."""

from functools import lru_cache

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
LARGEST = 9999
CHARACTERS = frozenset("一二两三四五六七八九十百千万零〇○")
"""What numerals are written with."""


@lru_cache(maxsize=128)
def to_numeral(number: int) -> str:
    """Return 3 as 三, 12 as 十二, 105 as 一百零五, 12300 as 一万二千三百.

    Raises ValueError outside 0..99999999: no file has so many of anything.
    """
    high, low = divmod(number, LARGEST + 1)
    if not 0 <= high <= LARGEST:
        raise ValueError(f"no numeral for {number}")
    if high:
        between = "零" if 0 < low < 1000 else ""
        return f"{to_numeral(high)}万{between}{to_numeral(low) if low else ''}"
    if number == 0:
        return "零"
    words, rest, skipped = "", number, False
    for unit, name in _UNITS:
        count, rest = divmod(rest, unit)
        if count:
            words += ("零" if skipped else "") + _DIGITS[count] + name
            skipped = False
        elif words:
            skipped = True
    if rest:
        words += ("零" if skipped else "") + _DIGITS[rest]
    return words.removeprefix("一") if words.startswith("一十") else words


def to_count(number: int) -> str:
    """Return the numeral that stands before a measure word: 两 for 2 (两个方面), else as to_numeral."""
    return "两" if number == 2 else to_numeral(number)


def from_numeral(words: str) -> int | None:
    """Return 十二 as 12, 两 as 2; None for anything that is no numeral as `to_numeral` writes it."""
    text = words.replace("两", "二")
    units = {name: unit for unit, name in _UNITS}
    total = digit = 0
    for character in text:
        if character in units:
            total, digit = total + (digit or 1) * units[character], 0
        else:
            digit = _DIGITS.find(character)
    number = total + digit
    return number if digit >= 0 and 0 <= number <= LARGEST and text and to_numeral(number) == text else None


def numeral_around(text: str, place: int) -> tuple[int, int]:
    """Return from where to where the characters of numerals reach around a place of a text."""
    start = end = place
    while start and text[start - 1] in CHARACTERS:
        start -= 1
    while text[end : end + 1] in CHARACTERS and end < len(text):
        end += 1
    return start, end


def digits_of(words: str) -> str | None:
    """Return 三百二十一 as 321, 九十六点三 as 96.3, 一万二千三百 as 12300, 二〇二五 as 2025; None for anything
    else."""
    whole, point, decimals = words.partition("点")
    if point:
        found, behind = digits_of(whole), decimals.translate(_DIGIT)
        return f"{found}.{behind}" if found and behind.isdecimal() else None
    year = whole.translate(_DIGIT)
    if len(year) == 4 and year.isdecimal():
        return year
    high, sign, low = whole.rpartition("万")
    thousands = from_numeral(high) if sign else 0
    rest = from_numeral(low.removeprefix("零") or "零" if sign else low)
    return None if thousands is None or rest is None else str(thousands * 10000 + rest)


_DIGIT = str.maketrans("零〇○一二三四五六七八九", "000123456789")
