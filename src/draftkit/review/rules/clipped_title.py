"""C26: the party's bodies, its leader and his speeches, named short or run together."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

# The class of first characters stands alone, so that a text is looked through fast.
_CLIPPED = re.compile(
    r"[党中省市县区州习新总](?:"
    r"(?P<bodies>(?<=党)中央国务院|(?<=中)共中央国务院|(?<=([省市县区州]))委\2政府)"
    r"|(?P<name>(?<=习)(?<![学研温复练实补自讲见修传]习)(?:总书记|大大|总(?=[的在对强指说])|进平(?:总书记)?|近乎(?:总书记)?))"
    r"|(?P<thought>(?<=新)(?<!习近平新)时代中国特色社会主义思想|(?<=习)近平新时代(?:特色|中国)?社会主义思想)"
    r"|(?P<words>(?<=总)书记[^，。；：“”《》\n]{0,24}?(?<!重要)(?<!重要系列)(?=讲话))"
    r")"
)
_THOUGHT = "习近平新时代中国特色社会主义思想"


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each, with the full name; titles of documents and quotations stand as they are printed."""
    for found in _CLIPPED.finditer(proof.text):
        if _in_title(proof, found.start()):
            continue
        start, end = found.span()
        if found["bodies"]:
            first = found[0].index("委" if found[0][1] == "委" else "央") + 1
            fix = f"{found[0][:first]}、{found[0][first:]}"
            yield Spot(start, end, _("a 顿号 stands between the two bodies"), fix)
        elif found["name"]:
            yield Spot(start, end, _("the name and office are not shortened"), "习近平总书记")
        elif found["thought"]:
            yield Spot(start, end, _("the thought is named in full"), _THOUGHT)
        elif "重要讲话" not in found[0]:
            yield Spot(end, end + 2, _("his speeches are “重要讲话”"), "重要讲话")


def _in_title(proof: Proof, place: int) -> bool:
    """Whether a place stands within 《》."""
    row = proof.row_at(place)
    return proof.text.rfind("《", row.start, place) > proof.text.rfind("》", row.start, place)


RULE = Rule(
    code="C26",
    name=N_("clipped name of a body or leader"),
    grade="实务",
    looks_for=N_("党中央国务院 without 顿号, 习总书记, 总书记讲话 without 重要, the thought not in full"),
    why=N_("These names have one form."),
    source=N_("usage of central documents"),
    hits=("认真落实党中央国务院决策部署。", "深入学习习总书记关于治水的论述。"),
    passes=("认真落实党中央、国务院决策部署。", "深入学习习近平总书记关于治水的重要论述。"),
    check=check,
)
