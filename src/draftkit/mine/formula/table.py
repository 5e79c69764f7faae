"""Anchors in a table: those that may hold a clause are found by its first characters or by a mark in it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from draftkit.mine.filling import FIGURES, LONGEST
from draftkit.mine.formula.anchors import Group
from draftkit.mine.formula.heads import SLOT, heads, marks

_WORDS = "[^，。；：！？]"
_TOKEN = re.compile(r"\{(\w*)\}|<([^>]+)>|\((?!\?)")


class Rule(NamedTuple):
    """An anchor ready to match; `number` is its place among those of its table, `kind` what it is one of."""

    number: int
    kind: str
    expression: re.Pattern[str]
    group: Group


class Table:
    """The anchors of some groups, by kind."""

    def __init__(self, kinds: Mapping[str, tuple[Group, ...]]) -> None:
        self._heads: dict[str, list[Rule]] = {}
        self._marks: defaultdict[str, list[Rule]] = defaultdict(list)
        lines = [
            (kind, group, line) for kind, groups in kinds.items() for group in groups for line in group.lines
        ]
        for number, (kind, group, line) in enumerate(lines):
            rule = Rule(number, kind, re.compile(_expression(line)), group)
            for head in heads(line):
                if head.startswith(SLOT):
                    for mark in marks(line):
                        self._marks[mark].append(rule)
                else:
                    self._heads.setdefault(head.rstrip(SLOT), []).append(rule)
        for mark in [mark for mark in self._marks if len(mark) > 1]:
            self._marks[mark] += self._marks.get(mark[0], ())
        words = sorted(self._marks, key=lambda mark: (-len(mark), mark))
        self._mark = re.compile("|".join(words) or "(?!)")

    def candidates(self, clause: str) -> list[Rule]:
        """Return the anchors that may hold a clause or begin with it, in order."""
        first, second = self._heads.get(clause[:1]), self._heads.get(clause[:2])
        mark = self._mark.search(clause, 1)
        if not first and not second and not mark:
            return []
        found = [*(second or ()), *(first or ())]
        while mark:
            found += self._marks[mark[0]]
            mark = self._mark.search(clause, mark.start() + 1)
        return sorted(set(found)) if len(found) > 1 else found


def _expression(line: str) -> str:
    def written(token: re.Match[str]) -> str:
        if token[2]:
            return f"(?P<w>{token[2]})"
        if token[1] is None:
            return "(?:"
        least = 1 if token[1] in FIGURES else 2
        return f"(?P<{token[1] or 'x'}>{_WORDS}{{{least},{LONGEST}}}?)"

    return rf"(?:{_TOKEN.sub(written, line)})(?=[，；：。！？]|\Z)"
