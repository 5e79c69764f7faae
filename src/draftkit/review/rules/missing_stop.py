"""P20: paragraphs that do not end."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.cuts import is_cut_between
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_ENDS = frozenset("。！？；：….!?;:—")
_CLOSERS = "”’）》】〕)\"' "
_NOTE = re.compile("[（(][^（）()]{1,20}[）)]$")
_SHORTEST = 30
"""Characters from which on a paragraph without a stop inside is no line of a list or a verse (own)."""

_CLAUSES = 3
"""Commas from which on a line is no heading (own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the last character of each paragraph of text that has no stop at its end."""
    text = proof.text
    lone = _lone_lines(proof)
    for row, below in zip(proof.rows, _below(proof), strict=True):
        if row.role not in ("paragraph", "signoff", "heading") or text[row.end - 1] in _ENDS:
            continue
        words = proof.words_of(row)
        if _NOTE.sub("", words).rstrip(_CLOSERS)[-1:] in _ENDS:
            continue
        sentence = row.start in lone if row.role == "heading" else row.role == "signoff" or _is_sentence(words)
        if (
            sentence
            and not is_cut_between(proof, row.end - 1, below)
            and not proof.awaits(row.end - 1, row.end)
        ):
            yield Spot(row.end - 1, row.end, _("the paragraph ends without a stop"))


def _below(proof: Proof) -> list[int]:
    """For each row where the next one starts, -1 for none."""
    return [*(row.start for row in proof.rows[1:]), -1][: len(proof.rows)]


def _lone_lines(proof: Proof) -> frozenset[int]:
    """Where lines stand that only lack a stop, so that they pass for headings without a label: of many clauses,
    or of clauses where all other headings of the speech have a label."""
    found = set()
    bare: dict[int, list[int]] = {}
    labelled = set()
    for head in proof.heads:
        if head.heading.marker:
            labelled.add(head.speech)
            continue
        commas = proof.text.count("，", head.words, head.end) if head.heading.placement == "line" else 0
        bare.setdefault(head.speech, []).append(head.start if commas else -1)
        if commas >= _CLAUSES:
            found.add(head.start)
    lone = (starts[0] for speech, starts in bare.items() if speech in labelled and len(starts) == 1)
    return frozenset(found | {start for start in lone if start >= 0})


def _is_sentence(words: str) -> bool:
    return "。" in words or (len(words) >= _SHORTEST and "，" in words)


RULE = Rule(
    code="P20",
    name=N_("paragraph without a stop"),
    grade="规定",
    looks_for=N_("a paragraph of text whose last sentence has no 。 ！ ？"),
    why=N_("A sentence ends with a stop; without one the words look cut off."),
    source="GB/T 15834-2011 4.1",
    hits=("今年我们改造老旧小区86个，惠及居民2.3万户，群众拍手叫好。明年再改造32个，不落一户",),
    passes=("今年我们改造老旧小区86个。明年再改造32个。", "重点抓好以下三项工作："),
    check=check,
)
