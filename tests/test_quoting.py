"""Errors quote no more of a text than is needed to find it, whatever was handed in."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from draftkit.cli import group
from draftkit.errors import MOST_QUOTED, MOST_SAID, DraftkitError, Problem
from written import ROOT

FACTS = {"骨架": "短发言-一是二是三是", "单位": "临江街道", "日期": "2026-11-20"}
SECRET = "密"
LONG = SECRET * 3000

Facts = Mapping[str, object]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group(), list(arguments))


def composed(facts: Facts) -> Result:
    Path("f.json").write_text(json.dumps({**FACTS, **facts}), "utf-8")
    return run("compose", "f.json", "-o", "new.docx")


def tabled(text: str) -> Result:
    Path("t.csv").write_text(text, "utf-8")
    return run("batch", "t.csv", "-o", "new", "--no-review")


def settled(text: str) -> Result:
    Path("o.toml").write_text(text, "utf-8")
    return run("compose", str(ROOT / "examples/facts.yaml"), "-o", "new.docx", "--office", "o.toml")


def typed(text: str) -> Result:
    Path("f.yaml").write_text(text, "utf-8")
    return run("compose", "f.yaml", "-o", "new.docx")


DOORS: Mapping[str, Callable[[], Result]] = {
    "key": lambda: composed({LONG: "x"}),
    "date": lambda: composed({"日期": LONG}),
    "skeleton": lambda: composed({"骨架": LONG}),
    "figure": lambda: composed({"数据": {"甲": {"数值": LONG}}}),
    "name of a figure": lambda: composed({"开头": f"有{{{{ {LONG} }}}}"}),
    "filter": lambda: composed({"数据": {"甲": "3个"}, "开头": f"有{{{{ 甲 | {LONG} }}}}"}),
    "kind of fact": lambda: composed({"开头": [{LONG: {"谁": "甲"}}]}),
    "header": lambda: tabled(f"骨架,单位,{LONG}\n短发言-一是二是三是,甲,乙\n"),
    "cell": lambda: tabled(f"骨架,单位,日期\n短发言-一是二是三是,甲,{LONG}\n"),
    "skeleton of a row": lambda: tabled(f"骨架,单位\n{LONG},甲\n"),
    "yaml": lambda: typed(f"{LONG}: a\n{LONG}: b\n"),
    "broken yaml": lambda: typed(f"unit: '{LONG}\n"),
    "office": lambda: settled(f'ignore = ["{LONG}"]\n'),
    "layout": lambda: settled(f'[layout]\nspacing = "{LONG}"\n'),
    "frame": lambda: run("frames", "show", LONG),
    "rule": lambda: run("explain", LONG),
    "topic": lambda: run("suggest", "headings", LONG, "甲"),
}


@pytest.mark.parametrize("door", DOORS)
def test_no_more_is_quoted_than_finds_it(door: str) -> None:
    result = DOORS[door]()
    assert isinstance(result.exception, SystemExit | None) and result.stderr
    longest = max(map(len, re.findall(f"“{SECRET}+", result.stderr)), default=0)
    assert longest <= MOST_QUOTED
    assert max(map(len, re.findall(f"{SECRET}+", result.stderr)), default=0) <= MOST_SAID


@given(st.text("密“”a ", max_size=2000), st.text("密“”a ", max_size=2000))
def test_an_error_is_never_longer_than_it_may_be(message: str, advice: str) -> None:
    (problem,) = DraftkitError([Problem(None, message, advice)]).problems
    for said, words in ((problem.message, message), (problem.advice, advice)):
        assert len(said) <= MOST_SAID
        assert all(len(quoted) <= MOST_QUOTED for quoted in re.findall("“([^“”]*)”", said))
        assert said == words or "…" in said
