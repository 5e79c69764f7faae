"""序次语: the labels that count parts and points, as GB/T 15834-2011 B.3 and practice know them."""

import re

N = "[一二三四五六七八九十]{1,3}"
_LABEL = re.compile(
    rf"(?:^|[\n。；：！？…;!?])[ \t\u3000]*(?:{N}|[（(](?:{N}|\d{{1,2}})[）)]|\d{{1,2}}|[①-⑳])$"
)
_LONGEST = 8


def is_after_label(text: str, place: int) -> bool:
    """Whether a label without its mark (一 （一） 1 （1） ①) ends here that opens a line or a sentence."""
    start = max(0, place - _LONGEST)
    return _LABEL.search(text[start:place] if start else f"\n{text[:place]}") is not None
