"""A frame by itself, filled with its own examples: what preview shows of all kinds but the skeleton."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from draftkit.compose import compose
from draftkit.evaluate import Quoted
from draftkit.fact.facts import Facts, Given, Listing, SectionFacts, Words
from draftkit.fact.figure import Change, Figure, Kind, Members, Plain, Range, Ratio, Total, sample_of
from draftkit.fact.number import Number, number_in
from draftkit.fact.reading import read_out
from draftkit.fact.word import Unreadable
from draftkit.frame import (
    Bundle,
    Couplet,
    Example,
    Formula,
    Frame,
    Parallel,
    Role,
    SectionShape,
    Skeleton,
    SlotSpec,
    Wording,
    fillings_of,
    id_of,
)
from draftkit.pattern import Fixed, Pattern, Slot
from draftkit.template import BadTemplate
from draftkit.tree import Paragraph, Passage, Speech

SIBLINGS = 3
"""Headings or members that are shown at least."""
OPEN = "……"
"""What stands in the slots of a sibling for which there is no example."""
_NAME = "例"
_PLAIN = SectionShape(("parallel/",))
_FIVE, _SEVEN, _TEN, _TWELVE = (Number(str(value), Decimal(value)) for value in (5, 7, 10, 12))
_KINDS: tuple[Kind, ...] = (
    Total(_TWELVE, (("甲片", _SEVEN), ("乙片", _FIVE))),
    Change(_SEVEN, _TWELVE),
    Ratio(_FIVE, _TEN),
    Members(("财政补一点", "企业投一点", "居民出一点")),
    Range(_SEVEN, _TWELVE),
)
"""Figures that are read as no plain one is."""

Filling = Mapping[str, Example]
Filters = tuple[str, ...]


def sample_speech(frame: Frame, facts: Facts) -> Speech:
    """Return a speech that has nothing but a frame: the halves of a couplet, sibling headings of a parallel,
    members and coined name of a bundle, each wording of a formula in paragraphs; of a skeleton nothing.

    `facts` have what patterns may quote: the structural facts, three sections, and what is to be done next.
    Raises WrongFacts for examples that cannot be composed.
    """
    match frame:
        case Couplet(halves=halves):
            supplied = _supplied(frame, halves, fillings_of(frame)[0], facts)
            return Speech(_composed(frame, supplied, parts={"title": (id_of(frame),)}).title)
        case Parallel(pattern=pattern) if not frame.slots:
            return sample_speech(Formula(name=frame.name, role="phrase", wordings=(pattern,)), facts)
        case Parallel():
            return Speech((), sections=_headings(frame, facts).sections)
        case Bundle():
            return _composed(frame, _coined(frame, facts))
        case Formula():
            said = (line for one in frame.wordings for line in _said(replace(frame, wordings=(one,)), facts))
            return Speech((), opening=Passage(tuple(dict.fromkeys(said))))
        case Skeleton():
            return Speech(())


def _headings(frame: Parallel, facts: Facts) -> Speech:
    siblings = [_supplied(frame, [frame.pattern], filling, facts) for filling in _siblings(frame)]
    slots = ({name: given for name, given in one.named.items() if name in frame.slots} for one in siblings)
    sections = tuple(SectionFacts(f"sections[{n}]", slots=row) for n, row in enumerate(slots))
    figures = {name: figure for one in siblings for name, figure in one.figures.items()}
    return _composed(
        frame, replace(facts, sections=sections, figures=figures), SectionShape((id_of(frame),), marker="一、")
    )


def _coined(frame: Bundle, facts: Facts) -> Facts:
    quoted = {name: str(given.pattern) for name, given in facts.named.items() if isinstance(given, Words)}
    members = tuple(
        frame.member.fill({name: str(row.get(name) or quoted.get(name, OPEN)) for name in frame.member.names})
        for row in _siblings(frame)
    )
    figure = Figure(_NAME, Members(members, bundle=frame.name))
    listed = Words(Pattern((Slot(_NAME, ("列举",)),)), "opening")
    return replace(facts, figures={_NAME: figure}, opening=SectionFacts("opening", body=(listed,)))


def _said(frame: Formula, facts: Facts) -> Iterator[Paragraph]:
    """Yield what a formula of one wording says; a template with the least that it needs, then with all."""
    filling = fillings_of(frame)[0]
    least = {name: words for name, words in filling.items() if frame.slots[name].required}
    for words in (filling,) if isinstance(frame.wordings[0], Pattern) else (least, filling):
        supplied = _supplied(frame, frame.wordings, words, facts)
        yield from _composed(frame, supplied, parts={"opening": (id_of(frame),)}).opening.paragraphs


def _composed(
    frame: Frame,
    facts: Facts,
    shape: SectionShape = _PLAIN,
    parts: Mapping[Role, tuple[str, ...]] | None = None,
) -> Speech:
    """Compose a speech of one frame, on a skeleton that keeps to what is given."""
    skeleton = Skeleton(name=facts.skeleton, as_written=True, sections=(shape,), parts=parts or {})
    bare = Parallel(name="", pattern=Pattern(()))
    frames = {id_of(one): one for one in (bare, skeleton, frame)}
    return compose(facts, frames).document.speeches[0]


def _siblings(frame: Parallel | Bundle) -> list[Filling]:
    """The fillings of a frame, at least so many as siblings are shown."""
    shown = fillings_of(frame)
    last = shown[-1]
    more = range(len(shown), SIBLINGS)
    return [*shown, *({name: _open(spec, n, last[name]) for name, spec in frame.slots.items()} for n in more)]


def _open(spec: SlotSpec, place: int, last: Example) -> Example:
    """What fills a slot of a sibling for which there is no example; what may not be open is said again."""
    if spec.choices:
        return spec.choices[place % len(spec.choices)]
    return last if spec.type in ("number", "figure", "date") else OPEN


def _supplied(frame: Frame, wordings: Iterable[Wording], filling: Filling, facts: Facts) -> Facts:
    """Return the facts with a filling of a frame, and with the figures that its wordings read out."""
    filters = _filters(wordings, filling)
    slots: dict[str, Given] = {}
    wanted: defaultdict[str, set[Filters]] = defaultdict(set)
    for name, words in filling.items():
        if not words:
            continue
        slots[name] = _given(name, words)
        if frame.slots[name].type == "figure":
            for figure in (words,) if isinstance(words, str) else words:
                wanted[figure] |= {one or ("名数",) for one in filters[name]}
        elif isinstance(words, str) and any(filters[name]):
            slots[name] = Words(Pattern((Slot(name),)), name)
            wanted[name] |= filters[name]
    figures = {name: figure_for(name, readings) for name, readings in wanted.items()}
    return replace(facts, named={**facts.named, **slots}, figures=figures)


def _filters(wordings: Iterable[Wording], filling: Filling) -> defaultdict[str, set[Filters]]:
    """Return with which filters the wordings put out each slot."""
    found: defaultdict[str, set[Filters]] = defaultdict(set)
    for wording in wordings:
        if isinstance(wording, Pattern):
            quoted: list[Slot | Quoted] = list(wording.slots)
        else:
            with suppress(BadTemplate):  # told when it is composed
                quoted = [piece for piece in wording.render(filling) if isinstance(piece, Quoted)]
        for one in quoted:
            found[one.name].add(one.filters)
    return found


def _given(name: str, words: Example) -> Given:
    if isinstance(words, str):
        return Words(Pattern((Fixed(words),)), name)
    return Listing(tuple(Words(Pattern((Fixed(row),)), f"{name}[{n}]") for n, row in enumerate(words)), name)


def figure_for(name: str, readings: Iterable[Filters]) -> Figure:
    """Return a figure of a name that can be read with all these filters, where there is one."""
    number, unit = number_in(sample_of(name)) or (_TEN, "")
    kinds = (Plain(number), *_KINDS)
    figures = [Figure(name, kind, unit, approx=f"{number.text}余", as_of="2026-10") for kind in kinds]
    return next((figure for figure in figures if all(_reads(figure, one) for one in readings)), figures[0])


def _reads(figure: Figure, filters: Filters) -> bool:
    with suppress(Unreadable):
        return bool(read_out(figure, filters))
    return False
