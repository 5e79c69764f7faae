"""How a figure is worded: one function for each filter of a pattern.

Every reading is a row of words, each told apart as the user's own (digits, units, names) or the
filter's (由, 提高到, 占): so a draft can say of each character where it came from.
"""

from collections.abc import Callable

from draftkit.errors import did_you_mean
from draftkit.fact import change
from draftkit.fact.figure import (
    Change,
    Figure,
    Members,
    Plain,
    Range,
    Ratio,
    Total,
    Unknown,
)
from draftkit.fact.number import plain
from draftkit.fact.word import Reading, Unreadable, Word, amount
from draftkit.messages import _
from draftkit.zh.dates import printed_date
from draftkit.zh.numerals import to_count


def read_out(figure: Figure, filters: tuple[str, ...] = ()) -> Reading:
    """Return the words for a figure; an Unknown one has none. Raises Unreadable."""
    if len(filters) > 1:
        raise Unreadable(_("one filter at a time: {filters}").format(filters="、".join(filters)), _("Keep one"))
    name = filters[0] if filters else ""
    if name not in FILTERS:
        raise Unreadable(
            _("there is no filter “{name}”").format(name=name), did_you_mean(name, filter(None, FILTERS))
        )
    if isinstance(figure.kind, Unknown):
        return ()
    words = FILTERS[name](figure)
    if words is None:
        message = _("“{figure}” cannot be read with “{name}”").format(figure=figure.name, name=name)
        raise Unreadable(message, _NEEDS.get(name, _needs_other)())
    return tuple([word for word in words if word.text])


def _default(figure: Figure) -> list[Word] | None:
    match figure.kind:
        case Plain(number) | Total(number, _):
            return [amount(number, figure.unit)]
        case Change():
            return [Word(figure.called), *(change.whole(figure) or [])]
        case Ratio() as ratio:
            return [amount(ratio.part, figure.unit), Word("，", False), *_share(ratio)]
        case Range(low, high):
            return [amount(low, figure.unit), Word("～", False), amount(high, figure.unit)]
        case _:
            return _listed(figure)


def _named(figure: Figure) -> list[Word] | None:
    if isinstance(figure.kind, Change):
        return _default(figure)
    return [Word(figure.called), *(_default(figure) or [])]


def _share(ratio: Ratio) -> list[Word]:
    whole = [Word(ratio.of), Word("的", False)] if ratio.of else []
    return [Word("占", False), *whole, _percent(ratio)]


def _percent(ratio: Ratio) -> Word:
    computed = plain(ratio.part.value * 100 / ratio.whole.value, 1)
    return Word(f"{ratio.percent.text if ratio.percent else computed}%")


def _listed(figure: Figure) -> list[Word] | None:
    if not isinstance(figure.kind, Members):
        return None
    coined = _coined(figure) if figure.kind.coined else []
    return [*(_members(figure) or []), *(coined or [])]


def _members(figure: Figure) -> list[Word] | None:
    if not isinstance(figure.kind, Members):
        return None
    words: list[Word] = []
    for item in figure.kind.items:
        words += [Word("、", False), Word(item)] if words else [Word(item)]
    return words


def _coined(figure: Figure) -> list[Word] | None:
    if not isinstance(figure.kind, Members) or not figure.kind.coined:
        return None
    return [Word("“", False), Word(figure.kind.coined), Word("”", False)]


def _number(figure: Figure) -> list[Word] | None:
    """The number alone, for what is printed with something between it and its unit (近8000余户)."""
    match figure.kind:
        case Plain(number) | Total(number, _) | Ratio(number):
            return [Word(number.text)]
        case _:
            return None


def _counted(figure: Figure) -> list[Word] | None:
    return [Word(to_count(len(figure.kind.items)))] if isinstance(figure.kind, Members) else None


def _about(figure: Figure) -> list[Word] | None:
    return [Word(figure.approx + figure.unit)] if figure.approx else None


def _as_of(figure: Figure) -> list[Word] | None:
    return [Word("截至", False), Word(printed_date(figure.as_of) or figure.as_of)] if figure.as_of else None


def _parts(figure: Figure) -> list[Word] | None:
    if not isinstance(figure.kind, Total):
        return None
    words = [Word("其中", False)]
    for number, (name, part) in enumerate(figure.kind.parts):
        words += [Word("、" if number else "", False), Word(name + part.text + figure.unit)]
    return words


def _ratio_only(figure: Figure) -> list[Word] | None:
    return [_percent(figure.kind)] if isinstance(figure.kind, Ratio) else None


FILTERS: dict[str, Callable[[Figure], list[Word] | None]] = {
    "": _default,
    "名数": _named,
    "数": _number,
    "变化": change.whole,
    "升降": change.difference,
    "升降词": change.word,
    "差": change.gap,
    "倍": change.times,
    "原值": change.start,
    "现值": change.end,
    "原数": change.start_number,
    "现数": change.end_number,
    "占比": _ratio_only,
    "列举": _listed,
    "成员": _members,
    "缩语": _coined,
    "计数": _counted,
    "分项": _parts,
    "约": _about,
    "截至": _as_of,
}
"""The closed list of filters, by the name that patterns use."""


def _needs_other() -> str:
    return _("Quote it without a filter, or give the figure the keys that the filter reads")


_NEEDS: dict[str, Callable[[], str]] = {
    "变化": lambda: _("Give the figure from: and to:"),
    "升降": lambda: _("Give the figure from: and to:"),
    "升降词": lambda: _("Give the figure from: and to:"),
    "差": lambda: _("Give the figure from: and to:"),
    "倍": lambda: _("倍 is for growth only: from: above 0 and a larger to:"),
    "占比": lambda: _("Give the figure value: and whole:"),
    "列举": lambda: _("Give the figure items:"),
    "成员": lambda: _("Give the figure items:"),
    "缩语": lambda: _("Give the figure items: with one ending, or a coin: such as 个一批"),
    "计数": lambda: _("Give the figure items:"),
    "分项": lambda: _("Give the figure parts:"),
    "约": lambda: _("Give the figure approx:, for example 近8000"),
    "截至": lambda: _("Give the figure as_of:, for example 2026-10"),
}
