"""Drafts as the office wants them on paper, from the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.read import read
from draftkit.tree import Document

EXAMPLE = Path(__file__).parents[1] / "examples/leader.yaml"

Compose = Callable[..., Result]


@pytest.fixture
def compose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compose:
    """Return draftkit compose of an example, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    return lambda *words: CliRunner().invoke(group(), ["compose", str(EXAMPLE), *words])


def document_in(path: str) -> Document:
    return read(Path(path).read_bytes(), path).document


def test_the_copy_to_read_from_stands_beside_the_draft_and_says_the_same(compose: Compose) -> None:
    result = compose("-o", "稿.docx", "--reading-copy")
    assert (result.exit_code, result.stdout) == (0, "稿.docx\n稿（朗读稿）.docx\n")
    draft, copy = map(document_in, result.stdout.split())
    assert draft.speeches == copy.speeches
    assert Path("稿.docx").read_bytes() != Path("稿（朗读稿）.docx").read_bytes()
    assert compose("-o", "稿.docx", "--reading-copy").exit_code == 0, "the same bytes are no conflict"
    assert compose("-o", "稿.txt", "--reading-copy").stdout == "稿.txt\n稿（朗读稿）.docx\n"


def test_a_copy_that_may_not_be_written_stops_the_draft(compose: Compose, tmp_path: Path) -> None:
    (tmp_path / "稿（朗读稿）.docx").write_text("mine", "utf-8")
    assert compose("-o", "稿.docx", "--reading-copy").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["稿（朗读稿）.docx"]
    assert compose("-o", "稿.docx", "--reading-copy", "--overwrite").exit_code == 0


def test_in_a_folder_the_copy_is_called_as_the_draft(compose: Compose, tmp_path: Path) -> None:
    first = compose("-o", "drafts/", "--reading-copy").stdout.split()
    Path(first[0]).write_text("edited", "utf-8")
    second = compose("-o", "drafts/", "--reading-copy").stdout.split()
    stem = Path(first[0]).stem
    assert [Path(path).name for path in (*first, *second)] == [
        f"{stem}.docx",
        f"{stem}（朗读稿）.docx",
        f"{stem}（2）.docx",
        f"{stem}（2）（朗读稿）.docx",
    ]
    assert len(list((tmp_path / "drafts").iterdir())) == 4


def test_the_office_s_file_decides_and_is_named_where_it_does(compose: Compose, tmp_path: Path) -> None:
    plain = compose("-o", "甲.txt")
    assert "layout" not in plain.stderr
    (tmp_path / "draftkit.toml").write_text('[layout]\nhead = "date-byline"\nspacing = 28', "utf-8")
    assert compose("-o", "乙.txt").stderr.startswith("layout by draftkit.toml\n")
    rows = [Path(name).read_text("utf-8").splitlines() for name in ("甲.txt", "乙.txt")]
    assert rows[0][1:3] == rows[1][2:0:-1] and rows[0][3:] == rows[1][3:]
    (tmp_path / "none.toml").write_text("", "utf-8")
    assert "layout" not in compose("-o", "丙.docx", "--office", "none.toml").stderr
    assert compose("-o", "丁.docx", "--office", "missing.toml").exit_code == 2
    assert not Path("丁.docx").exists()
