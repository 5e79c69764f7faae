"""The move that a sentence makes, by the words that give it away and the place where it stands."""

import re

from draftkit.frame import Move
from draftkit.mine.formula.places import Part

MOVE_OF: dict[str, Move] = {
    "做法": "measure",
    "成效": "credit",
    "变化": "credit",
    "事例": "credit",
    "问题": "diagnose",
    "体会": "situate",
    "认识": "situate",
    "要求": "demand",
    "打算": "next",
}
"""The move of each kind of fact (deed) that a phrase words."""

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("事例", re.compile(r"^(?:比如|例如|譬如|像)|说：“")),
    ("打算", re.compile(r"^(?:下一步|接下来|今后|新的一年)|力争|(?:我们|^)将")),
    ("体会", re.compile(r"(?:实践|事实)[一-龥]{0,4}(?:证明|表明|告诉)|体会到|只有[^。]+才能")),
    ("问题", re.compile(r"存在[^。]+(?:问题|现象|不足)|差距|短板|还不够|有的[^。]+有的|不足|薄弱|滞后")),
    (
        "成效",
        re.compile(
            r"(?:提高|下降|增长|上升|缩短|减少|降)[到至了]|[0-9.]+[%％]|(?:实现|形成|取得|获得|化解|解决)了|获评|荣获|全覆盖|(?:累计|先后|共)[^。]+[0-9]"
        ),
    ),
    ("要求", re.compile(r"(?:^|[，；一-龥])(?:必须|务必|不得|一律|要[^求点素])|坚决")),
    ("做法", re.compile(r"(?:通过|采取|围绕|坚持|建立|健全|推行|组织|开展|成立|实行|制定)")),
)


def deed_of(sentence: str) -> str:
    """Return the kind of fact that a sentence words, "" when no cue tells."""
    return next((deed for deed, cue in _CUES if cue.search(sentence)), "")


def move_of(sentence: str, part: Part) -> Move | None:
    """Return the move of a sentence: by its place in an opening or closing, else by its cues (实务)."""
    deed = deed_of(sentence)
    if part in ("salutation", "greeting", "signoff"):
        return "courtesy"
    if part == "opening":
        return "credit" if deed in ("成效", "变化") else "open"
    if part == "closing":
        return "next" if deed == "打算" else "call"
    return MOVE_OF.get(deed)
