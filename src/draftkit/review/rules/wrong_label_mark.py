"""P12: the wrong mark after a label."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.labels import BRACKET, DIGIT, HAN, RING, N
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_WORDS = '[ \t\u3000]*[一-龥“《"]'
_HAN = re.compile(rf"{HAN}(?P<mark>[.．,，:：]|、[、.．,，]+)(?!{N}[、，,])(?={_WORDS}|\d)")
_DIGIT = re.compile(rf"{DIGIT}(?P<mark>[、．,，:：]|\.[、．.,，])(?={_WORDS})")
_BRACKET = re.compile(rf"{BRACKET}(?P<mark>[、.．,，:：]+)(?={_WORDS})")
_RING = re.compile(rf"{RING}(?P<mark>[、.．,，:：]+)(?={_WORDS})")
_PATTERNS = ((_HAN, "、"), (_DIGIT, "."), (_BRACKET, ""), (_RING, ""))
_BEFORE = frozenset("\n。；：！？;")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark after a label that is not the one of its kind: 一、 （一） 1. （1）."""
    text = f"\n{proof.text}"
    for pattern, words in _PATTERNS:
        for found in pattern.finditer(text):
            start = found.start("mark") - 1
            if words or text[found.start() - 1] in _BEFORE:
                label = found[0].removesuffix(found["mark"]).lstrip("\n。；：！？;")
                if proof.row_at(start).role in ("title", "heading", "paragraph"):
                    yield Spot(start, start + len(found["mark"]), _message(label, words, found["mark"]), words)


def _message(label: str, words: str, mark: str) -> str:
    if not words:
        return _("after “{label}” stands no mark").format(label=label)
    return _("after “{label}” stands “{words}”, not “{mark}”").format(label=label, words=words, mark=mark)


RULE = Rule(
    code="P12",
    name=N_("wrong mark after a label"),
    grade="规定",
    looks_for=N_("another mark than 、 after 一, than . after 1; any mark after （一）, （1）, ①"),
    why=N_("Each level of labels has its own mark; a bracket or ring needs none."),
    source="GB/T 15834-2011 B.3",
    hits=("一.加强领导\n各级要负起责任。", "（一）、摸清底数。逐户走访。", "1、按时开工。月底前进场。"),
    passes=("一、加强领导\n各级要负起责任。", "（一）摸清底数。逐户走访。", "1.5万人参加，3、4月完成。"),
    check=check,
    safe=True,
)
