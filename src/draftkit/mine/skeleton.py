"""提纲: the shape of a whole speech for reuse, with the frames that were found in it."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from draftkit.answer import MOST_SECTIONS, least_of
from draftkit.frame import Evidence, Move, Parallel, Role, SectionShape, Skeleton
from draftkit.mine.pattern_name import fitted
from draftkit.mine.written import HEADING, OWN_HEADINGS, POINT, genre_of, shapes_of
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.numerals import to_numeral

_ROOM = 1
"""How many sections more or fewer than were seen a skeleton takes (our own)."""
_MOVES: tuple[tuple[Move, re.Pattern[str]], ...] = (
    ("diagnose", re.compile("问题|短板|不足|差距|弱项")),
    ("credit", re.compile("成绩|成效|经验|亮点")),
    ("situate", re.compile("认识|意义|形势|站位")),
    ("guarantee", re.compile("保障|组织领导|责任|纪律")),
    ("next", re.compile("下一步|打算|今后")),
)
_DEFAULTS: Mapping[str, Mapping[Role, tuple[str, ...]]] = {
    "讲话": {
        "title": ("formula/会议讲话题",),
        "opening": ("formula/开头-讲话-会议任务", "formula/开头-讲话-成绩差距"),
        "closing": ("formula/结尾-号召", "formula/结尾-希望"),
    },
    "": {
        "title": ("formula/会议发言题",),
        "opening": ("formula/开头-成效领起", "formula/开头-概况数据", "formula/开头-背景问题"),
        "closing": ("formula/下一步-将", "formula/下一步-以此为契机"),
    },
}
"""What stands in the parts of which nothing reusable was found in the speech itself."""


def skeleton_in(speech: Speech, parallels: Sequence[Parallel], source: str, place: str) -> Skeleton | None:
    """Return the skeleton of a speech; None for one without sections, or with too many. Its parts are named
    later, when it is known which formulae are kept."""
    shapes = general(shapes_of(speech.sections, parallels, wide=True), speech.sections)
    if not shapes or len(speech.sections) < 2 or least_of(shapes) > MOST_SECTIONS:
        return None
    genre = genre_of(speech)
    optional: tuple[Role, ...] = ("subtitle", "byline", "date", "salutation", "greeting", "signoff")
    return Skeleton(
        name=fitted(f"{genre}-{_count(speech)}-{_built(shapes)}"),
        genre=(genre,),
        use=_use(speech, shapes),
        parts={role: () for role in optional if getattr(speech, role)},
        optional=tuple(role for role in optional if getattr(speech, role)),
        drop=("body", "points"),
        sections=shapes,
        evidence=(Evidence(source, place, {}),),
    )


def general(shapes: Iterable[SectionShape], sections: Sequence[Section]) -> tuple[SectionShape, ...]:
    """Return the shapes of sections as they are reused: those that differ in their points only are one."""
    found: list[SectionShape] = []
    place = 0
    for shape in shapes:
        low = shape.count[0]
        bare = replace(_bare(shape), move=_move(sections[place : place + low]))
        place += low
        if found and (found[-1].headings, found[-1].marker) == (bare.headings, bare.marker):
            points = found[-1].points or bare.points
            low += found[-1].count[0]
            found[-1] = replace(found[-1], count=(low, low), points=points)
        else:
            found.append(replace(bare, count=(low, low)))
    return tuple(replace(shape, count=_roomy(shape.count[0])) for shape in found)


def _bare(shape: SectionShape) -> SectionShape:
    points = general(shape.points[:1], ()) if shape.points else ()
    points = tuple(replace(one, count=(2, max(3, one.count[1]))) for one in points)
    stop = shape.stop if shape.placement != "line" and shape.stop == "" else None
    return replace(shape, points=points, stop=stop)


def _roomy(count: int) -> tuple[int, int]:
    return (count, count) if count == 1 else (max(2, count - _ROOM), count + _ROOM)


def _move(sections: Sequence[Section]) -> Move | None:
    words = "".join(text_of(section.heading.inlines) for section in sections)
    return next((move for move, cue in _MOVES if cue.search(words)), None)


def named(
    skeleton: Skeleton,
    title: str,
    formulae: Mapping[Role, Sequence[str]],
    renamed: Mapping[str, str],
    kept: Container[str],
) -> Skeleton:
    """Return the skeleton with the frames of its parts: those found in the speech, then the usual ones;
    headings whose parallel was not kept take one's own words. `title` is the couplet found, or "";
    `renamed` has the name under which a parallel is kept."""
    usual = _DEFAULTS.get(skeleton.genre[0], _DEFAULTS[""])
    parts: dict[Role, tuple[str, ...]] = {"title": (*([title] if title else []), *usual["title"])}
    for role in ("opening", "closing"):
        parts[role] = (*formulae.get(role, ()), *usual[role])
    for role in skeleton.parts:
        if role in formulae:
            parts[role] = tuple(formulae[role])
    sections = tuple(_kept(shape, renamed, kept) for shape in skeleton.sections)
    genre, count, _pattern = skeleton.name.split("-", 2)
    return replace(
        skeleton,
        name=fitted(f"{genre}-{count}-{_built(sections)}"),
        parts=parts,
        optional=tuple(role for role in skeleton.optional if role in parts),
        sections=sections,
    )


def _kept(
    shape: SectionShape, renamed: Mapping[str, str], kept: Container[str], level: int = 1
) -> SectionShape:
    own = HEADING if level == 1 else POINT
    headings = tuple(renamed[name] for name in shape.headings if renamed.get(name) in kept)
    return replace(
        shape,
        headings=(*headings, own) if own not in headings else headings,
        points=tuple(_kept(points, renamed, kept, level + 1) for points in shape.points),
    )


def _count(speech: Speech) -> str:
    return f"{to_numeral(len(speech.sections))}部分"


def _built(shapes: Sequence[SectionShape]) -> str:
    """The pattern of the headings where there is one, else their markers."""
    names = [name.removeprefix("parallel/") for shape in shapes for name in shape.headings]
    first = next((name for name in names if name not in OWN_HEADINGS), "")
    marker = shapes[0].marker or "无序号"
    inner = next((points.marker for shape in shapes for points in shape.points if points.marker), "")
    return first or (f"{marker}{inner}" if inner else marker)


def _use(speech: Speech, shapes: Sequence[SectionShape]) -> str:
    points = next((one for shape in shapes for one in shape.points), None)
    said = [f"{_count(speech)}，小标题{_PLACES[shapes[0].placement]}"]
    if points:
        said.append(f"下分要点（{points.marker or '无序号'}，{_PLACES[points.placement]}）")
    return "，".join(said)


_PLACES = {"line": "单独成行", "run-in": "在段首", "within": "在段中"}
