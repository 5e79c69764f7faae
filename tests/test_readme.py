"""The README's tour, word by word, in both languages."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import group

TOP = Path(__file__).parents[1]
FRAME = re.compile(r"`(my-frames/\S+\.yaml)`.*?```yaml\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^draftkit (.*)$", re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_tour_works(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (TOP / name).read_text("utf-8")
    for folder in ("examples", "seeds"):
        shutil.copytree(TOP / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    frame = FRAME.search(text)
    assert frame
    path = tmp_path / frame[1]
    path.parent.mkdir(parents=True)
    path.write_text(frame[2], "utf-8")
    commands = COMMAND.findall(text)
    assert len(commands) >= 9
    for command in commands:
        result = CliRunner().invoke(group(), shlex.split(command))
        assert result.exit_code == 0, (command, result.output)
    assert "【待补" not in (tmp_path / "filled.yaml").read_text("utf-8")
    assert (tmp_path / "my.docx").exists() and (tmp_path / "trace.json").exists()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_figures_shown_are_good_figures(name: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (TOP / name).read_text("utf-8"), re.DOTALL)
    figures, body = blocks[0], blocks[1].replace("\n", "\n    ")
    facts = f"skeleton: 短发言-一是二是三是\n{figures}sections:\n  - {body}".rstrip() + "\n"
    (tmp_path / "facts.yaml").write_text(facts, "utf-8")
    result = CliRunner().invoke(
        group(), ["compose", str(tmp_path / "facts.yaml"), "-o", str(tmp_path / "a.txt")]
    )
    assert result.exit_code == 0, result.output
    text = (tmp_path / "a.txt").read_text("utf-8")
    assert "满意率由改造前的82.5%提高到96.3%" in text and "改造楼院37个，这句话是自己写的。" in text
