"""C07: a leader's name with a wrong character, or with another's post."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.office import Leader
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_OFFICE = re.compile(
    "(?:常务|第一|党组|党委)?副?(?:书记|主任|主席|部长|局长|市长|县长|镇长|乡长|区长|州长|省长|厅长|处长|科长|院长|校长"
    "|董事长|总经理|秘书长|检察长|政委|会长|组长|队长|所长|站长|行长|社长)"
)
_BEFORE = re.compile(r"(?P<post>[一-龥]{1,16})[ \u3000]*$")
_AFTER = re.compile(
    "同志|[，、。；：！）]|(?:主持|出席|讲话|强调|指出|要求|表示|介绍|宣读|通报|作|带队|参加|到|率)|$"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each name that is one character from one of the roster, and each post that is not his."""
    for leader in proof.office.roster:
        for name in dict.fromkeys(_slips(proof.text, leader)):
            yield from _misspelt(proof, leader, name)
        for found in re.finditer(re.escape(leader.name), proof.text):
            yield from _misposted(proof, leader, found.start())


def _slips(text: str, leader: Leader) -> Iterator[str]:
    """Yield the names in a text that differ from a leader's in one character; the surname stays."""
    name = leader.name
    for place in range(1, len(name)):
        pattern = re.escape(name[:place]) + "[一-龥]" + re.escape(name[place + 1 :])
        yield from (found for found in re.findall(pattern, text) if found != name)


def _misspelt(proof: Proof, leader: Leader, slip: str) -> Iterator[Spot]:
    """Yield the places of a slip where it is the leader who is meant: his post stands before it."""
    if slip in {other.name for other in proof.office.roster}:
        return
    for found in re.finditer(re.escape(slip), proof.text):
        before = _BEFORE.search(proof.text, max(0, found.start() - 16), found.start())
        after = _AFTER.match(proof.text, found.end())
        posted = before is not None and _ends_with_post(before["post"], leader.post)
        if posted or (len(slip) > 2 and after and after[0] == "同志"):
            message = _("the roster has “{name}”").format(name=leader.name)
            yield Spot(*found.span(), message, leader.name)


def _misposted(proof: Proof, leader: Leader, place: int) -> Iterator[Spot]:
    """Yield the office before or behind a name where it is none of the leader's."""
    end = place + len(leader.name)
    before = _BEFORE.search(proof.text, max(0, place - 16), place)
    offices = [*_OFFICE.finditer(before["post"])] if before else []
    behind = _OFFICE.match(proof.text, end)
    if before and offices and offices[-1].end() == len(before["post"]):
        said, start = offices[-1][0], before.start() + offices[-1].start()
    elif behind:
        said, start = behind[0], end
    else:
        return
    if leader.post and not any(said in _offices_of(part) for part in leader.post.split("、")):
        message = _("the roster has {name} as “{post}”").format(name=leader.name, post=leader.post)
        yield Spot(start, start + len(said), message)


def _offices_of(post: str) -> frozenset[str]:
    """The office that a post names, with and without what stands before it (常务副区长: 副区长)."""
    found = [one[0] for one in _OFFICE.finditer(post)]
    if not found:
        return frozenset((post,))
    return frozenset((found[-1], re.sub("^(?:常务|第一|党组|党委)", "", found[-1])))


def _ends_with_post(words: str, post: str) -> bool:
    return any(words.endswith(office) for part in post.split("、") if part for office in _offices_of(part))


RULE = Rule(
    code="C07",
    name=N_("leader's name or post wrong"),
    grade="单位",
    looks_for=N_(
        "a name one character from one of [[roster]] in draftkit.toml, or with a post that is not his"
    ),
    why=N_("A leader's name must not be wrong."),
    source="draftkit.toml",
    hits=(),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
