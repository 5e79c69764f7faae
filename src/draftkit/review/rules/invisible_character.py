"""P22: characters that print nothing and came in with a copy from a web page, a chat or a telephone book."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_wide
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_INVISIBLE = re.compile(
    "[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001-\U000e007f]+"
)
_DIRECTING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TURNING = re.compile("[\u061c\u200f\u202b\u202d\u202e\u2067\u2068]")
"""Those of them that can turn round the order in which a line is shown."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each run of them, but for those within a word of a script, or a picture sign, that needs them."""
    text = proof.text
    for found in _INVISIBLE.finditer(text):
        start, end = found.span()
        if _is_plain(text[start - 1 : start]) or _is_plain(text[end : end + 1]):
            turned = _DIRECTING.search(found[0]) and _TURNING.search(proof.words_of(proof.row_at(start)))
            message = _("a character that prints nothing: {code}").format(
                code="、".join(f"U+{ord(one):04X}" for one in dict.fromkeys(found[0]))
            )
            yield Spot(start, end, message, None if turned else "")


def _is_plain(character: str) -> bool:
    """Whether it needs nothing invisible beside it: Chinese, ASCII, a mark, or the end of a line."""
    return character.isascii() or is_wide(character) or "\u2010" <= character <= "\u2027"


RULE = Rule(
    code="P22",
    name=N_("invisible character"),
    grade="实务",
    looks_for=N_(
        "zero-width characters, soft hyphens, marks of direction, hidden tags; not in scripts that need them"
    ),
    why=N_(
        "It parts a word or a number for every search and count, can turn the order of a line, or mark a copy."
    ),
    source=N_("habit of offices"),
    hits=("全镇有茶\u200b园3.2万亩。", "联系电话：\u202a0571-88123456\u202c。"),
    passes=("全镇有茶园3.2万亩。",),
    check=check,
    safe=True,
)
