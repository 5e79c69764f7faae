"""Numbers of a workbook as they are seen: without the noise of binary fractions, in percent, as dates."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isinf

from draftkit.messages import _
from draftkit.store.table.formats import Format

KEPT_DIGITS = 15
"""Digits that a workbook keeps of a number (规定, of Excel and WPS)."""
TYPED_DECIMALS = 4
"""Decimals that people type at most (ours): what has more was computed, and is shown rounded."""

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_DAY = 86_400
_BEFORE_1900, _LEAP_DAY, _FIRST_1904 = datetime(1899, 12, 31), 60, datetime(1904, 1, 1)
_LAST = 2_958_466  # the day after 9999-12-31


def seen(raw: str, shown: Format, since_1904: bool = False) -> tuple[str, str]:
    """Return how a number is seen, and the trouble with it, else ""."""
    if not _NUMBER.fullmatch(raw) or isinf(float(raw)):
        return raw, _("this is no number")
    number = Decimal(f"{float(raw):.{KEPT_DIGITS}g}")
    if shown.moment:
        return _moment(float(raw), shown.moment, since_1904) or (_plain(number), _("this number is no date"))
    if abs(number) >= 10**KEPT_DIGITS:
        return raw if "e" not in raw.lower() else _plain(number), _(
            "a number of more than {n} digits loses the last ones: format the cell as text, then type it again"
        ).format(n=KEPT_DIGITS)
    if shown.scaled:
        return _plain(number), _("the cell shows this number divided by its format: write it as it is meant")
    number = _rounded(number.scaleb(2) if shown.percent else number, shown.decimals)
    return _plain(number).zfill(shown.digits) + ("%" if shown.percent else shown.unit), ""


def _rounded(number: Decimal, decimals: int | None) -> Decimal:
    has = -int(number.normalize().as_tuple().exponent)
    if decimals is None or has <= max(decimals, TYPED_DECIMALS):
        return number
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number else "0"


def _moment(serial: float, moment: str, since_1904: bool) -> tuple[str, str] | None:
    if not 0 <= serial < _LAST:
        return None
    seconds = round(serial * _DAY)
    if moment == "elapsed":
        return _clock(seconds), ""
    if moment == "time":
        return _clock(seconds % _DAY), ""
    day = _day(seconds // _DAY, since_1904)
    if day is None:
        return None
    text = {"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(moment, f"{day:%Y-%m-%d}")
    clock = _clock(seconds % _DAY) if moment == "both" and seconds % _DAY else ""
    return f"{text} {clock}".rstrip(), ""


def _day(days: int, since_1904: bool) -> datetime | None:
    if since_1904:
        return _FIRST_1904 + timedelta(days) if days < _LAST - 1462 else None
    # Workbooks since 1900 have a 29 February in that year, which was none.
    if days in (0, _LEAP_DAY) or days >= _LAST:
        return None
    return _BEFORE_1900 + timedelta(days - (days > _LEAP_DAY))


def _clock(seconds: int) -> str:
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours:02}:{minutes:02}" + (f":{rest:02}" if rest else "")
