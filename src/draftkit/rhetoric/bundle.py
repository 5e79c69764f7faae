"""数字缩语: quantity-coined names whose members are spelled out in the same speech (实务)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from draftkit.rhetoric.coined import Coined, coined_in
from draftkit.rhetoric.likeness import common_end, common_start
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.members import Items, members_beside, members_near, unverbed
from draftkit.rhetoric.passages import heading_text, paragraphs_of, siblings_of
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.marker import leading_marker

_DONE = tuple("做写打唱下念练走")
"""What is done with the noun of a name: 做文章, 打硬仗 (实务)."""


class Bundle(NamedTuple):
    """A coined name without quotation marks, the number in it, and its members in their order."""

    name: str
    size: int
    items: Items


def bundles_of(speech: Speech) -> tuple[Bundle, ...]:
    """Return the coined names of a speech whose members it spells out, each once."""
    runs = [_Run.of(run) for run in siblings_of(speech)]
    texts = [widened(text) for text in paragraphs_of(speech)]
    texts += [text for run in runs for text in run.texts]
    named = [(coined, text) for text in texts for coined in coined_in(text)]
    title = widened(" ".join(text_of(half) for half in speech.title))
    found: dict[str, Bundle] = {}
    for coined, text in named:
        if coined.name not in found and (items := members_beside(coined, text)):
            found[coined.name] = Bundle(coined.name, coined.totals[0], items)
    tried: set[str] = set()
    for coined, text in [*((coined, "") for coined in coined_in(title)), *named]:
        if coined.name in found or not coined.quoted or coined.common:
            continue
        items = None if coined.name in tried else _as_headings(coined, runs)
        tried.add(coined.name)
        if items := items or members_near(coined, text):
            found[coined.name] = Bundle(coined.name, coined.totals[0], items)
    return tuple(found.values())


class _Run(NamedTuple):
    """Sibling headings: their words and the verb of their marker (一抓)."""

    texts: list[str]
    verb: str

    @classmethod
    def of(cls, sections: Sequence[Section]) -> "_Run":
        marker = leading_marker(sections[0].heading.marker)
        verb = marker.family[1:] if marker and marker.family.startswith("一") else ""
        return cls([widened(heading_text(section)) for section in sections], verb)


def _as_headings(coined: Coined, runs: Sequence[_Run]) -> Items | None:
    """Sibling headings or points, as many as the name counts, and with its noun in them."""
    noun = coined.nouns[0]
    for run in runs:
        clauses = [re.split("[，：]", re.sub("[“”]", "", text)) for text in run.texts]
        if len(run.texts) == coined.sizes[0] and _in_groups(coined, clauses):
            return tuple(part for parted in clauses for part in parted)
        if len(run.texts) != coined.totals[0] or not noun:
            continue
        if noun == run.verb:
            return tuple(run.texts)
        if noun == "一" and all(parted[0].startswith("一") for parted in clauses):
            return tuple(parted[0] for parted in clauses)
        named = [next((part for part in parted if noun in part), "") for parted in clauses]
        if all(named):
            return _about(named, noun)
    return None


def _in_groups(coined: Coined, clauses: Sequence[Sequence[str]]) -> bool:
    """Whether each heading has a clause for each group of the name, which begins with the group's word."""
    groups = len(coined.sizes)
    return groups > 1 and all(
        len(parted) == groups
        and all(part.startswith(one[0]) for part, one in zip(parted, coined.nouns, strict=True))
        for parted in clauses
    )


def _about(clauses: Sequence[str], noun: str) -> Items:
    """What the noun is said of: 强化思想转换 gives 思想转换, 在凝聚共识上做文章 gives 凝聚共识."""
    head, tail = common_start(list(clauses)), common_end(list(clauses))
    done = tail.endswith(noun) and tail[: -len(noun)].endswith(_DONE)
    if done and head and not head.startswith(noun):
        return tuple(clause[len(head) : len(clause) - len(tail)] for clause in clauses)
    items = unverbed(tuple(clauses), noun)
    if noun == "文章" and all(clause.startswith(("做", "写")) for clause in clauses):
        return tuple(item.removesuffix(noun) for item in items)
    return items
