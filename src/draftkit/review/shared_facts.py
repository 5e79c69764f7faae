"""Facts that belong to no speech alone (own): of the district, the meeting, a named project.

What a street says of itself differs from street to street; what it says of all of them must not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from draftkit.review.amounts import Bounds, agree, bounds, is_date, is_ordinal, unit
from draftkit.review.mentions import is_planned, mention_of, when
from draftkit.review.proof import Proof
from draftkit.zh.numbers import Amount

_LEVELS = "国省州市县区旗"
_WHOLE = re.compile(
    rf"^(?:目前|现在|如今|当前|今年|去年|近年来?|截至[^，]{{0,10}}|在|我|据统计|当时)?(?P<scope>全[{_LEVELS}])(?!域|面)"
)
_MEETING = re.compile(
    r"^(?:在|按照|根据|围绕|落实)?(?P<scope>(?:这次|此次|本次|今天的?)?[^，。；\d]{0,14}?(?:会议|全会|大会))"
    r"(?:上)?(?:明确|提出|部署|确定|安排|下达|要求|印发|明确提出)的?"
)
_PROJECT = re.compile(
    r"^(?:目前|其中|今年|去年)?(?P<scope>[“《][^”》]{3,16}[”》](?:工程|项目|行动|计划|改革|试点)?"
    r"|[\u4e00-\u9fff]{2,4}(?<!道)(?<!公)(?<!铁)(?<!线)(?:大道|路|河|湖|江|大桥|公园|广场|新城|隧道|水库)[\u4e00-\u9fff]{0,6}?(?:工程|项目))"
    r"(?=总投资|计划投资|投资|总长|全长|总面积|占地|建筑面积|总工期|工期)"
)
_FILLERS = re.compile(
    "共计|合计|总共|一共|共有|现有|拥有|设有|累计|已经|达到了?|超过|突破|接近|总数|达|共|已|有|为|是|约|近|超|仅|的|了|年均|全部"
)
_THIS = re.compile("^[这此本]次|^今天的?")
_OWN = re.compile("占|居|列|排|前$|第$|高[出于]|低于|比|平均|超出")
"""What tells that a number is the street's own, held against the whole: 占全区的8%."""
_CLAUSE = re.compile("[，。；！？\n：:,;]")
_UNITED = re.compile(rf"([\u4e00-\u9fff]{{2,4}})([{_LEVELS}])(?![\u4e00-\u9fff]?[级直])")
_REACH = 60


class Told(NamedTuple):
    """A number that a speech tells of a shared thing: the number of the speech, the words, what is counted of
    what, with what else the number has to agree in; between what it lies."""

    side: int
    words: str
    key: tuple[str, ...]
    number: Bounds
    own: frozenset[str]


def told_in(proof: Proof, side: int) -> Iterator[Told]:
    """Yield the numbers of a speech that are told of what is not its own."""
    text = proof.text
    past = {changed.before.start for changed in proof.changes}
    own = _own_levels(proof)
    for amount in proof.amounts:
        if not amount.unit or is_date(amount) or is_ordinal(text, amount) or amount.start in past:
            continue
        start = max(
            (at.end() for at in _CLAUSE.finditer(text, max(0, amount.start - _REACH), amount.start)), default=0
        )
        start = _clause_start(text, amount)
        key = _key(text, text[start : amount.start], amount)
        if key:
            end = amount.end + len(mention_of(text, amount).behind)
            yield Told(side, text[start:end], key, bounds(text, amount), own)


def _clause_start(text: str, amount: Amount) -> int:
    least = max(0, amount.start - _REACH)
    return max((stop.end() for stop in _CLAUSE.finditer(text, least, amount.start)), default=least)


def _key(text: str, before: str, amount: Amount) -> tuple[str, ...]:
    """What is counted of what; () for what is the street's own."""
    mention = mention_of(text, amount)
    found = next(filter(None, (pattern.search(before) for pattern in (_PROJECT, _MEETING, _WHOLE))), None)
    if found is None or mention.part:
        return ()
    rest = before[found.end() :]
    noun = _FILLERS.sub("", rest) + _FILLERS.sub("", mention.behind)
    if _OWN.search(rest) or not noun:
        return ()
    scope = _THIS.sub("", found["scope"])
    times = "".join(sorted(when(text, amount)))
    return scope, noun, unit(amount), times, "planned" if is_planned(text, amount) else ""


def _own_levels(proof: Proof) -> frozenset[str]:
    """The units that the head of a speech names: 江北区."""
    head = "".join(proof.words_of(row) + "\n" for row in proof.rows if row.role in ("byline", "subtitle"))
    return frozenset(found[0] for found in _UNITED.finditer(head))


def two_numbers(told: Iterable[Told]) -> list[tuple[Told, Told]]:
    """Return the facts that two speeches tell with numbers that cannot both be right, each with the first that
    contradicts it. What is of all of a district is the speakers' own where they are of several districts."""
    known = list(told)
    units = {unit for one in known for unit in one.own}
    several = {level for level, count in Counter(unit[-1] for unit in units).items() if count > 1}
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in known:
        scope = one.key[0]
        if not (len(scope) == 2 and scope[1] in several):
            groups[one.key].append(one)
    found = []
    for group in groups.values():
        first = group[0]
        seen: set[Bounds] = set()
        for other in group[1:]:
            differs = other.side != first.side and not agree(first.number, other.number)
            if differs and other.number not in seen:
                seen.add(other.number)
                found.append((first, other))
    return found
