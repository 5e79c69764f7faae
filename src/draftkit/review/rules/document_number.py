"""P18: document numbers not written as 〔2025〕3号."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_han
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_NUMBER = re.compile(
    r"(?P<open>[（(\[［【〔])(?:19|20)\d\d(?P<close>[）)\]］】〕])(?P<nth>第?)(?P<zeros>0*)[1-9]\d*号"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the brackets of a document's number that are not 〔〕, its 第, and the zeros that fill it up."""
    text = proof.text
    if "号" not in text:
        return
    for found in _NUMBER.finditer(text):
        if not is_han(text[found.start() - 1 : found.start()]):
            continue
        for group, words in (("open", "〔"), ("close", "〕")):
            if found[group] != words:
                message = _("the year of a document's number stands in 〔〕")
                yield Spot(*found.span(group), message, words)
        # Orders and announcements are counted with 第.
        if found["nth"] and text[found.start() - 1] not in "令告":
            yield Spot(*found.span("nth"), _("a document's number has no 第"), "")
        if found["zeros"]:
            yield Spot(*found.span("zeros"), _("a document's number is not filled up with zeros"), "")


RULE = Rule(
    code="P18",
    name=N_("document number"),
    grade="规定",
    looks_for=N_("document numbers with [2025], （2025） or the like, with 第, with zeros in front"),
    why=N_("The year of a document's number stands in 〔〕, and its number is bare."),
    source="GB/T 9704-2012 7.2.5",
    hits=("依据临政办[2025]3号文件执行。", "依据临政办（2025）第3号文件执行。"),
    passes=("依据临政办〔2025〕3号文件执行。", "全年（2025）共办3号井等工程。"),
    check=check,
    safe=True,
)
