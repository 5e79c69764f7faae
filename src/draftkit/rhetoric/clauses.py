"""Series of undeveloped clauses and phrases in one sentence that repeat a word in the same place."""

import re
from collections.abc import Iterable, Iterator, Sequence

from draftkit.rhetoric.frame_words import is_name, is_statistic, may_repeat, repeats
from draftkit.rhetoric.listing import (
    cut,
    first_trimmed,
    inner,
    last_trimmed,
    parts,
    split_last,
    without_notes,
)
from draftkit.rhetoric.segments import Sentence, parted

LEAST = 3
"""Members of a series at least (the outline's definition)."""
SHORTEST = 4
"""Characters of a member at least; lists of words of four and fewer are none."""
LONGEST = 40
UNEVEN, UNEVEN_LIST = 2.5, 3.4
"""How many times as long as the shortest the longest member is at most; the same where members are lists."""
MOST = 16
"""Members of a series at most (our own): a longer list is looked through in parts."""

_LEAD_IN = re.compile(r"^(?:同时|此外|另外|并|特别是|比如|例如|尤其是|其中)[，、]?")

Series = tuple[str, ...]


def clauses_in(sentences: Sequence[Sentence]) -> list[Series]:
    """Return the series of clauses of a paragraph; quotations and brackets are looked into."""
    found: list[Series] = []
    whole = [words if "，" not in words else "" for words, _, _ in sentences]
    if len(whole) - whole.count("") >= LEAST:
        found += _listed(whole, "。")
    for sentence in sentences:
        found += _within(sentence)
        if sentence[0] is not sentence[1]:
            for words in inner(sentence[0]):
                found += _within(parted(words))
    return found


def _within(stretch: Sentence) -> list[Series]:
    """The series between ；, then those between ，, then those between 、."""
    words, covered, segments = stretch
    found: list[Series] = []
    if covered.count("；") >= LEAST - 1:
        for part in cut(words, covered, "："):
            found += _listed(parts(part, "；"), "；", words, part)
    for segment, clauses in segments:
        if len(clauses) >= LEAST:
            found += _listed(clauses, "，", words, segment)
    if "、" in covered:
        for clause in [clause for _, clauses in segments for clause in clauses if "、" in clause]:
            listed = parts(clause, "、")
            if sum(len(one) >= SHORTEST for one in listed) > 1:
                found += _listed(listed, "、", words, clause)
    return found


def _led(stretch: str, part: str) -> bool:
    """Whether something may lead up to a list: not where the part of the stretch that it is begins after a
    colon, nor where it is a list of sentences."""
    place = stretch.find(part)
    return part != "" and (place <= 0 or stretch[place - 1] != "：")


def _listed(printed: Sequence[str], mark: str, stretch: str = "", part: str = "") -> Iterable[Series]:
    clauses = split_last(printed) if mark == "、" else without_notes(printed)
    starts = may_repeat(clauses, SHORTEST, LONGEST, UNEVEN_LIST)
    return _runs(printed, clauses, starts, mark, _led(stretch, part)) if starts else ()


def _runs(
    printed: Sequence[str], clauses: Sequence[str], starts: Sequence[int], mark: str, led: bool
) -> Iterator[Series]:
    reached = 0
    for start in starts:
        if start < reached:
            continue
        series, end = None, start + LEAST
        while end <= min(len(clauses), start + MOST) and (
            longer := _framed(clauses[start:end], mark, led or start > 0)
        ):
            series, end = longer, end + 1
        if not series:
            continue
        explained = any(clause.endswith("）") for clause in printed)
        if explained or mark != "、" or not all(map(is_name, series)):
            yield series
        reached = end - 1


def _framed(clauses: Sequence[str], mark: str, led: bool) -> Series | None:
    middle = list(clauses[1:-1])
    if any(not SHORTEST <= len(one) <= LONGEST or (mark == "；" and "，" in one) for one in middle):
        return None
    first = _LEAD_IN.sub("", clauses[0][-2 * LONGEST :])
    tail = clauses[-1][: 2 * LONGEST]
    lasts = (last_trimmed(tail, middle), tail if "、" in tail else "")
    for last in filter(None, dict.fromkeys(lasts)):
        members = (_first(first, [*middle, last]) if led else first, *middle, last)
        if _series(members):
            return members
    return None


def _series(members: Series) -> bool:
    lengths = [len(member) for member in members]
    most = UNEVEN_LIST if "、" in members[-1] else UNEVEN
    return (
        min(lengths) >= SHORTEST
        and sum(lengths) >= 4.6 * len(lengths)
        and max(lengths) <= most * min(lengths)
        and len(set(members)) == len(members)
        and not any(map(is_statistic, members))
        and repeats(members)
    )


def _first(first: str, others: Sequence[str]) -> str:
    """The first member without what leads up to it; where members are lists, its first word is compared."""
    heads = [other.partition("、") for other in others]
    if "、" in first and all(rest for _, _, rest in heads):
        head, comma, rest = first.partition("、")
        return first_trimmed(head, [head for head, _, _ in heads]) + comma + rest
    return first_trimmed(first, others)
