"""查什么: 结束语，独占一行或在末段之末。 依据: 实务。

我的汇报完了，不当之处，请批评指正！
"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.zh.sentence import sentences

_SIGNOFF = re.compile(lexicon.SIGNOFF)
_WISH = re.compile(lexicon.WISH)
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
"""What the chair is told while others speak: （发言完毕）."""
LONGEST = 60
"""Characters that a parting sentence has at most (our own)."""


def find_signoffs(pieces: Pieces) -> list[Piece]:
    """Mark the parting words at the end of each speech."""
    result = list(pieces)
    for number in reversed(_lasts(pieces)):
        start = signoff_start(result[number].text)
        if start is None:
            continue
        parts = result[number].cut(start) if start else [result[number]]
        parts[-1] = parts[-1]._replace(role="signoff")
        if len(parts) == 1 and number and _parting(result[number - 1]):
            result[number - 1] = result[number - 1]._replace(role="signoff")
        result[number : number + 1] = parts
    return result


def _parting(piece: Piece) -> bool:
    """Whether a row above the parting words is of them: wishes, or parting words itself."""
    if piece.role != "" or len(piece.text) > 2 * LONGEST:
        return False
    return all(_WISH.match(one.strip()) or _SIGNOFF.match(one.strip()) for one in sentences(piece.text))


def signoff_start(text: str) -> int | None:
    """Return the place at which the parting words at the end of a text begin, None where there are none."""
    tail = text[-3 * LONGEST :]
    start = len(text)
    for sentence in reversed(sentences(tail)):
        words = sentence.strip()
        wished = _WISH.match(words) is not None and (start < len(text) or words.startswith("最后"))
        if len(sentence) > LONGEST or not (wished or _SIGNOFF.match(words)):
            break
        start -= len(sentence)
    return start if start < len(text) else None


def _lasts(pieces: Pieces) -> list[int]:
    """The last row of text of each speech that ends in parting words, at most five rows from its end."""
    ends, tail = [], 0
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.role == "title":
            tail = 0
            continue
        if piece.role == "" and 0 <= tail < 5:
            tail += 1
            if signoff_start(piece.text) is not None and not (tail > 1 and _ASIDE.fullmatch(piece.text)):
                ends.append(number)
                tail = -1
            elif len(piece.text) > LONGEST:
                tail = -1
        if piece.opens:
            tail = 0
    return ends[::-1]
