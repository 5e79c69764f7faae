"""Which characters are Chinese, to the rules that look at what stands beside a mark."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, as they stand in the brackets of a pattern."""

BLANKS = " \t\u3000\xa0"
"""What parts words on a line."""

_ALSO = frozenset("…—×％～")
_ON_THE_LEFT = frozenset(BLANKS + ".”’)\"'")
_ON_THE_RIGHT = frozenset(BLANKS + "“‘(")


def is_han(character: str) -> bool:
    """Whether it is a Chinese character; "" is none."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def is_wide(character: str) -> bool:
    """Whether it is a Chinese character or a full-width mark; quotation marks, which Latin shares, are none."""
    return "\u3001" <= character <= "\uffef" or character in _ALSO


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters on the left and the right of a mark; a line end stands for none. Passed over are
    blanks, dots, quotation marks and half-width brackets that close before it or open after it."""
    while start and text[start - 1] in _ON_THE_LEFT:
        start -= 1
    while end < len(text) and text[end] in _ON_THE_RIGHT:
        end += 1
    return text[max(0, start - 1) : start], text[end : end + 1]
