"""Number formats: what a workbook shows of a number, a percentage, a unit, or a date.

How formats are written: 规定, ECMA-376 Part 1, 18.8.30 and 18.8.31, with the built-in ones
of Chinese programs.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_TIME, _TIME_12 = 'h"时"mm"分"', '上午/下午h"时"mm"分"'
_PAIRS = (
    *((1, "0"), (2, "0.00"), (3, "#,##0"), (4, "#,##0.00"), (9, "0%"), (10, "0.00%"), (11, "0.00E+00")),
    *((12, "# ?/?"), (13, "# ??/??"), (14, "yyyy/m/d"), (15, "d-mmm-yy"), (16, "d-mmm"), (17, "mmm-yy")),
    *((18, "h:mm AM/PM"), (19, "h:mm:ss AM/PM"), (20, "h:mm"), (21, "h:mm:ss"), (22, "yyyy/m/d h:mm")),
    *((27, _YEAR_MONTH), (28, _MONTH_DAY), (29, _MONTH_DAY), (30, "m-d-yy"), (31, 'yyyy"年"m"月"d"日"')),
    *((32, _TIME), (33, f'{_TIME}ss"秒"'), (34, _TIME_12), (35, f'{_TIME_12}ss"秒"'), (36, _YEAR_MONTH)),
    *((37, "#,##0"), (38, "#,##0"), (39, "#,##0.00"), (40, "#,##0.00"), (41, "#,##0"), (42, "#,##0")),
    *((43, "#,##0.00"), (44, "#,##0.00"), (45, "mm:ss"), (46, "[h]:mm:ss"), (47, "mm:ss.0"), (48, "##0.0E+0")),
    *((49, "@"), (50, _YEAR_MONTH), (51, _MONTH_DAY), (52, _YEAR_MONTH), (53, _MONTH_DAY), (54, _MONTH_DAY)),
    *((55, _TIME_12), (56, f'{_TIME_12}ss"秒"'), (57, _YEAR_MONTH), (58, _MONTH_DAY)),
)
BUILT_IN = {str(number): code for number, code in _PAIRS}
"""The formats that a workbook names by their number alone."""

_MOST = 500
"""Characters of a format that are looked at (ours); programs take no longer ones."""

_TOKEN = re.compile(
    r"""(?P<general>general|[gG]/通用格式) | "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | [_*].
      | \[(?P<elapsed>h+|m+|s+)\] | \[[^\]]*\]? | (?P<noon>am/pm|a/p|上午/下午) | (?P<end>;)
      | (?P<exponent>[0#?]e[+-][0#?]+) | (?P<bare>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_POINT = "!"
# A comma after the last digit divides what is shown by a thousand, a point written between digits by as much as
# there are behind it.
_SCALED = re.compile(rf"[0#?],+(?!.*[0#?])|[0#?]{_POINT}.*[0#?]")
_FIXED = re.compile(r"[^0#?.E]*([0#?,]*[0#?])(?:\.([0#?]*))?[^0#?.E]*")
_UNIT = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?|[℃℉㎡㎥㎞]")


class Format(NamedTuple):
    """What is shown of a number.

    `moment` says what of a point in time: "date", "month", "year", "time", "elapsed", "both" (date and time),
    "" for a number. `decimals` is how many are shown, None where the value alone says that; `digits` is how
    many there are at least before the point: more than one are a code (0371 by `0000`); `scaled` is what is
    shown smaller than it is; `bare` shows a whole number as it stands.
    """

    moment: str = ""
    decimals: int | None = None
    digits: int = 1
    percent: bool = False
    unit: str = ""
    scaled: bool = False
    bare: bool = False


GENERAL = Format(bare=True)


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """Return what a format's code makes of a number above zero."""
    bare, unit, elapsed = "", "", False
    for token in _TOKEN.finditer(code[:_MOST]):
        if token["end"]:
            break
        elapsed = elapsed or bool(token["elapsed"])
        bare += "E" if token["exponent"] else (token["bare"] or token["elapsed"] or "").lower()
        literal = token["quoted"] or token["escaped"] or (token["bare"] if _is_word(token["bare"]) else "")
        bare += _POINT if literal and "." in literal else ""
        unit = "" if token["bare"] in ("0", "#", "?") else unit + (literal or "")
    moment = "elapsed" if elapsed else _moment(bare)
    if moment:
        return Format(moment)
    return _of_number(bare, unit.strip())


def _is_word(character: str | None) -> bool:
    return character is not None and not character.isascii()


def _moment(bare: str) -> str:
    year, day, time = ("y" in bare or "e" in bare), ("d" in bare or "aaa" in bare), ("h" in bare or "s" in bare)
    month = "m" in bare
    if time:
        return "both" if year or day else "time"
    if year and not day:
        return "month" if month else "year"
    return "date" if day or month else ""


def _of_number(bare: str, unit: str) -> Format:
    scaled = _SCALED.search(bare) is not None
    percent = "%" in bare
    fixed = _FIXED.fullmatch(bare)
    digits, decimals = (fixed[1].count("0") or 1, len(fixed[2] or "")) if fixed else (1, None)
    unit = unit if _UNIT.fullmatch(unit) and not percent else ""
    return Format("", decimals, digits, percent, unit, scaled, not (percent or unit or scaled or digits > 1))
