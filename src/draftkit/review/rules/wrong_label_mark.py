"""P12: the wrong mark after a label."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.labels import N
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_START = r"(?:(?<=\n)|^)"
_SENTENCE = r"(?:(?<=[\n。；：！？;])|^)"
_HAN = re.compile(rf"{_START}{N}(?P<mark>[.．,，:：]|、[、.．,，]+)(?!{N}[、，,])(?=[一-龥“《])")
_BRACKET = re.compile(
    rf"{_SENTENCE}(?:[（(](?:{N}|\d{{1,2}})[）)]|[①-⑳])(?P<mark>[、.．,，:：]+)(?=[一-龥“《])"
)
_DIGIT = re.compile(rf"{_SENTENCE}\d{{1,2}}(?P<mark>[、．,，:：]|\.[、．.,，])(?=[一-龥“《])")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark after a label that is not the one of its kind: 一、 （一） 1. （1）."""
    for pattern, words in ((_HAN, "、"), (_BRACKET, ""), (_DIGIT, ".")):
        for found in pattern.finditer(proof.text):
            if proof.row_at(found.start()).role in ("heading", "paragraph"):
                label, mark = found[0].removesuffix(found["mark"]), found["mark"]
                message = _("after “{label}” stands {words}, not “{mark}”")
                wanted = f"“{words}”" if words else _("no mark")
                yield Spot(*found.span("mark"), message.format(label=label, words=wanted, mark=mark), words)


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
