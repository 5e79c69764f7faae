"""规则: what a rule of review is. Each stands in a file of its own, which is also its publication."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from draftkit.finding import Grade
from draftkit.review.proof import Proof
from draftkit.tree import Dropped


class Spot(NamedTuple):
    """Where a rule fires: from `start` to `end` in the proof's text, what is wrong there, and the words that
    would mend it ("" takes them out; None where the rule knows none). What the reader set `aside` stands
    not in that text but before `start`."""

    start: int
    end: int
    message: str
    fix: str | None = None
    aside: Dropped | None = None


class Rule(NamedTuple):
    """A rule of review. `name` names the defect, `looks_for` what the check looks for, `why` what is wrong
    with it, `source` where the rule is written: message ids, shown by `translated`. `hits` are words in
    which it fires, `passes` words like them in which it does not. `safe` says whether its fixes change no
    meaning; `jieba` whether it needs words cut out, which is slow.
    """

    code: str
    name: str
    grade: Grade
    looks_for: str
    why: str
    source: str
    hits: tuple[str, ...]
    passes: tuple[str, ...]
    check: Callable[[Proof], Iterator[Spot]]
    safe: bool = False
    jieba: bool = False
