"""Opens files and lays notes into facts: a heap of notes and a skeleton in, a facts file out, which may be
edited and laid into again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from draftkit.compose import Phrasebook
from draftkit.compose.plan import plan
from draftkit.errors import CannotRead, Place, Problem, WrongFacts
from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.files import placed_in, read_text, save
from draftkit.frame import Formula, room_in
from draftkit.library import Library
from draftkit.messages import _
from draftkit.pattern import BadPattern, Fixed, Pattern
from draftkit.pipeline import blank_form, document_bytes, facts_in, refuse_facts, skeleton_named
from draftkit.place.heap import Note, notes_in
from draftkit.place.marks import changes, mark_in, mark_of, marked
from draftkit.place.moves import Kind
from draftkit.place.placing import LOOSE, NEXT, Placement, Topic, place
from draftkit.place.topics import said_by, text_of, topics_of
from draftkit.read import source_of
from draftkit.store.insert import Row, row_in, with_row, with_rows
from draftkit.store.nodes import Scalar, unprintable

FACTS = (".yaml", ".yml", ".json")
"""How a facts file ends; any other word names a skeleton."""


class Put(NamedTuple):
    """A note that was new: where it was put (an address of the facts), the heading there, how sure that is in
    words, and its text."""

    key: str
    heading: str
    remark: str
    text: str


class Laid(NamedTuple):
    """A facts file with notes laid into it: its text; what was put where; the notes that stand there already;
    those reworded since, in their places; those reworded since whose places were edited by hand, so that both
    wordings are kept; those no longer in the heap; those that stand twice in it. `anew` tells that the file
    could not be kept as it was laid out, and lost its comments."""

    text: str
    put: tuple[Put, ...]
    known: int
    reworded: tuple[str, ...]
    unsettled: tuple[str, ...]
    gone: tuple[str, ...]
    repeated: tuple[str, ...]
    anew: bool


def read_notes(path: Path) -> tuple[tuple[Note, ...], tuple[str, ...]]:
    """Return the notes of a heap, the rows of a text or the paragraphs of a .docx, and what the user should
    know of the reading: tables are left out, as everywhere. Raises CannotRead."""
    raw = document_bytes(path)
    with placed_in(path):
        source = source_of(raw, path.name)
    rows = (
        (source.text[row.start : row.end], row.level > 0 or row.role in _HEADINGS)
        for row in source.rows
        if not row.aside
    )
    notes = tuple(notes_in(rows))
    wrong = [unprintable(Scalar(note.text, Place(str(path), note.row))) for note in notes]
    if any(wrong):
        raise CannotRead(problem for problem in wrong if problem)
    return notes, source.notes


_HEADINGS = ("heading", "title", "subtitle")


def base_of(
    source: str, library: Library, topics: tuple[str, ...], chinese: bool, folder: Path
) -> tuple[str, str]:
    """Return the text of what notes are laid into, and what it is called: a facts file, or the form of the
    skeleton of that name, with a section for each topic."""
    if source.lower().endswith(FACTS) or Path(source).is_file():
        return read_text(Path(source)), source
    skeleton = skeleton_named(source, library)
    _check_room(len(topics), room_in(skeleton.sections)[1])
    return blank_form(
        source, library, chinese, filled=False, folder=folder, topics=topics
    ), f"{skeleton.name}.yaml"


def lay_notes(
    notes: Sequence[Note], base: str, file: str, library: Library, topics: tuple[str, ...] = ()
) -> Laid:
    """Return a facts file with notes laid into it; `topics` say of its sections in order what they are about.

    Notes that it has already, wherever they were moved to, are left there. Raises WrongFacts.
    """
    heap: dict[str, Note] = {}
    repeated = tuple(note.text for note in notes if heap.setdefault(mark_of(note.text), note) is not note)
    upon = _Upon(base.split("\n"), heap, facts_in(base, file))
    facts = facts_in(upon.text, file)
    known = {*upon.marks, *_marks(facts)}
    new = {mark for mark in heap if mark not in known}
    put = tuple(_put(heap, new, facts, library, topics, upon.unsettled)) if new else ()
    text, anew = with_rows(upon.text, facts, _rows(put)) if new else (upon.text, False)
    kept = len(heap) - len(new) - len(upon.reworded)
    return Laid(text, put, kept, upon.reworded, upon.unsettled, upon.gone, repeated, anew)


def save_laid(laid: Laid, output: Path, overwrite: bool) -> Path:
    """Write a facts file with notes; raises CannotWrite."""
    refuse_facts(output)
    return save(output, laid.text.encode(), overwrite)


class _Upon:
    """The lines of a facts file brought up to the notes: those reworded since, in their places, unless the
    places were edited by hand."""

    def __init__(self, lines: list[str], heap: Mapping[str, Note], facts: Facts) -> None:
        self._lines = lines
        there = {mark: number for number, line in enumerate(lines) if (mark := mark_in(line))}
        said = {mark: _said(lines[number]) for mark, number in there.items() if mark not in heap}
        known = {*there, *_marks(facts)}
        new = [note.text for mark, note in heap.items() if mark not in known]
        pairs = dict(changes(said, new))
        edited = {mark for mark in pairs if mark_of(said[mark]) != mark}
        for mark in pairs.keys() - edited:
            self._reword(there[mark], pairs[mark])
        self.reworded = tuple(note for mark, note in pairs.items() if mark not in edited)
        self.unsettled = tuple(pairs[mark] for mark in pairs if mark in edited)
        self.gone = tuple(text for mark, text in said.items() if mark not in pairs)
        self.marks = {mark for line in lines if (mark := mark_in(line))}
        self.text = "\n".join(lines)

    def _reword(self, number: int, note: str) -> None:
        row = row_in(self._lines[number])
        remark = row.remark.rpartition(" ")[0] if row else ""
        self._lines[number] = with_row(self._lines[number], Row(_source(note), marked(remark, note)))


def _said(line: str) -> str:
    """The note on a line, "" for a line that is not as it was written."""
    row = row_in(line)
    try:
        return text_of(Pattern.parse(row.text)) if row else ""
    except BadPattern:
        return ""


def _source(note: str) -> str:
    """A note as the facts have it: braces of its own quote nothing."""
    return str(Pattern((Fixed(note),)))


def _put(
    heap: Mapping[str, Note],
    new: Collection[str],
    facts: Facts,
    library: Library,
    words: tuple[str, ...],
    unsettled: Sequence[str],
) -> Iterator[Put]:
    """Where the new notes of a heap go. The others are looked at too: what is common to all tells nothing."""
    skeleton = skeleton_named(facts.skeleton, library)
    _check_room(len(words), len(facts.sections))
    topics = topics_of(skeleton.sections, facts.sections, words)
    _check_topics(topics, facts)
    headings = {topic.key: topic.heading for topic in topics}
    placements = place(tuple(heap.values()), topics, _plans_are_printed(facts, library))
    for (mark, note), placement in zip(heap.items(), placements, strict=True):
        if mark not in new:
            continue
        if note.heading or note.text in unsettled:
            yield Put(LOOSE, "", _HEADING if note.heading else _UNSETTLED, note.text)
        else:
            yield Put(placement.key, headings.get(placement.key, ""), _remark(placement, headings), note.text)


def _check_topics(topics: Sequence[Topic], facts: Facts) -> None:
    if not any(topic.heading or topic.bodies for topic in topics) and len({one.move for one in topics}) < 2:
        message = _("the sections do not say what they are about")
        advice = _("Fill in their headings, or name what they are about: --sections 宣传,选人,监督")
        raise WrongFacts([Problem(facts.place("sections") or facts.place("skeleton"), message, advice)])


_HEADING = "素材里的小标题"
_UNSETTLED = "素材改过，原句已手工改动"
_PLAN = "打算"
_LOOSE: Mapping[Kind, str] = {"aside": "不像正文", "thanks": "致谢", "overview": "概况，可放开头"}
"""What the comment says of a note for which no section is sought."""


def _remark(placement: Placement, headings: Mapping[str, str]) -> str:
    if placement.key == NEXT:
        return _PLAN
    if placement.key != LOOSE:
        return f"{placement.sureness} {placement.sure:.2f}"
    near = headings.get(placement.second, "")
    return _LOOSE.get(placement.kind) or (f"稍近“{near}”" if near else "无处可放")


def _plans_are_printed(facts: Facts, library: Library) -> bool:
    """Whether a draft of the facts has what stands in next."""
    ahead = replace(facts, next=(*facts.next, Words(Pattern((Fixed(_PLAN),)), NEXT)))
    closing = plan(skeleton_named(facts.skeleton, library), ahead, Phrasebook(library), ())[0].parts.get(
        "closing"
    )
    return isinstance(closing, Formula) and all(
        wording.names & {"打算", "打算条目"} for wording in closing.wordings
    )


def _rows(put: Sequence[Put]) -> dict[str, list[Row]]:
    """What was put, by the addresses of the lists that take it."""
    rows: dict[str, list[Row]] = {}
    for one in put:
        address = one.key if one.key in (NEXT, LOOSE) else f"{one.key}.body"
        rows.setdefault(address, []).append(Row(_source(one.text), marked(one.remark, one.text)))
    return rows


def _marks(facts: Facts) -> set[str]:
    """The marks that the texts of facts would have as notes."""
    return {mark_of(text) for text in _texts(facts)}


def _texts(facts: Facts) -> Iterator[str]:
    for item in (*facts.next, *facts.loose):
        yield from said_by(item)
    passages = [passage for passage in (facts.opening, facts.closing) if passage]
    for section in (*passages, *facts.sections):
        yield from _texts_below(section)


def _texts_below(section: SectionFacts) -> Iterator[str]:
    for item in section.body:
        yield from said_by(item)
    for point in section.points:
        yield from _texts_below(point)


def _check_room(topics: int, most: int) -> None:
    if topics > most:
        message = _("{n} topics are given, there are {most} sections for them").format(n=topics, most=most)
        raise WrongFacts([Problem(None, message, _("Name fewer, or add sections, or take another skeleton"))])
