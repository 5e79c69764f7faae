"""What the form of a skeleton still asks: a question for each answer, in the order of the form."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import cycle

from draftkit.answer import gaps
from draftkit.fact.facts import Facts, SectionFacts
from draftkit.fact.figure import Unknown, sample_of
from draftkit.frame import (
    PROVIDED,
    Couplet,
    Example,
    Formula,
    Frame,
    Role,
    SectionShape,
    Skeleton,
    SlotSpec,
    fillings_of,
    share,
    wordings_of,
)
from draftkit.messages import _
from draftkit.store.fill import Path
from draftkit.store.keys import FACTS
from draftkit.store.question import NEXT, STRUCTURAL, Question, Series, model_of, question, quotes_in

AHEAD = frozenset(("打算", "打算条目", "打算数"))
"""What a pattern quotes of `next:`."""

_BODY = SlotSpec(
    "正文", "正文，一段一行，数据写作{{ 名称 }}", "召开院落议事会，居民的意见一条一条收上来，当面议、当面定"
)
_HALVES = ("上句", "下句，字数与上句相同")


def questions(skeleton: Skeleton, frames: Mapping[str, Frame], facts: Facts) -> list[Question]:
    """Return every question of a skeleton's form, answered ones too. A figure is asked for behind the first
    answer that quotes it. Required is what would leave a gap in the draft."""
    asker = _Asker(skeleton, frames, facts)
    rows = [*asker.structural(), *asker.title(), *asker.parts_of_speech(), *asker.sections(), *asker.next()]
    found: dict[Path, Question] = {}
    for row in asker.with_figures(rows):
        found.setdefault(row.path, row)
    return list(found.values())


def pending(asked: Sequence[Question]) -> list[Question]:
    """Return the questions that are still to be asked: what is required, and what may be left empty as long as
    nothing behind it is answered, for who goes on with a form has passed it over."""
    last = max((number for number, question in enumerate(asked) if question.answered), default=-1)
    return [
        question
        for number, question in enumerate(asked)
        if not question.answered and (question.spec.required or number > last)
    ]


def key_order(skeleton: Skeleton, frames: Mapping[str, Frame]) -> tuple[str, ...]:
    """Return the keys of a skeleton's facts in the order of its form, structural ones in English."""
    slots = [slot for names in skeleton.parts.values() for name in names for slot in frames[name].slots]
    headings = [slot for name in _headings(skeleton.sections) for slot in frames[name].slots]
    below = tuple(FACTS)[tuple(FACTS).index("figures") :]
    return tuple(
        dict.fromkeys(("skeleton", *STRUCTURAL, "title", *slots, *below, "marker", *headings, "body", "points"))
    )


def _headings(shapes: Iterable[SectionShape]) -> Iterator[str]:
    for shape in shapes:
        yield from shape.headings
        yield from _headings(shape.points)


