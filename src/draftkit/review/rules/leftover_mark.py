"""C02: marks that were to be filled in."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_NOTE = (
    r"此处|待[补定填核查加写续]|待完善|待确[认定]|补充[：:]|插入|从?略(?=[〕）)］\]])|空缺|缺数据"
    "|具体数[字据]|数[字据]待"
)
_CROSS, _X, _RING, _BOX = "×✕╳＊*", "xXＸ", "○〇◯", "□■△▲"
_UNIT = "[年月日个名户家人万亿条项次件元%％镇乡村县市区局]"
# The class of first characters stands alone, so that a text is looked through fast.
_MARK = re.compile(
    rf"[{_CROSS}{_X}{_RING}{_BOX}_＿某【〔（(［\[“‘《〈？?Tt年](?:"
    rf"(?<=[{_CROSS}])(?:(?<!\d.)[{_CROSS}]*|[{_CROSS}]+|(?!\d))"
    rf"|(?<=[{_X}])(?:(?<![A-Za-z0-9].)[{_X}]+(?![A-Za-z])|(?<=\d.)[{_X}]+(?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9].)(?={_UNIT}))"
    rf"|(?<=[{_RING}])[{_RING}]+|(?<=[{_BOX}])[{_BOX}]+"
    r"|(?<=[_＿])[_＿]+|(?<=某)某+|(?<=[？?])[？?]+"
    r"|(?<=【)[^】\n]{0,80}】"
    rf"|(?<=[〔（(［\[])(?:\s*|(?:{_NOTE})[^〕）)］\]\n]{{0,80}})[〕）)］\]]"
    r"|(?<=[“‘《〈])\s*[”’》〉]"
    r"|(?<=T)(?:ODO|BD)|(?<=t)(?:odo|bd)(?![a-z])"
    r"|(?<=年)[ \u3000]+月(?:[ \u3000]+日)?"
    r")"
)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each mark; a row that holds nothing else may be set aside, and is C25's."""
    message = _("this is still to be filled in")
    for found in _MARK.finditer(proof.text):
        start = found.start()
        if found[0][0] in "xX×" and proof.text[start - 2 : start] == "20":
            start -= 2
        yield Spot(start, found.end(), message)


RULE = Rule(
    code="C02",
    name=N_("leftover mark"),
    grade="实务",
    looks_for=N_(
        "signs for words to come: ×, XX, 某某, ____, 【…】, 〔待补〕, （此处…）, TODO, 20XX, ？？, （）, “”"
    ),
    why=N_("A draft handed in with a gap is read out with a gap."),
    source=N_("habit of offices"),
    hits=("全年完成××个项目。", "联系人：某某某。", "满意率为【待补：数字】。"),
    passes=("面积为3×4米。",),
    check=check,
)
