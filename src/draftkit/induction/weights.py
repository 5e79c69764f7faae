"""What fixed characters are worth to a pattern, and which characters make frames by themselves (实务)."""

from draftkit.induction.marks import MARKS

AFFIXED = frozenset("共相互多主新一更越")
"""Characters that frames put before a word: 共议, 相伴, 多元, 主战场; a slot may follow within a word."""
TRAILING = frozenset("化力性心事感者型式度率好来人字法")
"""Characters that frames put after a word: 凝聚力, 网格化; a slot may stand before them within a word."""
LEADING = frozenset("的")
FREE = frozenset("为上下以有不让把使将在从与和到出得中向对再就要会能是抓促强重看用靠由于起去")
"""Words of one character that hold a pattern together from between two slots."""

EMPTY = frozenset(
    ["什么", "怎么", "怎样", "如何", "我们", "他们", "你们", "自己", "必须", "没有", "可以", "不能"]
    + ["因为", "所以", "就是", "不是", "还是", "哪里", "一个"]
)
"""Words of two characters without a topic of their own."""

_WORDS = AFFIXED | LEADING | FREE | frozenset("好来")
_FRAME = AFFIXED | TRAILING | LEADING | FREE
CONTENT, FRAME, LONE, MARK = 6.0, 3.0, 2.0, 0.5
"""Bits that a character saves in each further member: of content, of the frame, of a word and alone between
slots, where it is chance more often than not, a mark (our own)."""


def has_frame_words(text: str) -> bool:
    """Tell whether a text has a character or a word that frames are made of, whatever their topic."""
    return text in EMPTY or not _WORDS.isdisjoint(text)


def weight(text: str) -> float:
    """Return the bits that a fixed text saves in each member after the first."""
    if len(text) == 1 and text not in MARKS and text not in _WORDS:
        return LONE
    return sum(MARK if one in MARKS else FRAME if one in _FRAME else CONTENT for one in text)
