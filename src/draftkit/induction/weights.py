"""What fixed characters are worth to a pattern, and which characters make frames by themselves (实务)."""

import re

from draftkit.induction.marks import MARKS

AFFIXED = frozenset("共相互多主新一更越")
"""Characters that frames put before a word: 共议, 相伴, 多元, 主战场; a slot may follow within a word."""
TRAILING = frozenset("化力性心事感者型式度率好来人字法关账牌仗难")
"""Characters that frames put after a word: 凝聚力, 网格化; a slot may stand before them within a word."""
LEADING = frozenset("的")
FREE = frozenset("为上下以有不让把使将在从与和到出得中向对再就要会能是抓促强重看用靠由于起去")
"""Words of one character that hold a pattern together from between two slots."""

EMPTY = frozenset(
    re.findall(
        "..",
        "什么怎么怎样如何我们他们你们自己必须没有可以不能因为所以就是不是还是哪里一个",
    )
)
"""Words of two characters without a topic of their own."""

LEXICAL = frozenset(
    re.findall(
        "..",
        "有效有力有序有关所有拥有具有没有为民为主作为行为认为成为因为以上以下以及所以可以上级上下网上线上以来"
        "下级下沉下乡不断不忘不仅不足不同中心中央集中途中出台出发出现突出得到取得获得向上方向导向对接对标对象应对"
        "再次就业成就就是要求需要重要要素要点主要会议社会机会协会能力功能职能可能技能使用让利在线现在内在存在"
        "从严从业从重服从与会参与和谐平和共和到位达到是否抓手狠抓促进督促强化加强增强坚强强调重点重要严重注重重大"
        "看齐看病查看信用运用作用使用利用用好用活依靠靠前由于自由理由关于敢于善于勇于在于发起起来去年过去"
        "用户将来将近把握把关转向向前向好对照对待核对会商大会能源能够是非相对对策纵向横向加大加深扩大增大",
    )
)
"""Words of two characters in which a character that is a word by itself is none (dictionary)."""

_WORDS = AFFIXED | LEADING | FREE | frozenset("好来")
_FRAME = AFFIXED | TRAILING | LEADING | FREE
CONTENT, FRAME, LONE, MARK = 6.0, 3.0, 2.0, 0.5
"""Bits that a character saves in each further member: of content, of the frame, of a word and alone between
slots, where it is chance more often than not, a mark (our own)."""


def has_frame_words(text: str) -> bool:
    """Tell whether a text has a character or a word that frames are made of, whatever their topic."""
    return text in EMPTY or not _WORDS.isdisjoint(text)


def in_frames(character: str) -> bool:
    """Tell whether a character is one of those that frames are made of."""
    return character in _FRAME


def weight(text: str) -> float:
    """Return the bits that a fixed text saves in each member after the first."""
    if len(text) == 1 and text not in MARKS and text not in _WORDS:
        return LONE
    return sum(MARK if one in MARKS else FRAME if one in _FRAME else CONTENT for one in text)
