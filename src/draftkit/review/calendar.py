"""What happened when: plans, anniversaries and congresses, and the year in which a speech is given."""

import re

from draftkit.fact.facts import Words
from draftkit.review.proof import Proof
from draftkit.tree import Speech, text_of

PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
"""The first of the five years of each plan."""
FOUNDED = {
    "建党|中国共产党(?:成立|建党|诞生)|党的(?:生日|成立)": 1921,
    "新中国(?:成立)?|中华人民共和国成立|共和国成立": 1949,
    "建军|人民解放军(?:成立|建军)": 1927,
    "改革开放": 1978,
    "(?:抗日战争|抗战)(?:暨世界反法西斯战争)?胜利": 1945,
    "红军长征胜利": 1936,
    "五四运动": 1919,
    "香港回归(?:祖国)?": 1997,
    "澳门回归(?:祖国)?": 1999,
    "辛亥革命": 1911,
    "志愿军抗美援朝出国作战": 1950,
    "共青团(?:成立|建团)|建团|中国共产主义青年团成立": 1922,
}
"""The year of what has its 周年."""
DAYS = {
    "教师节": 1985,
    "中?国?记者节": 2000,
    "中国农民丰收节": 2018,
    "国家宪法日": 2014,
    "烈士纪念日": 2014,
    "中国医师节": 2018,
    "全民国家安全教育日": 2016,
    "全国[“]?安全生产月[”]?": 2002,
    "国际护士节": 1912,
    "中国人民警察节": 2021,
}
"""The year of the first of what is counted with 第…个."""
MEETINGS = {
    "党的十八大": (2012, 11),
    "党的十九大": (2017, 10),
    "十九届四中全会": (2019, 10),
    "十九届五中全会": (2020, 10),
    "十九届六中全会": (2021, 11),
    "党的二十大": (2022, 10),
    "二十届二中全会": (2023, 2),
    "二十届三中全会": (2024, 7),
    "二十届四中全会": (2025, 10),
}
"""The month of congresses and sessions, of whose spirit nobody speaks before."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:(\d{1,2})月)?")

_DAY = re.compile(r"((?:19|20)\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
Date = tuple[int, int | None]
"""A year and a month, None for a month that nobody tells."""


def date_in(text: str) -> Date | None:
    """Return the date that begins with the first year in a text, None without one."""
    found = _YEAR.search(text)
    month = int(found[2]) if found and found[2] else None
    return (int(found[1]), month if month and 1 <= month <= 12 else None) if found else None


def date_of(proof: Proof, speech: Speech) -> Date | None:
    """Return when a speech is given: by its date, the date among the facts, or the year in its title; None
    where nothing tells."""
    given = proof.facts.named.get("日期") if proof.facts else None
    dated = (text_of(speech.date), str(given.pattern) if isinstance(given, Words) else "")
    head = (text_of(speech.subtitle), *map(text_of, speech.title))
    return next((found for text in (*dated, *head) if (found := date_in(text))), None)


def day_in(text: str) -> tuple[int, ...] | None:
    """Return the year, the month and the day of the first date in a text, as far as it tells them."""
    found = _DAY.search(text)
    return tuple(int(part) for part in found.groups() if part) if found else None
