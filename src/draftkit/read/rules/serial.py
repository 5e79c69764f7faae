"""查什么: 分篇的标记（【篇一】、范文二：）：其后是新的一篇，有没有标题都是。 依据: 实务。"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces

_SERIAL = re.compile(lexicon.SERIAL)


def part_at_serials(pieces: Pieces) -> list[Piece]:
    """Set the marks between speeches aside; what follows each opens a speech."""
    result: list[Piece] = []
    opens = False
    for piece in pieces:
        found = _SERIAL.match(piece.text) if piece.role == "" else None
        if found and (found.end() == len(piece.text) or piece.text[found.end() - 1] in "】])）:：、. "):
            alone = found.end() == len(piece.text)
            result.append(piece.drop("navigation") if alone else piece._replace(opens=True))
            opens = alone
        elif opens and piece.role == "":
            result.append(piece._replace(opens=True))
            opens = False
        else:
            result.append(piece)
    return result
