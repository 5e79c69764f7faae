"""C23: years, anniversaries and plans that do not go with the date."""

import re
from collections.abc import Iterator
from datetime import date

from draftkit.messages import N_, _
from draftkit.review.calendar import DAYS, FOUNDED, MEETINGS, PLANS, Date, date_in, date_of
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.tree import text_of
from draftkit.zh.numerals import digits_of

_N = "(?P<number>[0-9]+|[一二三四五六七八九十百]+)"
_JUBILEE = re.compile(f"(?P<event>{'|'.join(FOUNDED)}){_N}周年")
_NTH = re.compile(f"第{_N}个(?P<event>{'|'.join(DAYS)})")
_PLAN = re.compile(r"十[二三四五六]五(?=[”\"规时期发以]|期间)[”\"]?")
_STAGE = re.compile(r"(?:规划|时期|发展)*的?(?P<stage>开局|起步|首年|收官|收尾|最后一年|第[一二三四五]年)")
_YEAR_OF_STAGE = re.compile(
    r"(?:(?P<year>20\d\d)年|(?P<word>今年|去年|明年))(?:是|作为|既是|也是|为)?[^，。；\n\d]{0,6}$"
)
_SPAN = re.compile(r"(?:规划|时期|期间)*[（(](20\d\d)年?[—–\-～~至到]+(20\d\d)年?[）)]")
_SINCE = re.compile("(?:时期|规划)?(?:实施)?以来")
_AHEAD = re.compile('(?:谋划|编制|研究制定|谋深谋实)好?[“"]?$')
_SPIRIT = re.compile(f"(?P<meeting>{'|'.join(MEETINGS)})(?:精神|以来|作出|部署|召开以来|胜利闭幕)")
_RANGE = re.compile(r"年?(?:[—–\-～~]+|至|到)(?P<to>(?:19|20)\d\d)年")
_DAY = re.compile(r"(\d{1,2})[日号]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_COMING = re.compile("献礼|迎接|喜迎|即将|迎来|明年")
_AROUND = {"去年": -1, "今年": 0, "明年": 1}
_STAGES = {"开局": 0, "起步": 0, "首年": 0, "收官": 4, "收尾": 4, "最后一年": 4}
_LEAP = 2024
"""A year that has a 29 February, for days without a year."""
Dates = dict[int, Date | None]
_REACH = 28
"""Characters of an event with its 周年 at most."""
_LAST = 4
"""Years from the first of a plan to its last."""
_SPRING, _AUTUMN = 4, 10
"""Until this month a meeting may be of the year before; from this one on of the next (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield 2023年是“十四五”收官之年, 新中国成立74周年 in 2024, 2月30日, 2025—2021年."""
    dates = {number: date_of(proof, speech) for number, speech in enumerate(proof.document.speeches)}
    yield from _jubilees(proof, dates)
    yield from _plans(proof, dates)
    yield from _days(proof)
    yield from _titles(proof)
    for found in _SPIRIT.finditer(proof.text):
        given, held = _given(proof, dates, found.start()), MEETINGS[found["meeting"]]
        if given and (given[0], given[1] or 12) < held:
            message = _("{meeting} was held in {year}, after this speech")
            yield Spot(*found.span("meeting"), message.format(meeting=found["meeting"], year=held[0]))


def _given(proof: Proof, dates: Dates, place: int) -> Date | None:
    return dates[proof.row_at(place).speech]


def _jubilees(proof: Proof, dates: Dates) -> Iterator[Spot]:
    text = proof.text
    for sign, pattern, events, first in (("周年", _JUBILEE, FOUNDED, 0), ("第", _NTH, DAYS, 1)):
        for place in (mark.start() for mark in re.finditer(sign, text)):
            start, end = (max(0, place - _REACH), place + 2) if sign == "周年" else (place, place + _REACH)
            found = next(
                (one for one in pattern.finditer(text, start, end) if one.start() <= place < one.end()), None
            )
            number = found and (found["number"] if found["number"].isascii() else digits_of(found["number"]))
            if not found or not number:
                continue
            base = next(year for words, year in events.items() if re.fullmatch(words, found["event"]))
            years = _years(text, found, _given(proof, dates, place))
            right = {year - base + first for year in years}
            if years and int(number) not in right:
                message = _("in {year} it is {number}")
                year = min(years)
                yield Spot(*found.span("number"), message.format(year=year, number=year - base + first))


def _years(text: str, found: re.Match[str], given: Date | None) -> set[int]:
    """Return the years that a sentence may speak of."""
    start = max(text.rfind(stop, 0, found.start()) for stop in "。；\n") + 1
    end = min((place for stop in "。；\n" if (place := text.find(stop, found.end())) >= 0), default=len(text))
    years = {int(year) for year in _YEARS.findall(text, start, end)}
    if given:
        years.add(given[0])
        years |= {given[0] + 1} if _COMING.search(text, start, end) else set()
        years |= {given[0] - 1} if text.find("去年", start, end) >= 0 else set()
    return years


def _plans(proof: Proof, dates: Dates) -> Iterator[Spot]:
    text = proof.text
    for found in _PLAN.finditer(text):
        plan = found[0][:3]
        first, given = PLANS[plan], _given(proof, dates, found.start())
        span = _SPAN.match(text, found.end())
        if span and (int(span[1]), int(span[2])) != (first, first + _LAST):
            message = _("{plan} is {first} to {last}")
            yield Spot(span.start(1), span.end(2), message.format(plan=plan, first=first, last=first + _LAST))
        year = given and given[0]
        told = _YEAR_OF_STAGE.search(text, max(0, found.start() - 18), found.start())
        stage = _STAGE.match(text, found.end())
        if told and stage and (told["year"] or year):
            year = int(told["year"]) if told["year"] else int(year or 0) + _AROUND[told["word"]]
            words = stage["stage"]
            right = first + (_STAGES[words] if words in _STAGES else "一二三四五".index(words[1]))
            if year != right:
                message = _("of {plan} this is {right}, not {year}")
                yield Spot(found.start(), stage.end(), message.format(plan=plan, right=right, year=year))
        elif year and _SINCE.match(text, found.end()) and year < first:
            message = _("{plan} begins in {first}, after this speech")
            yield Spot(*found.span(), message.format(plan=plan, first=first))
        elif year and _AHEAD.search(text, max(0, found.start() - 8), found.start()) and year > first:
            message = _("{plan} began in {first}, before this speech")
            yield Spot(*found.span(), message.format(plan=plan, first=first))


def _days(proof: Proof) -> Iterator[Spot]:
    """Judge the days of the calendar, and the order of two years."""
    text = proof.text
    for amount in proof.amounts:
        if amount.unit == "月" and amount.number.isdecimal() and (day := _DAY.match(text, amount.end)):
            year = _YEARS.search(text, max(0, amount.start - 5), amount.start)
            if not _is_day(int(year[1]) if year else _LEAP, int(amount.number), int(day[1])):
                yield Spot(amount.start, day.end(), _("there is no such day"))
        elif len(amount.number) == 4 and amount.unit in ("", "年"):
            end = _RANGE.match(text, amount.start + 4)
            if end and amount.number.isdecimal() and int(amount.number) > int(end["to"]):
                yield Spot(amount.start, end.end(), _("the years run backwards"))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def _titles(proof: Proof) -> Iterator[Spot]:
    """Judge the year in a title against the date below it."""
    for row in proof.rows:
        found = _YEARS.search(proof.text, row.start, row.end) if row.role in ("title", "subtitle") else None
        given = date_in(text_of(proof.document.speeches[row.speech].date)) if found else None
        if found and given:
            year, month = given
            ahead = year - int(found[1])
            if (
                ahead
                and not (ahead == 1 and (month or 1) <= _SPRING)
                and not (ahead == -1 and (month or 12) >= _AUTUMN)
            ):
                message = _("the date below says {year}")
                yield Spot(*found.span(1), message.format(year=year))


RULE = Rule(
    code="C23",
    name=N_("year that does not go with the date"),
    grade="实务",
    looks_for=N_(
        "anniversaries, plans, congresses and years in titles that do not fit the date; days that do not exist"
    ),
    why=N_("Speeches are written from those of other years; what was right then is wrong now."),
    source=N_("calendar"),
    hits=("2023年是“十四五”规划收官之年。", "定于2月30日前报送。"),
    passes=("2025年是“十四五”规划收官之年。", "定于2月28日前报送。"),
    check=check,
)
