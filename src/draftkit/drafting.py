"""One street's draft, from its row to the bytes of its file. Nothing is opened or written here, so that any
machine can do it."""

import pickle
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from draftkit.compare import Known, Sketch, Strangers, known_of, sketch_of
from draftkit.compose import Composed, Missing, Phrasebook, compose
from draftkit.errors import DraftkitError, Place, Problem
from draftkit.fact.facts import Facts, Words
from draftkit.fact.figure import Unknown
from draftkit.finding import Finding
from draftkit.frame import Frame
from draftkit.office import Layout, Office
from draftkit.pattern import Pattern
from draftkit.review import codes, review, rule
from draftkit.store.facts import read_facts
from draftkit.store.figures import read_figures
from draftkit.store.keys import FACTS, spellings
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar
from draftkit.store.question import STRUCTURAL
from draftkit.store.schema import Check
from draftkit.store.table.street import Street, Unread
from draftkit.store.table.wanting import Want
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.look import Look, look_of
from draftkit.write.profile import settled

_KEYS = spellings(FACTS)


class Terms(NamedTuple):
    """What holds for all drafts of a batch: the frames by id, what a missing fact becomes, the number by which
    drafts are varied (None: they are not), whether they are reviewed, what the office has settled, the bytes of
    its own Word file (b"" for none), what is known of all streets, to look for in each other's drafts, what
    tells these terms apart in a way that does not depend on the process, and how many drafts are compared."""

    frames: Mapping[str, Frame]
    missing: Missing = "mark"
    draw: int | None = None
    reviewed: bool = True
    office: Office = Office()
    template: bytes = b""
    strangers: Strangers | None = None
    digest: str = ""
    drafts: int = 0

    def packed(self) -> bytes:
        """Return the terms as bytes that travel to another process or machine."""
        return zlib.compress(pickle.dumps(self, pickle.HIGHEST_PROTOCOL))


class Order(NamedTuple):
    """A street whose draft is wanted; without `written` only to look at it again, as its file is there.
    `problems` are what is wrong with it beside what its cells say."""

    street: Street | Unread
    written: bool = True
    problems: tuple[Problem, ...] = ()


class Chunk(NamedTuple):
    """Some streets to draft at a time, and the packed terms."""

    terms: bytes
    orders: Sequence[Order]


class Drafted(NamedTuple):
    """A draft: the digest of all that it is made of, its file, the file's SHA-256 in hexadecimal, its
    characters, what was found, what is wanted, and what is compared of it. `used` are the facts that it prints,
    `idle` tells of those that all streets have and it does not print. With `problems` there is no draft."""

    facts: str
    content: bytes = b""
    digest: str = ""
    length: int = 0
    findings: tuple[Finding, ...] = ()
    wants: tuple[Want, ...] = ()
    sketch: Sketch | None = None
    used: frozenset[str] = frozenset()
    idle: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


def ready() -> None:
    """Do nothing: who can call it has loaded what drafting needs."""


def drafted(chunk: Chunk) -> list[Drafted]:
    """Return the drafts of a chunk, in its order; what is wrong with a street is a value of its own draft."""
    workshop = _workshop(chunk.terms)
    return [workshop.draft(order) for order in chunk.orders]


def digest_of(street: Street, terms_digest: str) -> str:
    """Return the digest of all that a street's draft is made of."""
    return sha256(f"{terms_digest}{_texts(street.node)!r}".encode()).hexdigest()


def known_to_all(street: Street) -> Known:
    """Return what is known of a street by its row alone, wrong figures left out."""
    check = Check()
    mapping = street.node
    nodes = {_KEYS.get(key.text): value for key, value in mapping.entries}
    named = {
        FACTS[key]: Words(Pattern.parse(node.text), key)
        for key in ("unit", "speaker")
        if isinstance(node := nodes.get(key), Scalar) and "{" not in node.text
    }
    return known_of(Facts("", named, figures=read_figures(check, nodes.get("figures"), {})))


def review_draft(document: Document, facts: Facts, office: Office | None = None) -> tuple[Finding, ...]:
    """Return what is found in a draft just composed, each at the fact that its words come from. What is missing
    compose says itself; rules that need jieba are left to `review`, since it takes longer than all the rest."""
    wanted = [code for code in codes(ignore=("C02",)) if not rule(code).jieba]
    found = review(document, wanted, office=office)
    return tuple(finding._replace(place=facts.place(finding.fact)) for finding in found)


