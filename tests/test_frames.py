"""Frames that bend: where their parts come from, what differs between two."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.cli.frames import frames
from draftkit.frame import id_of
from draftkit.library import Library
from draftkit.pipeline import shipped_frames
from draftkit.store.differences import differences

SHIPPED = shipped_frames()
LIBRARY = Library((SHIPPED,), trusted=SHIPPED)
FILES = {
    "parallel/抓": """name: 抓
kind: parallel
use: 各抓一件事
genre: [发言, 讲话]
slots:
  事: {ask: 抓什么, example: 摸底, length: 2-6}
  果: {ask: 抓成什么, example: 心里有数}
pattern: 抓好{{ 事 }}，做到{{ 果 }}
""",
    "parallel/抓好": """name: 抓好
kind: parallel
extends: 抓
genre: [讲话, 发言]
slots:
  事: {length: 2-4}
pattern: 抓好{{ 事 }}
""",
}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run draftkit in a folder that has two frames of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    for name, text in FILES.items():
        path = tmp_path / "frames" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return lambda *words: CliRunner().invoke(group(), ["frames", *(str(word) for word in words)])


def test_the_tree_names_the_file_of_every_part(run: Run) -> None:
    result = run("show", "parallel/抓好", "--tree")
    assert result.exit_code == 0 and result.stderr == "frames/parallel/抓好.yaml\n"
    assert result.stdout.splitlines() == [
        "name: 抓好  ← frames/parallel/抓好.yaml:1",
        "kind: parallel  ← frames/parallel/抓好.yaml:2",
        "use: 各抓一件事  ← frames/parallel/抓.yaml:3",
        "genre: 讲话、发言  ← frames/parallel/抓好.yaml:4",
        "slots:  ← frames/parallel/抓好.yaml:5",
        "  事:  ← frames/parallel/抓好.yaml:6",
        "    ask: 抓什么  ← frames/parallel/抓.yaml:6",
        "    example: 摸底  ← frames/parallel/抓.yaml:6",
        "    length: 2-4  ← frames/parallel/抓好.yaml:6",
        "pattern: 抓好{{ 事 }}  ← frames/parallel/抓好.yaml:7",
        "extends: 抓  ← frames/parallel/抓好.yaml:3",
    ]


def test_a_frame_differs_from_the_one_that_it_extends(run: Run) -> None:
    result = run("diff", "parallel/抓好")
    assert result.exit_code == 0
    assert result.stderr == "frames/parallel/抓.yaml → frames/parallel/抓好.yaml\n"
    assert result.stdout.splitlines() == [
        "genre（文种）: in another order: 讲话、发言",
        "pattern（句式）: 抓好{{ 事 }}，做到{{ 果 }} → 抓好{{ 事 }}",
        "slots（空位）, “事”, length（字数）: 2-6 → 2-4",
        "slots（空位）, “果”: gone: ask: 抓成什么，example: 心里有数",
    ]


def test_a_frame_differs_from_the_one_that_it_stands_before(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine/parallel/抓.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(FILES["parallel/抓"].replace("做到", "实现"), "utf-8")
    result = run("diff", "parallel/抓", "--frames", "mine")
    assert result.stderr == "frames/parallel/抓.yaml → mine/parallel/抓.yaml\n"
    assert result.stdout == "pattern（句式）: 抓好{{ 事 }}，做到{{ 果 }} → 抓好{{ 事 }}，实现{{ 果 }}\n"


def test_two_frames_are_compared_run_by_run_and_row_by_row(run: Run, tmp_path: Path) -> None:
    (tmp_path / "frames/skeleton").mkdir()
    shape = "{count: 2-3, heading: [parallel/抓, parallel/抓好], points: {count: 2, heading: parallel/抓}}"
    text = f"name: 甲\nkind: skeleton\nas_written: true\nsections: [{shape}]\n"
    (tmp_path / "frames/skeleton/甲.yaml").write_text(text, "utf-8")
    text = (
        text.replace("name: 甲", "name: 乙").replace("count: 2,", "count: 2-4,").replace("[parallel/抓,", "[")
    )
    text = text.replace("]\n", ", {count: 1, heading: parallel/抓好}]\noptional: [date]\n")
    (tmp_path / "frames/skeleton/乙.yaml").write_text(text, "utf-8")
    assert run("diff", "skeleton/甲", "skeleton/乙").stdout.splitlines() == [
        "sections（各部分）, run 1, heading（小标题用哪些排比）: gone: parallel/抓",
        "sections（各部分）, run 1, points（下面的要点）, run 1, count（几个）: 2 → 2-4",
        "sections（各部分）, run 2: new: count: 1，heading: parallel/抓好，marker: none，placement: line",
        "optional（缺了就省去的部分）: new: date",
    ]


def test_what_is_alike_and_what_cannot_be_compared_is_said(run: Run) -> None:
    same = run("diff", "parallel/抓", "parallel/抓")
    assert (same.exit_code, same.stdout) == (0, "") and "they do not differ" in same.stderr
    alone = run("diff", "parallel/抓")
    assert alone.exit_code == 2 and "stands before no other frame and extends none" in alone.stderr
    assert "Did you mean “parallel/抓”?" in run("diff", "parallel/抓", "parallel/抓号").stderr


@pytest.mark.parametrize("frame_id", LIBRARY)
def test_frames_differ_exactly_where_they_are_not_alike(frame_id: str) -> None:
    frame = LIBRARY[frame_id]
    assert list(differences(frame, frame)) == []
    kind = [other for other in LIBRARY if other.startswith(frame_id.partition("/")[0])]
    other = LIBRARY[kind[(kind.index(frame_id) + 1) % len(kind)]]
    assert bool(list(differences(frame, other))) == (id_of(frame) != id_of(other))


@pytest.mark.parametrize("name", frames.commands)
def test_every_help_has_an_example(run: Run, name: str) -> None:
    assert f"draftkit frames {name}" in run(name, "--help").stdout.split("Example", 1)[1]
