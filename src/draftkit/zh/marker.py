"""层次序数: the marker families of GB/T 9704 7.3.3 (一、（一）1.（1）) and of practice (一是, 一要, 第一，).

A family is named by its first marker, which is what a frame's `marker:` says.
"""

from collections.abc import Callable

from draftkit.zh.numerals import to_numeral

FAMILIES: dict[str, Callable[[int], str]] = {
    "": lambda _number: "",
    "一、": lambda number: f"{to_numeral(number)}、",
    "（一）": lambda number: f"（{to_numeral(number)}）",
    "1.": lambda number: f"{number}.",
    "（1）": lambda number: f"（{number}）",
    "一是": lambda number: f"{to_numeral(number)}是",
    "一要": lambda number: f"{to_numeral(number)}要",
    "一看": lambda number: f"{to_numeral(number)}看",
    "第一，": lambda number: f"第{to_numeral(number)}，",
}


def marker_for(family: str, number: int) -> str:
    """Return the marker of the `number`-th sibling, counted from 1, in a family of FAMILIES."""
    return FAMILIES[family](number)
