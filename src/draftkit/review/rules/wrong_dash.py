"""P11: a dash that is not two —."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_wide
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_DASHES = re.compile(r"[—–―─\-－]+")
_LINE = 5
"""Strokes from which on they rule a line, or leave room for handwriting (own)."""
_COMMAS = "，。；：！？\n"
_BEFORE = re.compile(rf"(?:[^{_COMMAS}、“”（）]|“[^“”\n]*”)*$")
_AFTER = re.compile(rf"[^{_COMMAS}、“”（）]*")
_TURN = re.compile("一[个种条项场次份张座位]|这|那|就是|正是|不仅|不是|我们|他们|让|从|以")
_CONNECTED = re.compile(
    "[线路段带圈级层链]|高速|高铁|航班|公交|班车|走廊|通道|全过程|体系|机制|模式|网络|闭环|流程|一体|联动|协同|之间"
)
_CLAUSE = re.compile("[的是了有叫出着]")
_FAR = 40
_LONG = 8
"""Characters on both sides of a single —, or of a clause before it, from which on it joins no names (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each dash of one stroke, of three, or of other strokes."""
    text = proof.text
    for found in _DASHES.finditer(text):
        if found[0] not in ("——", "-", "－") and _is_wrong(text, *found.span()):
            yield Spot(
                *found.span(), _("a dash is ——, two strokes: this one is “{mark}”").format(mark=found[0])
            )


def _is_wrong(text: str, start: int, end: int) -> bool:
    if end - start >= _LINE:
        return False
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    if text[start:end] == "—":
        return _is_lone_stroke(text, start, left, right)
    if left.isdigit() and right.isdigit():
        return False
    return is_wide(left) or is_wide(right) or left in ("“", "”") or right == "“"


def _is_lone_stroke(text: str, place: int, left: str, right: str) -> bool:
    """Whether a single — stands for a dash, and does not join names (区—街道—社区, 北京—上海)."""
    if left in ("\n", ""):
        return is_wide(right)
    if left in "，。；：！？":
        return is_wide(right) or right == "“"
    if not (is_wide(left) or left == "”") or not (is_wide(right) or right == "“"):
        return False
    before, after = _BEFORE.search(text[max(0, place - _FAR) : place]), _AFTER.match(text, place + 1)
    first, second = before[0] if before else "", after[0] if after else ""
    if "—" in first or "—" in second or _CONNECTED.search(second):
        return False
    if _TURN.match(second) or (len(first) >= _LONG and len(second) >= _LONG):
        return True
    return len(first) >= _LONG and _CLAUSE.search(first) is not None


RULE = Rule(
    code="P11",
    name=N_("wrong dash"),
    grade="规定",
    looks_for=N_("a dash made of one —, of three, of hyphens or of other strokes"),
    why=N_("A 破折号 is —— , the room of two characters; one — joins names or the ends of a range."),
    source="GB/T 15834-2011 4.10",
    hits=("这是一件大事--一件民生大事。", "办好的是一件事———一件民生大事。"),
    passes=("这是一件大事——一件民生大事。", "健全区—街道—社区三级体系。", "2021—2025年"),
    check=check,
)
