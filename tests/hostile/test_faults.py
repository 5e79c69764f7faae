"""Whatever the system refuses a command that writes, nothing is lost, and the user is told."""

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from commands import SKELETON, put_inputs

ROWS = (
    (
        "R130",
        "every command that writes, refused each opening, writing, flushing, renaming, making of a folder and"
        " deleting in turn: a full disk, a failing one, a read-only one, no right, too many open files",
        "test_each_step_of_each_command_is_refused",
        "exit 2 and the reason, or it was of no account; old files whole, no stray, no half of a file",
    ),
    (
        "R131",
        "a disk of 24 kB (where the tests may mount one)",
        "test_a_full_disk",
        "“the disk is full”; what is there is whole",
    ),
)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_each_step_of_each_command_is_refused(tmp_path: Path) -> None:
    program = Path(__file__).with_name("faults.py")
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    refused = re.match(r"(\d+) steps", done.stdout)
    assert refused and int(refused[1]) >= 100


MOUNT = "mount -t tmpfs -o size=24k none small"
FILL = f"""{MOUNT}
"{sys.executable}" -m draftkit batch streets.csv -f {SKELETON} -o small/drafts
status=$?
cp -r small/drafts kept
exit $status
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no mounts of one's own")
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    put_inputs(tmp_path)
    (tmp_path / "small").mkdir()
    alone = ["unshare", "-m", "bash", "-c"]
    if subprocess.run([*alone, MOUNT], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    done = subprocess.run([*alone, FILL], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "the disk is full" in done.stderr and "--resume" in done.stderr, done.stderr
    kept = [path.name for path in (tmp_path / "kept").iterdir()]
    assert not [name for name in kept if name.endswith(".part")]
    drafts = list((tmp_path / "kept").glob("*.docx"))
    assert 0 < len(drafts) < 3 and not [path for path in drafts if ZipFile(path).testzip()]
