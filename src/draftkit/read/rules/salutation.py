"""查什么: 称谓及其后的问候语，独占一行或与正文连排。 依据: 实务。

各位领导，同志们：大家上午好！今天…
"""

import re
from functools import lru_cache

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces

LONGEST = 70
"""Characters of an address at most (our own)."""

_COLON = re.compile(r"[:：]|[!！](?!$)|[!！，,]$|$")
_PART = re.compile(
    rf"^(?:(?:尊敬的|敬爱的|亲爱的|各位|在座的?)[^。；！？的]{{0,6}}|[^。；！？]{{0,20}}?{lexicon.ADDRESSED})(?:们)?好?$"
)
_PARTED = re.compile(r"[，,、\s]+|(?<=们)(?=各位|同志|朋友)")
_LAST = re.compile(rf"(?:{lexicon.ADDRESSED}|^(?:尊敬的|各位).{{1,6}})(?:们)?$")
_WHO = re.compile(
    "们|各位|尊敬的|敬爱的|亲爱的|领导|同志|书记|主任|部长|局长|市长|县长|评委|代表|委员|大家|来宾|朋友"
)
_GREETED = re.compile(r"^([^。；！？：]{2,50}[，、])(?=大家(?:早上|上午|中午|下午|晚上|新年)?好)")
_GREETING = re.compile(lexicon.GREETING)


def salutation_end(text: str) -> int:
    """Return how many characters of a line are an address, 0 where it begins with none."""
    return _end(text) if len(text) <= LONGEST else _end(text[: LONGEST + 1])


# Several rules ask it of the same line.
@lru_cache(maxsize=1024)
def _end(text: str) -> int:
    if not _WHO.search(text):
        return 0
    greeted = _GREETED.match(text)
    if greeted and _addresses(greeted[1].rstrip("，、 ")):
        return greeted.end(1)
    found = _COLON.search(text)
    if not found or found.start() == 0:
        return 0
    words = text[: found.start()]
    if found[0] in ("", "，", ",") and found.end() == len(text) <= LONGEST:
        # An address without its colon stands alone on its line.
        return len(text) if words and _addresses(words) and len(words) <= 30 and _plural(words) else 0
    return found.end() if found[0] and _addresses(words) else 0


def greeting_end(text: str) -> int:
    """Return how many characters of a text are a greeting at its start."""
    found = _GREETING.match(text)
    return found.end() if found else 0


def find_salutations(pieces: Pieces) -> list[Piece]:
    """Mark the address and the greeting before the first paragraph of each speech."""
    result: list[Piece] = []
    waiting, addressed = True, False
    for piece in pieces:
        if piece.role == "title" or piece.opens:
            waiting, addressed = True, False
        if piece.role != "" or not waiting:
            result.append(piece)
            continue
        waiting = False
        end = 0 if addressed else salutation_end(piece.text)
        addressed = False
        if not end:
            result += _greeted(piece)
            continue
        first, *rest = piece.cut(end)
        result.append(first._replace(role="salutation", whole=piece.whole and not rest))
        if rest:
            result += _greeted(rest[0])
        else:
            waiting = addressed = True
    return _once(result)


def _addresses(words: str) -> bool:
    parts = [part for part in _PARTED.split(words) if part]
    return bool(parts) and all(_PART.match(part) for part in parts) and bool(_LAST.search(parts[-1]))


def _plural(words: str) -> bool:
    return bool(re.search(r"们|各位|尊敬的", words))


def _greeted(piece: Piece) -> list[Piece]:
    end = greeting_end(piece.text)
    if not end:
        return [piece]
    first, *rest = piece.cut(end)
    return [first._replace(role="greeting"), *rest]


def _once(pieces: list[Piece]) -> list[Piece]:
    """A second address in a speech is text."""
    result, seen = [], False
    for piece in pieces:
        if piece.role == "title" or piece.opens:
            seen = False
        if piece.role == "salutation":
            if seen:
                piece = piece._replace(role="")
            seen = True
        result.append(piece)
    return result
