"""Wrong files, as people write them: cases/wrong/facts and office for `compose`, frames for `frames check`.

A page holds cases: a `## title`, files in fences, and under ```expect what the user is told. A fence ```yaml or
```json is the facts file, ```toml the office's, ```yaml parallel/试 a frame; files above the first title belong
to every case. In a fence that ends in `bytes`, \\xNN stands for a byte. --accept writes the answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import group

PAGES = Path(__file__).parent / "cases" / "wrong"
GOOD = PAGES.parent / "good/facts.yaml"
FENCE = re.compile(r"^```(?P<kind>\w+)(?P<words>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PROBLEMS = re.compile(r"(?:[^\n:]+:[1-9]\d*:[1-9]\d*: [^\n]+\n  \S[^\n]*\n)+")


@dataclass(frozen=True)
class Case:
    page: Path
    title: str
    files: dict[str, bytes]
    expected: str


def read_files(text: str) -> dict[str, bytes]:
    files = {}
    for fence in FENCE.finditer(text):
        name, content = fence["words"].removesuffix("bytes").strip(), fence["text"].encode()
        if fence["words"].endswith("bytes"):
            content = re.sub(rb"\\x(\w\w)", lambda found: bytes.fromhex(found[1].decode()), content)
        stem = f"frames/{name}" if name else "draftkit" if fence["kind"] == "toml" else "facts"
        if fence["kind"] != "expect":
            files[f"{stem}.{fence['kind']}"] = content
    return files


def read_cases() -> Iterator[Case]:
    for page in sorted(PAGES.glob("*/*.md")):
        shared, *pieces = re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)
        for piece in pieces:
            expected = "".join(fence["text"] for fence in FENCE.finditer(piece) if fence["kind"] == "expect")
            yield Case(page, piece.partition("\n")[0], read_files(shared) | read_files(piece), expected)


def accept(case: Case, output: str) -> None:
    """Write the output into the page as what is expected."""
    head, title, rest = case.page.read_text("utf-8").partition(f"## {case.title}\n")
    piece, mark, others = rest.partition("\n## ")
    piece = re.sub(r"^```expect\n.*?^```$", lambda _: f"```expect\n{output}```", piece, flags=re.M | re.S)
    case.page.write_text(head + title + piece + mark + others, "utf-8", newline="\n")


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: f"{case.page.parent.name}-{case.title}")
def test_wrong_file(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    for place in ("shipped_frames", "user_folder"):
        monkeypatch.setattr(f"draftkit.pipeline.{place}", lambda: tmp_path / "none")
    Path("frames").mkdir()
    for name, content in case.files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content)
    facts = [name for name in case.files if name.startswith("facts.")]
    facts = facts or [str(GOOD) for name in case.files if name.endswith(".toml")]
    call = ["compose", *facts, "-o", "draft.docx"] if facts else ["frames", "check"]
    result = CliRunner().invoke(group(), [*call, "--frames", "frames"])
    output = re.sub(r"^\d+ frames checked, \d+ problems\n\Z", "", result.output, flags=re.MULTILINE)
    if pytestconfig.getoption("--accept"):
        accept(case, output)
    else:
        assert output == case.expected
    assert (result.exit_code, type(result.exception)) == (2 if facts else 1, SystemExit)
    assert PROBLEMS.fullmatch(output), "each problem has a place and advice"
    assert {path for path in Path().rglob("*") if path.is_file()} == set(map(Path, case.files))
