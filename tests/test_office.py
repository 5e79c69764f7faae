"""The office's file: the shipped example, where the file is looked for, what of it holds."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import group
from draftkit.errors import CannotRead, WrongOffice
from draftkit.office import Layout, Office
from draftkit.offices import SHIPPED_OFFICE, office_of
from draftkit.store.office import FORMULA, KEYS, LAYOUT, LEADER, read_office
from draftkit.store.schema import Check
from draftkit.store.toml import read_toml

EXAMPLE = SHIPPED_OFFICE.read_text("utf-8")
UNCOMMENTED = re.sub(r"^#(?=\S)", "", EXAMPLE, flags=re.MULTILINE)


def load(text: str, *codes: str) -> tuple[Office, list[str]]:
    check = Check()
    node, problems = read_toml(text, "draftkit.toml")
    office = read_office(check, node, codes)
    return office, [str(problem) for problem in (*problems, *check.problems)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder to be in, in which the user's own is `own`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "own")
    (tmp_path / "own").mkdir()
    return tmp_path


def test_the_example_shows_every_key_and_sets_none_but_the_formulae() -> None:
    office, problems = load(EXAMPLE)
    assert not problems
    assert office == Office(formulae=office.formulae) and office.formulae
    shown = tomllib.loads(UNCOMMENTED)
    assert set(shown) == set(KEYS)
    assert set(shown["layout"]) == set(LAYOUT) and set(shown["roster"][0]) == set(LEADER)
    assert {key for row in shown["formulae"] for key in row} == {*FORMULA} - {"until"}
    assert "until" in EXAMPLE


def test_everything_in_the_example_holds_when_it_is_uncommented() -> None:
    office, problems = load(UNCOMMENTED, "P19")
    assert not problems
    standard = Office()
    same = {one.name for one in fields(Office) if getattr(office, one.name) == getattr(standard, one.name)}
    assert same == {"sentence"}
    assert all(getattr(office.layout, key) != getattr(Layout(), key) for key in LAYOUT)
    assert [leader.name for leader in office.roster] == ["张某某", "李某某"]


def test_the_shipped_formulae_say_since_when_and_by_what() -> None:
    office, _ = load(EXAMPLE)
    assert all(table.source for table in office.formulae)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", table.since) for table in office.formulae[:2])
    verbs = {phrase: verb for table in office.formulae for phrase, verb in table.verbs.items()}
    assert verbs == {"两个确立": "领悟", "四个意识": "增强", "四个自信": "坚定", "两个维护": "做到"}


def test_the_file_chosen_goes_before_that_of_the_folder_before_the_users_own(folder: Path) -> None:
    assert office_of().sentence == Office().sentence
    for number, path in ((50, "own/draftkit.toml"), (60, "draftkit.toml"), (70, "chosen.toml")):
        (folder / path).write_text(f"sentence = {number}", "utf-8")
        assert office_of(Path(path) if path == "chosen.toml" else None).sentence == number
    with pytest.raises(CannotRead):
        office_of(Path("none.toml"))


def test_the_shipped_formulae_hold_unless_the_file_has_its_own(folder: Path) -> None:
    path = folder / "draftkit.toml"
    shipped = office_of().formulae
    for text, names in (
        ("", [table.name for table in shipped]),
        ("formulae = []", []),
        ("[[formulae]]\nname = '甲'\norder = ['乙', '丙']\nsince = '2021-11'", ["甲"]),
    ):
        path.write_text(text, "utf-8")
        assert [table.name for table in office_of().formulae] == names


def test_a_template_is_looked_for_beside_the_file_that_names_it(folder: Path) -> None:
    (folder / "own/draftkit.toml").write_text('[layout]\ntemplate = "样式.docx"', "utf-8")
    assert Path(office_of().layout.template) == folder / "own/样式.docx"


def test_only_rules_that_are_there_can_be_ignored(folder: Path) -> None:
    (folder / "draftkit.toml").write_text('ignore = ["P91"]', "utf-8")
    assert office_of().ignore == ("P91",), "nobody has said which rules there are"
    with pytest.raises(WrongOffice) as caught:
        office_of(known_codes=("P18", "P19"))
    (problem,) = caught.value.problems
    assert str(problem) == "draftkit.toml:1:11: “P91” is no rule\n  Did you mean “P19”?"


def test_a_file_from_windows_is_read_and_its_places_are_right() -> None:
    office, problems = load('\r\n[banned]\r\n"赋能" = 1\r\n')
    assert not office.banned["赋能"]
    assert [problem.split(" ")[0] for problem in problems] == ["draftkit.toml:3:8:"]


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 3000 + "]" * 3000, "a = " + "{b = " * 3000, "a." * 20000 + "b = 1"]
)
def test_what_nests_too_deep_is_refused_soon(text: str) -> None:
    node, problems = read_toml(text, "draftkit.toml")
    assert node is None and len(problems) == 1


def test_the_command_shows_the_example_and_writes_it_once(folder: Path) -> None:
    shown = CliRunner().invoke(group(), ["office"])
    assert (shown.exit_code, shown.stdout) == (0, EXAMPLE)
    for words, code in (([], 0), ([], 0), (["--overwrite"], 0)):
        assert CliRunner().invoke(group(), ["office", "-o", "draftkit.toml", *words]).exit_code == code
    assert (folder / "draftkit.toml").read_text("utf-8") == EXAMPLE
    (folder / "draftkit.toml").write_text("sentence = 60", "utf-8")
    refused = CliRunner().invoke(group(), ["office", "-o", "draftkit.toml"])
    assert refused.exit_code == 2 and "--overwrite" in refused.stderr
