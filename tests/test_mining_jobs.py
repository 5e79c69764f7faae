"""Several processes find what one finds, and tell the same of files that cannot be read."""

from pathlib import Path

from draftkit.executing import executor_of
from draftkit.mine.gather import Finds
from draftkit.mine.learn import Learned, learned
from draftkit.mining import Told, gathered, known_frames, known_names

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def mined(files: list[Path], jobs: int) -> tuple[list[Told], Learned]:
    finds, known = Finds(), known_frames(Path("frames"))
    with executor_of("processes", jobs) as executor:
        told = list(gathered(files, known, executor, finds, known_names(Path("frames"))))
    return told, learned(finds, known=known)


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"\xff\xfe\x00\xd8")
    files = [*SEEDS[:3], wrong, *SEEDS[3:6]]
    one, several = mined(files, 1), mined(files, 2)
    assert one == several and one[1].topics
    assert [told.path for told in one[0] if told.problems] == [wrong]
