"""Corrections put into the text in which they were found."""

from collections.abc import Iterable

from draftkit.finding import Correction


def fitting(corrections: Iterable[Correction]) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Return the corrections that can be put in together, in order, and those that are left for the next time:
    they change what an earlier one changes too. The same correction twice is one."""
    kept: list[Correction] = []
    left: list[Correction] = []
    for one in sorted(set(corrections)):
        (left if kept and _meet(kept[-1], one) else kept).append(one)
    return tuple(kept), tuple(left)


def _meet(first: Correction, second: Correction) -> bool:
    return second.span.start < first.span.end or second.span.start == first.span.start


def mended(text: str, corrections: Iterable[Correction]) -> str:
    """Return a text with its corrections put in, without those that `fitting` leaves. Their spans are in this
    text; what no span covers stays as it is."""
    parts: list[str] = []
    place = 0
    for span, words, _safe in fitting(corrections)[0]:
        parts += [text[place : span.start], words]
        place = span.end
    return "".join((*parts, text[place:]))
