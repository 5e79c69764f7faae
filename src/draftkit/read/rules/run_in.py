"""查什么: 没有序数的小标题：独占一行的，和只凭与同级句式相同才看得出的段首句。 依据: 实务。

坚持人员共选，为…打牢基础。通过开会议…
坚持过程共管，为…提供保障。发动…
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from draftkit.read.page import Head, Piece, Pieces, speeches_of
from draftkit.read.rules.marker import is_numbered
from draftkit.rhetoric.likeness import same_build, shape_of
from draftkit.zh.verbs import starts_with_verb

SHORTEST, LONGEST = 4, 48
"""Characters of a heading without a marker (our own)."""

MOST = 40
"""Rows after it with which a row is compared (our own): no speech has more main parts."""

_SENTENCE = re.compile(r"“[^“”]*”$|[^。！？!?]*")
_STOP = re.compile(r"[。！？；：，、…!?;:,]$")
_NO_HEADING = re.compile(
    r"^(?:同志们|各位|今天|近年来|今年以来|截至|目前|同时|此外|其中|一方面|另一方面|据统计|例如|比如|下一步|会议|当前|首先|最后|刚才|总之|因此)|\d|[；：]"
)
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
"""What the chair is told, and what is done: （发言完毕）."""
_OPENERS = frozenset('“‘「"')


def find_run_ins(pieces: Pieces) -> list[Piece]:
    """Give the rows that are headings, or begin with one, their headings without marker."""
    result = list(pieces)
    for start, end in speeches_of(pieces):
        rows = [number for number in range(start, end) if pieces[number].role == ""]
        lines = _own_lines(pieces, rows)
        first = next((n for n in rows if _opened(pieces[n]) and is_numbered(pieces[n].heads[0])), end)
        regions: Sequence[Sequence[int]]
        if lines and lines[0] < first:
            for count, number in enumerate(lines, 1):
                result[number] = _headed(pieces[number], count, 0)
            regions, outer = list(_under(rows, lines)), 1
        else:
            regions, outer = _regions(pieces, rows), 0
        for region in regions:
            for count, number, depth in _series(pieces, region, outer):
                result[number] = _headed(pieces[number], count, depth)
    return result


def _regions(pieces: Pieces, rows: Sequence[int]) -> list[list[int]]:
    """The rows between the numbered headings."""
    regions: list[list[int]] = [[]]
    for number in rows:
        if _opened(pieces[number]) and is_numbered(pieces[number].heads[0]):
            regions.append([])
        regions[-1].append(number)
    return regions


def _under(rows: Sequence[int], headings: Sequence[int]) -> Iterator[Sequence[int]]:
    """The rows under each of some headings; both in order."""
    for first, after in pairwise([*headings, rows[-1] + 1]):
        yield rows[bisect_right(rows, first) : bisect_left(rows, after)]


def _series(pieces: Pieces, rows: Sequence[int], depth: int) -> Iterator[tuple[int, int, int]]:
    """Yield the headings of a region: the count in its series, the row, and 1 for a series inside another."""
    lines = _own_lines(pieces, rows)
    series = lines or _alike(pieces, rows)
    yield from ((count, number, depth) for count, number in enumerate(series, 1))
    if depth == 0 and series:
        for region in _under(rows, series):
            yield from _series(pieces, region, 1)


def _headed(piece: Piece, count: int, depth: int) -> Piece:
    end = piece.start + len(_lead(piece.text))
    alone = piece.end - end <= 1
    family = "·" if depth else ""
    head = Head(piece.start, piece.start, end, family, count, 0, "line" if alone else "run-in")
    return piece.headed((head, *(one for one in piece.heads if one.start >= end)))


def _lead(text: str) -> str:
    found = _SENTENCE.match(text)
    return found[0] if found else ""


def _own_lines(pieces: Pieces, rows: Sequence[int]) -> list[int]:
    """Rows without a sentence's end above rows of text."""
    series = []
    for place, number in enumerate(rows[:-1]):
        piece, below = pieces[number], pieces[rows[place + 1]]
        if (
            not _opened(piece)
            and SHORTEST <= len(piece.text) <= LONGEST
            and _lead(piece.text)
            and not _STOP.search(piece.text)
            and not _is_spoken(piece.text)
            and (len(below.text) > len(piece.text) or below.heads)
        ):
            series.append(number)
    return series


def _is_spoken(text: str) -> bool:
    """Whether a row tells what is done, or who says what."""
    lead = _lead(text)
    return bool(_ASIDE.fullmatch(text)) or lead.count("“") > lead.count("”")


def _opened(piece: Piece) -> bool:
    return bool(piece.heads) and piece.heads[0].start == piece.start


def _alike(pieces: Pieces, rows: Sequence[int]) -> list[int]:
    """The longest run of rows whose first sentences are built alike."""
    leads = {
        number: lead
        for number in rows
        if not _opened(pieces[number]) and _could_head(lead := _lead(pieces[number].text)) and lead
    }
    numbered = bool(rows) and _opened(pieces[rows[0]])
    order = list(leads)
    like: dict[int, set[int]] = {number: set() for number in leads}
    for place, number in enumerate(order):
        for other in order[place + 1 : place + MOST]:
            if _built_alike(leads[number], leads[other], numbered):
                like[number].add(other)
                like[other].add(number)
    best: list[int] = []
    for number in order:
        group = {number, *like[number]}
        if len(group) > len(best):
            best = sorted(group)
    enough = 2 if best and all(_shared(leads[best[0]], leads[other]) for other in best[1:]) else 3
    return best if len(best) >= enough and _spread(pieces, rows, best) else []


def _could_head(lead: str) -> bool:
    return (
        SHORTEST <= len(lead) <= LONGEST
        and (len(lead) <= 20 or lead[0] in _OPENERS or starts_with_verb(lead))
        and not _NO_HEADING.search(lead)
        and lead.count("“") <= lead.count("”")
        and len(shape_of(lead).clauses) <= 4
    )


def _built_alike(first: str, second: str, numbered: bool) -> bool:
    rhythm, shared = same_build(first, second)
    if numbered:
        clauses = len(shape_of(first).clauses)
        return (
            (rhythm >= 0.7 and shared >= 0.3)
            or (rhythm >= 0.85 and clauses > 1 and shared >= 0.1)
            or (rhythm >= 0.95 and len(first) >= 8)
        )
    return (
        (rhythm >= 0.55 and shared >= 0.2)
        or (rhythm >= 0.75 and shared >= 0.15)
        or (rhythm >= 0.95 and shared >= 0.1)
        or (rhythm >= 0.85 and len(shape_of(first).clauses) > 1)
    )


def _shared(first: str, second: str) -> bool:
    return same_build(first, second)[1] >= 0.2


def _spread(pieces: Pieces, rows: Sequence[int], series: Sequence[int]) -> bool:
    """Text follows each heading, and headings are a good part of the rows from the first to the last."""
    inside = rows[bisect_left(rows, series[0]) : bisect_right(rows, series[-1])]
    between = sum(not _opened(pieces[number]) for number in inside)
    known = set(rows)
    follows = all(
        len(pieces[number].text) > len(_lead(pieces[number].text)) + 1 or number + 1 in known
        for number in series
    )
    return follows and len(series) * 3 >= between
