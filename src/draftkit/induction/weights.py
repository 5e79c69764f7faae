"""What fixed characters are worth to a pattern, and which characters make frames by themselves (实务)."""

from draftkit.induction.marks import MARKS

AFFIXED = frozenset("共相互多主新一更越")
"""Characters that frames put before a word: 共议, 相伴, 多元, 主战场; a slot may follow within a word."""
TRAILING = frozenset("化力性心事感者型式度率好来")
"""Characters that frames put after a word: 凝聚力, 网格化; a slot may stand before them within a word."""
LEADING = frozenset("的")
FREE = frozenset("为上下以有不让把使将在从与和到出得中向对再就要会能是抓促强重看用靠由于")
"""Words of one character that hold a pattern together from between two slots."""

_FRAME = AFFIXED | TRAILING | LEADING | FREE
CONTENT, FRAME, MARK = 6.0, 3.0, 0.5
"""Bits that a character saves in each further member: of content, of the frame, a mark (our own)."""


def weight(text: str) -> float:
    """Return the bits that a fixed text saves in each member after the first."""
    return sum(MARK if one in MARKS else FRAME if one in _FRAME else CONTENT for one in text)
