"""The form for all the streets of a district: one workbook that asks what the form of one speech asks.

各街道 has a row for each street, 要点 one for each point, 共用 what all of them share, 说明 how to fill it in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from draftkit.errors import Place
from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.fact.figure import sample_of
from draftkit.fact.number import Number, number_in
from draftkit.frame import Frame, Role, SectionShape, Skeleton, SlotSpec
from draftkit.pattern import Pattern
from draftkit.store.fill import Path
from draftkit.store.forms import count_of, kinds_of
from draftkit.store.keys import FACTS
from draftkit.store.question import STRUCTURAL, examples, hints
from draftkit.store.questions import questions
from draftkit.store.table.columns import SIGN, header_below, header_of
from draftkit.store.table.columns import Column as Meaning
from draftkit.store.table.guide import EXAMPLE, guide
from draftkit.store.table.workbook import workbook
from draftkit.store.table.written import Column, Line, Listed, Table

STREETS, POINTS, SHARED = "各街道", "要点", "共用"
_BODY = SlotSpec("正文", "正文；换行就是另起一段；数据写作{{ 名称 }}", required=False)

_ALIKE = ("occasion", "date", "minutes", "theme")
_ALIKE_PARTS: tuple[Role, ...] = ("salutation", "greeting", "signoff")
"""What the streets of one meeting share (实务): its name, its day, its topic, how people are addressed."""
_OPEN_SECTIONS, _STEPS = 3, 3
"""Sections that get columns where the skeleton leaves it open, and next steps (ours: more can be added)."""
_TERSE = (("做法", "谁"), ("做法", "做"), ("做法", "次数"), ("成效", "指标"))
"""The terse facts that points have most often (ours: others can be added)."""
_ABOUT_FIGURES = (
    ("source", "数据从哪里来：哪个科室、哪本台账；缺数时找谁补，看的就是它", "城建办台账"),
    ("as_of", "数据截至什么时候", "2026-10"),
    ("since", "与什么时候比", "改造前"),
)


class _Asked(NamedTuple):
    """One thing that is asked: its header, what it wants, its example here, the number of its section, and
    whether its cells are numbers."""

    header: str
    spec: SlotSpec
    example: str = ""
    section: int = 0
    number: bool = False

    @property
    def cell(self) -> str | float:
        """Its example as a cell has it."""
        return float(self.example) if self.number else self.example

    def column(self) -> Column:
        """Return its column: wide enough for its header and most of its example; a body has room."""
        width = max(14, 2 * len(self.header) + 2, min(36, 2 * len(self.example) + 4))
        width = 48 if self.spec.name == _BODY.name else width
        banded = self.section % 2 == 1
        return Column(self.header, width, "\n".join(self.told()), self.spec.choices, banded)

    def told(self) -> Iterator[str]:
        """Yield what is to be known for filling it in."""
        yield self.spec.ask or self.spec.name
        if self.spec.choices:
            yield "可选：" + "、".join(self.spec.choices)
        if self.spec.type == "figure":
            yield "填数据列的名称"
        if isinstance(self.spec.example, tuple):
            yield "几个用、隔开"
        yield from hints(self.spec._replace(type="text"))
        if self.example:
            yield f"例：{self.example}"


def form_workbook(skeleton: Skeleton, frames: Mapping[str, Frame], filled: bool = False) -> bytes:
    """Return the .xlsx that asks for the facts of a skeleton street by street; `filled` has the examples as a
    real street, so that it can be tried as it is."""
    form = _Form(skeleton, frames, filled)
    said = guide(skeleton.use, "、".join(map(count_of, skeleton.sections)), form.kinds)
    return workbook((form.streets(), form.points(), form.shared(), said))


class _Form:
    """The form of one skeleton: what a speech that has all its sections and points is asked, by path."""

    def __init__(self, skeleton: Skeleton, frames: Mapping[str, Frame], filled: bool) -> None:
        self.skeleton, self.filled, self.kinds = skeleton, filled, kinds_of(frames)
        speech = _outline(skeleton)
        self.asked = _asked_of(skeleton, frames, speech)
        self.sections = speech.sections
        parts = [frames[name] for role in _ALIKE_PARTS for name in skeleton.parts.get(role, ())]
        self.alike = {*_ALIKE, *(name for frame in parts for name in frame.slots)}
        terse = (one for one in _TERSE if one[1] in self.kinds.get(one[0], ()))
        self.terse = {(kind, slot): self.kinds[kind][slot] for kind, slot in terse}
        specs = [*self.asked.values(), *self.terse.values()]
        quoted = (name for spec in specs if spec.type == "figure" for name in examples(spec))
        self.figures = tuple(dict.fromkeys(quoted))
        self.street = ("" if filled else EXAMPLE) + _example(self.asked["unit",])

    def streets(self) -> Table:
        """Return the sheet with a row for each street; its first column says which."""
        asked = [*self._slots(), *self._figures(), *self._sections(), *self._steps()]
        cells = (self.street, *(one.cell for one in asked[1:]))
        return Table(STREETS, tuple(one.column() for one in asked), (_line(cells, self.filled),), frozen=1)

    def points(self) -> Table:
        """Return the sheet with a row for each point of each street, or for each section's own words."""
        asked = [*self._headings(), _Asked(_BODY.name, _BODY)]
        asked += [_Asked(SIGN.join(terse), spec, _example(spec)) for terse, spec in self.terse.items()]
        own = "这个部分的第几个要点，填数字；这一行写部分自己的话，就空着"
        numbers = tuple(str(number + 1) for number in range(len(self.sections)))
        columns = (
            Column("街道", 24, "与“各街道”里的单位一致", Listed(STREETS, 2 if self.filled else 3)),
            Column("部分", 8, "第几个部分，填数字", numbers),
            Column("要点", 8, own if any(one.points for one in self.sections) else "这种提纲不分要点，空着"),
            *(one.column() for one in asked),
        )
        return Table(POINTS, columns, self._points([one.header for one in asked]), frozen=3)

    def shared(self) -> Table:
        """Return the sheet of what all streets share; figures' names stand there from the first."""
        columns = (Column("项目", 24), Column("内容", 44, as_typed=True), Column("说明", 82))
        return Table(SHARED, columns, self._shared(), frozen=1)

    def _slots(self) -> Iterator[_Asked]:
        """Yield what stands at the top of a speech and differs from street to street."""
        for path, spec in self.asked.items():
            if path[0] not in ("sections", "next") and not self._is_alike(path, spec):
                yield _asked(Meaning(path), spec)

    def _is_alike(self, path: Path, spec: SlotSpec) -> bool:
        return path[0] in self.alike or (len(path) == 1 and spec.type == "figure")

    def _figures(self) -> Iterator[_Asked]:
        """Yield a column for each figure; two for a rate, which is told of as it was and as it is."""
        for name in self.figures:
            number, unit = number_in(sample_of(name)) or (Number("", Decimal(0)), "")
            ask = f"数据“{name}”，{{when}}只填数，没有就空着；单位不对就改表头括号里的字"
            whens = (("from", "原来的数，", "82.5"), ("to", "现在的数，", number.text))
            for key, when, example in whens if unit == "%" else (("value", "", number.text),):
                spec = SlotSpec(name, ask.format(when=when), required=False)
                yield _Asked(header_of(Meaning(("figures", name, key), unit)), spec, example, number=True)

    def _sections(self) -> Iterator[_Asked]:
        """Yield the slots of each section's heading; its body where it has no points."""
        for number, section in enumerate(self.sections):
            for path, spec in self.asked.items():
                if (
                    path[:2] == ("sections", number)
                    and len(path) == 3
                    and (path[2] != "body" or not section.points)
                ):
                    yield _asked(Meaning(path), spec, number + 1)

    def _steps(self) -> Iterator[_Asked]:
        """Yield some columns for what is to be done next, where a part of the speech can say it."""
        spec = self.asked.get(("next",))
        steps = (*examples(spec), *[""] * _STEPS)[:_STEPS] if spec else ()
        for number, step in enumerate(steps):
            one = SlotSpec(FACTS["next"], "下一步的一条打算，一句话，不带句号", step, required=False)
            yield _asked(Meaning(("next", number)), one)

    def _headings(self) -> Iterator[_Asked]:
        """Yield the slots of the points' headings, each once."""
        found: dict[str, _Asked] = {}
        for path, spec in self.asked.items():
            if len(path) == 5 and path[4] != "body":
                header = SIGN.join(header_below(path[4:]))
                found.setdefault(header, _Asked(header, spec, _example(spec)))
        yield from found.values()

    def _points(self, headers: list[str]) -> Iterator[Line]:
        """Yield examples of points: all of them in a filled form, else those of one section; where there is
        none, of a section's own words. Only the first has terse facts."""
        terse = {SIGN.join(one): _example(spec) for one, spec in self.terse.items()}
        pointed = [(number, section) for number, section in enumerate(self.sections) if section.points]
        for number, section in pointed if self.filled else pointed[:1]:
            for place in range(len(section.points)):
                way = ("sections", number, "points", place)
                slots = {str(path[4]): _example(spec) for path, spec in self.asked.items() if path[:4] == way}
                own = ((slots | terse).get(header, "") for header in headers)
                yield _line((self.street, number + 1, place + 1, *own), self.filled)
                terse = {}
        if terse and not self.filled:
            yield _line((self.street, 1, "", *(terse.get(header, "") for header in headers)), self.filled)

    def _shared(self) -> Iterator[Line]:
        yield Line((FACTS["skeleton"], self.skeleton.name, self.skeleton.use))
        for path, spec in self.asked.items():
            if self._is_alike(path, spec):
                content = _example(spec) if self.filled or spec.type == "figure" else ""
                one = _asked(Meaning(path), spec)
                yield Line((one.header, content, "；".join(one.told())))
        for name in self.figures:
            for key, ask, example in _ABOUT_FIGURES:
                if key != "since" or sample_of(name).endswith("%"):
                    header = header_of(Meaning(("figures", name, key)))
                    yield Line((header, example if self.filled else "", f"{ask}；例：{example}"))


