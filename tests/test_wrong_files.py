"""Wrong files, as people write them: cases/wrong/facts for `compose`, cases/wrong/frames for `frames check`.

A page holds cases: a `## title`, the files in fences, and under ```expect what the user is told. A fence
```yaml or ```json is the facts file, ```yaml parallel/试 a frame; files above the first title belong to
every case of the page. In a fence marked `bytes`, \\xNN stands for that byte. --accept writes the answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import group

PAGES = Path(__file__).parent / "cases" / "wrong"
FENCE = re.compile(r"^```(?P<kind>\w+)(?P<words>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PROBLEM = re.compile(r"[^\n:]+:[1-9]\d*:[1-9]\d*: [^\n]+\n  \S[^\n]*\n")


@dataclass(frozen=True)
class Case:
    """One case: its page, its title, the files, and what is expected."""

    page: Path
    title: str
    files: dict[str, bytes]
    expected: str


def read_files(text: str) -> dict[str, bytes]:
    """Return the files in a piece of a page, by their names."""
    files = {}
    for fence in FENCE.finditer(text):
        names = [word for word in fence["words"].split() if word != "bytes"]
        content = fence["text"].encode()
        if "bytes" in fence["words"].split():
            content = re.sub(rb"\\x(\w\w)", lambda found: bytes.fromhex(found[1].decode()), content)
        if fence["kind"] != "expect":
            files[f"frames/{names[0]}.yaml" if names else f"facts.{fence['kind']}"] = content
    return files


def read_cases() -> Iterator[Case]:
    """Yield the cases of all pages."""
    for page in sorted(PAGES.glob("*/*.md")):
        shared, *pieces = re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)
        for piece in pieces:
            expected = "".join(fence["text"] for fence in FENCE.finditer(piece) if fence["kind"] == "expect")
            files = read_files(shared) | read_files(piece)
            yield Case(page, piece.partition("\n")[0], files, expected)


def accept(case: Case, output: str) -> None:
    """Write the output into the page as what is expected."""
    head, title, rest = case.page.read_text("utf-8").partition(f"## {case.title}\n")
    piece, mark, others = rest.partition("\n## ")
    piece = re.sub(r"^```expect\n.*?^```$", lambda _: f"```expect\n{output}```", piece, flags=re.M | re.S)
    case.page.write_text(head + title + piece + mark + others, "utf-8", newline="\n")


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: f"{case.page.parent.name}-{case.title}")
def test_wrong_file(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("draftkit.pipeline.shipped_frames", lambda: tmp_path / "none")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    Path("frames").mkdir()
    for name, content in case.files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(content)
    facts = next((name for name in case.files if name.startswith("facts.")), "")
    checks = case.page.parent.name == "frames"
    call = ["frames", "check"] if checks else ["compose", facts, "-o", "draft.docx"]
    result = CliRunner().invoke(group(), [*call, "--frames", "frames"])
    output = re.sub(r"^\d+ frames checked, \d+ problems\n\Z", "", result.output, flags=re.MULTILINE)
    if request.config.getoption("--accept"):
        accept(case, output)
    else:
        assert output == case.expected
    assert (result.exit_code, type(result.exception)) == (1 if checks else 2, SystemExit)
    assert re.fullmatch(f"(?:{PROBLEM.pattern})+", output), "each problem has a place and advice"
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()} == set(
        case.files
    )
