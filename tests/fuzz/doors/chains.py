"""Behind the doors: facts to a draft and back; a text to its mended copy, to facts, frames; notes to facts."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from conservation import check, squeezed
from draftkit.compose import Phrasebook, compose
from draftkit.frame import Frame, id_of
from draftkit.learning import extract
from draftkit.lines import lines_of
from draftkit.mending import mended_copy
from draftkit.mine.learn import learn
from draftkit.office import Office
from draftkit.originals import printable
from draftkit.pipeline import blank_form, facts_in
from draftkit.placing import lay_notes, read_notes
from draftkit.read import source_of
from draftkit.review import FILES
from draftkit.write import write
from fuzz.doors.scratch import put
from fuzz.doors.sources import pieces
from fuzz.doors.stores import LIBRARY, known_with, read_back_facts, read_back_frame
from fuzz.mutation import text_door
from fuzz.refusing import hold, kept_promise, refused
from fuzz.words import words

_BOOK = Phrasebook(LIBRARY)
_FORMS = 12
_TOPICS = ("种树", "管护", "议事")


def composed(raw: bytes) -> None:
    """Compose a draft, write it, and read it back: the same words."""
    text = raw.decode(errors="ignore")
    with refused(text):
        draft = compose(facts_in(text, "facts.yaml"), _BOOK).document
        words = squeezed("".join(line.text for line in lines_of(draft.speeches[0])))
        written = {suffix: write(draft, suffix) for suffix in (".docx", ".txt") if words}
        with kept_promise("a draft"):
            for suffix, made in written.items():
                source = source_of(made, f"稿{suffix}")
                hold(suffix == ".txt" or squeezed(source.text) == words, "the draft is read as something else")
                check(source)


def mended(raw: bytes) -> None:
    """Mend a text: the copy has nothing to mend."""
    with refused():
        copy = mended_copy(put("稿.txt", raw), FILES, None, Office()).path
        with kept_promise("a mended copy"):
            hold(copy is None or not mended_copy(copy, FILES, None, Office()).fixes, "a mended copy to mend")


def extracted(raw: bytes) -> None:
    """Make facts of a text's first speech: facts and frames are read back."""
    with refused():
        speeches = printable(raw, Path("稿.txt")).document.speeches
        for found in [extract(speech, LIBRARY) for speech in speeches[:1]]:
            read_back_facts(found.facts)
            _read_back(found.frames)


def mined(raw: bytes) -> None:
    """Mine a text: every frame is one that a library takes."""
    with refused():
        _read_back(learn([printable(raw, Path("稿.txt")).document]).frames)


def _read_back(frames: Collection[Frame]) -> None:
    known = known_with(map(id_of, frames))
    for frame in frames:
        read_back_frame(frame, known)


def placed(raw: bytes) -> None:
    """Lay notes into a form: what comes of it is a facts file that has each note."""
    with refused():
        notes, _said = read_notes(put("素材.txt", raw))
        laid = lay_notes(notes, _form(), "facts.yaml", LIBRARY, _TOPICS)
        with kept_promise("what was laid"):
            again = lay_notes(notes, laid.text, "facts.yaml", LIBRARY, _TOPICS)
            hold(again.text == laid.text, "notes that are laid twice")


@cache
def _form() -> str:
    return blank_form("短发言-一是二是三是", LIBRARY, chinese=True, filled=False, topics=_TOPICS)


def _forms() -> list[bytes]:
    """The filled forms of the skeletons, without comments: the shorter ones."""
    names = [name for name in LIBRARY.names("skeleton") if not name.endswith("…")]
    forms = (blank_form(name, LIBRARY, chinese=True, filled=True) for name in names)
    bare = ("".join(line for line in form.splitlines(True) if line.strip()[:1] != "#") for form in forms)
    return sorted((form.encode() for form in bare), key=len)[:_FORMS]


_SAID = words("speech", "odd")
DOORS = (
    text_door("compose", composed, words("facts", "yaml", "jinja", "odd"), _forms),
    text_door("mend", mended, _SAID, pieces),
    text_door("extract", extracted, _SAID, pieces),
    text_door("mine", mined, _SAID, pieces),
    text_door("place", placed, _SAID + words("markdown")),
)
