"""提纲 of one speech to the letter: the skeleton on which its facts print it again."""

from collections.abc import Sequence
from dataclasses import replace

from draftkit.frame import Parallel, Role, SectionShape, Skeleton, id_of
from draftkit.mine.pattern_name import fitted
from draftkit.rhetoric.listing import widened
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.marker import FAMILIES, is_verb_family, leading_marker
from draftkit.zh.numerals import to_numeral

ROOM = 9
"""Sections for which the last shape of a level has room (our own): next year's speech may have more."""
OWN_WORDS: dict[Role, str] = {
    "subtitle": "formula/自拟副标题",
    "byline": "formula/自拟署名",
    "date": "formula/自拟日期",
    "salutation": "formula/自拟称谓",
    "greeting": "formula/自拟问候",
    "signoff": "formula/自拟结束语",
}
"""The formulae that print a part as the user writes it."""
GREETING_LINE = "formula/自拟问候-独行"
HEADING, POINT = "parallel/自拟小标题", "parallel/自拟要点"
OWN_HEADINGS = tuple(name.removeprefix("parallel/") for name in (HEADING, POINT))


def written(speech: Speech, parallels: Sequence[Parallel] = ()) -> Skeleton:
    """Return a skeleton that holds a speech as it is: each heading on the first of the parallels that prints
    it, else on one that takes it whole."""
    parts: dict[Role, tuple[str, ...]] = {
        role: (frame,) for role, frame in OWN_WORDS.items() if getattr(speech, role)
    }
    if speech.greeting and speech.greeting.placement == "line":
        parts["greeting"] = (GREETING_LINE,)
    passages: dict[Role, tuple[SectionShape, ...]] = {
        "opening": shapes_of(speech.opening.sections, parallels),
        "closing": shapes_of(speech.closing.sections, parallels),
    }
    sections = shapes_of(speech.sections, parallels)
    return Skeleton(
        name=_name(speech, sections),
        use="照一篇讲话的样子，一字不改地排出来；换上今年的数据和正文",
        parts=parts,
        sections=sections,
        passages={role: shapes for role, shapes in passages.items() if shapes},
        as_written=True,
    )


def shapes_of(
    sections: Sequence[Section], parallels: Sequence[Parallel], level: int = 1, wide: bool = False
) -> tuple[SectionShape, ...]:
    """Return the shapes of sibling sections, one for those in a row that are alike; `wide` for parallels with
    full-width punctuation whatever the headings have."""
    found: list[SectionShape] = []
    for section in sections:
        shape = _shape(section, parallels, level, wide)
        if found and _bare(found[-1]) == shape:
            low = found[-1].count[0] + 1
            found[-1] = _counted(shape, low, low)
        else:
            found.append(_counted(shape, 1, 1))
    if found:
        low = found[-1].count[0]
        found[-1] = _counted(found[-1], low, max(low, ROOM))
    return tuple(found)


def _shape(section: Section, parallels: Sequence[Parallel], level: int, wide: bool) -> SectionShape:
    heading = section.heading
    words = widened(text_of(heading.inlines)) if wide else text_of(heading.inlines)
    built = next((id_of(one) for one in parallels if one.pattern.match(words) is not None), "")
    shape = SectionShape(
        headings=(built or (HEADING if level == 1 else POINT),),
        count=(0, 0),
        marker=_family(heading.marker),
        placement=heading.placement,
        points=shapes_of(section.sections, parallels, level + 1, wide),
    )
    stop = heading.stop.strip()
    return shape if shape.ending == stop else _stopped(shape, stop)


def _family(marker: str) -> str:
    known = leading_marker(marker)
    family = known.family if known else ""
    return family if family in FAMILIES or is_verb_family(family) else ""


def genre_of(speech: Speech) -> str:
    """Return the genre that a title names; a title without one is an exchange speech's (实务)."""
    title = "".join(text_of(half) for half in speech.title)
    return next((word for word in ("讲话", "经验材料", "汇报", "致辞", "发言") if word in title), "交流发言")


def _name(speech: Speech, sections: Sequence[SectionShape]) -> str:
    """The genre, how many parts, and what their headings are built on: 讲话-三部分-聚焦…."""
    genre = genre_of(speech)
    count = f"{to_numeral(len(speech.sections))}部分" if speech.sections else "不分部分"
    built = [frame.removeprefix("parallel/") for shape in sections for frame in shape.headings]
    first = next((name for name in built if name not in OWN_HEADINGS), "自拟小标题")
    return fitted(f"{genre}-{count}-{first}")


def _bare(shape: SectionShape) -> SectionShape:
    return _counted(shape, 0, 0)


def _counted(shape: SectionShape, low: int, high: int) -> SectionShape:
    return replace(shape, count=(low, high))


def _stopped(shape: SectionShape, stop: str) -> SectionShape:
    return replace(shape, stop=stop)
