"""P13: the wrong mark after 第一, 首先 and 一是."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.labels import N
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_ORDINAL = re.compile(
    rf"(?P<word>[第其首再最此](?:{N}|[先次后外]))(?P<mark>[、.．])(?=[一-龥“《\"])(?!第|其[次{N[1:11]}]|最后|{N}[、，,。；季年月次])"
)
_WORDS = re.compile(f"[第其]{N}|首先|其次|再次|最后|此外")
_SAID = re.compile(rf"(?P<word>{N}[是要])(?P<mark>[，,、：:]?)")
_ANCHOR = frozenset("\n。；：，、！？…”;:,!?.")
_BEFORE = _ANCHOR - {"、"}


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each 、 after 第一 and the like, and each 一是 that is not marked as those beside it."""
    text = proof.text
    for found in _ORDINAL.finditer(text):
        if not _WORDS.fullmatch(found["word"]) or (found.start() and text[found.start() - 1] not in _BEFORE):
            continue
        message = _("after “{label}” stands “{words}”, not “{mark}”")
        words = message.format(label=found["word"], words="，", mark=found["mark"])
        yield Spot(*found.span("mark"), words, "，")
    yield from _unlike(text)


def _unlike(text: str) -> Iterator[Spot]:
    run: list[re.Match[str]] = []
    for found in _SAID.finditer(text):
        if found.start() and text[found.start() - 1] not in _ANCHOR:
            continue
        if found["word"][0] == "一":
            yield from _in_run(run)
            run = []
        run.append(found)
    yield from _in_run(run)


def _in_run(run: list[re.Match[str]]) -> Iterator[Spot]:
    """The members of 一是…二是…三是 whose mark is not that of most of them, or one that never stands there."""
    marks = [_WIDE.get(found["mark"], found["mark"]) for found in run]
    usual = max(sorted(set(marks)), key=marks.count) if marks else ""
    for found, mark in zip(run, marks, strict=True):
        if mark == "、":
            message = _("after “{label}” stands no mark, or “，”")
        elif mark != usual and len(run) > 2:
            message = _("“{label}” is not marked as the others of its list")
        else:
            continue
        yield Spot(*found.span(), message.format(label=found["word"]))


_WIDE = {",": "，", ":": "："}

RULE = Rule(
    code="P13",
    name=N_("wrong mark after 第一"),
    grade="规定",
    looks_for=N_("、 after 第一, 其一, 首先, 一是; 一是 with a mark and 二是 without one"),
    why=N_("第一 and 首先 take a comma; 一是 takes none, or a comma in all of a list."),
    source="GB/T 15834-2011 B.3",
    hits=("第一、要抓紧开工。第二、要保证质量。", "一是，抓进度；二是抓质量；三是抓安全。"),
    passes=("第一，要抓紧开工。第二，要保证质量。", "第一、第二产业协调发展。"),
    check=check,
    safe=True,
)
