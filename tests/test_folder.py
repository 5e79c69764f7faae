"""A folder is held by one run at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from draftkit.errors import CannotWrite
from draftkit.folder import LOCK, held

HOLD = "from draftkit.folder import held; from pathlib import Path; import sys, time\n" + (
    "with held(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
)


def test_a_folder_is_made_and_left_clean(tmp_path: Path) -> None:
    folder = tmp_path / "新" / "稿"
    with held(folder):
        assert (folder / LOCK).exists()
    assert list(folder.iterdir()) == []


def test_two_runs_do_not_share_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with (
        held(tmp_path),
        pytest.raises(CannotWrite, match=f"another run .process {os.getpid()}, since"),
        held(tmp_path),
    ):
        pass
    with held(tmp_path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_run_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout
    with other.stdout as told:
        assert told.readline() == "held\n"
        with pytest.raises(CannotWrite), held(tmp_path):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
    (tmp_path / ".draftkit-0a1b.part").write_bytes(b"half")
    (tmp_path / "稿.docx").write_bytes(b"whole")
    with held(tmp_path):
        assert sorted(one.name for one in tmp_path.iterdir()) == [LOCK, "稿.docx"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "稿").write_bytes(b"")
    with pytest.raises(CannotWrite, match="稿"), held(tmp_path / "稿"):
        pass
