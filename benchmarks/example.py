"""The example speech as draftkit composes it, and docxtpl templates that print the same paragraphs.

Two templates, each such as a competent user makes in Word:

- `looped`: a paragraph loop ({%p for %}) with a branch for each kind of paragraph, so that each has its
  style, and two runs where a paragraph starts with a heading. Its context is finished lines. It stays
  small, and so it renders several times as fast as the other.
- `typed`: the whole speech typed out, a field wherever it has the words of the facts file. Its context is
  the facts file as YAML reads it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import takewhile
from pathlib import Path

import docx
import yaml
from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from draftkit.library import Library
from draftkit.pipeline import draft, frame_folders
from draftkit.tree import Document, Speech, Text
from draftkit.write import write

FACTS = Path(__file__).parents[1] / "examples" / "facts.yaml"

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to be printed: its style or `run-in`, the heading that it starts with, and the rest."""

    kind: str
    lead: str
    text: str


def composed() -> bytes:
    """Return the .docx of the example facts."""
    return write(draft(FACTS, Library(frame_folders()))[1].document, ".docx")


def lines_in(content: bytes) -> list[Line]:
    """Return the paragraphs of a .docx, empty ones left out."""
    return [
        _line(paragraph) for paragraph in docx.Document(BytesIO(content)).paragraphs if paragraph.text.strip()
    ]


def paragraphs_in(content: bytes) -> list[str]:
    """Return the text of each paragraph of a .docx, white space and empty paragraphs left out."""
    texts = ("".join(paragraph.text.split()) for paragraph in docx.Document(BytesIO(content)).paragraphs)
    return [text for text in texts if text]


def default_package() -> Word:
    """Return python-docx's own empty document."""
    return docx.Document()


def lean_package() -> Word:
    """Return an empty document with the parts of draftkit's: few and small, and laid out the same."""
    blank = Speech(title=((Text("发言"),),))
    word = docx.Document(BytesIO(write(Document("", (blank,)), ".docx")))
    body = word.element.body
    for paragraph in word.paragraphs:
        body.remove(paragraph._p)
    return word


def looped(word: Word, lines: list[Line]) -> bytes:
    """Return the template that loops over `lines`."""
    kinds = dict.fromkeys(line.kind for line in lines)
    word.add_paragraph("{%p for line in lines %}")
    for number, kind in enumerate(kinds):
        word.add_paragraph(f"{{%p {'elif' if number else 'if'} line.kind == '{kind}' %}}")
        _add(word, Line(kind, "{{ line.lead }}" if kind == "run-in" else "", "{{ line.text }}"))
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    return _saved(word)


def typed(word: Word, lines: list[Line]) -> bytes:
    """Return the template of this one speech, with the facts' own words as fields of `facts`."""
    for line in with_fields(lines, lambda keys: "{{ facts" + "".join(f"[{key!r}]" for key in keys) + " }}"):
        _add(word, line)
    return _saved(word)


def with_fields(lines: list[Line], field: Callable[[Keys], str]) -> list[Line]:
    """Return the lines with a field for each text of the facts file that they hold, the longest first."""
    fields = {text: field(keys) for text, keys in _texts(yaml.safe_load(FACTS.read_bytes()), ())}
    known = re.compile("|".join(map(re.escape, sorted(fields, key=len, reverse=True))))

    def put(text: str) -> str:
        return known.sub(lambda found: fields[found[0]], text)

    return [replace(line, lead=put(line.lead), text=put(line.text)) for line in lines]


def _line(paragraph: Paragraph) -> Line:
    style = paragraph.style.style_id if paragraph.style else "Normal"
    if style != "Normal":
        return Line(style, "", paragraph.text)
    lead = "".join(run.text for run in takewhile(lambda run: run._r.style, paragraph.runs))
    return Line("run-in" if lead else style, lead, paragraph.text.removeprefix(lead))


def _texts(node: object, keys: Keys) -> Iterator[tuple[str, Keys]]:
    """Yield each text of the facts, from two characters on, and the keys that lead to it."""
    match node:
        case dict():
            for key, value in node.items():
                yield from _texts(value, (*keys, key))
        case list():
            for number, value in enumerate(node):
                yield from _texts(value, (*keys, number))
        case str() if len(node) > 1 and node == node.strip() and "{{" not in node:
            yield node, keys


def _add(word: Word, line: Line) -> Paragraph:
    styles = {style.style_id: style for style in word.styles}
    paragraph = word.add_paragraph(style=styles.get(line.kind, "Normal"))
    if line.lead:
        paragraph.add_run(line.lead, style=styles.get("Heading1Char"))
    paragraph.add_run(line.text)
    return paragraph


def _saved(word: Word) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()
