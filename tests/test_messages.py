"""The catalogue: every message has its Chinese, with the same names to fill in, and is compiled."""

import ast
import gettext
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parents[1]
LOCALE = TOP / "src/draftkit/locale"


def messages() -> Iterator[str]:
    for path in (TOP / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
                assert len(node.args) == 1 and isinstance(node.args[0], ast.Constant), (path, node.lineno)
                yield str(node.args[0].value)


def test_every_message_has_its_chinese() -> None:
    chinese = gettext.translation("draftkit", LOCALE, ["zh_CN"])
    for message in messages():
        translated = chinese.gettext(message)
        words = re.sub(r"\{.*?\}", "", message)
        assert translated != message or not re.search("[a-z]{3}", words), message
        fields = [sorted(re.findall(r"\{(\w+)", text)) for text in (message, translated)]
        assert fields[0] == fields[1], message


def run(language: str, *words: str) -> str:
    environment = {**os.environ, "DRAFTKIT_LANG": language, "PYTHONIOENCODING": "utf-8"}
    environment.pop("LANGUAGE", None)
    command = [sys.executable, "-m", "draftkit", *words]
    found = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return found.stdout + found.stderr


def test_the_language_is_chosen_by_the_user() -> None:
    assert "Usage:" in run("en", "--help") and "用法" in run("zh_CN", "--help")
    assert "no such file" in run("en", "compose", "none.yaml")
    assert "没有这个文件" in run("zh_CN", "compose", "none.yaml")
