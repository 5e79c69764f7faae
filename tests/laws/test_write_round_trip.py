"""What is written can be read back by others, and is written the same again."""

import zipfile
from io import BytesIO

import docx
from hypothesis import HealthCheck, given, settings
from trees import documents

from draftkit.lines import lines_of
from draftkit.tree import Document, Speech
from draftkit.write import write

# Trees are large; their drawing is slow the first time, not the writing.
trees = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def squeezed(text: str) -> str:
    """Return the text without white space: a title's rows and gaps are the writer's."""
    return "".join(text.split())


def paragraphs_of(speech: Speech) -> list[str]:
    """Return the speech's paragraphs as they must come back, the title as one without white space."""
    lines = lines_of(speech)
    title = squeezed("".join(line.text for line in lines if line.role == "title"))
    return [title] * bool(title) + [line.text for line in lines if line.role != "title"]


@trees
@given(documents)
def test_python_docx_reads_the_lines_back(document: Document) -> None:
    found = [
        squeezed(paragraph.text) if paragraph.style and paragraph.style.name == "Title" else paragraph.text
        for paragraph in docx.Document(BytesIO(write(document, ".docx"))).paragraphs
    ]
    wanted = [text for speech in document.speeches for text in paragraphs_of(speech)]
    assert [text for text in found if text] == [text for text in wanted if text]


@trees
@given(documents)
def test_plain_text_holds_the_lines(document: Document) -> None:
    wanted = []
    for speech in document.speeches:
        lines = lines_of(speech)
        title = " ".join(line.text for line in lines if line.role == "title")
        wanted.append([title] * bool(title) + [line.text for line in lines if line.role != "title"])
    written = write(document, ".txt").decode()
    assert written == "\n".join("".join(text + "\n" for text in lines) for lines in wanted)


@trees
@given(documents)
def test_the_same_tree_gives_the_same_bytes(document: Document) -> None:
    for suffix in (".docx", ".txt"):
        assert write(document, suffix) == write(document, suffix)


@trees
@given(documents)
def test_the_zip_is_whole(document: Document) -> None:
    with zipfile.ZipFile(BytesIO(write(document, ".docx"))) as package:
        assert package.testzip() is None
