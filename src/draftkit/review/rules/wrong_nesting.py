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
        while around and around[-1].end < pair.first:
            around.pop()
        if pair.whole:
            message = _wrong(text, pair, around)
            if message and text[pair.start] not in "\"'":
                yield Spot(pair.start, pair.start + 1, message)
            around.append(pair)
        elif pair.start >= 0:
            # What is not closed may be around all that follows in its paragraph.
            around.append(pair._replace(end=proof.row_at(pair.start).end, parted=True))


def _wrong(text: str, pair: Pair, around: list[Pair]) -> str:
    kind = pair.kind
    outer = _OUTER.get(kind)
    if outer and not any(one.kind == outer for one in around) and _is_chinese(text, pair):
        return _("{mark} stands only within {outer}").format(mark=kind, outer=outer)
    if not around or around[-1].kind != kind or around[-1].parted:
        return ""
    if kind in _INNER:
        return _("{mark} within {mark}: the inner one is {inner}").format(mark=kind, inner=_INNER[kind])
    if kind == "（" and not _in_word(text, pair):
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
