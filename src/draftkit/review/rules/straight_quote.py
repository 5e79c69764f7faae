"""P03: straight quotation marks."""

from collections.abc import Iterator
from itertools import groupby

from draftkit.messages import N_, _
from draftkit.review.characters import is_wide
from draftkit.review.pairs import Pair
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_CURLY = {"“": "“”", "‘": "‘’"}
_STRAIGHT = frozenset("\"'")
_NEVER_FIRST = frozenset("，、。；：！？”’》）")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each straight quotation mark, with the curly one; without where its paragraph has one too many."""
    text = proof.text
    if '"' not in text and "'" not in text:
        return
    quotes = [pair for pair in proof.pairs if pair.kind in _CURLY]
    for _row, group in groupby(quotes, key=lambda pair: proof.row_at(pair.first)):
        row = list(group)
        straight = sorted(
            (place, pair.kind, place == pair.start)
            for pair in row
            for place in (pair.start, pair.end)
            if place >= 0 and text[place] in _STRAIGHT and _is_chinese(text, pair)
        )
        if not straight:
            continue
        if not all(_is_sound(text, pair) for pair in row):
            place = straight[0][0]
            yield Spot(place, place + 1, _("straight quotation marks that do not pair in this paragraph"))
            continue
        for place, kind, opens in straight:
            words = _CURLY[kind][not opens]
            message = _("“{mark}” is straight: “{words}”").format(mark=text[place], words=words)
            yield Spot(place, place + 1, message, words)


def _is_chinese(text: str, pair: Pair) -> bool:
    """Whether a pair holds Chinese words or stands among them; one that lacks a mark, whether that one does."""
    start = pair.start if pair.start >= 0 else pair.end
    end = pair.end if pair.end >= 0 else pair.start
    return any(is_wide(one) for one in text[max(0, start - 1) : end + 2])


def _is_sound(text: str, pair: Pair) -> bool:
    if not pair.whole:
        return False
    return text[pair.start + 1] not in _NEVER_FIRST and text[pair.end - 1] not in "、“‘《（"


RULE = Rule(
    code="P03",
    name=N_("straight quotation mark"),
    grade="规定",
    looks_for=N_("straight quotation marks around Chinese words, or among them"),
    why=N_("Chinese quotation marks are “” and, within them, ‘’: they say where a quotation begins and ends."),
    source="GB/T 15834-2011 4.8",
    hits=('推行"一窗受理"模式。',),
    passes=("推行“一窗受理”模式。", "The residents' committee doesn't say so."),
    check=check,
    safe=True,
)
