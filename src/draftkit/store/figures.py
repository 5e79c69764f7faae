"""Nodes to figures, each checked against itself."""

from collections.abc import Callable, Mapping

from draftkit.errors import Place, did_you_mean
from draftkit.fact.check import faults
from draftkit.fact.figure import (
    Change,
    Figure,
    Kind,
    Members,
    Plain,
    Range,
    Ratio,
    Status,
    Total,
    Unknown,
    count_of,
    numeral_of,
)
from draftkit.fact.number import Number, number_in
from draftkit.messages import N_, _
from draftkit.pattern import usable_name
from draftkit.store.keys import FIGURE, STATUS, spellings
from draftkit.store.nodes import Node, Scalar
from draftkit.store.schema import Check

_KEYS = spellings(FIGURE)
_STATUS = spellings(STATUS)
_TEXTS = (N_("unit"), N_("label"), "approx", "as_of", "source")
COMMON = frozenset({"unit", "label", "as_of", "source", "status"})
BESIDE: dict[str, frozenset[str]] = {
    "items": frozenset({"items", "coin", "bundle"}),
    "parts": frozenset({"parts", "value", "approx"}),
    "from": frozenset({"from", "to", "since", "word"}),
    "to": frozenset({"from", "to", "since", "word"}),
    "whole": frozenset({"value", "whole", "of", "percent"}),
    "low": frozenset({"low", "high"}),
    "high": frozenset({"low", "high"}),
    "value": frozenset({"value", "approx"}),
}
"""The first key that is there decides what kind of figure it is, and which keys may stand beside it."""

_NO_UNIT = tuple(",，.．-－—~～/")
"""What goes on a number instead of beginning its unit, as in 1，200 or 2026-10."""

Entries = Mapping[str, tuple[Scalar, Node]]
_Make = Callable[[Number, Number], Kind]


def read_figures(check: Check, node: Node | None, places: dict[str, Place]) -> dict[str, Figure]:
    """Return the figures of a `figures:` mapping by name; every fault is a problem of `check`."""
    mapping = check.mapping(node, N_("figures"))
    figures: dict[str, Figure] = {}
    for key, value in mapping.entries if mapping else ():
        places[f"figures.{key.text}"] = key.place
        if not usable_name(key.text):
            message = _("“{name}” cannot be a figure's name").format(name=key.text)
            check.note(key.place, message, _("A name has letters or characters, no spaces or signs"))
        else:
            figures[key.text] = _figure(check, key, value)
    return figures


def _figure(check: Check, key: Scalar, node: Node) -> Figure:
    if isinstance(node, Scalar):
        return _shorthand(check, key, node)
    mapping = check.mapping(node, N_("figure “{name}”"), name=key.text)
    entries = check.known(mapping, _KEYS) if mapping else {}
    texts = {name: check.text(entries[name][1], name) for name in _TEXTS if name in entries}
    figure = Figure(
        name=key.text,
        kind=_kind(check, key, entries),
        unit=texts.get("unit", ""),
        label=texts.get("label", ""),
        approx=texts.get("approx", "").replace(" ", ""),
        as_of=texts.get("as_of", ""),
        source=texts.get("source", ""),
        status=_status(check, _at(entries, "status")),
    )
    for fault in faults(figure):
        place = entries[fault.key][1].place if fault.key in entries else key.place
        check.note(place, _("figure “{name}”: ").format(name=key.text) + fault.message, fault.advice)
    return figure


def _status(check: Check, node: Node | None) -> Status:
    said = _STATUS.get(check.choice(node, "status", _STATUS))
    return "planned" if said == "planned" else "done"


def _shorthand(check: Check, key: Scalar, node: Scalar) -> Figure:
    """Read 37个 as value and unit; an empty scalar is a figure still to come."""
    found = number_in(node.text)
    if found and not found[1].startswith(_NO_UNIT):
        return Figure(key.text, Plain(found[0]), unit=found[1])
    if node.text.strip():
        _no_number(check, node)
    return Figure(key.text, Unknown())


def _no_number(check: Check, node: Scalar) -> None:
    message = _("“{text}” is no number").format(text=node.text)
    check.note(node.place, message, _("Write digits, such as 37 or 1,200 or 3.2万, and the unit as unit:"))


def _kind(check: Check, key: Scalar, entries: Entries) -> Kind:
    decisive = next((name for name in BESIDE if name in entries), None)
    if decisive is None:
        return Unknown()
    beside = BESIDE[decisive]
    for name, (given, _value) in entries.items():
        if name not in beside and name not in COMMON:
            message = _("“{key}” does not go with “{other}”").format(
                key=given.text, other=entries[decisive][0].text
            )
            check.note(given.place, message, did_you_mean(name, beside - {decisive}))
    match decisive:
        case "items":
            return _list(check, entries)
        case "parts":
            return _total(check, entries)
        case "from" | "to":
            word, since = (check.text(_at(entries, name), name) for name in ("word", "since"))
            return _both(check, key, entries, "from", "to", lambda a, b: Change(a, b, since, word))
        case "whole":
            of, percent = check.text(_at(entries, "of"), "of"), _number(check, _at(entries, "percent"), "%")
            return _both(check, key, entries, "value", "whole", lambda a, b: Ratio(a, b, of, percent))
        case "low" | "high":
            return _both(check, key, entries, "low", "high", Range)
        case _:
            number = _number(check, _at(entries, "value"), check.text(_at(entries, "unit"), ""))
            return Plain(number) if number else Unknown()


def _both(check: Check, key: Scalar, entries: Entries, one: str, other: str, make: _Make) -> Kind:
    for name in (one, other):
        if name not in entries:
            message = _("figure “{name}”: {key}: is missing").format(name=key.text, key=name)
            check.note(key.place, message, _("Give both {one}: and {other}:").format(one=one, other=other))
    unit = check.text(_at(entries, "unit"), "")
    first, second = _number(check, _at(entries, one), unit), _number(check, _at(entries, other), unit)
    return make(first, second) if first and second else Unknown()


def _list(check: Check, entries: Entries) -> Kind:
    items = check.texts(_at(entries, "items"), N_("member"))
    coin = check.text(_at(entries, "coin"), "coin").strip("“”\"'")
    bundle = check.text(_at(entries, "bundle"), "bundle")
    if not items:
        return Unknown()
    if count_of(coin) == len(items) and Members(items, coin).coined != coin:
        coin = numeral_of(coin)[1]
    return Members(items, coin, bundle)


def _total(check: Check, entries: Entries) -> Kind:
    unit = check.text(_at(entries, "unit"), "")
    mapping = check.mapping(_at(entries, "parts"), "parts")
    parts = [(name.text, _number(check, node, unit)) for name, node in mapping.entries] if mapping else []
    number = _number(check, _at(entries, "value"), unit)
    known = tuple((name, part) for name, part in parts if part)
    return Total(number, known) if number and known else Unknown()


def _number(check: Check, node: Node | None, unit: str) -> Number | None:
    if node is None or not check.text(node, N_("a number")) or not isinstance(node, Scalar):
        return None
    found = number_in(node.text)
    if not found or found[1] not in ("", unit):
        _no_number(check, node)
        return None
    return found[0]


def _at(entries: Entries, name: str) -> Node | None:
    return entries[name][1] if name in entries else None
