"""升降: how a change from one value to another is worded. Its direction is computed, never written."""

from decimal import Decimal

from draftkit.fact.figure import DOWN, UP, Change, Figure
from draftkit.fact.number import plain
from draftkit.fact.word import Word, amount

RATES = ("%", "％", "‰", "分")
"""Units of rates and scores; a difference of two percentages is counted in 百分点."""


def whole(figure: Figure) -> list[Word] | None:
    """Return 由改造前的82.5%提高到96.3%, 保持在96.3% for two equal values; None for what is no change."""
    if not isinstance(figure.kind, Change):
        return None
    change = figure.kind
    since = [Word(change.since), Word("的", False)] if change.since else []
    if change.start.value == change.end.value:
        return [Word("保持在", False), amount(change.end, figure.unit)]
    return [
        Word("由", False),
        *since,
        amount(change.start, figure.unit),
        Word(f"{direction(change, figure.unit)}到", False),
        amount(change.end, figure.unit),
    ]


def direction(change: Change, unit: str) -> str:
    """Return the word for a change: rates 提高 or 下降, ages 上升 or 下降, counts 增加 or 减少 (实务), or what
    the figure's `word` says: one word, or the words for a rise and for a fall (提升/降低)."""
    rising = change.end.value > change.start.value
    if change.word:
        rise, _stroke, fall = change.word.partition("/")
        return rise if rising or not fall else fall
    if unit in ("岁", "位", "名次"):
        return UP[1] if rising else DOWN[0]
    if unit in RATES:
        return UP[0] if rising else DOWN[0]
    return UP[2] if rising else DOWN[2]


def word(figure: Figure) -> list[Word] | None:
    """Return the word of the direction alone; 保持 for two equal values."""
    if not isinstance(figure.kind, Change):
        return None
    same = figure.kind.start.value == figure.kind.end.value
    return [Word("保持" if same else direction(figure.kind, figure.unit), False)]


def gap(figure: Figure) -> list[Word] | None:
    """Return by how much the value changed, without a word for the direction: 13.8个百分点, 16岁."""
    if not isinstance(figure.kind, Change):
        return None
    start, end = figure.kind.start, figure.kind.end
    unit = "个百分点" if figure.unit in ("%", "％") else figure.unit
    difference, scale = abs(end.value - start.value), ""
    for sign, size in (("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4)):
        if start.text.endswith(sign) and end.text.endswith(sign):
            difference, scale = difference / size, sign
    places = max(start.places, end.places)
    return [Word(plain(difference, places) + scale + unit)]


def difference(figure: Figure) -> list[Word] | None:
    """Return 提高13.8个百分点, 与改造前持平 for two equal values."""
    if not isinstance(figure.kind, Change):
        return None
    if figure.kind.start.value == figure.kind.end.value:
        return [Word("与", False), Word(figure.kind.since or "原来"), Word("持平", False)]
    return [*(word(figure) or []), *(gap(figure) or [])]


def times(figure: Figure) -> list[Word] | None:
    """Return 是改造前的2.2倍; None for what does not grow."""
    change = figure.kind
    if not isinstance(change, Change) or change.start.value <= 0 or change.end.value <= change.start.value:
        return None
    ratio = change.end.value / change.start.value
    about = "" if ratio == Decimal(plain(ratio, 1)) else "约"
    since = [Word(change.since)] if change.since else [Word("原来", False)]
    return [Word("是", False), *since, Word(f"的{about}", False), Word(f"{plain(ratio, 1)}倍")]


def start(figure: Figure) -> list[Word] | None:
    """Return the value before the change."""
    return [amount(figure.kind.start, figure.unit)] if isinstance(figure.kind, Change) else None


def end(figure: Figure) -> list[Word] | None:
    """Return the value after the change."""
    return [amount(figure.kind.end, figure.unit)] if isinstance(figure.kind, Change) else None


def start_number(figure: Figure) -> list[Word] | None:
    """Return the number before the change, without its unit."""
    return [Word(figure.kind.start.text)] if isinstance(figure.kind, Change) else None


def end_number(figure: Figure) -> list[Word] | None:
    """Return the number after the change, without its unit."""
    return [Word(figure.kind.end.text)] if isinstance(figure.kind, Change) else None
