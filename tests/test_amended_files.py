"""Corrected and commented copies of Word files as they are met: all parts but the text stay, to the byte."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.read import read
from own_file import AUTHOR, own, with_dangling

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
OF_TEXT = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
Edit = Callable[[bytes], bytes | None]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def edited(name: str, edit: Edit) -> bytes:
    """Return the user's file with a part edited, or left out."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts_of(own()).items():
            fresh = edit(content) if part == name else content
            if fresh is not None:
                package.writestr(part, fresh)
    return file.getvalue()


def review(*arguments: str) -> Result:
    return CliRunner().invoke(group(), ["review", "own.docx", *arguments])


WHOLE: dict[str, Callable[[], bytes]] = {
    "as it is": own,
    "a picture that is nowhere": lambda: with_dangling(own()),
    "a broken part": lambda: edited("word/settings.xml", lambda _part: b"<broken"),
    "a text in UTF-16": lambda: edited(
        DOCUMENT, lambda part: part.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_the_text_stays_as_it_was(name: str) -> None:
    raw = WHOLE[name]()
    Path("own.docx").write_bytes(raw)
    assert review("--fix").exit_code == 0
    mended = parts_of(Path("own (mended).docx").read_bytes())
    before = parts_of(raw)
    assert mended.keys() == before.keys()
    assert {part for part in before if mended[part] != before[part]} == {DOCUMENT}
    assert review("--annotate", "commented.docx").exit_code == 1
    commented = parts_of(Path("commented.docx").read_bytes())
    assert {part for part in before if commented[part] != before[part]} == {DOCUMENT, "word/comments.xml"}
    texts = [read(one, "own.docx").document for one in (raw, Path("commented.docx").read_bytes())]
    assert texts[0] == texts[1]


def test_ours_stand_behind_the_comments_that_are_there() -> None:
    Path("own.docx").write_bytes(own())
    review("--annotate", "commented.docx")
    comments = list(docx.Document("commented.docx").comments)
    assert (comments[0].author, comments[0].text) == (AUTHOR, "数字再核一下")
    assert {comment.author for comment in comments[1:]} == {"draftkit"} and len(comments) > 2
    assert len({comment.comment_id for comment in comments}) == len(comments)


def test_a_file_without_comments_gets_a_part_for_them() -> None:
    document = docx.Document()
    document.add_paragraph("走访了社区、学校、等单位。")
    document.save("own.docx")
    assert review("--annotate", "commented.docx").exit_code == 1
    assert [one.author for one in docx.Document("commented.docx").comments] == ["draftkit"]


STRICT = (
    b"schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"purl.oclc.org/ooxml/wordprocessingml/main",
)
REFUSED: dict[str, tuple[str, Edit, str]] = {
    "macros": (TYPES, lambda part: part.replace(OF_TEXT, b"ms-word.document.macroEnabled.main+xml"), "macros"),
    "template": (TYPES, lambda part: part.replace(b"document.main+xml", b"template.main+xml"), "a template"),
    "no types": (TYPES, lambda _part: None, "damaged"),
    "strict": (DOCUMENT, lambda part: part.replace(*STRICT), "strict variant"),
    "strict, in UTF-16": (
        DOCUMENT,
        lambda part: part.replace(*STRICT).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "strict variant",
    ),
    "prefix": (DOCUMENT, lambda part: part.replace(b"w:", b"x:").replace(b":w=", b":x="), "unusual"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_commented_is_refused_in_words(name: str) -> None:
    part, edit, told = REFUSED[name]
    Path("own.docx").write_bytes(edited(part, edit))
    result = review("--annotate", "commented.docx")
    assert result.exit_code == 2 and told in result.stderr and "own.docx" in result.stderr
    assert not Path("commented.docx").exists()
