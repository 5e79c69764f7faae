"""Dates as a speech prints them."""

import re

_DATE = re.compile(r"([1-9]\d{3})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?", re.ASCII)


def printed_date(text: str) -> str | None:
    """Return 2026-10 as 2026年10月, 2026-11-20 as 2026年11月20日; None for what is no date.

    Arabic numerals without padding (规定, GB/T 9704 7.3.5.4); a year has four digits, the first not 0.
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    from datetime import date

    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
