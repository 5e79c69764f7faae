"""Nodes to an office: strict, every problem with its place."""

import re
from collections.abc import Collection, Iterator
from typing import TypeVar, get_args

from draftkit.errors import did_you_mean
from draftkit.messages import N_, _
from draftkit.office import Digits, FormulaTable, Head, Layout, Leader, Office, PageNumber, Spacing
from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.schema import Check

KEYS = ("ignore", "sentence", "names", "banned", "preferred", "roster", "formulae", "layout")
LEADER = ("name", "post")
FORMULA = ("name", "order", "verbs", "since", "until", "source")
LAYOUT = ("spacing", "digits", "head", "page_number", "template")
LONGEST_SENTENCE = 1000

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_T = TypeVar("_T", bound=str)


def read_office(
    check: Check,
    node: Node | None,
    known_codes: Collection[str] = (),
    formulae: tuple[FormulaTable, ...] = (),
) -> Office:
    """Return the office of a draftkit.toml.

    `known_codes` are the rules that it may ignore, any where there are none; `formulae` hold where the file
    says nothing of them.
    """
    nodes = _keys(check, node, "draftkit.toml", KEYS)
    banned, preferred = (_words(check, nodes.get(key), key) for key in ("banned", "preferred"))
    _not_banned(check, nodes.get("preferred"), banned)
    return Office(
        names=_words(check, nodes.get("names"), "names"),
        roster=tuple(_leader(check, one) for one in _rows(check, nodes.get("roster"), "roster")),
        banned=banned,
        preferred=preferred,
        formulae=tuple(_formula(check, one) for one in _rows(check, nodes["formulae"], "formulae"))
        if "formulae" in nodes
        else formulae,
        ignore=_codes(check, nodes.get("ignore"), known_codes),
        sentence=check.whole(nodes.get("sentence"), "sentence", LONGEST_SENTENCE) or Office().sentence,
        layout=_layout(check, nodes.get("layout")),
    )


def _keys(check: Check, node: Node | None, what: str, known: Collection[str]) -> dict[str, Node]:
    table = _table(check, node, what)
    found = check.known(table, {key: key for key in known}) if table else {}
    return {key: value for key, (_k, value) in found.items()}


def _rows(check: Check, node: Node | None, what: str) -> Iterator[Mapping]:
    for row in check.items(node):
        table = _table(check, row, f"[{what}]")
        if table:
            yield table


def _entries(check: Check, node: Node | None, what: str) -> tuple[tuple[Scalar, Node], ...]:
    table = _table(check, node, what)
    return table.entries if table else ()


def _table(check: Check, node: Node | None, what: str) -> Mapping | None:
    if node is None or isinstance(node, Mapping):
        return node
    message = _("{what} must be keys with values").format(what=what.strip("[]"))
    check.note(node.place, message, _('Write [{name}], and below it key = "value"').format(name=what))
    return None


def _text(check: Check, node: Node | None, what: str, required: bool = False) -> str:
    """Return a text; a number, a date or true is none."""
    if isinstance(node, Scalar) and not node.quoted:
        check.note(node.place, _("{what} must be text").format(what=what), _("Put it in quotes"))
        return ""
    word = check.text(node, what)
    if node and required and not word and isinstance(node, Scalar):
        check.note(node.place, _("{what} is empty").format(what=what), _("Fill it in, or delete it"))
    return word


def _words(check: Check, node: Node | None, what: str) -> dict[str, str]:
    found = {}
    for key, value in _entries(check, node, what):
        table = _("a word under {name}").format(name=what)
        name = _text(check, key._replace(quoted=True), table, required=True)
        found[name] = _text(check, value, f"{what}.{name}", required=what != "banned")
    return found


def _not_banned(check: Check, node: Node | None, banned: Collection[str]) -> None:
    """Note a preferred word that is banned itself."""
    for _key, value in node.entries if isinstance(node, Mapping) else ():
        if isinstance(value, Scalar) and value.text.strip() in banned:
            message = _("“{word}” is preferred here, and banned elsewhere").format(word=value.text.strip())
            check.note(value.place, message, _("Delete one of the two"))


def _codes(check: Check, node: Node | None, known: Collection[str]) -> tuple[str, ...]:
    words = [(one, _text(check, one, "ignore")) for one in check.items(node)]
    return tuple(check.choice(one, N_("rule"), known) if known else word for one, word in words if word)


def _needed(check: Check, table: Mapping, nodes: dict[str, Node], key: str) -> str:
    if key not in nodes:
        check.note(table.place, _("{key}: is missing").format(key=key), _("Add it"))
    return _text(check, nodes.get(key), key, required=True)


def _leader(check: Check, node: Mapping) -> Leader:
    nodes = _keys(check, node, "roster", LEADER)
    return Leader(_needed(check, node, nodes, "name"), _text(check, nodes.get("post"), "post"))


def _formula(check: Check, node: Mapping) -> FormulaTable:
    nodes = _keys(check, node, "formulae", FORMULA)
    order = tuple(_text(check, one, "order", required=True) for one in check.items(nodes.get("order")))
    if len(set(order)) < max(2, len(order)):
        place = nodes["order"].place if "order" in nodes else node.place
        check.note(place, _("order: wants two different phrases or more"), _('Write ["first", "second"]'))
    verbs = _words(check, nodes.get("verbs"), "verbs")
    for phrase in (one for one in verbs if one not in order):
        message = _("“{word}” does not stand in order").format(word=phrase)
        check.note(nodes["verbs"].place, message, did_you_mean(phrase, order))
    return FormulaTable(
        name=_needed(check, node, nodes, "name"),
        order=order,
        verbs=verbs,
        since=_date(check, nodes.get("since"), "since"),
        until=_date(check, nodes.get("until"), "until"),
        source=_text(check, nodes.get("source"), "source"),
    )


def _date(check: Check, node: Node | None, what: str) -> str:
    word = check.text(node, what)
    if node and word and not _DATE.fullmatch(word):
        check.note(node.place, _("{what} must be a date").format(what=what), _("Write it as 2021-11-11"))
        return ""
    return word


def _layout(check: Check, node: Node | None) -> Layout:
    nodes, standard = _keys(check, node, "layout", LAYOUT), Layout()
    return Layout(
        spacing=_one_of(check, nodes.get("spacing"), "spacing", get_args(Spacing), standard.spacing),
        digits=_one_of(check, nodes.get("digits"), "digits", get_args(Digits), standard.digits),
        head=_one_of(check, nodes.get("head"), "head", get_args(Head), standard.head),
        page_number=_one_of(
            check, nodes.get("page_number"), "page_number", get_args(PageNumber), standard.page_number
        ),
        template=_text(check, nodes.get("template"), "template"),
    )


def _one_of(check: Check, node: Node | None, what: str, choices: tuple[_T, ...], standard: _T) -> _T:
    word = check.choice(node, what, choices)
    return next((known for known in choices if known == word), standard)
