"""P16: commas and stops in a title."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.pairs import pairs_of
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_MARKS = re.compile(r"[，。；,;]|[：:.](?=\n|$)")


_LOST = re.compile(r"(?:在|关于)[^，。；：！？\n]{4,40}(?:讲话|发言|致辞|汇报|报告)(?P<stop>[。；，：.;,:])")
_FIRST = re.compile(r"[^，。；：！？\n]{6,40}(?P<stop>[。；.;])")
_ABOVE = re.compile(r"(?:[^，。；：！？\n]{4,20}[，,])?[^，。；：！？\n]{4,40}(?P<stop>[。；.;])")
_BELOW = re.compile(r"(?:——|[（(](?:19|20|[二×xX])[\d×xX〇○零一二三四五六七八九十]{1,3}年)")
_ADDRESS = re.compile("(?:同志们|各位|尊敬的)[^。]{0,24}[：:]")
_HEAD = 4
"""Lines below a title in which the address stands (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each comma and stop in the lines of a title, but those in quotation marks; and the stop for which
    a title is not known for one."""
    for place in (*_in_titles(proof), *_after_titles(proof)):
        message = _("a title has no “{mark}”; a space parts its halves")
        yield Spot(place, place + 1, message.format(mark=proof.text[place]))


def _in_titles(proof: Proof) -> Iterator[int]:
    for row in proof.rows:
        if row.role == "title" and (marks := list(_MARKS.finditer(proof.words_of(row)))):
            pairs = pairs_of(proof.words_of(row), [(0, row.end - row.start)])
            for place in (found.start() for found in marks):
                if not any(pair.start < place < pair.end for pair in pairs):
                    yield row.start + place


def _after_titles(proof: Proof) -> Iterator[int]:
    """The stop of a line that reads as a title, or stands where one is missing."""
    for number, row in enumerate(proof.rows):
        if row.role != "paragraph" or row.end - row.start > 60:
            continue
        words = proof.words_of(row)
        found = _LOST.fullmatch(words)
        below = proof.rows[number + 1 : number + 1 + _HEAD]
        if not found and below and _BELOW.match(proof.words_of(below[0])):
            found = _ABOVE.fullmatch(words)
        if not found and not number:
            found = (
                _FIRST.fullmatch(words)
                if any(_ADDRESS.fullmatch(proof.words_of(one)) for one in below)
                else None
            )
        if found:
            yield row.start + found.start("stop")


RULE = Rule(
    code="P16",
    name=N_("mark in a title"),
    grade="实务",
    looks_for=N_("， 。 ； in a title, ： at its end"),
    why=N_(
        "A title is set in lines, not in clauses: only 《》, “” and brackets stand in it, and 、 in a list."
    ),
    source=N_("habit of offices"),
    hits=("在全区老旧小区改造推进会上的发言。",),
    passes=("他在会上的发言很实在。",),
    check=check,
)
