"""P08: an ellipsis that is not …… , and one beside 等."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import beside, is_wide
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_SHAPES = ("…", "...", "。。。", "．．．", "・・・", "···")
_MORE = "[….。．・·]*"
_ETC_BEFORE = re.compile("(?<![我你他们在还就再一坐苦久要])等等?(?=……)")
_ETC_BEHIND = re.compile("……(等等?)(?![级待候于同量额边距价分次离压效外着到])")
_LEADER = re.compile(r"[ \t\u3000]*[\d（(]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each ellipsis of another shape than …… , and each 等 beside one."""
    text = proof.text
    shapes = [re.escape(shape) for shape in _SHAPES if shape in text]
    if not shapes:
        return
    for found in re.finditer(f"(?:{'|'.join(shapes)}){_MORE}", text):
        dots = found[0].removesuffix("。") if "…" in found[0] else found[0]
        if dots != "……" and _is_chinese(text, *found.span()):
            start = found.start()
            yield Spot(start, start + len(dots), _("an ellipsis is …… : six dots"), "……")
    if "……" in text:
        for found in (*_ETC_BEFORE.finditer(text), *_ETC_BEHIND.finditer(text)):
            yield Spot(*found.span(found.lastindex or 0), _("…… and 等 say the same: keep one"))


def _is_chinese(text: str, start: int, end: int) -> bool:
    """Whether it is an ellipsis of a Chinese sentence: no leader to a page number, no paragraphs left out."""
    left, right = beside(text, start, end)
    if left in ("\n", "") and right in ("\n", ""):
        return False
    if end - start > 6 and _LEADER.match(text, end):
        return False
    return is_wide(left) or (is_wide(right) and not left.isalpha())


RULE = Rule(
    code="P08",
    name=N_("wrong ellipsis"),
    grade="规定",
    looks_for=N_("... 。。。 … and other dots for …… ; an ellipsis beside 等"),
    why=N_("An ellipsis is six dots, the room of two characters; with 等 it says the same twice."),
    source="GB/T 15834-2011 4.11, A.9",
    hits=("路灯、井盖、健身器材...都有人管了。", "修路、架桥、通水等……"),
    passes=("路灯、井盖、健身器材……都有人管了。", "老人还在等……"),
    check=check,
    safe=True,
)
