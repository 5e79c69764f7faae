"""`draftkit outline`: what is shown, what goes where, and what is told of files that cannot be read."""

import json
import re
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from draftkit import pipeline
from draftkit.cli import group
from draftkit.cli.screen import painted
from draftkit.write import write

SPEECH = """在全镇秋季护林工作会上的讲话
同志们：
秋风一起，山上的草就干了，今天开会只为一件事，就是把进山的火种拦在路口，把巡山的人安排到坡头。
一、把路口守住
（一）人要到位
十一个路口，一个路口两个人，轮班吃饭。
（二）话要说到
进山的都要听一遍，听完再放行。
二、把坡头巡住
早晚各一趟，走到碑，签了字，再下来。
下一步，我们将把护林员的补助再提一提，让巡山的人安心巡山。
"""
HEADINGS = ["一、把路口守住", "（一）人要到位", "（二）话要说到", "二、把坡头巡住"]
PARTS = {"title", "couplet", "salutation", "opening", "headings", "closing", "signoff", "parallels", "bundles"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return lambda *words: CliRunner().invoke(group(), ["outline", *map(str, words)])


def put(name: str, content: str | bytes = SPEECH) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def headings(shown: str) -> list[str]:
    return ["{marker}{text}".format(**one) for one in json.loads(shown)["speeches"][0]["headings"]]


def package(parts: dict[str, bytes]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return raw.getvalue()


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE x [<!ENTITY e0 "哈">{entities}]><w:document xmlns:w="w">&e9;</w:document>'
    return package({"word/document.xml": text.encode()})


def of_word(paragraphs: Iterable[str]) -> bytes:
    document, raw = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(raw)
    return raw.getvalue()


WRONG: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "the file is empty"),
    "empty.md": (b"", "the file is empty"),
    "blank.txt": (" \n\t\u3000\n".encode(), "nothing but white space"),
    "binary.txt": (bytes(range(128, 256)) * 8, "no text in UTF-8 or GB18030"),
    "nul.txt": ("同志们：\n今天\0开会。\n".encode(), "NUL byte"),
    "half.txt": ("同志们：\n今天".encode() + b"\xed\xa0\x80", "half a character"),
    "half16.txt": (
        "同志们：\n今天".encode("utf-16") + b"\x00\xd8" + "开会".encode("utf-16-le"),
        "half a character",
    ),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "no text in UTF-8 or GB18030"),
    "bomb.docx": (package({"word/document.xml": bytes(100_000_001)}), "too large to be a speech"),
    "entities.docx": (entity_bomb(), "DOCTYPE"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    "empty.docx": (package({"word/styles.xml": b"<x/>"}), "holds no text part"),
    "cut.docx": (of_word(["同志们："])[:900], "damaged or incomplete"),
    "text.docx": (b"PK, the man said", "damaged or incomplete"),
    "broken.pdf": (b"%PDF-1.7\nnothing", "the PDF is broken"),
}


def told(result: Result, path: str | Path) -> str:
    """Return what is told of a file: a place, a message, and a line of advice; nothing else goes wrong."""
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert "Traceback" not in result.output
    found = re.findall(rf"^{re.escape(str(path))}:\d+:\d+: (.+)\n  \S.*$", result.stderr, re.MULTILINE)
    assert len(found) == 1, result.stderr
    return str(found[0])


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_told_in_two_lines(run: Run, name: str) -> None:
    content, message = WRONG[name]
    put(f"past/{name}", content)
    result = run(f"past/{name}")
    assert message in told(result, f"past/{name}")
    assert result.stdout == "" and result.stderr.count("\n") == 2


def test_a_file_that_is_too_large_is_told(run: Run) -> None:
    for name, size in (("text.txt", 50_000_001), ("speech.docx", 100_000_001)):
        with put(name, b"").open("wb") as file:
            file.truncate(size)
        result = run(name)
        assert f"larger than {size - 1} bytes" in told(result, name) and result.stdout == ""


def test_five_megabytes_in_one_line_are_read(run: Run) -> None:
    put("line.txt", SPEECH.partition("\n")[0] + "\n" + "山下的路修到了山上" * 190_000)
    result = run("line.txt", "--format", "json")
    assert result.exit_code == 0 and headings(result.stdout) == []


def test_an_old_file_without_libreoffice_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("draftkit.convert._PLACES", ())
    put("old.doc", OLE + "WordDocument".encode("utf-16-le"))
    result = run("old.doc")
    assert "LibreOffice is needed" in told(result, "old.doc") and "save it as .docx" in result.stderr
    assert result.stdout == ""


def test_what_is_not_there_is_told(run: Run) -> None:
    assert "no such file" in told(run("none.txt"), "none.txt")


def test_a_file_that_may_not_be_read_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refused(path: Path, mode: str = "r") -> object:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    put("secret.txt")
    monkeypatch.setattr(Path, "open", refused)
    assert "may not be read" in told(run("secret.txt"), "secret.txt")


def test_a_folder_without_speeches_is_told(run: Run) -> None:
    put("past/notes.csv", "a,b\n")
    result = run("past")
    assert result.exit_code == 2 and result.stdout == ""
    assert "past" in result.stderr and "Traceback" not in result.output


