"""What the page of the layout says is what the program has."""

import re
import shlex
import shutil
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from click.testing import CliRunner

from draftkit.cli import group
from draftkit.office import Layout
from draftkit.ooxml.style_names import STYLE_NAMES, folded, heading_names
from draftkit.read import read
from draftkit.store.office import KEYS, LAYOUT
from draftkit.write.layout import FACES, LATIN

TOP = Path(__file__).parents[1]
PAGE = (TOP / "docs/layout.md").read_text("utf-8")


def test_every_setting_is_documented_with_its_values_the_default_first() -> None:
    kinds = get_type_hints(Layout)
    for key in LAYOUT:
        values = get_args(kinds[key])
        row = re.search(rf"^\| `{key}` \|([^|]*)\|", PAGE, re.MULTILINE)
        assert row and re.findall(r"`([^`]+)`", row[1]) == list(values)
        assert getattr(Layout(), key) == (values or ("",))[0]


def test_every_table_of_the_office_s_file_is_documented() -> None:
    assert all(f"`{key}`" in PAGE or f"`[{key}]`" in PAGE for key in KEYS)


def test_every_name_of_a_style_is_documented() -> None:
    words = {folded(word) for word in re.split(r"[\s|,;]+", PAGE)}
    told = ("Title", "Subtitle", "Byline", "Date", "Salutation", "Normal", "Greeting", "Opening", "NextSteps")
    assert {name for style in (*told, "Closing") for name in STYLE_NAMES[style]} <= words
    assert {name for name in heading_names(1) if "1级" not in name} <= words


def test_every_face_is_documented_with_what_stands_in_for_it() -> None:
    assert all(name in PAGE for face in (*FACES, LATIN) for name in (face.name, *face.stand_ins))


def test_the_commands_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOP / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^draftkit (.*)$", PAGE, re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        result = CliRunner().invoke(group(), shlex.split(command))
        assert result.exit_code == 0, (command, result.output)
    assert {path.suffix for path in tmp_path.iterdir()} == {"", ".toml", ".docx"}
    draft, after = (read((tmp_path / name).read_bytes(), "a.docx") for name in ("draft.docx", "next.docx"))
    assert draft == after
