"""What the header of a column means, and how it is written: one grammar for forms and for offices' own tables.

    单位 · 会议 · 标题·上句 · 下一步1          what every facts file has, by either spelling
    契机                                      a slot of the skeleton's parts
    改造楼院（个） · 满意率·由（%） · 资金·分项·财政（万元）      a figure, or one of its keys
    部分1·抓手 · 部分1·要点2·正文 · 部分1·做法2·谁              a section, a point, a terse fact of its body

Parts are separated by ·; the unit stands at the end in brackets. What is none of these has no meaning here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from draftkit.pattern import usable_name
from draftkit.store.fill import Path
from draftkit.store.keys import FACTS, FIGURE, RESERVED, SECTION, spellings
from draftkit.zh.numbers import UNIT
from draftkit.zh.numerals import from_numeral

SIGN = "·"
HALVES = ("上句", "下句")
MEASURED = frozenset({"value", "from", "to", "whole", "low", "high", "parts"})
"""The keys of a figure whose numbers have its unit."""
UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
"""Marks that nobody sees in a header or a name, as they stand in the brackets of a pattern."""
MOST = 99
"""Sections, points, facts of a kind, next steps that a header can count (ours)."""

_TOP, _FIGURE, _SECTION = spellings(FACTS), spellings(FIGURE), spellings(SECTION)
_WITHIN = frozenset({"figures", "sections"})
_BRACKETS = str.maketrans("()[]【】［］﹝﹞〔〕", "（）（）（）（）（）（）")
_DOTS = re.compile("[・•‧∙⋅●]")
_SPACES = re.compile(rf"[\s{UNSEEN}]+")
_UNIT = re.compile(r"(?P<words>.*[^·（])（(?P<unit>[^（）]{1,12})）")
_KNOWN_UNIT = re.compile(
    rf"[十百千万亿]*(?:{UNIT}|床|台套|家次|件次|平米|平方千米|立方|斤|[㎡㎥度]|(?:k|c|m)?m[2²3³]?|[kK]?[gG]|吨?标准煤)(?:[/／每]{UNIT})?"
)
_COUNTED = re.compile(r"(?P<word>.+?)(?P<number>\d{1,2})?")
_NTH = re.compile(r"(?:第(?P<before>.{1,3})部分|部分(?P<behind>.{1,3}))")


class Column(NamedTuple):
    """What a column holds: the way to its facts, and the unit of its numbers. A terse fact goes by its kind and
    its place among those of the kind: ("sections", 0, "body", "做法", 0, "谁")."""

    path: Path
    unit: str = ""


class Names(NamedTuple):
    """The names that headers may use: slots of a skeleton's parts, slots of the headings of its sections and
    points, kinds of terse facts with their slots. True are the slots in which 、 parts a list."""

    slots: Mapping[str, bool] = {}
    headings: Mapping[str, bool] = {}
    kinds: Mapping[str, Mapping[str, bool]] = {}


def column_of(header: str, names: Names) -> Column | None:
    """Return what a header means, None for one that is not of the grammar (a figure without a unit has to be
    written 改造楼院·数值)."""
    words, unit = parted(header)
    parts = words.split(SIGN)
    path = _top(parts, names) or _section_at(parts, names) or _next(parts, names)
    if path:
        return Column(path)
    if words in names.slots:
        return Column((words,), unit if is_unit(unit) else "")
    figure = _figure(parts, is_unit(unit))
    return Column(figure, unit if figure[2] in MEASURED else "") if figure else None


def column_below(header: str, names: Names) -> Column | None:
    """Return what a header means below a section or a point: 领句, 正文, 做法·谁."""
    words, _unit = parted(header)
    path = _below(words.split(SIGN), names)
    return Column(path) if path else None


def header_of(column: Column) -> str:
    """Return the header of a column, with Chinese keys; `column_of` reads it as the same column."""
    unit = f"（{column.unit}）" if column.unit else ""
    match column.path:
        case ("figures", str(name), "value") if is_unit(column.unit):
            return f"{name}{unit}"
        case ("figures", str(name), str(key), *part):
            return SIGN.join((name, FIGURE[key], *map(str, part))) + unit
        case ("title", int(half)):
            return f"{FACTS['title']}{SIGN}{HALVES[half]}"
        case (str(key), int(number), *rest):
            return SIGN.join((f"{FACTS[key]}{number + 1}", *header_below(tuple(rest))))
        case (str(key), *rest):
            return SIGN.join((FACTS.get(key, key), *header_below(tuple(rest)))) + unit
    return ""


def header_below(path: Path) -> tuple[str, ...]:
    """Return the parts of a header for a path below a section, a point or a next step."""
    match path:
        case ("points", int(number), *rest):
            return (f"{SECTION['points']}{number + 1}", *header_below(tuple(rest)))
        case ("body", str(kind), int(number), str(slot)) | (str(kind), int(number), str(slot)):
            return (kind + (str(number + 1) if number else ""), slot)
        case (str(key), *_rest):
            return (SECTION.get(key, key),)
    return ()


def parted(header: str) -> tuple[str, str]:
    """Return the words of a header without white space, and the words in brackets at its end ("" for none)."""
    words = _DOTS.sub(SIGN, _SPACES.sub("", header)).translate(_BRACKETS).strip(SIGN + "*＊")
    found = _UNIT.fullmatch(words)
    return (found["words"], found["unit"]) if found else (words, "")


def is_unit(words: str) -> bool:
    """Whether words can be the unit of a number (实务: 个, 万元, 元/平方米)."""
    return _KNOWN_UNIT.fullmatch(words) is not None


def _top(parts: Sequence[str], names: Names) -> Path | None:
    """What every facts file has: 单位, 标题·上句, 开头·正文."""
    key = _TOP.get(parts[0])
    if key is None or key in _WITHIN:
        return None
    if len(parts) == 1:
        return (key,)
    if key == "title" and len(parts) == 2 and parts[1] in HALVES:
        return (key, HALVES.index(parts[1]))
    if key in ("opening", "closing"):
        below = _below(parts[1:], names)
        return (key, *below) if below and below != ("marker",) else None
    return None


def _section_at(parts: Sequence[str], names: Names) -> Path | None:
    found = _NTH.fullmatch(parts[0])
    number = ordinal(found["before"] or found["behind"]) if found else None
    below = _below(parts[1:], names) if number is not None else None
    return ("sections", number, *below) if number is not None and below else None


def _next(parts: Sequence[str], names: Names) -> Path | None:
    found = _COUNTED.fullmatch(parts[0])
    number = ordinal(found["number"] or "") if found and _TOP.get(found["word"]) == "next" else None
    if number is None:
        return None
    if len(parts) == 1:
        return ("next", number)
    deed = _deed(parts[1:], names)
    return ("next", number, *deed) if deed else None


def _below(parts: Sequence[str], names: Names) -> Path | None:
    """What stands below a section, a point, an opening or a closing."""
    if not parts:
        return None
    key = _SECTION.get(parts[0])
    if len(parts) == 1:
        return (key,) if key in ("body", "marker") else (parts[0],) if parts[0] in names.headings else None
    found = _COUNTED.fullmatch(parts[0])
    if found and _SECTION.get(found["word"]) == "points":
        number, below = ordinal(found["number"] or ""), _below(parts[1:], names)
        return ("points", number, *below) if number is not None and below else None
    deed = _deed(parts, names)
    return ("body", *deed) if deed else None


def _deed(parts: Sequence[str], names: Names) -> Path | None:
    found = _COUNTED.fullmatch(parts[0])
    number = ordinal(found["number"] or "1") if found else None
    if not found or number is None or len(parts) != 2 or parts[1] not in names.kinds.get(found["word"], ()):
        return None
    return (found["word"], number, parts[1])


def _figure(parts: Sequence[str], measured: bool) -> tuple[str, str, str] | tuple[str, str, str, str] | None:
    name = parts[0]
    if not usable_name(name) or name in RESERVED:
        return None
    if len(parts) == 1:
        return ("figures", name, "value") if measured else None
    key = _FIGURE.get(parts[1])
    if key == "parts":
        return ("figures", name, key, parts[2]) if len(parts) == 3 and parts[2] else None
    return ("figures", name, key) if key and len(parts) == 2 else None


def ordinal(words: str) -> int | None:
    """Return 1 or 一 as 0, None for what counts nothing."""
    plain = normalize("NFKC", words)
    number = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 3 else from_numeral(words)
    return number - 1 if number is not None and 0 < number <= MOST else None