def test_a_file_that_vanishes_while_others_are_read_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = pipeline.speech_files

    def vanishing(paths: Iterable[Path]) -> list[Path]:
        files = listed(paths)
        Path("past/1.txt").unlink()
        return files

    monkeypatch.setattr(pipeline, "speech_files", vanishing)
    put("past/1.txt")
    put("past/2.txt")
    result = run("past")
    assert "no such file" in told(result, "past/1.txt")
    assert "past/2.txt" in result.stdout and "past/1.txt" not in result.stdout


def test_good_files_are_shown_and_every_problem_is_told(run: Run) -> None:
    for name in ("empty.txt", "nul.txt", "entities.docx"):
        put(f"past/{name}", WRONG[name][0])
    put("past/a.txt")
    put("past/z.docx", of_word(SPEECH.splitlines()))
    result = run("past")
    assert result.stdout.count("一、 把路口守住") == 2
    for name in ("empty.txt", "nul.txt", "entities.docx"):
        assert WRONG[name][1] in told(result, f"past/{name}")
        assert name not in result.stdout


def test_json_is_one_document_as_the_format_has_it(run: Run) -> None:
    put("speech.txt", SPEECH + "本文来源：××网\n")
    shown = json.loads(run("speech.txt", "--format", "json").stdout)
    assert set(shown) == {"source", "speeches", "dropped"} and shown["source"] == "speech.txt"
    (speech,) = shown["speeches"]
    assert set(speech) == PARTS
    assert speech["headings"][1] == {"level": 2, "marker": "（一）", "text": "人要到位"}
    assert speech["opening"] == "秋风一起，山上的草就干了，今天" and speech["signoff"] is None
    assert [set(one) for one in shown["dropped"]] == [{"text", "why"}]


def test_text_is_all_that_was_read_debris_in_its_place(run: Run) -> None:
    note = "仅供学习参考，更多范文请登录某某网下载"
    path = put("讲话.txt", SPEECH.replace("二、", f"{note}\n二、"))
    shown = run("--format", "text", path)
    assert shown.stdout == SPEECH.replace("二、", f"[advert] {note}\n二、")


def test_several_outlines_go_into_a_folder_and_nothing_is_overwritten(run: Run) -> None:
    put("past/a.txt")
    put("past/b.md", "# 在全县护林工作会上的讲话\n\n各位领导：\n")
    result = run("past", "--format", "json", "-o", "out")
    assert (result.exit_code, result.stdout) == (0, f"{Path('out/a.json')}\n{Path('out/b.json')}\n")
    assert json.loads(Path("out/a.json").read_text("utf-8"))["source"] == "a.txt"
    put("out/a.json", "mine")
    refused = run("past", "--format", "json", "-o", "out")
    assert "there already" in told(refused, Path("out/a.json"))
    assert Path("out/a.json").read_text("utf-8") == "mine"
    assert refused.stdout == f"{Path('out/b.json')}\n", "the same bytes are no conflict"
    assert run("past", "--format", "json", "-o", "out", "--overwrite").exit_code == 0
    assert headings(Path("out/a.json").read_text("utf-8")) == HEADINGS


def test_two_speeches_of_one_name_do_not_overwrite_one_another(run: Run) -> None:
    put("2024/a.txt")
    put("2025/a.txt", SPEECH.replace("秋季", "冬季"))
    result = run("2024", "2025", "--format", "json", "-o", "out")
    written = [json.loads(path.read_text("utf-8")) for path in Path("out").iterdir()]
    assert result.exit_code == 2 or len(written) == 2, "neither is lost without a word"
    assert "秋季" in written[0]["speeches"][0]["title"]


def test_depth_cuts_the_tree(run: Run) -> None:
    put("speech.txt")
    shown = [run("speech.txt", "--depth", depth).stdout for depth in (0, 1, 2)]
    assert [sum(one in text for one in ("一、 把路口守住", "（一） 人要到位")) for text in shown] == [0, 1, 2]
    assert run("speech.txt", "--depth", "-1").exit_code == 2
    assert all("在全镇秋季护林工作会上的讲话" in text for text in shown)


def test_colours_are_for_terminals_only(run: Run) -> None:
    put("speech.txt")
    assert "\x1b[" in painted(Path("speech.txt"), pipeline.read_speech(Path("speech.txt")).document, None)
    assert "\x1b[" not in run("speech.txt").output
    run("speech.txt", "-o", "out")
    assert "\x1b[" not in Path("out/speech.txt").read_text("utf-8")


def test_a_folder_is_read_in_the_order_of_its_names_each_file_once(run: Run) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.md", "c.MD", ".hidden.txt", "~$a.docx", "README.md", "note.csv"):
        put(f"past/{name}")
    shown = run("past", "past/b.txt", "past/README.md").stdout
    named = [line for line in shown.splitlines() if line.startswith("past")]
    wanted = ["past/a/1.md", "past/a/2.txt", "past/b.txt", "past/c.MD", "past/README.md"]
    assert named == [str(Path(name)) for name in wanted]


def test_one_speech_is_the_same_in_every_kind_of_file(run: Run) -> None:
    document = pipeline.read_speech(put("speech.txt")).document
    title, *rest = SPEECH.splitlines()
    put("plain.docx", of_word(SPEECH.splitlines()))
    put("written.docx", write(document, ".docx"))
    put("speech.md", "\n\n".join([f"# {title}", *rest]))
    for name in ("speech.txt", "plain.docx", "written.docx", "speech.md"):
        assert headings(run(name, "--format", "json").stdout) == HEADINGS, name
