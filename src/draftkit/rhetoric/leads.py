"""Series of leads in running text, each with words of its own after it: 外地引才，…；本地访才，…"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from draftkit.rhetoric.frame_words import is_statistic, numbered
from draftkit.rhetoric.likeness import MARKED, common_start, same_build, shape_of
from draftkit.rhetoric.segments import Segment, Sentence

SHORTEST, LONGEST = 3, 26
"""Characters of a lead (our own)."""
APART = 3
"""How far from one another two leads of a series stand at most, counted in segments (our own)."""

MOST = 30
"""Leads of a series at most (our own)."""

LATER = 4
"""Clauses of a segment, after its first, that are tried as the first lead of a series (our own)."""
FAR = 8
"""The same of leads that begin with the same words."""

_LEAD_IN = re.compile(r"^(?:一方面|另一方面|同时|此外|另外|并|特别是|比如|例如|尤其是|其中|要么)[，、]?")
_CHARGED = re.compile(r"^(?!我们|大家|同志|这|那|今后|必须)[^，。要]{2,8}?则?要(?![求素点害闻么])")
_ANAPHORA = re.compile(r"^(?:有的|凡是|要|不|对|谁|既要|让|靠|从|越|以|用|能|可以|该|宁可)")


class Lead(NamedTuple):
    """A lead, whether words of its own follow it in its segment, the whole segment, whether 一方面 or
    另一方面 stands before it, the clauses after it, of which one may be the first lead of a series, and
    whether it has marks in it."""

    words: str
    developed: bool
    segment: str
    sided: bool = False
    later: Sequence[str] = ()
    marked: bool = False


def leads_in(sentences: Iterable[Sentence]) -> Iterator[tuple[str, ...]]:
    """Yield the series of leads of a paragraph."""
    leads = [lead for sentence in sentences for segment in sentence[2] if (lead := _lead(segment))]
    used: set[int] = set()
    for start in range(len(leads) - 1):
        run = [start, *_like(leads, start, leads[start].words)] if start not in used else []
        for later in leads[start].later if len(run) == 1 else ():
            # Two make a series only where both begin with the same words.
            if start + 2 == len(leads) and later[:2] != leads[-1].words[:2]:
                continue
            run = [start, *_like(leads, start, later)]
            if len(run) > 2 or (len(run) == 2 and later[:2] == leads[run[1]].words[:2]):
                leads[start] = _led_by(leads[start], later)
                break
            run = [start]
        if len(run) > 1 and all(leads[n].developed or (n + 1 < len(leads) and n + 1 not in run) for n in run):
            used.update(run)
            members = tuple(leads[place].words for place in run)
            yield members if len(set(members)) > 1 else tuple(leads[place].segment for place in run)


def _lead(segment: Segment) -> Lead | None:
    words, clauses = segment
    led = _LEAD_IN.match(words)
    if led and clauses:
        first = clauses[0][led.end() :]
        words, clauses = words[led.end() :], [first, *clauses[1:]] if first else clauses[1:]
    if not clauses:
        return None
    lead, later = clauses[0], clauses[1:-1][:LATER]
    sided, marked = "一方面" in segment[0][:5], MARKED.search(lead) is not None
    return Lead(lead, len(clauses) > 1, words, sided, later, marked)


def _led_by(lead: Lead, words: str) -> Lead:
    """The lead, or the one that a later clause of its segment makes."""
    return lead if words is lead.words else lead._replace(words=words, developed=True)


def _like(leads: Sequence[Lead], start: int, words: str) -> list[int]:
    """The leads built as `words`, which are of the one at `start`, with at most two others between them."""
    if not SHORTEST <= len(words) <= LONGEST:
        return []
    sided, marked = leads[start].sided, MARKED.search(words) is not None
    run = [start]
    begun: list[Lead] = []
    for place in range(start + 1, len(leads)):
        lead = leads[place]
        apart = place - run[-1]
        if apart > FAR or len(run) == MOST:
            break
        if apart > APART and not sided and lead.words[:3] != words[:3]:
            continue
        if (sided and not lead.sided) or not _may_be_alike(words, lead.words, marked or lead.marked):
            continue
        if not begun:
            if is_statistic(words):
                return []
            begun.append(_led_by(leads[start], words))
        if not is_statistic(lead.words) and all(_alike(one.words, lead.words, one, lead) for one in begun):
            run.append(place)
            begun.append(lead)
    return run[1:] if len(run) > 2 or (len(run) == 2 and _pair(*begun)) else []


def _may_be_alike(first: str, second: str, marked: bool) -> bool:
    """Tell fast whether two leads could be alike: those that neither begin nor end with the same character,
    and have other lengths, share no character of the same place, unless they have clauses of their own."""
    return SHORTEST <= len(second) <= LONGEST and (
        len(first) == len(second)
        or first[0] == second[0]
        or first[-1] == second[-1]
        or ("要" in first and "要" in second)
        or (marked and len(shape_of(first).masked) == len(shape_of(second).masked))
    )


def _alike(first: str, second: str, one: Lead, other: Lead) -> bool:
    if first == second:
        return len(first) <= 6 and one.developed and len(one.segment) <= LONGEST
    if first[0] == second[0]:
        head = common_start([numbered(first), numbered(second)])
        if (len(head) >= 2 and _ANAPHORA.match(head)) or _addressed(first, second):
            return True
    if one.developed and other.developed and charged((first, second)):
        lengths = sorted((len(first), len(second)))
        if lengths[1] <= 2.2 * lengths[0]:
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
