"""What is told on a terminal, and what never steers it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from draftkit.cli import group
from draftkit.errors import Place, on_one_line, visible

STEERING = set(map(chr, (*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x202E, 0x2066, 0x2028, 0xD83D)))


@given(st.text(st.one_of(st.characters(), st.sampled_from(sorted(STEERING)))))
def test_what_is_visible_steers_nothing_and_loses_nothing(text: str) -> None:
    shown = visible(text)
    assert not STEERING & set(shown)
    assert visible(shown) == shown
    if not STEERING & set(text) and text.isprintable():
        assert shown == text


@given(st.text())
def test_a_name_begins_no_line(name: str) -> None:
    assert not {"\n", "\r", "\t"} & set(on_one_line(name))
    assert len(str(Place(name, 3, 4, name)).splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_message_on_a_terminal_shows_what_would_steer_it(tmp_path: Path) -> None:
    import pty

    (tmp_path / "\x1b[2J稿.yaml").write_text("单位: 白石街道\n", "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "draftkit", "compose", "\x1b[2J稿.yaml", "-o", "稿.docx", "--no-review"]
    settled = {**os.environ, "LANGUAGE": "en"}
    done = subprocess.run(command, cwd=tmp_path, env=settled, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 2
    assert "\\x1b[2J稿.yaml:1:1: " in said
    assert "\x1b" not in said


def test_what_explains_a_draft_shows_what_would_steer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    facts = {"skeleton": "短发言-一是二是三是", "unit": "白石\x9b2J街道", "occasion": "全区社区工作推进会"}
    Path("facts.json").write_text(json.dumps(facts), "utf-8")
    shown = CliRunner().invoke(group(), ["compose", "facts.json", "-o", "稿.txt", "--explain"]).output
    assert "\\x9b2J" in shown and "\x9b" not in shown
