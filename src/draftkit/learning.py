"""Opens files and joins the verbs that learn: past speech in, facts and frames out."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from draftkit.answer import MOST_SECTIONS, least_of
from draftkit.compose import compose
from draftkit.dropped import told
from draftkit.errors import CannotRead, Place, Problem
from draftkit.extract.lay import lay
from draftkit.fact.facts import Facts
from draftkit.files import read_bytes, refuse_other, save
from draftkit.frame import PROVIDED, Frame, Parallel, SectionShape, Skeleton, id_of
from draftkit.library import Library, put_schema
from draftkit.lines import lines_of
from draftkit.messages import _
from draftkit.mine.parallel import heading_parallels
from draftkit.mine.shelf import placed
from draftkit.mine.written import written
from draftkit.originals import printable
from draftkit.pipeline import LARGEST_SPEECH, refuse_facts, skeleton_named
from draftkit.store.dump import dump_facts, frame_file
from draftkit.store.keys import RESERVED
from draftkit.tree import Speech, text_of

_QUOTED = 12
"""Characters by which a user finds a place in a speech (ours)."""


class Extracted(NamedTuple):
    """A speech as facts: the frames made for it (none where a skeleton was chosen), the words that found no
    place in it, and the first words at which draft and speech differ ("" where they do not)."""

    facts: Facts
    frames: tuple[Frame, ...]
    left: tuple[str, ...]
    differs: str


def speech_in(path: Path, number: int | None) -> tuple[Speech, tuple[str, ...]]:
    """Read one speech of a file, counted from 1, and what is to be known of the reading; raises CannotRead
    where it is not clear which."""
    reading = printable(read_bytes(path, LARGEST_SPEECH), path)
    speeches = reading.document.speeches
    if number is None and len(speeches) == 1:
        number = 1
    if number is not None and 0 < number <= len(speeches):
        aside = (_("not in the facts: {words}").format(words=one) for one in told(reading.document.dropped))
        return speeches[number - 1], (*reading.notes, *aside)
    message = _("there are {n} speeches in this file").format(n=len(speeches))
    titles = "".join(f"\n    {n} {_title(speech)}" for n, speech in enumerate(speeches, 1))
    advice = _("Choose one with --speech:{titles}").format(titles=titles) if speeches else _("Check the file")
    raise CannotRead([Problem(Place(str(path)), message, advice)])


def extract(
    speech: Speech, library: Library, skeleton: str | None = None, folder: Path | None = None
) -> Extracted:
    """Return the facts of a speech, on the skeleton of a name, or on one made to hold it to the letter.

    What is made takes names that are free in `folder`, where the frames are to stand. Raises WrongFrame
    for a skeleton that is not there, CannotRead for a speech of too many sections.
    """
    shelf = Library((folder, *library.folders)) if folder and folder.is_dir() else library
    parallels: list[Parallel] = []
    if skeleton is None:
        parallels = [placed(one, shelf) for one in heading_parallels(speech)]
        chosen = placed(written(speech, parallels), shelf)
        if least_of(chosen.sections) > MOST_SECTIONS:
            message = _("a skeleton wants {n} sections and points at most").format(n=MOST_SECTIONS)
            raise CannotRead([Problem(None, message, _("Is it the right file?"))])
    else:
        chosen = skeleton_named(skeleton, library)
    named = _named(chosen)
    every: list[Frame] = [*parallels, chosen]
    made = {id_of(one): one for one in every if id_of(one) not in shelf}
    frames = {name: frame for name, frame in made.items() if name in (*named, id_of(chosen))}
    known = {name: shelf[name] for name in named if name not in frames} | {id_of(chosen): chosen, **frames}
    facts, left = lay(speech, chosen, known, sorted(RESERVED | PROVIDED))
    draft = compose(facts, known).document.speeches[0]
    return Extracted(facts, tuple(frames.values()), left, _difference(draft, speech))


def put_extracted(extracted: Extracted, output: Path, folder: Path, overwrite: bool = False) -> Iterator[Path]:
    """Write the frames of the facts, and their schema, into a folder, then the facts; yield frames and facts.

    Raises CannotWrite before anything is written where another file of facts is there."""
    refuse_facts(output)
    content = dump_facts(extracted.facts).encode()
    refuse_other(output, content, overwrite)
    if extracted.frames:
        put_schema(folder)
    for frame in extracted.frames:
        yield save(folder / f"{id_of(frame)}.yaml", frame_file(frame).encode())
    yield save(output, content, overwrite)


def _title(speech: Speech) -> str:
    return " ".join(text_of(half) for half in speech.title)


def _named(skeleton: Skeleton) -> list[str]:
    """The ids of the frames that a skeleton speaks of."""
    shapes = [*skeleton.sections, *(shape for shapes in skeleton.passages.values() for shape in shapes)]
    found = dict.fromkeys(name for names in skeleton.parts.values() for name in names)
    return list(found | dict.fromkeys(name for shape in shapes for name in _headings(shape)))


def _headings(shape: SectionShape) -> Iterator[str]:
    yield from shape.headings
    for points in shape.points:
        yield from _headings(points)


def _difference(draft: Speech, speech: Speech) -> str:
    """The first words of a speech that its draft does not have; white space and widths count for nothing."""
    one, other = _letters(draft), _letters(speech)
    place = next((n for n, (a, b) in enumerate(zip_longest(one, other)) if a != b), None)
    return "" if place is None else other[max(0, place - _QUOTED) : place + _QUOTED] or one[-_QUOTED:]


def _letters(speech: Speech) -> str:
    text = "".join(line.text for line in lines_of(speech))
    return re.sub(r"\s", "", normalize("NFKC", text))
