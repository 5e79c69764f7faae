"""Past speeches and templates: text, Markdown, Word, PDF. What is read keeps every character."""

from collections.abc import Callable, Iterator
from functools import partial

from conservation import check
from docx_parts import every_role
from draftkit.office import Layout
from draftkit.read import read_with_places, source_of
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.profile import settled
from draftkit.write.stationery import open_template
from fuzz.door import of_repository
from fuzz.mutation import text_door
from fuzz.packages import zip_door
from fuzz.refusing import hold, refused
from fuzz.words import words


def read(name: str, raw: bytes) -> None:
    """Read a speech: conservation, and a place in the file for its last character."""
    with refused(placed=True):
        source = source_of(raw, name)
        check(source)
        _reading, places = read_with_places(raw, name)
        place = places(max(0, len(places.text) - 1))
        hold(place.line > 0 and place.column > 0, f"{place} is no place")


def stationery(raw: bytes) -> None:
    """Set a speech in an office's template: what is written can be read."""
    with refused(placed=False):
        look = open_template(raw, settled(Layout())).look
        check(source_of(write(_SPEECH, ".docx", look), "稿.docx"))


_PIECE = 300
"""Characters of a piece."""
_SPEECH = Document("", (every_role(),))


def _reading(suffix: str) -> Callable[[bytes], None]:
    return partial(read, f"稿{suffix}")


def pieces() -> list[bytes]:
    """Return pieces of the sample speeches, short so that many are looked at."""
    found = []
    for raw in of_repository("seeds/*.txt"):
        text = raw.decode()
        found += [text[place : place + _PIECE].encode() for place in range(0, len(text), len(text) // 3)]
    return found


def _written() -> Iterator[bytes]:
    yield write(_SPEECH, ".docx")
    for raw in pieces()[:4]:
        yield write(read_with_places(raw, "稿.txt")[0].document, ".docx")


_MARKED = words("markdown", "speech", "odd")
DOORS = (
    text_door("text", _reading(".txt"), words("speech", "odd"), pieces),
    text_door("markdown", _reading(".md"), _MARKED, pieces),
    zip_door("docx", _reading(".docx"), words("word xml", "speech", "odd"), _written),
    text_door("pdf", _reading(".pdf"), words("pdf", "speech")),
    zip_door("stationery", stationery, words("word xml", "odd"), _written),
)
