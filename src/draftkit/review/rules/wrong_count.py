"""C05: so many points announced, another number given."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof, Row
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.listing import hidden
from draftkit.zh.marker import LAST, Marker, leading_marker, markers_in
from draftkit.zh.numerals import from_numeral

_POINTS = (
    "个?方面|[点条](?![钟多半以左])|项(?:工作|任务|措施|举措|要求|重点|内容)|件实?事|件要紧|句话|步走?(?=[：:。])"
    "|个(?:问题|环节|关键|重点|特点|维度|坚持|特殊|变化|关系|原因|转变|突破|强化|着力|到位|不到位|结合|层面|角度|关口"
    "|如何|必须|方向|阶段|步骤|字|要|一)"
)
_WORDS = "[^。！？；：:，,\n]"
_FIRST = r"一[一-龥、.．]|[（(]一|1[.．、）)]|[（(]1|①|第一|首先|其一"
# What is announced may be any thing where a colon stands before the series, else it must be a word for points.
_ANNOUNCED = re.compile(
    r"(?P<count>[两二三四五六七八九十](?:(?<=十)[一二三四五])?)(?:"
    rf"(?:{_POINTS}){_WORDS}{{0,16}}(?:[，,](?:请|与|和|同|不|供|向|希望|共|跟){_WORDS}{{0,30}})?"
    rf"(?:[：:，；\n]|[。！]”?(?:{_WORDS}{{0,40}}[。！])?)\s*(?={_FIRST})"
    rf"|[个项大条种类步道张件]{_WORDS}{{1,16}}[：:]\s*(?={_FIRST})"
    rf"|(?:{_POINTS}){_WORDS}{{0,16}}(?:[，,](?:请|与|和|同|不|供|向|希望|共|跟){_WORDS}{{0,30}})?[。：:！]\n"
    ")"
)
_LISTED = re.compile(
    rf"(?P<count>[两二三四五六七八九十])(?:(?:{_POINTS}){_WORDS}{{0,16}}[：:]"
    rf"|[个项大条类种]{_WORDS}{{1,12}}?，?分别[是为][：:]?)(?P<list>[^。！？：:\n]{{6,200}})[。！\n]"
)
_COUNTED = re.compile(
    "(?P<count>[二三四五六七八])[个项大](?=[一-龥]{2})(?<=[一-龥”]..)(?<![一二三四五六七八九十第前后这那]..)"
)
_EVEN = re.compile("[一-龥]{2,16}(?P<rest>(?:、[一-龥]{2,4}){2,7})”?$")
_LONGEST = 56
"""Characters of a list before its number, at most (own)."""
_FURTHEST = 2
"""How many members may be missing or over for a list to be that of the number behind it (own)."""
_AND = re.compile("和|及|与")
FURTHEST = 200
"""Rows over which a series runs at most (our own)."""
_NEXT = re.compile("下一?步|下一?阶段|今后|接下来")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each number of points announced directly before a series that has more of them or fewer."""
    for found in _ANNOUNCED.finditer(proof.text):
        start = found.end()
        first = next(markers_in(proof.text[start : start + 12]), None)
        if first and not first.start:
            given = _marked(proof, found.start(), start, first.family) if first.number == 1 else 0
        else:
            given = _unmarked(proof, start)
        announced = from_numeral(found["count"]) or given
        if given > 1 and given != announced and not (given < announced and _cut(proof, start)):
            yield _spot(found, announced, given)
    for found in _LISTED.finditer(proof.text):
        counted, members = from_numeral(found["count"]), _listed(found["list"])
        if counted and members and counted not in members:
            yield _spot(found, counted, min(members))
    for found in _COUNTED.finditer(proof.text):
        counted, given = from_numeral(found["count"]) or 0, _even(proof.text, found.start())
        if given and 0 < abs(given - counted) <= _FURTHEST:
            yield _spot(found, counted, given)


def _spot(found: re.Match[str], announced: int, given: int) -> Spot:
    message = _("{announced} announced, {given} given").format(announced=announced, given=given)
    return Spot(found.start(), found.end("count") + 1, message)


def _even(text: str, end: int) -> int:
    """How many members a list has that ends at a place, 0 where they are not all of one length."""
    listed = _EVEN.search(text, max(0, end - _LONGEST), end)
    items = listed["rest"].split("、")[1:] if listed else []
    return 0 if len(set(map(len, items))) != 1 else len(items) + 1


def _listed(words: str) -> frozenset[int]:
    """How many members a list may have that ；or else 、 part, none where there is neither, or a marker."""
    words = hidden(words)
    if next(markers_in(words), None):
        return frozenset()
    mark = "；" if "；" in words else "、"
    parts = words.split(mark)
    if len(parts) < 2 or (mark == "、" and "，" in words):
        return frozenset()
    last = bool(mark == "、" and _AND.search(parts[-1]))
    return frozenset((len(parts), len(parts) + last))


def _marked(proof: Proof, announced: int, start: int, family: str) -> int:
    """Return how many members the series has that begins at `start`, 0 where one of the same family may go
    on around it."""
    row = proof.row_at(start)
    if any(marker.family == family for marker in markers_in(proof.text[row.start : announced + 1])):
        return 0
    count = last = 0
    for marker in _members(proof, row, start, family):
        if marker.number <= last:
            break
        count, last = count + 1, marker.number
        if last == LAST:
            break
    return count


def _members(proof: Proof, first: Row, start: int, family: str) -> Iterator[Marker]:
    """Yield the markers of a family from `start` on: those in the row where the series begins, if more than
    two stand there or it begins within the row, and those with which the rows below begin."""
    here = [one for one in markers_in(proof.text[start : first.end]) if one.family == family]
    yield from here if start > first.start or len(here) > 2 else here[:1]
    place = bisect_left(proof.rows, first) + 1
    for row in proof.rows[place : place + FURTHEST]:
        if row.speech != first.speech:
            return
        marker = leading_marker(proof.words_of(row))
        if marker and marker.family == family:
            yield marker


def _cut(proof: Proof, start: int) -> bool:
    """Whether a site has cut something out of the speech below."""
    speech = proof.row_at(start).speech
    return any(
        aside.dropped.why == "truncation" and aside.place > start and proof.row_at(aside.place).speech == speech
        for aside in proof.asides
    )


def _unmarked(proof: Proof, start: int) -> int:
    """Return how many headings without markers follow one another from `start` on."""
    place = bisect_left(proof.heads, start, key=lambda head: head.start)
    first = proof.heads[place] if place < len(proof.heads) else None
    if not first or first.start != start or first.heading.marker:
        return 0
    count = 0
    for head in proof.heads[place:]:
        if head.level < first.level or head.speech != first.speech:
            break
        if head.level == first.level:
            if head.heading.marker or _NEXT.match(proof.text, head.words):
                break
            count += 1
    return count


RULE = Rule(
    code="C05",
    name=N_("wrong count of points"),
    grade="实务",
    looks_for=N_("三点意见, 四个方面 and the like, directly before a series with more members or fewer"),
    why=N_("The listeners count along."),
    source=N_("habit of offices"),
    hits=("下面，我讲三点意见：一是摸清底数，二是落实责任。",),
    passes=("下面，我讲两点意见：一是摸清底数，二是落实责任。",),
    check=check,
)
