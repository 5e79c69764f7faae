"""C12: the meeting has one name in the title and nearly the same in the text."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.likeness import common_end, common_start

_KIND = "(?:会议|大会|年会|推进会|座谈会|现场会|动员会|部署会|调度会|交流会|表彰会|培训班|论坛|仪式|会)"
_TITLE = re.compile(rf"在(?P<name>[^，。\n]{{3,40}}?{_KIND})(?:暨[^，。\n]{{2,30}})?上的")
_HELD = re.compile(
    rf"(?:召开|举行|举办|参加|出席)(?:的?这次|的?本次|了|的|这个)?(?P<name>[^，。；！？、\n]{{4,40}}?{_KIND})(?![议场员])"
)
_OWN = re.compile("今天|这次|此次|本次|在此|在这里|我们|隆重|现在")
_SCOPE = re.compile("[国省市县区镇乡村州]|街道")
_PARAGRAPHS = 3
"""Paragraphs of a speech in which its own meeting is named (our own)."""
LEAST = 6
"""Characters that two names must share to be those of one meeting (our own)."""
FURTHEST = 2
"""Characters in which they differ at most (our own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the name of the meeting in the first paragraphs where it differs from the title's by little."""
    titles = _titles(proof)
    read = dict.fromkeys(titles, 0)
    for row in proof.rows:
        if row.role != "paragraph" or read.get(row.speech, _PARAGRAPHS) >= _PARAGRAPHS:
            continue
        read[row.speech] += 1
        for found in _HELD.finditer(proof.text, row.start, row.end):
            title, said = titles[row.speech], found["name"]
            own = _OWN.search(proof.text, max(row.start, found.start() - 20), found.start()) is not None
            if _nearly(title, said, own):
                message = _("the title calls it “{name}”").format(name=title)
                yield Spot(*found.span("name"), message)


def _titles(proof: Proof) -> dict[int, str]:
    """The meeting in the title of each speech."""
    found = {}
    for row in proof.rows:
        name = _TITLE.search(proof.words_of(row)) if row.role in ("title", "subtitle") else None
        if name:
            found[row.speech] = name["name"]
    return found


def _nearly(title: str, said: str, own: bool) -> bool:
    """Whether two names are of one meeting and not the same; the one said may leave out how it begins. Only of
    the own meeting one can know that it is not that of a higher or lower level."""
    if title.endswith(said) or said.endswith(title):
        return False
    cut = min(len(title), len(said))
    for one, other in ((title, said), (title[-cut:], said[-cut:])):
        head = len(common_start([one, other]))
        tail = min(len(common_end([one, other])), len(one) - head, len(other) - head)
        left, right = one[head : len(one) - tail], other[head : len(other) - tail]
        begun = head > 0 or len(one) == len(title)
        if begun and head + tail >= LEAST and max(len(left), len(right)) <= FURTHEST:
            return own or not (_SCOPE.search(left) or _SCOPE.search(right))
    return False


RULE = Rule(
    code="C12",
    name=N_("meeting misnamed"),
    grade="实务",
    looks_for=N_(
        "a meeting whose name in the first paragraphs differs from that in the title by a few characters"
    ),
    why=N_("The meeting has the name that is on the notice, and no other."),
    source=N_("habit of offices"),
    hits=("今天，我们召开全区重点工作部署会。",),
    passes=("今天，我们召开全区重点工作推进会。",),
    check=check,
)
