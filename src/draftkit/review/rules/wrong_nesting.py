"""P05: quotation marks and brackets within their like."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_han, is_wide
from draftkit.review.pairs import Pair
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_INNER = {"“": "‘", "《": "〈"}
_OUTER = {"‘": "“", "〈": "《"}
_LONGEST = 4
"""Characters of a bracket within a word (own): 党（工）委, 镇（街道）."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark that opens a pair directly within its like, or the inner kind without the outer."""
    text = proof.text
    around: list[Pair] = []
    for pair in proof.pairs:
        if pair.whole:
            while around and around[-1].end < pair.start:
                around.pop()
            message = _wrong(text, pair, around[-1].kind if around else "")
            if message and text[pair.start] not in "\"'":
                yield Spot(pair.start, pair.start + 1, message)
            around.append(pair)


def _wrong(text: str, pair: Pair, around: str) -> str:
    kind = pair.kind
    if kind in _INNER and around == kind:
        return _("{mark} within {mark}: the inner one is {inner}").format(mark=kind, inner=_INNER[kind])
    if kind in _OUTER and around != _OUTER[kind] and _is_chinese(text, pair):
        return _("{mark} stands only within {outer}").format(mark=kind, outer=_OUTER[kind])
    if kind == "（" and around == kind and not _in_word(text, pair):
        return _("brackets within brackets: take 〔〕 outside, or say it without them")
    return ""


def _is_chinese(text: str, pair: Pair) -> bool:
    return any(map(is_wide, text[max(0, pair.start - 1) : pair.end + 2]))


def _in_word(text: str, pair: Pair) -> bool:
    return (
        pair.end - pair.start - 1 <= _LONGEST
        and is_han(text[pair.start - 1 : pair.start])
        and is_han(text[pair.end + 1 : pair.end + 2])
    )


RULE = Rule(
    code="P05",
    name=N_("wrong nesting of marks"),
    grade="规定",
    looks_for=N_("“ within “, 《 within 《, （ within （; ‘ and 〈 with no “ and 《 around them"),
    why=N_("The kind of mark tells which level one is on: “ ‘ ’ ”, 《 〈 〉 》."),
    source="GB/T 15834-2011 4.8, 4.9, 4.15",
    hits=("他说：“要把“一张蓝图”绘到底。”",),
    passes=("他说：“要把‘一张蓝图’绘到底。”", "全区（含各镇（街道）机关）都要照办。"),
    check=check,
)
