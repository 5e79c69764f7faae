"""A frame made out of another: valid as it stands, open to every change, new, and over nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit import framing
from draftkit.cli import group
from draftkit.errors import Problem
from draftkit.frame import KINDS, Formula, Frame, Skeleton
from draftkit.library import Library
from draftkit.pipeline import shipped_frames
from draftkit.store.dump import plain_frame
from draftkit.store.forks import fork_of
from schemas import FRAME, refusals

SHIPPED = shipped_frames()
LIBRARY = Library((SHIPPED,), trusted=SHIPPED)
CLOSED = re.compile(r"^#(?! \S)", re.MULTILINE)
"""The # that a writer takes away."""


def name_for(frame: Frame) -> str:
    """Return a new name for a child of a frame."""
    if isinstance(frame, Formula) and (frame.deed or frame.between):
        return f"{frame.deed}-新" if frame.deed else f"过渡-{'到'.join(frame.between)}-新"
    return "新"


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A fork of every shipped frame, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("forks")
    return {
        frame_id: framing.fork(frame_id, name_for(LIBRARY[frame_id]), folder / str(number), LIBRARY)
        for number, frame_id in enumerate(LIBRARY)
    }


def bare(frame: Frame) -> Frame:
    """Return a frame without what a child never has from its parent."""
    return replace(frame, name="", extends="", evidence=())


def read(path: Path) -> tuple[Frame, list[Problem]]:
    """Return the frame of a file that stands before the shipped ones, and what is wrong in its folder."""
    library = Library((path.parents[1], SHIPPED), trusted=SHIPPED)
    alone = [problem for problem in library.check() if problem.place and problem.place.file == str(path)]
    return library[f"{path.parent.name}/{path.stem}"], alone


def samples() -> Iterator[str]:
    """The first, the middle and the last frame of each kind."""
    for kind in KINDS:
        names = [frame_id for frame_id in LIBRARY if frame_id.startswith(f"{kind}/")]
        yield from (names[0], names[len(names) // 2], names[-1])


def test_every_fork_reads_as_its_parent_and_so_does_each_that_is_opened(forks: dict[str, Path]) -> None:
    for frame_id, path in forks.items():
        library = Library((path.parents[1], SHIPPED), trusted=SHIPPED)
        parent = LIBRARY[frame_id]
        assert bare(library[f"{path.parent.name}/{path.stem}"]) == bare(parent), frame_id
        path.write_text(CLOSED.sub("", path.read_text("utf-8")), "utf-8")
        opened = Library((path.parents[1], SHIPPED), trusted=SHIPPED)
        assert bare(opened[f"{path.parent.name}/{path.stem}"]) == bare(parent), frame_id
        own = opened.resolved(f"{path.parent.name}/{path.stem}")
        assert {key.text: key.place.file for key, _ in own.entries}.items() >= {
            (key, str(path)) for key in plain_frame(parent) if key != "evidence"
        }


@pytest.mark.parametrize("frame_id", list(samples()))
def test_a_fork_passes_the_check_and_the_schema(tmp_path: Path, frame_id: str) -> None:
    path = framing.fork(frame_id, name_for(LIBRARY[frame_id]), tmp_path, LIBRARY)
    assert read(path)[1] == []
    assert refusals(FRAME, path.read_text("utf-8")) == []


def test_one_slot_is_overridden_and_of_a_skeleton_the_sections() -> None:
    for frame_id in LIBRARY:
        frame = LIBRARY[frame_id]
        live = [
            line for line in fork_of(frame, "新").splitlines() if line and not line.lstrip().startswith("#")
        ]
        keys = [line.partition(":")[0] for line in live if not line.startswith(" ")]
        assert keys[:3] == ["name", "kind", "extends"] and len(keys) == 4, frame_id
        slots = [line for line in live if re.match(r"  \S+:", line)]
        if isinstance(frame, Skeleton):
            assert keys[3] == "sections"
        elif frame.slots:
            assert (keys[3], slots) == ("slots", [f"  {next(iter(frame.slots))}:"])


def test_a_skeleton_without_sections_is_forked_at_its_first_part() -> None:
    bare_one = Skeleton(name="甲", as_written=True)
    assert "extends: skeleton/甲\n" in fork_of(bare_one, "乙")
    text = fork_of(replace(bare_one, parts={"closing": ("formula/自拟结束语",)}), "乙")
    assert "\nclosing:\n  - formula/自拟结束语\n" in text


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def fork(*words: str) -> Result:
    return CliRunner().invoke(group(), ["frames", "fork", *words])


def test_a_fork_stands_where_frames_are_found_and_says_what_to_do_next(run: Path) -> None:
    result = fork("parallel/在…上下功夫", "下足功夫")
    assert result.stdout == "frames/parallel/下足功夫.yaml\n"
    assert "draftkit frames check && draftkit frames preview parallel/下足功夫" in result.stderr
    assert (run / "frames/frame.schema.json").exists()
    assert CliRunner().invoke(group(), ["frames", "show", "parallel/下足功夫"]).exit_code == 0
    elsewhere = fork("skeleton/短发言-一是二是三是", "skeleton/三条 短发言.yaml", "-o", "my frames")
    assert elsewhere.stdout == "my frames/skeleton/三条 短发言.yaml\n"
    assert 'preview "skeleton/三条 短发言" --frames "my frames"' in elsewhere.stderr
    assert fork("skeleton/三条 短发言", "再来", "--frames", "my frames").exit_code == 0


def test_nothing_is_written_over_not_even_the_schema(run: Path) -> None:
    (run / "frames").mkdir()
    (run / "frames/frame.schema.json").write_text("{}", "utf-8")
    assert fork("parallel/在…上下功夫", "下足功夫").exit_code == 0
    assert (run / "frames/frame.schema.json").read_text("utf-8") == "{}"
    mine = run / "frames/parallel/下足功夫.yaml"
    mine.write_text("mine", "utf-8")
    again = fork("parallel/在…上下功夫", "下足功夫")
    assert again.exit_code == 2 and "there is a frame parallel/下足功夫 already" in again.stderr
    assert mine.read_text("utf-8") == "mine"
    elsewhere = run / "aside/parallel/办实.yaml"
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_text("mine", "utf-8")
    assert fork("parallel/在…上下功夫", "办实", "-o", "aside").exit_code == 2
    assert elsewhere.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("frame_id", "name", "told"),
    [
        ("parallel/在…上下功夫", "在…上做文章", "there is a frame parallel/在…上做文章 already"),
        ("parallel/在…上下功夫", "../在外面", "cannot be the name of a frame"),
        ("parallel/在…上下功夫", "formula/下足功夫", "cannot be the name of a frame"),
        ("parallel/在…上下功夫", "", "cannot be the name of a frame"),
        ("parallel/在…上下功夫", ".隐藏", "cannot be the name of a frame"),
        ("parallel/在…上下功夫", "一\n二", "cannot be the name of a frame"),
        ("parallel/在…上下功夫", "长" * 40, "cannot be the name of a frame"),
        ("formula/做法-坚持", "我的", "the name must begin with “做法-”\n  For example 做法-我的"),
        ("formula/过渡-做法到成效", "我的", "For example 过渡-做法到成效-我的"),
        ("parallel/在…下功夫", "下足功夫", "there is no frame parallel/在…下功夫"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_written(
    run: Path, frame_id: str, name: str, told: str
) -> None:
    result = fork(frame_id, name)
    assert result.exit_code == 2 and told in result.stderr
    assert list(run.iterdir()) == []