class _Asker:
    """Asks for the facts of one skeleton. `wanted` are the names without which a part has a gap."""

    def __init__(self, skeleton: Skeleton, frames: Mapping[str, Frame], facts: Facts) -> None:
        self.skeleton, self.frames, self.facts = skeleton, frames, facts
        own = {"title": facts.title, "opening": facts.opening, "closing": facts.closing}
        self.parts = {
            role: [frames[name] for name in names]
            for role, names in skeleton.parts.items()
            if not own.get(role)
        }
        self.wanted = frozenset(name for role in self.parts for name in self._wants(role))

    def structural(self) -> Iterator[Question]:
        """Ask for what every speech has, where some frame of this one can say it."""
        frames = [frame for candidates in self.parts.values() for frame in candidates]
        frames += [self.frames[name] for name in _headings(self.skeleton.sections)]
        said = {name for frame in frames for name in _names(frame)}
        needed = "" if self.skeleton.as_written else "unit"
        for key, spec in STRUCTURAL.items():
            given = self.facts.minutes if key == "minutes" else self.facts.named.get(FACTS[key])
            if key in ("unit", "minutes") or FACTS[key] in said:
                yield question((key,), self._if_wanted(spec, key == needed), given)

    def title(self) -> Iterator[Question]:
        """Ask for a couplet half by half; what is written as one title has no second half."""
        title, places = self.facts.title, self.facts.places
        candidates = [self.frames[name] for name in self.skeleton.parts.get("title", ())]
        couplets = [frame for frame in candidates if isinstance(frame, Couplet)]
        filled = [frame for frame in couplets if set(frame.slots) & set(self.facts.named)]
        if filled and not title:
            yield from self._slots("title", _closest(filled, self.facts.named))
        elif couplets and (not title or places.get("title") != places.get("title[0]")):
            required = bool(self._wants("title"))
            for number, half in enumerate(couplets[0].halves[: len(title) + 1]):
                filling = {name: str(one) for name, one in fillings_of(couplets[0])[0].items()}
                ask = f"对偶标题，{_HALVES[min(number, 1)]}"
                spec = SlotSpec("标题", ask, half.fill(filling), required=required)
                given = title[number] if number < len(title) else None
                yield question(("title", number), spec, given, where=_label("title"))

    def parts_of_speech(self) -> Iterator[Question]:
        """Ask for the slots of each part's formula: the first of those that have most of what is given."""
        for role, candidates in self.parts.items():
            if isinstance(candidates[0], Formula):
                formulas = [frame for frame in candidates if isinstance(frame, Formula)]
                yield from self._slots(role, _closest(formulas, self.facts.named))

    def sections(self) -> Iterator[Question]:
        """Ask how many sections there are, and for each of them."""
        yield from self._series(self.skeleton.sections, self.facts.sections, ("sections",), "")

    def next(self) -> Iterator[Question]:
        """Ask for what is to be done next, where a part of the speech can say it."""
        if any(AHEAD & _names(frame) for frames in self.parts.values() for frame in frames):
            spec = NEXT._replace(required=bool(AHEAD & self.wanted))
            yield question(("next",), spec, self.facts.next, "lines", where=_("next steps"))

    def with_figures(self, rows: Iterable[Question]) -> Iterator[Question]:
        """Yield the questions, behind each the figures that its answer quotes; at the end those that nothing
        quotes yet."""
        texts = {*PROVIDED, *self.facts.named, *key_order(self.skeleton, self.frames)}
        for row in rows:
            yield row
            yield from (self._figure(name, True) for name in row.quotes if name not in texts)
        quoted = [name for own in (self.facts.opening, self.facts.closing) if own for name in quotes_in(own)]
        yield from (self._figure(name, True) for name in quoted if name not in texts)
        yield from (self._figure(name, False) for name in self.facts.figures)

    def _figure(self, name: str, required: bool) -> Question:
        figure = self.facts.figures.get(name)
        ask = f"数据“{name}”是多少，带单位；有变化的写“从82.5%到96.3%”"
        given = None if figure is None or isinstance(figure.kind, Unknown) else name
        return question(
            ("figures", name), SlotSpec(name, ask, sample_of(name), required=required), given, "figure"
        )

    def _wants(self, role: Role) -> frozenset[str]:
        """Return the names that a part still wants; none where a frame has no gap, or where the part may go and
        nothing is given for it."""
        facts, frames = self.facts, self.parts.get(role)
        if not frames or self.skeleton.as_written:
            return frozenset()
        if role in self.skeleton.optional and not any(set(frame.slots) & set(facts.named) for frame in frames):
            return frozenset()
        ahead = ("打算", "打算数", "打算条目")[: 2 * (len(facts.next) > 0) + (len(facts.next) > 1)]
        known = {*facts.named, *facts.figures, *ahead, "部分数"}
        if any(gaps(frame, facts.named, known) == 0 for frame in frames):
            return frozenset()
        return _names(_closest(frames, facts.named)) - known

    def _if_wanted(self, spec: SlotSpec, always: bool = False) -> SlotSpec:
        return spec._replace(required=spec.required and (always or spec.name in self.wanted))

    def _slots(self, role: Role, frame: Frame) -> Iterator[Question]:
        for name, spec in frame.slots.items():
            model = model_of(wordings_of(frame), name)
            if model is not None:
                given = self.facts.named.get(name)
                yield question((name,), self._if_wanted(spec), given, where=_label(role), model=model)

    def _series(
        self, shapes: Sequence[SectionShape], given: Sequence[SectionFacts], path: Path, where: str
    ) -> Iterator[Question]:
        """Ask for siblings: how many of them, where that is open or there are too few, and for each in turn."""
        top, there = len(path) == 1, len(given)
        shared = share(shapes, given)
        frames = [self._parallel(shape, members) for shape, members in shared]
        series = Series(tuple(shapes), tuple(tuple(frame.slots) for frame in frames), there)
        least, most = series.room
        few = top and there < least and not self.skeleton.as_written
        if few or not top or least < most:
            ask = "分几个部分" if top else "分几个要点；不分就不填"
            spec = SlotSpec("部分" if top else "要点", ask, str(least), required=few)
            yield Question(path, spec, where, "count", answered=there > (least if top else 0), series=series)
        number = 0
        for (shape, members), frame in zip(shared, frames, strict=True):
            for member, filling in zip(members, cycle(fillings_of(frame))):
                words = _("section {n} of {total}") if top else _("point {n} of {total}")
                label = words.format(n=number + 1, total=there)
                here = f"{where} {label}".strip()
                yield from self._section(shape, frame, filling, member, (*path, number), here)
                number += 1

    def _parallel(self, shape: SectionShape, members: Sequence[SectionFacts]) -> Frame:
        named = {slot for member in members for slot in member.slots}
        return _closest([self.frames[name] for name in shape.headings], named)

    def _section(
        self,
        shape: SectionShape,
        frame: Frame,
        filling: Mapping[str, Example],
        given: SectionFacts,
        path: Path,
        where: str,
    ) -> Iterator[Question]:
        """Ask for the slots of a heading, with the examples of one among siblings; its body; its points."""
        for name, spec in frame.slots.items():
            model = model_of(wordings_of(frame), name) or ""
            required = spec.required and not self.skeleton.as_written
            spec = spec._replace(example=filling.get(name, ""), required=required)
            yield question((*path, name), spec, given.slots.get(name), where=where, model=model)
        bare = len(path) == 2 and not given.points and not self.skeleton.as_written
        ask = _BODY.ask + ("；分要点的可以不写" if shape.points else "")
        spec = _BODY._replace(ask=ask, required=bare)
        yield question((*path, "body"), spec, given.body, "lines", where=where)
        if shape.points:
            yield from self._series(shape.points, given.points, (*path, "points"), where)


def _label(role: Role) -> str:
    """Return what a part of the speech is called."""
    labels = {
        "title": _("title"),
        "subtitle": _("subtitle"),
        "byline": _("byline"),
        "date": _("date"),
        "salutation": _("salutation"),
        "greeting": _("greeting"),
        "opening": _("opening"),
        "closing": _("closing"),
        "signoff": _("signoff"),
    }
    return labels.get(role, "")


def _closest(frames: Sequence[Frame], given: Collection[str]) -> Frame:
    """Return the frame that has most of the slots given, the first of equals."""
    return max(frames, key=lambda frame: len(set(frame.slots) & set(given)))


def _names(frame: Frame) -> frozenset[str]:
    return frozenset(name for wording in wordings_of(frame) for name in wording.names)
