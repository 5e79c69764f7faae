"""Small frames and facts to be attacked with."""

from collections.abc import Callable, Mapping
from pathlib import Path

Files = Mapping[str, str | bytes] | Callable[[Path], object]

FACTS = """\
skeleton: 试
unit: 白石街道
occasion: 全区社区工作推进会
theme: 社区工作
"""


def formula(template: str, name: str = "试", slots: str = "{做: 做什么}") -> str:
    """Return the file of an opening with a template."""
    lines = "".join(f"  {line}\n" for line in template.split("\n"))
    return f"kind: formula\nname: {name}\nrole: opening\nslots: {slots}\ntemplate: |\n{lines}"


def opening(pattern: str, slots: str = "{做: 做什么}", name: str = "试") -> str:
    """Return the file of an opening with a pattern."""
    return f"kind: formula\nname: {name}\nrole: opening\nslots: {slots}\npatterns:\n  - '{pattern}'\n"


def skeleton(openings: str = "formula/试", sections: str = "- heading: [parallel/试]") -> str:
    """Return the file of a skeleton of frames named 试."""
    return (
        "kind: skeleton\nname: 试\nuse: 试一试\ngenre: 发言\ntitle: [formula/试题]\nclosing: [formula/试尾]\n"
        f"opening: [{openings}]\nsections:\n  {sections}\n"
    )


def library(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return a folder of frames that make a speech, and files that go before them."""
    frames: dict[str, str | bytes] = {
        "frames/skeleton/试.yaml": skeleton(),
        "frames/formula/试.yaml": opening("开头{{ 做 }}"),
        "frames/formula/试题.yaml": "kind: formula\nname: 试题\nrole: title\npatterns: [题目]\n",
        "frames/formula/试尾.yaml": "kind: formula\nname: 试尾\nrole: closing\npatterns: [结尾]\n",
        "frames/parallel/试.yaml": "kind: parallel\nname: 试\nslots: {抓手: 抓什么}\npattern: 抓{{ 抓手 }}\n",
    }
    return {**frames, **files}
