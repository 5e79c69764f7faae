"""Nodes to frames: strict, every problem with its place."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from draftkit.errors import Place, did_you_mean
from draftkit.fact.reading import FILTERS
from draftkit.frame import (
    ASIDE,
    KINDS,
    MOVES,
    PROVIDED,
    ROLES,
    Bundle,
    Couplet,
    Formula,
    Frame,
    Kind,
    Parallel,
    Wording,
    wordings_of,
)
from draftkit.messages import N_, _
from draftkit.pattern import Pattern
from draftkit.store.about import About, Nodes, read_about
from draftkit.store.frame_keys import ABOUT, OWN_KEYS, same
from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.schema import Check
from draftkit.store.skeletons import read_skeleton
from draftkit.template import LONGEST_SOURCE, BadTemplate, Template

_FILTERS = frozenset(filter(None, FILTERS))
GREETED = ("line", "run-in")
"""Where a greeting may stand."""


def read_frame(
    check: Check, node: Node | None, frame_id: str, file: str, known: Collection[str]
) -> Frame | None:
    """Return the frame of a document whose `extends` has been resolved; None where it cannot be built.

    `frame_id` is kind/name as folder and file have them, which the frame must repeat; `known` has the ids
    of all frames, of which a skeleton may speak.
    """
    before = len(check.problems)
    mapping = check.mapping(node, N_("a frame"))
    if mapping is None:
        if node is None and len(check.problems) == before:
            check.note(Place(file), _("the file is empty"), _("Copy a shipped frame and change it"))
        return None
    kind = _kind(check, mapping, frame_id)
    if kind is None:
        return None
    known_keys = same({**ABOUT, **OWN_KEYS[kind]})
    nodes = {key: value for key, (_k, value) in check.known(mapping, known_keys).items()}
    stem = frame_id.partition("/")[2]
    name = check.text(nodes.get("name"), "name")
    if name != stem:
        message = _("name: {name} stands in the file {stem}.yaml").format(name=name, stem=stem)
        message = message if name else _("{key}: is missing").format(key="name")
        check.note(_where(mapping, "name"), message, _("Name and file must be the same"))
    about = read_about(check, stem, nodes, mapping.place)
    frame = _match_slots(check, _build(check, kind, nodes, about, known), nodes)
    return frame if len(check.problems) == before else None


def _kind(check: Check, mapping: Mapping, frame_id: str) -> Kind | None:
    folder = frame_id.partition("/")[0]
    kind = next((kind for kind in KINDS if kind == folder), None)
    said = check.choice(mapping.get("kind"), "kind", KINDS)
    if kind is None or (said and said != kind):
        message = _("kind: {said} stands in the folder {folder}").format(said=said, folder=folder)
        check.note(_where(mapping, "kind"), message, _("Folders are: {kinds}").format(kinds="、".join(KINDS)))
        return None
    return kind


def _where(mapping: Mapping, key: str) -> Place:
    node = mapping.get(key)
    return node.place if node else mapping.place


def _build(check: Check, kind: Kind, nodes: Nodes, about: About, known: Collection[str]) -> Frame:
    place = about["place"]
    match kind:
        case "couplet":
            halves = tuple(_pattern(check, half) for half in check.scalars(nodes.get("halves"), "halves"))
            if len(halves) < 2:
                check.note(place, _("a couplet has two halves at least"), _("Write halves: with two patterns"))
            return Couplet(halves=halves, **about)
        case "parallel":
            return Parallel(pattern=_only(check, nodes, "pattern", place), **about)
        case "bundle":
            coin = check.text(nodes.get("coin"), "coin")
            return Bundle(coin=coin, member=_only(check, nodes, "member", place), **about)
        case "formula":
            return _formula(check, nodes, about, place)
        case "skeleton":
            return read_skeleton(check, nodes, about, known)


def _formula(check: Check, nodes: Nodes, about: About, place: Place) -> Formula:
    role = check.choice(nodes.get("role"), "role", ROLES)
    move = check.choice(nodes.get("move"), "move", MOVES)
    wordings = tuple(_wordings(check, nodes))
    if not role and "role" not in nodes:
        check.note(place, _("role: is missing"), _("Known here: {words}").format(words="、".join(ROLES)))
    if not wordings:
        check.note(place, _("a formula needs patterns: or template:"), _("Write patterns: with one at least"))
    deed = check.text(nodes.get("deed"), "deed")
    if role == "phrase" and not deed:
        check.note(place, _("a phrase needs deed:, the kind of fact it words"), _("For example deed: 做法"))
    between = check.texts(nodes.get("between"), "between")
    _check_name(check, about, deed, between)
    return Formula(
        role=next((known for known in ROLES if known == role), "phrase"),
        move=next((known for known in MOVES if known == move), None),
        deed=deed,
        tail=check.truth(nodes.get("tail"), "tail", default=False),
        between=between,
        placement="line" if check.choice(nodes.get("placement"), "placement", GREETED) == "line" else "run-in",
        wordings=wordings,
        **about,
    )


def _check_name(check: Check, about: About, deed: str, between: tuple[str, ...]) -> None:
    """Phrases and transitions are found by their names, so that a speech reads only those that it needs."""
    starts = starts_of(deed, between)
    if not about["name"].startswith(starts):
        message = _("the name must begin with “{start}”").format(start=starts[0])
        check.note(about["place"], message, _("Rename the file and name: alike"))


def starts_of(deed: str, between: tuple[str, ...]) -> tuple[str, str]:
    """Return how the name of a formula may begin: with its deed, or with the two that it stands between."""
    start = f"{deed}-" if deed else f"过渡-{'到'.join(between)}" if between else ""
    return start, f"{ASIDE}{start}" if start else ""


def _wordings(check: Check, nodes: Nodes) -> Iterator[Wording]:
    for scalar in check.scalars(nodes.get("patterns"), "patterns"):
        yield _pattern(check, scalar)
    for scalar in check.scalars(nodes.get("template"), "template"):
        try:
            take = Template.scan if check.trusted else Template.parse
            yield take(scalar.text.rstrip("\n"), _FILTERS)
        except BadTemplate as error:
            shift = error.line - 1 + (scalar.block_indent is not None)
            place = Place(scalar.place.file, scalar.place.line + shift, scalar.place.column if not shift else 1)
            check.note(place, error.message, error.advice)
            yield Pattern(())


def _only(check: Check, nodes: Nodes, key: str, place: Place) -> Pattern:
    node = nodes.get(key)
    if isinstance(node, Scalar) and node.text:
        return _pattern(check, node)
    if node and not isinstance(node, Scalar):
        check.text(node, key)
        return Pattern(())
    message = _("{key}: is missing").format(key=key)
    check.note(node.place if node else place, message, _("Write {key}: with one pattern").format(key=key))
    return Pattern(())


def _pattern(check: Check, scalar: Scalar) -> Pattern:
    text = scalar.text.strip()
    pattern = check.pattern(scalar, text, scalar.text.find(text))
    if len(text) > LONGEST_SOURCE:
        message = _("a pattern has {n} characters at most").format(n=LONGEST_SOURCE)
        check.note(scalar.place, message, _("Write it more simply"))
        return Pattern(())
    if "\n" in text:
        check.note(scalar.place, _("a pattern stands on one line"), _("Join the lines, or write more patterns"))
    if not pattern.invertible:
        message = _("two slots stand side by side, so the pattern cannot be read back")
        check.note(scalar.place, message, _("Put a word or a mark between them, or join them to one slot"))
    for slot in pattern.slots:
        for word in slot.filters:
            if word not in _FILTERS:
                message = _("there is no filter “{name}”").format(name=word)
                check.note(_inside(scalar, word), message, did_you_mean(word, _FILTERS))
    return pattern


def _inside(node: Node, word: str) -> Place:
    """Return the place of a name or filter within the braces of a pattern or template."""
    if not isinstance(node, Scalar):
        return node.place
    found = re.search(rf"\{{[{{%][^}}]*?(?<!\w)({re.escape(word)})(?!\w)", node.text)
    return node.at(found.start(1) if found else 0)


def _match_slots(check: Check, frame: Frame, nodes: Nodes) -> Frame:
    """Note slots that a pattern uses and nobody declares, and those declared that no pattern uses; return the
    frame without those that it only inherited, and that its own patterns have no more."""
    used: set[str] = set()
    written = [
        node
        for key in ("halves", "pattern", "member", "patterns", "template")
        for node in check.items(nodes.get(key))
    ]
    for wording, node in zip(wordings_of(frame), written, strict=False):
        used |= wording.names
        for name in sorted(wording.names - set(frame.slots) - PROVIDED):
            message = _("slot “{name}” is not declared").format(name=name)
            advice = did_you_mean(name, {*frame.slots, *PROVIDED}) or _("Declare it under slots:")
            check.note(_inside(node, name), message, advice)
    declared = nodes.get("slots")
    if Pattern(()) in wordings_of(frame) or not isinstance(declared, Mapping):
        return frame
    unused = {
        key.text: key for key, _value in declared.entries if key.text in frame.slots and key.text not in used
    }
    for key in unused.values():
        if frame.place and key.place.file != frame.place.file:
            continue
        message = _("slot “{name}” is declared and no pattern uses it").format(name=key.text)
        advice = _("Remove it, or write {{ name }} into a pattern").replace("name", key.text)
        check.note(key.place, message, advice)
    return replace(frame, slots={name: spec for name, spec in frame.slots.items() if name not in unused})
