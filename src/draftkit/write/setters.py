"""Setters: the programs and faces by which a draft may come to be set, and how wide each sets its characters.

The same file is set with the faces that it names (Word, WPS), or, where they are missing, with others that
have wider digits (LibreOffice). How many lines a speech takes has to be right in all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from draftkit.write.layout import Style

# What may not begin a line, what may not end one, what may hang over its end. Word: its own sets for Chinese;
# LibreOffice 7.4: those of its locale zh-CN.
_WORD = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠",
    "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥",
)
_OFFICE = (
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―--′’”",
    "([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘",
)
HANGING = frozenset("!,.:;?、。！，．：；？")


def _table(space: int, widths: str) -> dict[str, float]:
    """Read a table: thousandths of the size, a colon, the characters that are as wide; parted by blanks, whose
    own width is `space`."""
    found = {" ": space / 1000}
    for row in widths.split():
        width, _colon, characters = row.partition(":")
        found |= dict.fromkeys(characters, int(width) / 1000)
    return found


_HALVES = {chr(code): 0.5 for code in range(0x20, 0x7F)}
_TIMES = _table(
    250,
    """180:' 200:| 250:,. 278:/:;\\ijlt 333:!()-I[]`fr 389:Js 408:" 444:?acez 469:^ 480:{} 541:~ 556:FPS
    500:#$*0123456789_bdghknopquvxy 564:+<=> 611:ELTZ 667:BCR 722:ADGHKNOQUVXYw 778:&m 833:% 889:M 921:@
    944:W""",
)
# DejaVu Sans.
_SANS = _table(
    318,
    """275:' 278:ijl 295:IJⅠ 318:,.·‘’ 337:/:;\\| 352:f 361:- 390:()[] 392:t 401:! 411:r 460:" 500:*_`°– 518:“”
    521:s 525:z 531:? 550:c 557:L 575:F 579:k 592:vxy 603:P 611:TY 612:o 613:a 615:e 632:E 634:hnu 635:Sbdgpq
    636:$0123456789{} 656:K 684:AV 685:XZ 686:B 695:R 698:C 732:U 748:N 752:H 770:D 775:G 780:& 787:OQ 818:w
    838:#+<=>^~×÷±→≤≥ 863:M 896:① 950:% 974:m 989:W 1000:@ 1040:№ 1123:℃ 1342:‰""",
)


class Setter(NamedTuple):
    """How lines are set. `halves` has the widths of what is not as wide as a Chinese character, in parts of the
    size; `first` and `last` are what may not begin and not end a line; `gap` stands between a Chinese character
    and a letter or digit; `pieces` tells that each change between the two begins a piece of its own, at whose
    end no tracking is set; `squeezed` that marks that follow one another share their empty halves;
    `slacks` are by how many twips more may fit than is measured.
    """

    halves: Mapping[str, float]
    first: frozenset[str]
    last: frozenset[str]
    gap: float = 0.0
    pieces: bool = False
    squeezed: bool = False
    slacks: tuple[float, ...] = (0.0,)


WORD = Setter(_HALVES, frozenset(_WORD[0]), frozenset(_WORD[1]))
TIGHT = WORD._replace(squeezed=True)
# Measured in LibreOffice 7.4, which falls back to DejaVu Sans for what is not Chinese, heeds neither w:altName
# nor w:autoSpaceDE, leaves a fifth of the size between the scripts, and rounds in more places than are known.
STAND_IN = Setter(_SANS, frozenset(_OFFICE[0]), frozenset(_OFFICE[1]), gap=0.2, pieces=True, slacks=(-6.0, 6.0))

_ALL = WORD, TIGHT, STAND_IN


def setters_of(style: Style) -> tuple[Setter, ...]:
    """Return the setters by which words in a style may come to be set."""
    if not style.latin:
        return _ALL
    # Times New Roman has a stand-in of its own widths everywhere.
    return tuple(setter._replace(halves=_TIMES) for setter in _ALL)


HAN = "\u2e80"
"""From here on characters are as wide as they are high; marks below may belong to either script."""
_PIECES = re.compile("[\u2e80-\U0010ffff][\u2e80-\U0010ffff\u2000-\u2e7f \xa0]*|[^\u2e80-\U0010ffff]+")
_CLOSING, _OPENING = "，。、；：！？”’）》〉】〕", "“‘（《〈【〔"
_SHARED = re.compile(f"(?<=[{_CLOSING}])[{_CLOSING}{_OPENING}]|(?<=[{_OPENING}])[{_OPENING}]")
_SPACES = {" ": 0.224, "\xa0": 0.224}
"""Spaces among Chinese characters, as wide as in Noto Sans CJK."""
_DOT = 2.4
"""Twips of a dot of the device, 600 to the inch, on which LibreOffice measures words."""


class Measured(NamedTuple):
    """A text as a setter measures it, in twips: for each character where a line ends that ends with it; the
    characters with which pieces start, each with the space before it, which no line begins with."""

    ends: list[float]
    starts: dict[int, float]


def measured(text: str, setter: Setter, size: float, tracking: int, cuts: Iterable[int] = ()) -> Measured:
    """Return the places of the characters of a text set on one line, `size` and tracking in twips; `cuts` are
    the characters with which another run begins."""
    if not setter.pieces:
        widths = [size * setter.halves.get(character, 1.0) + tracking for character in text]
        if setter.squeezed:
            for found in _SHARED.finditer(text):
                widths[found.start()] -= size / 2
        return Measured(list(accumulate(widths, initial=-tracking))[1:], {0: 0.0})
    widths, starts = [], {}
    for start, end, han, gap in _pieces(text, frozenset(cuts), setter.gap * size):
        starts[start] = gap
        halves = _SPACES if han else setter.halves
        widths += _piece([size * halves.get(one, 1.0) for one in text[start:end]], tracking, gap)
    return Measured(list(accumulate(widths)), starts)


def _pieces(text: str, cuts: frozenset[int], gap: float) -> Iterator[tuple[int, int, bool, float]]:
    """Yield from where to where the pieces of a text stand, whether they are Chinese, the space before each."""
    for found in _PIECES.finditer(text):
        start, end = found.span()
        han = found[0][0] >= HAN
        apart = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
        inner = sorted(cut for cut in cuts if start < cut < end)
        for number, (begin, stop) in enumerate(pairwise((start, *inner, end))):
            yield begin, stop, han, gap if apart and not number else 0.0


def _piece(widths: Sequence[float], tracking: int, gap: float) -> list[float]:
    """Return the widths of the characters of a piece; up to each the piece is measured in whole dots, and all
    but the first have their tracking."""
    dots = [round(round(one / _DOT) * _DOT) for one in accumulate(widths)]
    return [dots[0] + gap, *(after - before + tracking for before, after in pairwise(dots))]
