"""Which frames stand where: the skeleton's shapes laid over the facts before a word is written."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from draftkit.answer import gaps
from draftkit.compose.phrasebook import Phrasebook
from draftkit.compose.realise import STRUCTURAL
from draftkit.errors import Problem, did_you_mean
from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.frame import Formula, Frame, Role, SectionShape, Skeleton, room_in, share, wordings_of
from draftkit.messages import _

Shared = tuple[tuple[SectionShape, tuple[SectionFacts, ...]], ...]


class Plan(NamedTuple):
    """The frame chosen for each part, and the sections that each shape takes."""

    parts: Mapping[Role, Frame]
    sections: Shared


def skeleton_of(facts: Facts, frames: Mapping[str, Frame]) -> tuple[Skeleton | None, list[Problem]]:
    """Return the skeleton that the facts name, or the problem of there being none."""
    frame_id = f"skeleton/{facts.skeleton}"
    frame = frames.get(frame_id)
    if isinstance(frame, Skeleton):
        return frame, []
    names = [name.removeprefix("skeleton/") for name in frames if name.startswith("skeleton/")]
    message = _("there is no skeleton “{name}”").format(name=facts.skeleton)
    return None, [Problem(facts.place("skeleton"), message, did_you_mean(facts.skeleton, names))]


def plan(
    skeleton: Skeleton, facts: Facts, frames: Phrasebook, omitted: Collection[str]
) -> tuple[Plan, list[Problem]]:
    """Return the plan and what stands in its way; `omitted` are the units that are left out."""
    provided, named = provided_by(facts, omitted), frozenset(facts.named)
    given = {"title": facts.title, "opening": facts.opening, "closing": facts.closing}
    own = [role for role, words in given.items() if words]
    parts = {
        role: frame
        for role in skeleton.parts
        if role not in own
        if (frame := _chosen(skeleton, role, facts, frames, (provided, named)))
    }
    if isinstance(parts.get("title"), Formula) or _names_occasion(facts):
        parts.pop("subtitle", None)
    sections, problems = _distribute(skeleton, facts)
    return Plan(parts, sections), [*problems, *_unknown_slots(skeleton, facts, frames, parts)]


def _chosen(
    skeleton: Skeleton, role: Role, facts: Facts, book: Phrasebook, given: tuple[frozenset[str], frozenset[str]]
) -> Frame | None:
    names, optional = skeleton.parts[role], role in skeleton.optional
    quoted = book.once(("quoted", names), lambda: _quoted([book[name] for name in names]))
    key = ("part", role, names, optional, given, quoted.intersection(facts.figures))
    return book.once(key, lambda: choose(skeleton, role, [book[name] for name in names], facts, given[0]))


def _quoted(frames: list[Frame]) -> frozenset[str]:
    """Return all names in the wordings of frames, among them those of figures."""
    return frozenset(name for frame in frames for wording in wordings_of(frame) for name in wording.names)


def _names_occasion(facts: Facts) -> bool:
    """Whether the user's own title already says at which meeting: a subtitle would say it again."""
    occasion = facts.named.get("会议")
    said = str(occasion.pattern) if isinstance(occasion, Words) else ""
    return any("会议" in half.pattern.names or (said and said in str(half.pattern)) for half in facts.title)


def provided_by(facts: Facts, omitted: Collection[str]) -> frozenset[str]:
    """Return the names of what compose can work out of the facts."""
    ahead = sum(item.key not in omitted for item in facts.next)
    return frozenset(("部分数", "打算", "打算数", "打算条目")[: 1 + 2 * (ahead > 0) + (ahead > 1)])


def choose(
    skeleton: Skeleton, role: Role, frames: list[Frame], facts: Facts, provided: frozenset[str]
) -> Frame | None:
    """Return the frame without gaps that uses most of the facts, else the one that uses most of them, else
    the first, which is what the form asks for; a title rather the one with fewest gaps.

    None where every candidate for an optional part has gaps.
    """
    ranks, known = [], provided | set(facts.named) | set(facts.figures)
    for frame in frames:
        lacks = gaps(frame, facts.named, known)
        uses = _uses(frame, facts, provided)
        ranks.append((lacks > 0, -uses, lacks if uses or role == "title" else 0))
    best = min(ranks)
    return None if role in skeleton.optional and best[0] else frames[ranks.index(best)]


def _uses(frame: Frame, facts: Facts, provided: frozenset[str]) -> int:
    """Return how many of the slots given, and of what is to be done next, one wording takes at most."""
    given = (set(frame.slots) & set(facts.named)) | (provided - {"部分数", "打算数"})
    return max((len(wording.names & given) for wording in wordings_of(frame)), default=0)


def _distribute(skeleton: Skeleton, facts: Facts) -> tuple[Shared, list[Problem]]:
    """Give each shape its sections. Those that are short of the least are asked for, unless the skeleton keeps
    to what is written; those for which there is no room are a problem."""
    given = list(facts.sections)
    least, most = room_in(skeleton.sections)
    problems = []
    if len(given) > most:
        message = _("{n} sections are given, the skeleton has room for {most}").format(n=len(given), most=most)
        advice = _("Join some, or take another skeleton: draftkit frames list --kind skeleton")
        problems.append(Problem(facts.place(given[most].key), message, advice))
    if not skeleton.as_written:
        given += [SectionFacts(f"sections[{n}]") for n in range(len(given), least)]
    return share(skeleton.sections, given), problems


def _unknown_slots(
    skeleton: Skeleton, facts: Facts, frames: Mapping[str, Frame], parts: Mapping[Role, Frame]
) -> list[Problem]:
    """Return a problem for each slot at the top of the facts that no frame of the skeleton has."""
    chosen = {slot for frame in parts.values() for slot in frame.slots}
    left = {name: given for name, given in facts.named.items() if name not in chosen | set(STRUCTURAL)}
    if not left:
        return []
    known = {slot for names in skeleton.parts.values() for name in names for slot in frames[name].slots}
    return [
        Problem(
            facts.place(f"{given.key}:"),
            _("unknown key “{key}”").format(key=name),
            did_you_mean(name, known | set(STRUCTURAL)),
        )
        for name, given in left.items()
        if name not in known
    ]
