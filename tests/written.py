"""Files of every kind that commands write: the commands, what they are given, and what they wrote."""

from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

import office_templates
import own_file
from draftkit.cli import group
from hostile_template import hostile

ROOT = Path(__file__).parents[1]
EXAMPLES = ("facts.yaml", "typed.yaml", "leader.yaml", "streets.xlsx", "台账.xlsx")
SETTLED = '[layout]\nspacing = 28\npage_number = "{}"\ndigits = "Times New Roman"\nhead = "date-byline"\n'
GIVEN: Mapping[str, Callable[[], bytes]] = {
    **{name: (ROOT / "examples" / name).read_bytes for name in EXAMPLES},
    "笔记.txt": (ROOT / "examples/notes/straw.txt").read_bytes,
    "笔记.yaml": (ROOT / "examples/notes/straw.yaml").read_bytes,
    "讲话.txt": (ROOT / "seeds/02-jianghua-anquan.txt").read_bytes,
    "经验.txt": (ROOT / "seeds/03-jingyan-yanglao.txt").read_bytes,
    "wps.docx": office_templates.of_wps,
    "word.docx": office_templates.of_python_docx,
    "bare.docx": office_templates.bare,
    "hostile.docx": hostile,
    "own.docx": own_file.own,
    "center.toml": SETTLED.format("center").encode,
    "none.toml": SETTLED.format("none").encode,
}
"""What the commands are given, by the names of the files."""

COMMANDS = """\
compose facts.yaml -o 例/完整.docx --reading-copy --trace 例/来源.json
compose typed.yaml -o 例/数据.docx --missing drop
compose leader.yaml -o 例/居中.docx --office center.toml --reading-copy
compose leader.yaml -o 例/无页码.docx --office none.toml
compose facts.yaml -o 例/wps.docx --template wps.docx
compose facts.yaml -o 例/word.docx --template word.docx
compose facts.yaml -o 例/bare.docx --template bare.docx --office center.toml
compose facts.yaml -o 例/hostile.docx --template hostile.docx
compose leader.yaml -o 例/own.docx --template own.docx
compose facts.yaml -o 例/自己.docx --template 例/居中.docx
form 短发言-一是二是三是 -o 空表.yaml
form 短发言-一是二是三是 -o 空表.xlsx
ask 短发言-一是二是三是 -o 问.yaml
compose 空表.yaml -o 例/待补.docx
compose 空表.yaml -o 例/待补-模板.docx --template wps.docx
frames preview skeleton/短发言-一是二是三是 -o 例/预览.docx
batch streets.xlsx 台账.xlsx --vary -o 批/ --compilation 汇编-批.docx --office center.toml
bind 批/ -o 汇编.docx --title 交流发言材料汇编 --unit 区委组织部 --date 2026年11月
bind 例/完整.docx 例/待补.docx 讲话.txt own.docx -o 汇编-模板.docx --template wps.docx
bind 例/完整.docx 经验.txt -o 汇编-敌.docx --template hostile.docx --office none.toml
review own.docx --fix
review own.docx --annotate 批注/own.docx
review 讲话.txt --annotate 批注/讲话.docx
review 例/待补.docx --annotate 批注/待补.docx
review 汇编.docx --annotate 批注/汇编.docx
place 笔记.txt -f 笔记.yaml -o 归类.yaml
compose 归类.yaml -o 例/归类.docx
extract 经验.txt -o 去年.yaml --frames-out 去年
compose 去年.yaml --frames 去年 -o 例/今年.docx
mine 讲话.txt 经验.txt -o 挖 --report 挖.html
outline 讲话.txt own.docx --format json -o 提纲
"""
"""One command a line, run in turn; each writes something that is new."""
ANSWERS = "灯会办\n" + "\n" * 50
"""What is typed where a command asks: one answer, all else is left open."""


def write_all(folder: Path, commands: str = COMMANDS) -> tuple[Path, ...]:
    """Give the files to the commands in a folder of their own, run them, and return all that they wrote.

    Raises AssertionError where a command is refused.
    """
    for name, content in GIVEN.items():
        (folder / name).write_bytes(content())
    before = set(folder.rglob("*"))
    with chdir(folder):
        for command in commands.splitlines():
            result = CliRunner().invoke(group(), command.split(), input=ANSWERS)
            assert result.exit_code in (0, 1) and isinstance(result.exception, SystemExit | None), (
                command,
                result.output,
                result.exception,
            )
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file() and path not in before))


def skeletons(folder: Path) -> tuple[Path, ...]:
    """Write each shipped skeleton, filled with its own examples and empty, in one template after the other."""
    names = sorted(path.stem for path in (ROOT / "frames/skeleton").glob("*.yaml"))
    templates = ("wps.docx", "word.docx", "bare.docx", "hostile.docx", "own.docx")
    lines = [
        line
        for number, name in enumerate(names)
        for line in (
            f"form {name} -o {number}.yaml",
            f"form {name} --filled -o {number}满.yaml",
            f"form {name} -o {number}.xlsx",
            f"compose {number}.yaml -o 稿/{number}.docx --reading-copy",
            f"compose {number}满.yaml -o 稿/{number}满.docx --template {templates[number % 5]}",
            f"frames preview skeleton/{name} -o 稿/{number}览.docx",
        )
    ]
    return write_all(folder, "\n".join(lines))
