"""层次序数: the marker families of GB/T 9704 7.3.3 (一、（一）1.（1）) and of practice (一是, 一要, 第一，).

A family is named by its first marker, which is what a frame's `marker:` says. Markers are written by
`marker_for` and found again, with more families than are written, by `markers_in`.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from draftkit.zh.numerals import to_numeral

FAMILIES: dict[str, Callable[[int], str]] = {
    "": lambda _number: "",
    "一、": lambda number: f"{to_numeral(number)}、",
    "（一）": lambda number: f"（{to_numeral(number)}）",
    "1.": lambda number: f"{number}.",
    "1、": lambda number: f"{number}、",
    "1）": lambda number: f"{number}）",
    "（1）": lambda number: f"（{number}）",
    "一是": lambda number: f"{to_numeral(number)}是",
    "一要": lambda number: f"{to_numeral(number)}要",
    "一看": lambda number: f"{to_numeral(number)}看",
    "第一，": lambda number: f"第{to_numeral(number)}，",
}


def marker_for(family: str, number: int) -> str:
    """Return the marker of the `number`-th sibling, counted from 1, in a family of FAMILIES, or in one that
    counts with another verb (一抓, 二抓)."""
    write = FAMILIES.get(family)
    return write(number) if write else f"{to_numeral(number)}{family[1:]}"


class Marker(NamedTuple):
    """A marker found in a text, from `start` to `end`: its family, what it counts, whether it opens the
    text, and whether its punctuation was left out (第三 for 第三，)."""

    start: int
    end: int
    family: str
    number: int
    first: bool
    bare: bool = False


LAST = 99
"""What 最后， counts: it follows any number of its family."""

_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "此外": 3, "然后": 3, "最后": LAST}
_NUMBERS = {to_numeral(number): number for number in range(1, LAST)}
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_N = "[一二三四五六七八九十]{1,3}"
# 实务: what is said after the number (一看…二看…); 是 and 要 stand alone, the others only in a sequence.
VERBS = (
    "是要看抓靠讲强严促建优创提聚推育转求做带查保树防治帮解明学问访补增联重盯突化在有为以对把用选管稳守拓破立夯压改亮"
    "比谈议评争攻融引惠亲定"
)
_COUNTED = "一二三四五六七八九十阶步季个次名位条项批类种年期章篇部届轮方款产医人步线书责节梯卷号页组档单要时段"
"""实务: after 第三 these say what is counted; other words make it a marker whose comma was left out."""
_ANCHOR = r"(?:^|(?<=[。；！？：，、;!?:,.”’\"）)】》…\s]))"
_MARKERS = re.compile(
    rf"(?=[一二三四五六七八九十（(\d{_RINGS}第首其再此然最]){_ANCHOR}(?:"
    rf"(?P<han>{_N})(?:(?P<comma>[、.．,，])(?!{_N}[、，,])|(?P<verb>[{VERBS}])(?![、，,。；]|(?P=han)(?![一-龥])))"
    rf"|[（(](?P<round>{_N})[）)](?:[、.．])?"
    r"|(?P<digit>\d{1,2})(?:[.．](?!\d)|、|[）)])"
    r"|[（(](?P<inner>\d{1,2})[）)]"
    rf"|(?P<ring>[{_RINGS}])"
    rf"|第(?P<nth>{_N})(?P<after>[，,、：:]|(?:部分|章|篇)[：:、\s　]|(?=[一-龥“])(?![{_COUNTED}]))"
    r"|(?P<order>首先|其次|再次|再者|最后|此外|然后)(?:[，,、：:]|是)"
    rf"|(?P<come>{_N})来[，,]"
    r"|(?P<zero>0\d)(?=[\s　]|[一-龥“])"
    rf"|其(?P<its>{_N})[，,、：:]"
    r")\s*"
)
_FIRST = frozenset(f"一二三四五六七八九十（(0123456789{_RINGS}第首其再此然最")
_LONGEST = 12
"""Characters of a marker, and of what follows it that tells it from a word, at most."""
_FAMILY = {
    "round": "（一）",
    "digit": "1.",
    "inner": "（1）",
    "ring": "①",
    "nth": "第一，",
    "order": "首先，",
    "its": "其一，",
    "come": "一来，",
    "zero": "01",
}


def markers_in(text: str, start: int = 0) -> Iterator[Marker]:
    """Yield what looks like a marker: it stands at the text's start or after a stop, comma or closing mark."""
    for found in _MARKERS.finditer(text, start):
        marker = _marker(found)
        if marker:
            yield marker


def is_verb_family(family: str) -> bool:
    """Whether a family counts with a verb: 一看, 一抓."""
    return len(family) == 2 and family[0] == "一" and family[1] in VERBS


def leading_marker(text: str) -> Marker | None:
    """Return the marker that the text begins with, None if it begins with none."""
    return _leading(text[:_LONGEST]) if text[:1] in _FIRST else None


# Several rules ask it of the same line.
@lru_cache(maxsize=1024)
def _leading(text: str) -> Marker | None:
    found = _MARKERS.match(text)
    return _marker(found) if found else None


def _marker(found: re.Match[str]) -> Marker | None:
    kind = found.lastgroup
    if kind in ("comma", "verb"):
        words = found["han"]
        family = "一、" if kind == "comma" else f"一{found['verb']}"
        number = _NUMBERS.get(words)
    elif kind == "after":
        number = _NUMBERS.get(found["nth"])
        family = "第一部分" if len(found["after"]) > 1 else "第一，"
    elif kind in ("digit", "inner"):
        family, number = _FAMILY[kind], int(found[kind])
        if kind == "digit":
            family = {"、": "1、", "）": "1）", ")": "1）"}.get(found[0].strip()[-1], "1.")
    elif kind == "zero":
        family, number = "01", int(found["zero"])
    elif kind == "ring":
        family, number = "①", _RINGS.index(found["ring"]) + 1
    elif kind == "order":
        family, number = "首先，", _ORDER[found["order"]]
    else:
        family, number = _FAMILY[str(kind)], _NUMBERS.get(found[str(kind)])
    if not number:
        return None
    end = found.start() + len(found[0].rstrip())
    bare = kind == "after" and not found["after"]
    return Marker(found.start(), end, family, number, found.start() == 0, bare)
