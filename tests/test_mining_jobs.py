"""Whatever runs the mining finds the same, and tells the same of files that cannot be read."""

from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from draftkit.errors import Place
from draftkit.executing import executor_of
from draftkit.mine.gather import Finds
from draftkit.mine.learn import Learned, learned
from draftkit.mining import Told, gathered, known_frames, known_names

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def mined(files: list[Path], executor: Executor | None) -> tuple[list[Told], Learned]:
    finds, known = Finds(), known_frames(Path("frames"))
    told = list(gathered(files, known, executor, finds, known_names(Path("frames"))))
    return told, learned(finds, known=known)


def test_what_runs_it_changes_nothing(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"\xff\xfe\x00\xd8")
    none, odd = tmp_path / "none.txt", tmp_path / "odd.txt"
    odd.write_text("同志们：\n今天开会\x7f。", "utf-8")
    files = [*SEEDS[:3], wrong, none, odd, *SEEDS[3:6]]
    here = mined(files, None)
    assert here[1].topics
    assert [told.path for told in here[0]] == files
    assert [(told.path, told.problems[0].place) for told in here[0] if told.problems] == [
        *((path, Place(str(path))) for path in (wrong, none)),
        (odd, Place(str(odd), 2, 5)),
    ]
    with executor_of("processes", 2) as processes, ThreadPoolExecutor(3) as threads:
        assert processes and mined(files, processes) == here == mined(files, threads)
