"""One question of a form: what is asked, where its answer goes, and what it wants."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from draftkit.fact.facts import Deed, Listing, SectionFacts, Words
from draftkit.frame import SectionShape, SlotSpec, Wording, room_in, share
from draftkit.pattern import Fixed, Pattern
from draftkit.store.dump import Plainly
from draftkit.store.fill import Path

STRUCTURAL: dict[str, SlotSpec] = {
    "unit": SlotSpec("单位", "单位全称", "临江街道党工委"),
    "occasion": SlotSpec("会议", "会议全称", "全区重点工作推进会"),
    "speaker": SlotSpec("发言人", "职务和姓名", "临江街道党工委书记　王明"),
    "date": SlotSpec("日期", "发言日期", "2026-11-20", type="date"),
    "minutes": SlotSpec("时长", "发言限时，分钟", required=False),
    "theme": SlotSpec("主题", "发言主题，一个名词", "基层治理"),
}
"""What every form begins with, by its structural key."""

NEXT = SlotSpec("下一步", "下一步的打算，一条一句，不带句号", ("健全长效机制", "抓好工作落实"))
"""What every form ends with."""

Kind = Literal["text", "list", "lines", "count", "figure"]
"""What an answer is: words; several of them on one line; several lines; how many sections; a number."""


class Series(NamedTuple):
    """Sibling sections or points: their shapes, the slots of each shape's headings, and how many are there."""

    shapes: tuple[SectionShape, ...]
    slots: tuple[tuple[str, ...], ...]
    there: int

    @property
    def room(self) -> tuple[int, int]:
        """The least and the most that there can be: one of each shape at least, as in a form."""
        return sum(max(shape.count[0], 1) for shape in self.shapes), room_in(self.shapes)[1]

    def grown(self, count: int) -> Iterator[tuple[int, Plainly]]:
        """Yield the empty sections that make it `count`, each with its place in the list as it then is."""
        start = 0
        before, after = share(self.shapes, range(self.there)), share(self.shapes, range(count))
        for (_shape, old), (_same, new), slots in zip(before, after, self.slots, strict=True):
            for place in range(len(old), len(new)):
                yield start + place, dict[str, Plainly](dict.fromkeys((*slots, "body"), ""))
            start += len(new)


class Question(NamedTuple):
    """One thing to ask. `path` is where the answer goes; `spec` what is asked, and what an answer must satisfy;
    `where` the part of the speech; `model` the words in which it will stand; `series` what a count counts.
    `quotes` are the names of the figures that the answer which is there quotes."""

    path: Path
    spec: SlotSpec
    where: str = ""
    kind: Kind = "text"
    model: str = ""
    answered: bool = False
    quotes: tuple[str, ...] = ()
    series: Series = Series((), (), 0)


def question(
    path: Path, spec: SlotSpec, given: object, kind: Kind | None = None, where: str = "", model: str = ""
) -> Question:
    """Return the question for a slot; `given` is what the facts have there."""
    listed = spec.type == "figure" or (isinstance(spec.example, tuple) and kind is None)
    quotes = tuple(quotes_in(given, spec.type == "figure"))
    kind = kind or ("list" if listed else "text")
    return Question(path, spec, where, kind, model, bool(given), quotes)


def model_of(wordings: Iterable[Wording], name: str) -> str | None:
    """Return the words in which a slot stands, as people read them: 在“〔抓手〕”上下功夫; "" for a template.

    None where it stands in none of the wordings.
    """
    for wording in wordings:
        if name in wording.names:
            parts = wording.parts if isinstance(wording, Pattern) else ()
            return "".join(part.text if isinstance(part, Fixed) else f"〔{part.name}〕" for part in parts)
    return None


def quotes_in(given: object, figure: bool = False) -> Iterator[str]:
    """Yield the names that words quote; the words of a slot for figures are names themselves."""
    match given:
        case Words(pattern):
            named = [str(pattern)] if figure and not pattern.slots else []
            yield from (*named, *(slot.name for slot in pattern.slots))
        case Deed(slots=slots):
            yield from quotes_in(tuple(slots.values()))
        case SectionFacts():
            yield from quotes_in((*given.slots.values(), *given.body, *given.points))
        case Listing(items) | tuple(items):
            for item in items:
                yield from quotes_in(item, figure)


def hints(spec: SlotSpec) -> Iterator[str]:
    """Yield what a slot wants beside its question: how many characters, names of figures, nothing at all."""
    if spec.length:
        yield f"{spec.length[0]}—{spec.length[1]}字"
    if spec.type == "figure":
        yield "填数据的名称，可以是几个：[甲, 乙]"
    if not spec.required:
        yield "可以不填"


def examples(spec: SlotSpec) -> tuple[str, ...]:
    """Return the examples of a slot, at least one, though it be empty."""
    return (spec.example,) if isinstance(spec.example, str) else spec.example
