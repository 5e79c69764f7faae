"""How a text is changed: lines and words are moved, doubled, left out and put in, sometimes bytes."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from fuzz.door import Door, Starts, Target

_Change = Callable[[str, Sequence[str], Random], str]
_TIMES = (2, 2, 3, 10, 60)
"""How often a stretch is repeated."""


def text_door(
    name: str, target: Target, words: Sequence[str], starts: Starts = tuple, most: int = 6_000
) -> Door:
    """Return a door for texts in UTF-8."""
    return Door(name, target, words, partial(changed, words), starts, most)


def changed(words: Sequence[str], raw: bytes, random: Random, most: int) -> bytes:
    """Return a text with one to four changes, one in ten with a changed byte; at most so many bytes."""
    text = raw.decode(errors="replace")
    for _time in range(random.choice((1, 1, 1, 2, 3, 4))):
        text = random.choice(_CHANGES)(text, words, random)
    found = text.encode(errors="ignore")[:most]
    return _bytes(found, random) if random.random() < 0.1 else found


def _bytes(raw: bytes, random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    return raw[:place] + bytes([random.randrange(256)]) + raw[place + random.randrange(2) :]


def _stretch(text: str, random: Random) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.choice((1, 1, 2, 4, 12, 60)))


def _put_in(text: str, words: Sequence[str], random: Random) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(words) + text[place:]


def _replaced(text: str, words: Sequence[str], random: Random) -> str:
    start, end = _stretch(text, random)
    return text[:start] + random.choice(words) + text[end:]


def _left_out(text: str, _words: Sequence[str], random: Random) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[end:]


def _repeated(text: str, _words: Sequence[str], random: Random) -> str:
    start, end = _stretch(text, random)
    return text[:start] + text[start:end] * random.choice(_TIMES) + text[end:]


def _copied(text: str, _words: Sequence[str], random: Random) -> str:
    start, end = _stretch(text, random)
    place = random.randrange(len(text) + 1)
    return text[:place] + text[start:end] + text[place:]


def _cut_off(text: str, _words: Sequence[str], random: Random) -> str:
    start, _end = _stretch(text, random)
    return text[:start] if random.random() < 0.5 else text[start:]


def _lines(text: str, _words: Sequence[str], random: Random) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            del lines[one]
        case 3:
            lines[one] = lines[one].lstrip() if random.random() < 0.5 else "  " + lines[one]
    return "\n".join(lines)


_CHANGES: tuple[_Change, ...] = (
    _put_in,
    _put_in,
    _replaced,
    _left_out,
    _repeated,
    _copied,
    _cut_off,
    _lines,
    _lines,
)