def _asked_of(skeleton: Skeleton, frames: Mapping[str, Frame], speech: Facts) -> dict[Path, SlotSpec]:
    """Return what a form asks, by the path of the answer. The second half of a title is asked only of one that
    has the first."""
    half = replace(speech, title=(Words(Pattern(()), "title[0]"),), places={"title[0]": Place("")})
    second = {one.path: one.spec for one in questions(skeleton, frames, half) if one.path == ("title", 1)}
    asked: dict[Path, SlotSpec] = {}
    for one in questions(skeleton, frames, speech):
        if one.kind != "count":
            asked[one.path] = STRUCTURAL.get(str(one.path[0]), one.spec)
        if one.path == ("title", 0):
            asked |= {path: spec._replace(required=one.spec.required) for path, spec in second.items()}
    return asked


def _asked(column: Meaning, spec: SlotSpec, section: int = 0) -> _Asked:
    return _Asked(header_of(column), spec, _example(spec), section)


def _example(spec: SlotSpec) -> str:
    return "、".join(examples(spec))


def _line(cells: tuple[str | float, ...], filled: bool) -> Line:
    return Line(cells, example=not filled)


def _outline(skeleton: Skeleton) -> Facts:
    """Return a speech with as many sections and points as a form has room for, and no words in them."""
    found: list[SectionFacts] = []
    for shape in skeleton.sections:
        least, most = shape.count
        open_to = min(most, _OPEN_SECTIONS) if len(skeleton.sections) == 1 else 1
        for _number in range(max(least, open_to)):
            key = f"sections[{len(found)}]"
            found.append(SectionFacts(key, points=tuple(_points(shape, key))))
    return Facts(skeleton.name, sections=tuple(found))


def _points(shape: SectionShape, key: str) -> Iterator[SectionFacts]:
    for points in shape.points:
        yield from (SectionFacts(f"{key}.points") for _number in range(max(points.count[0], 1)))
