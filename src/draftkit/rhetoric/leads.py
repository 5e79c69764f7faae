"""Series of leads in running text, each with words of its own after it: 外地引才，…；本地访才，…"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from draftkit.rhetoric.frame_words import is_statistic, numbered
from draftkit.rhetoric.likeness import common_start, same_build
from draftkit.rhetoric.listing import parts, widened
from draftkit.zh.sentence import sentences

LONGEST = 26
"""Characters of a lead at most (our own)."""
APART = 3
"""How far from one another two leads of a series stand at most, counted in segments (our own)."""

LATER = 4
"""Clauses of a segment, after its first, that are tried as the first lead of a series (our own)."""
FAR = 8
"""The same of leads that begin with the same words."""

_LEAD_IN = re.compile(r"^(?:一方面|另一方面|同时|此外|另外|并|特别是|比如|例如|尤其是|其中|要么)[，、]?")
_CHARGED = re.compile(r"^(?!我们|大家|同志|这|那|今后|必须)[^，。要]{2,8}?则?要(?![求素点害闻么])")
_ANAPHORA = re.compile(r"^(?:有的|凡是|要|不|对|谁|既要|让|靠|从|越|以|用|能|可以|该|宁可)")


class Lead(NamedTuple):
    """A lead, whether words of its own follow it in its segment, the whole segment, whether 一方面 or
    另一方面 stands before it, and the clauses after it, of which one may be the first lead of a series."""

    words: str
    developed: bool
    segment: str
    sided: bool = False
    later: tuple[str, ...] = ()


def leads_in(paragraph: str) -> Iterator[tuple[str, ...]]:
    """Yield the series of leads of a paragraph."""
    leads = list(_leads(widened(paragraph)))
    used: set[int] = set()
    for start in range(len(leads)):
        run = [start, *_like(leads, start)] if start not in used else []
        for later in leads[start].later if len(run) == 1 else ():
            whole = leads[start]
            leads[start] = whole._replace(words=later, developed=True)
            run = [start, *_like(leads, start)]
            if len(run) > 2 or (len(run) == 2 and later[:2] == leads[run[1]].words[:2]):
                break
            leads[start], run = whole, [start]
        if len(run) > 1 and all(leads[n].developed or (n + 1 < len(leads) and n + 1 not in run) for n in run):
            used.update(run)
            members = tuple(leads[place].words for place in run)
            yield members if len(set(members)) > 1 else tuple(leads[place].segment for place in run)


def _leads(text: str) -> Iterator[Lead]:
    for sentence in sentences(text):
        for segment in parts(sentence.rstrip("。！？"), "；："):
            bare = _LEAD_IN.sub("", segment)
            clauses = parts(bare, "，")
            if clauses:
                sided = "一方面" in segment[:5]
                yield Lead(clauses[0], len(clauses) > 1, bare, sided, tuple(clauses[1:-1][:LATER]))


def _like(leads: Sequence[Lead], start: int) -> list[int]:
    """The leads built as the one at `start`, with at most two others between them."""
    first, run = leads[start].words, [start]
    if not _could_lead(first):
        return []
    for place in range(start + 1, len(leads)):
        words = leads[place].words
        apart = FAR if len(common_start([first, words])) > 2 or leads[start].sided else APART
        if place - run[-1] > FAR:
            break
        if place - run[-1] > apart:
            continue
        if leads[start].sided and not leads[place].sided:
            continue
        if _could_lead(words) and all(_alike(leads[n].words, words, leads[n], leads[place]) for n in run):
            run.append(place)
    return run[1:] if len(run) > 2 or (len(run) == 2 and _pair(leads[start], leads[run[1]])) else []


def _could_lead(words: str) -> bool:
    return 3 <= len(words) <= LONGEST and not is_statistic(words)


def _alike(first: str, second: str, one: Lead, other: Lead) -> bool:
    if first == second:
        return len(first) <= 6 and one.developed and len(one.segment) <= LONGEST
    head = common_start([numbered(first), numbered(second)])
    if len(head) >= 2 and _ANAPHORA.match(head):
        return True
    if _addressed(first, second):
        return True
    lengths = sorted((len(first), len(second)))
    if charged((first, second)) and one.developed and other.developed and lengths[1] <= 2.2 * lengths[0]:
        return True
    quotes = first.count("“")
    if quotes and quotes == second.count("“") and first[-1] == second[-1] == "”":
        return same_build(first, second)[0] >= (0.8 if quotes > 1 else 0.95)
    rhythm, shared = same_build(first, second)
    same_end = first[0] == second[0] or first[-1] == second[-1]
    return (same_end and rhythm >= 0.75 and shared >= 0.15) or (
        rhythm >= 0.9 and shared >= (0.15 if same_end else 0.3)
    )


def _pair(one: Lead, other: Lead) -> bool:
    """Two leads need more in common than three: the words with which they begin, or most of their build."""
    first, second = one.words, other.words
    if first == second:
        return False
    rhythm, shared = same_build(first, second)
    head = len(common_start([first, second]))
    if first[0] in "对在为从由于据随":
        return _addressed(first, second)
    if head >= 2 and (head >= 3 or shared >= 0.34):
        return True
    if numbered(first) == numbered(second):
        return False
    return (charged((first, second)) and rhythm >= 0.8) or (rhythm >= 0.95 and shared >= 0.4)


def _addressed(first: str, second: str) -> bool:
    """对…的村 and 对…的村."""
    return first[0] == second[0] == "对" and first[-2:] == second[-2:] and first[-2] == "的"


def charged(phrases: Iterable[str]) -> bool:
    """Tell whether all phrases say what their subjects have to do: 宣传部门要…, 教育部门要…"""
    return all(_CHARGED.match(phrase) for phrase in phrases)