class _Workshop:
    """What is made once for all drafts of a batch."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.book = Phrasebook(terms.frames)
        self.look = _look(terms.office.layout, terms.template)

    def draft(self, order: Order) -> Drafted:
        street = order.street.read()
        made_of = digest_of(street, self.terms.digest)
        check = Check()
        facts = read_facts(check, street.node, street.node.place.file)
        problems = (*street.problems, *order.problems, *check.problems)
        if problems:
            return Drafted(made_of, problems=problems)
        try:
            composed = compose(facts, self.book, self.terms.missing, self.terms.draw)
            content = write(composed.document, ".docx", self.look) if order.written else b""
        except DraftkitError as error:
            return Drafted(made_of, problems=error.problems)
        known = known_of(facts)
        unused = [one for one in composed.findings if one.code == "unused"]
        idle = tuple(one for one in unused if not _is_own(one, street))
        findings = [one for one in composed.findings if one.code != "missing" and one not in idle]
        return Drafted(
            made_of,
            content,
            sha256(content).hexdigest() if content else "",
            composed.length,
            (*findings, *self._found(composed.document, facts, known, order)),
            tuple(_wants(composed, facts, street)),
            sketch_of(
                street.name, composed.document, (*known.names, known.bare, *known.leaders), self.terms.drafts
            ),
            frozenset(_given(facts)) - {one.fact for one in unused},
            idle,
        )

    def _found(self, document: Document, facts: Facts, known: Known, order: Order) -> Iterator[Finding]:
        if self.terms.strangers:
            found = self.terms.strangers.found_in(document, known)
            yield from (one._replace(place=facts.place(one.fact)) for one in found)
        if order.written and self.terms.reviewed:
            yield from review_draft(document, facts, self.terms.office)


@lru_cache(maxsize=2)
def _workshop(packed: bytes) -> _Workshop:
    terms = pickle.loads(zlib.decompress(packed))
    assert isinstance(terms, Terms)
    return _Workshop(terms)


def _look(layout: Layout, template: bytes) -> Look:
    if not template:
        return look_of(settled(layout))
    from draftkit.write.stationery import open_template

    return open_template(template, settled(layout))[0]


def _is_own(finding: Finding, street: Street) -> bool:
    """Whether a fact stands in the street's own row, and is none of the figures that all streets have."""
    own, place = street.node.place, finding.place
    at_home = place is not None and (place.line, place.sheet) == (own.line, own.sheet)
    return at_home and not finding.fact.startswith("figures.")


def _given(facts: Facts) -> Iterator[str]:
    """Yield the addresses of what a street has to be printed."""
    yield from (given.key for given in facts.named.values())
    yield from (f"figures.{name}" for name, one in facts.figures.items() if not isinstance(one.kind, Unknown))


def _wants(composed: Composed, facts: Facts, street: Street) -> Iterator[Want]:
    """Yield what a draft still wants: a figure of the one who keeps it, anything else of the street; also what
    every speech has and the street's row leaves empty, though a draft can do without it."""
    for gap in composed.gaps:
        figure = facts.figures.get(gap.key.removeprefix("figures."))
        who = (figure.source if figure else "") or street.name
        what, unit = (figure.called, figure.unit) if figure else (gap.blank.ask, "")
        yield Want(who, street.name, what, unit, gap.example, cell_of(facts.place(gap.key)) or gap.key)
    asked = {gap.blank.slot for gap in composed.gaps}
    for key, node in street.node.entries:
        spec = STRUCTURAL.get(_KEYS.get(key.text, ""))
        if spec and spec.required and spec.name not in asked and isinstance(node, Scalar) and not node.text:
            yield Want(street.name, street.name, spec.ask, "", str(spec.example), cell_of(node.place))


def cell_of(place: Place | None) -> str:
    """Return the sheet and cell of a place (各街道!C5), "" for one that is in no table."""
    return str(place._replace(file="")).lstrip(":") if place and place.sheet else ""


def _texts(node: Node) -> object:
    """Return the words of a node without their places."""
    match node:
        case Scalar(text):
            return text
        case MappingNode(entries):
            return {key.text: _texts(value) for key, value in entries}
        case _:
            return [_texts(item) for item in node.items]
