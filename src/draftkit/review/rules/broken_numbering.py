"""P14: labels that do not count on."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.cuts import is_cut_between
from draftkit.review.labels import N
from draftkit.review.numbering import Fault, Label, faults, runs
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.marker import leading_marker
from draftkit.zh.numerals import from_numeral, to_numeral

_FAMILIES = {"一、": "一、", "（一）": "（一）", "1.": "1.", "1、": "1.", "（1）": "（1）"}
_ONCE = ("一、", "（一）")
"""Families whose lists do not begin again under the same heading."""
_NUMERAL = re.compile(rf"{N}|\d+")
_SAID = re.compile(rf"(?P<number>{N})(?P<kind>[是要])(?!素|(?P=number))")
_NTH = re.compile(rf"(?P<kind>第)(?P<number>{N})[，,]")
_ANCHOR = frozenset("\n。；：，！？…”;:,!?.")
_WITHIN = re.compile(
    rf"[。；：！？;:](?<!\d[：:])(?=[一二三四五六七八九十（(\d])(?:(?P<han>{N})、(?!{N})|[（(](?P<round>{N})[）)]|(?P<digit>\d{{1,2}})[.．、](?!\d)"
    r"|[（(](?P<inner>\d{1,2})[）)])"
)
_OTHER_FIRST = re.compile("首先|第一[，,、是要]|其一|一来|一是|一方面|一[个条点种]是")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each label that does not follow the one before it in its list."""
    for fault in (*_of_headings(proof), *_of_points(proof), *_within(proof)):
        if not (_may_be_cut(fault) and is_cut_between(proof, fault.before, fault.label.start)):
            yield Spot(fault.label.start, fault.label.end, _message(proof.text, fault))


def _may_be_cut(fault: Fault) -> bool:
    """Whether words that were left out may explain it: what is missing, and lists under another heading."""
    return fault.kind == "missing" or fault.label.family != "一、"


def _message(text: str, fault: Fault) -> str:
    label = text[fault.label.start : fault.label.end]
    expected = str(fault.expected) if label[-2:-1].isdigit() else to_numeral(fault.expected)
    missing = _NUMERAL.sub(expected, label, count=1)
    if fault.kind == "twice":
        return _("“{label}” stands twice, “{expected}” would follow").format(label=label, expected=missing)
    if fault.kind == "order":
        return _("“{label}” is out of order, “{expected}” would follow").format(label=label, expected=missing)
    return _("“{expected}” is missing before “{label}”").format(label=label, expected=missing)


def _of_headings(proof: Proof) -> Iterator[Fault]:
    """The headings at the start of paragraphs, list by list as they stand in the tree."""
    open_: dict[tuple[int, str], list[Label]] = {}
    speech = 0
    for head in proof.heads:
        above = -1 if head.speech != speech else head.level
        for key in [key for key in open_ if key[0] > above]:
            yield from _in_list(open_.pop(key))
        speech = head.speech
        marker = leading_marker(proof.text[head.start : head.start + 12])
        family = _FAMILIES.get(marker.family) if marker and head.heading.placement != "within" else None
        if marker and family:
            label = Label(head.start, head.start + len(head.heading.marker), family, marker.number)
            open_.setdefault((head.level, family), []).append(label)
    for labels in open_.values():
        yield from _in_list(labels)


def _in_list(labels: list[Label]) -> Iterator[Fault]:
    for run in runs(labels, restarts=labels[0].family not in _ONCE):
        yield from faults(run)


def _of_points(proof: Proof) -> Iterator[Fault]:
    """The points that are said (一是, 一要, 第一，), list by list under each heading."""
    text = proof.text
    under = [head.start for head in proof.heads if _parts(proof, head.start, head.heading.placement == "line")]
    lists: dict[tuple[int, str], list[Label]] = {}
    for found in (*_SAID.finditer(text), *_NTH.finditer(text)):
        number = from_numeral(found["number"])
        if number and (not found.start() or text[found.start() - 1] in _ANCHOR):
            label = Label(*found.span(), found["kind"], number)
            lists.setdefault((bisect_right(under, label.start), label.family), []).append(label)
    for (section, _family), labels in lists.items():
        start = under[section - 1] if section else 0
        for run in runs(labels, restarts=True):
            yield from (fault for fault in faults(run) if not _is_said_otherwise(text, start, run, fault))


def _parts(proof: Proof, start: int, alone: bool) -> bool:
    marker = leading_marker(proof.text[start : start + 12])
    return marker.family in _FAMILIES if marker else alone


def _is_said_otherwise(text: str, start: int, run: list[Label], fault: Fault) -> bool:
    """Whether the label that is missing stands in other words between its heading, or the label before it, and
    the next; or one alone is perhaps no label."""
    if fault.before < 0:
        above = text.rfind("\n", start, max(start, fault.label.start - 1))
        if _OTHER_FIRST.search(text, max(start, above), fault.label.start):
            return True
        return fault.label.family != "是" and len(run) == 1
    numeral = to_numeral(fault.expected)
    others = re.compile(f"{numeral}(?:[是要来则])|第{numeral}[，,、是要]|其{numeral}")
    return others.search(text, fault.before, fault.label.start) is not None


def _within(proof: Proof) -> Iterator[Fault]:
    """The numbered labels within a paragraph."""
    lists: dict[tuple[int, str], list[Label]] = {}
    for found in _WITHIN.finditer(proof.text):
        numeral = str(found.lastgroup)
        words = found[numeral]
        number = int(words) if words.isdigit() else from_numeral(words)
        row = proof.row_at(found.start())
        labels = lists.setdefault((row.start, numeral), [])
        if not labels:
            first = leading_marker(proof.text[row.start : row.start + 12])
            if first and _FAMILIES.get(first.family) == _OF_GROUP[numeral]:
                labels.append(Label(row.start, row.start + first.end, first.family, first.number))
        labels.append(Label(found.start() + 1, found.end(), numeral, number or 0))
    for labels in lists.values():
        for run in runs(labels, restarts=True):
            if len(run) > 1:
                yield from (fault for fault in faults(run) if fault.label.family in _OF_GROUP)


_OF_GROUP = {"han": "一、", "round": "（一）", "digit": "1.", "inner": "（1）"}

RULE = Rule(
    code="P14",
    name=N_("broken numbering"),
    grade="规定",
    looks_for=N_("a label that is left out, stands twice or comes too soon: 一、二、四、; 一是…三是…"),
    why=N_("Who reads or listens counts along, and looks for what is missing."),
    source="GB/T 9704-2012 7.3.3",
    hits=("一、摸清底数\n逐户走访。\n三、倒排工期\n按月调度。", "一是抓进度；三是抓质量。"),
    passes=("一、摸清底数\n逐户走访。\n二、倒排工期\n按月调度。", "一是抓进度；二是抓质量。"),
    check=check,
)
