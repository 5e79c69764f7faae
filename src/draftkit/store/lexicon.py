"""A lexicon ⇄ YAML: strict, every problem with its place."""

import re
from collections.abc import Iterable

from draftkit.errors import Place
from draftkit.lexicon import GENERAL, PAIRS, SHAPES, TOPIC, Shape, Topic
from draftkit.messages import N_, _
from draftkit.pattern import Pattern
from draftkit.store.nodes import Node, Scalar
from draftkit.store.schema import Check
from draftkit.store.yaml import dump_yaml

LONGEST = 12
"""Characters of a word of the lexicon at most (ours): more than that is a sentence."""
MOST_SUPPORT = 1_000_000
_WORD = re.compile(r"[一-龥]+(?:“[一-龥]+”)?")
_IMAGE = re.compile(r"[一-龥]+“[一-龥]+”")
_FIGURE = re.compile("[0-9０-９]")


def read_lexicon(check: Check, node: Node | None) -> tuple[Topic, ...]:
    """Return the topics of a lexicon; what is wrong in it is noted in `check`."""
    mapping = check.mapping(node, N_("a lexicon"))
    found = (_topic(check, key, value) for key, value in mapping.entries) if mapping else ()
    return tuple(topic for topic in found if topic)


def dump_lexicon(topics: Iterable[Topic]) -> str:
    """Return the YAML of topics, their mined pairs last."""
    entries: dict[str, dict[str, object]] = {}
    for topic in topics:
        words: dict[str, object] = {shape: [str(word) for word in topic.words[shape]] for shape in topic.words}
        entries[topic.name] = words | (
            {PAIRS: {pair: str(count) for pair, count in topic.pairs.items()}} if topic.pairs else {}
        )
    return dump_yaml(entries)


def _topic(check: Check, key: Scalar, node: Node) -> Topic | None:
    if not _WORD.fullmatch(key.text) or len(key.text) > LONGEST:
        check.note(key.place, _("“{word}” is no topic").format(word=key.text), _short())
        return None
    mapping = check.mapping(node, key.text)
    known = {shape: shape for shape in (*SHAPES, PAIRS)}
    entries = check.known(mapping, known) if mapping else {}
    words: dict[Shape, tuple[Pattern, ...]] = {}
    for shape in SHAPES:
        if shape in entries:
            words[shape] = _words(check, entries[shape][1], shape, key.text == GENERAL)
    return Topic(key.text, words, _pairs(check, entries[PAIRS][1]) if PAIRS in entries else {})


def _words(check: Check, node: Node, shape: Shape, general: bool) -> tuple[Pattern, ...]:
    found: dict[Pattern, Place] = {}
    for scalar in check.scalars(node, shape):
        before = len(check.problems)
        pattern = check.pattern(scalar)
        if len(check.problems) == before and _fits(check, scalar, pattern, shape, general):
            if pattern in found:
                message = _("“{key}” stands twice (first in line {line})")
                message = message.format(key=scalar.text, line=found[pattern].line)
                check.note(scalar.place, message, _("Keep one of the two"))
            found.setdefault(pattern, scalar.place)
    return tuple(found)


def _fits(check: Check, scalar: Scalar, pattern: Pattern, shape: Shape, general: bool) -> bool:
    """Note what keeps a word out of the lexicon."""
    foreign = sorted(pattern.names - ({TOPIC} if general else set()))
    if foreign:
        message = _("slot “{name}” cannot stand here").format(name=foreign[0])
        advice = _("Only {{ 事项 }} under 通用 stands for the topic; elsewhere write the word itself")
        check.note(scalar.place, message, advice)
        return False
    words = pattern.fill({TOPIC: "某事"})
    if _FIGURE.search(words):
        message = _("“{word}” has a figure in it").format(word=scalar.text)
        check.note(
            scalar.place, message, _("The lexicon has words that are true everywhere; figures are facts")
        )
        return False
    right = _IMAGE if shape == "喻" else _WORD
    if not right.fullmatch(words) or len(words) > LONGEST:
        message = _("“{word}” is no word of the lexicon").format(word=scalar.text)
        check.note(
            scalar.place, message, _("Write a verb and its image: 下好“先手棋”") if shape == "喻" else _short()
        )
        return False
    if shape == "字" and len(words) != 1:
        message = _("“{word}” is not one character").format(word=scalar.text)
        check.note(scalar.place, message, _("Under 字 stand single characters: 广, 准, 严"))
        return False
    return True


def _pairs(check: Check, node: Node) -> dict[str, int]:
    mapping = check.mapping(node, PAIRS)
    found: dict[str, int] = {}
    for key, value in mapping.entries if mapping else ():
        count = check.whole(value, key.text, MOST_SUPPORT)
        if not _WORD.fullmatch(key.text) or len(key.text) > LONGEST:
            check.note(key.place, _("“{word}” is no word of the lexicon").format(word=key.text), _short())
        elif count:
            found[key.text] = count
    return found


def _short() -> str:
    return _("Chinese characters only, {n} at most").format(n=LONGEST)
