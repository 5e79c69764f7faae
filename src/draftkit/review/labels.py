"""序次语: the labels that count parts and points, without their marks, as GB/T 15834-2011 B.3 has them."""

import re

N = "[一二三四五六七八九十]{1,3}"

HAN = rf"[\n。]{N}"
DIGIT = r"[\n。；：！？;](?<!\d：)\d{1,2}"
BRACKET = rf"[（(](?:{N}|\d{{1,2}})[）)]"
RING = "[①-⑳]"
"""The kinds of labels, in the words of a pattern; what begins a line or a sentence stands in front."""

_LABEL = re.compile(rf"(?:{HAN}|{DIGIT}|[\n。；：！？;](?:{BRACKET}|{RING}))$")
_SAID = re.compile(rf"[\n。；：！？…;!?][ \t\u3000]*(?:{N}|\d{{1,2}}|{BRACKET}|{RING})$")
_LONGEST = 8


def is_label(text: str, place: int) -> bool:
    """Whether a label ends here whose mark is to be looked at."""
    return _LABEL.search(_before(text, place)) is not None


def may_be_label(text: str, place: int) -> bool:
    """Whether what ends here may be a label: it begins a line or a sentence."""
    return _SAID.search(_before(text, place)) is not None


def _before(text: str, place: int) -> str:
    return text[place - _LONGEST : place] if place >= _LONGEST else f"\n{text[:place]}"
