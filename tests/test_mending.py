"""Corrected copies change their own words and nothing else; comments hang on the words that they speak of."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from draftkit.errors import CannotWrite
from draftkit.files import read_bytes
from draftkit.mending import annotated_copy, mended_copy
from draftkit.office import Office
from draftkit.read import read_with_places
from draftkit.review import FILES
from draftkit.reviewing import review_file

DRAFT = (
    "在全区养老服务会上的发言\n同志们：\n走访了社区、学校、等单位，完成××个项目。\n\n请律师、医生、等帮忙。\n"
)
MENDED = DRAFT.replace("、等", "等")


def text_of(path: Path) -> str:
    return read_with_places(read_bytes(path, 1_000_000), path.name)[1].text


def word_file(path: Path, paragraphs: list[list[str]]) -> Path:
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for number, words in enumerate(runs):
            paragraph.add_run(words).bold = number % 2 == 1
    document.save(str(path))
    return path


RUNS = [
    ["在会上的", "发言"],
    ["同志们："],
    ["走访了社区、学校", "、", "等单位，完成××", "×个项目。"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_keeps_its_encoding_and_its_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT.replace("\n", end).encode(encoding))
    copy, fixes = mended_copy(path, ["P07"], None, Office())
    assert copy and fixes == 2 and copy != path
    assert copy.read_bytes() == MENDED.replace("\n", end).encode(encoding)
    assert path.read_bytes() == DRAFT.replace("\n", end).encode(encoding)


def test_a_second_run_finds_nothing_to_fix(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    copy, _fixes = mended_copy(path, ["P07"], None, Office())
    assert copy and mended_copy(copy, ["P07"], None, Office()) == (None, 0)


SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_seed_is_mended_once_and_for_all(seed: Path, tmp_path: Path) -> None:
    path = tmp_path / seed.name
    path.write_bytes(seed.read_bytes())
    copy, fixes = mended_copy(path, tuple(FILES), None, Office())
    assert bool(copy) == bool(fixes)
    assert copy is None or mended_copy(copy, tuple(FILES), None, Office()) == (None, 0)


def test_words_that_a_line_end_parts_are_left_alone(tmp_path: Path) -> None:
    lines = ["在全镇防汛工作会上的发言", "同志们："]
    lines += ["入汛以来全镇干部日夜值守在堤上没有一个人叫苦没有一个人下火线"] * 9
    lines += ["各村走访了五保户、困难户、独居老人、", "等对象，家家都去到了。"]
    path = tmp_path / "draft.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    copy, _fixes = mended_copy(path, ["P07"], None, Office())
    assert (copy or path).read_text("utf-8").count("\n") == len(lines)


def test_a_word_file_keeps_its_runs(tmp_path: Path) -> None:
    path = word_file(tmp_path / "draft.docx", RUNS)
    copy, fixes = mended_copy(path, ["P07"], None, Office())
    assert copy and fixes == 1
    assert text_of(copy) == text_of(path).replace("、等", "等")
    before, after = (Document(str(one)).paragraphs[2].runs for one in (path, copy))
    assert [(run.text, run.bold) for run in before if run.text != "、"] == [
        (run.text, run.bold) for run in after if run.text
    ]


def test_comments_hang_on_their_words(tmp_path: Path) -> None:
    path = word_file(tmp_path / "draft.docx", RUNS)
    found = review_file(path, ["P07", "C02"]).findings
    copy = annotated_copy(path, tmp_path / "out.docx", ["P07", "C02"], None, Office(), overwrite=False)
    assert text_of(copy) == text_of(path)
    assert sorted(commented(copy)) == sorted((one.code, one.quote) for one in found)
    assert len(found) == 2


def commented(path: Path) -> list[tuple[str, str]]:
    """Return for each comment the code it begins with and the words in its range."""
    document = Document(str(path))
    codes = {str(comment.comment_id): comment.text.partition(" ")[0] for comment in document.comments}
    opened: dict[str, str] = {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            codes[element.get(qn("w:id"))] += " " + opened.pop(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            opened = {number: words + (element.text or "") for number, words in opened.items()}
    return [tuple(code.split(" ", 1)) for code in codes.values()]  # type: ignore[misc]


def test_a_text_becomes_a_word_file_with_comments(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    copy = annotated_copy(path, tmp_path / "out.docx", ["P07", "C02"], None, Office(), overwrite=False)
    assert sorted(commented(copy)) == [("C02", "××"), ("P07", "、"), ("P07", "、")]


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word_file(tmp_path / "draft.docx", RUNS)
    copies = []
    for day in (1, 2):
        monkeypatch.setattr("time.time", lambda day=day: 1_700_000_000 + 86_400 * day)
        copies.append(annotated_copy(path, tmp_path / f"{day}.docx", ["C02"], None, Office(), overwrite=False))
    assert copies[0].read_bytes() == copies[1].read_bytes()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    with pytest.raises(CannotWrite, match=r"\.docx"):
        annotated_copy(path, tmp_path / "out.txt", ["C02"], None, Office(), overwrite=False)
    (tmp_path / "out.docx").write_bytes(b"other")
    with pytest.raises(CannotWrite):
        annotated_copy(path, tmp_path / "out.docx", ["C02"], None, Office(), overwrite=False)
    assert (tmp_path / "out.docx").read_bytes() == b"other"


def test_comments_never_go_into_the_draft_itself(tmp_path: Path) -> None:
    path = word_file(tmp_path / "draft.docx", RUNS)
    before = path.read_bytes()
    (tmp_path / "folder").mkdir()
    for output in (path, tmp_path / "folder" / ".." / "draft.docx"):
        with pytest.raises(CannotWrite):
            annotated_copy(path, output, ["P07"], None, Office(), overwrite=True)
    assert path.read_bytes() == before
