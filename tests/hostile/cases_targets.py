"""Where drafts are put.

What stands where a draft is to go, and what stands in a folder that a batch goes on with.
"""

import os
from collections.abc import Callable
from pathlib import Path

from case import Case
from cases_names import BATCH, LISTS, streets

FACTS = '{"skeleton": "短发言-一是二是三是", "unit": "白石街道", "occasion": "推进会", "theme": "清漂"}'
COMPOSE = "compose facts.json --no-review -o"
HEAD = "\ufeff行,单位,状态,文件,字数,待补,问题,文件校验,事实校验\r\n"
DIGEST = "d3b7b6ce0d0b9e8f3a2b1c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7081"
RESUMED = ("drafts/发言.docx", "drafts/补料清单.xlsx", "drafts/雷同报告.html")
CANNOT = "the file cannot be written"


def beside(make: Callable[[Path], object]) -> Callable[[Path], object]:
    """Return what puts facts and a table into a folder, and something in the way."""

    def files(folder: Path) -> None:
        (folder / "facts.json").write_text(FACTS, "utf-8")
        (folder / "streets.csv").write_bytes(streets("发言")["streets.csv"])
        make(folder)

    return files


def put(number: str, what: str, target: str, make: Callable[[Path], object], *says: str) -> Case:
    """Return a case of a draft that cannot be put where it was asked for."""
    return Case(number, what, f"{COMPOSE} {target}", beside(make), says=says, names="draft" in target)


def nothing(_folder: Path) -> None:
    """Nothing stands in the way."""


def read_only(folder: Path) -> None:
    (folder / "draft.docx").write_bytes(b"signed")
    (folder / "draft.docx").chmod(0o444)


def linked(folder: Path) -> None:
    """A draft that is a link out of the folder; what it leads to must stay."""
    (folder / "else").mkdir()
    (folder / "else/signed.docx").write_bytes(b"signed")
    (folder / "drafts").mkdir()
    (folder / "drafts/发言.docx").symlink_to("../else/signed.docx")


def trapped(folder: Path) -> None:
    """Links out of the folder where a batch keeps its own account."""
    (folder / "drafts").mkdir()
    for name in (".draftkit-begun.csv", "manifest.csv"):
        (folder / "drafts" / name).symlink_to("../" + name + ".elsewhere")


def locked(folder: Path) -> None:
    """A link where a batch keeps its lock, which it would empty."""
    (folder / "signed.docx").write_bytes(b"signed")
    (folder / "drafts").mkdir()
    (folder / "drafts/.draftkit.lock").symlink_to("../signed.docx")


def poisoned(*rows: str) -> Callable[[Path], object]:
    """A manifest that somebody else wrote, and files that it claims."""

    def files(folder: Path) -> None:
        (folder / "streets.csv").write_bytes(streets("发言")["streets.csv"])
        (folder / "signed.docx").write_bytes(b"signed")
        (folder / "drafts").mkdir()
        (folder / "drafts/manifest.csv").write_text(HEAD + "".join(rows), "utf-8")

    return files


def resumed(number: str, what: str, *rows: str) -> Case:
    """Return a case of a batch gone on with over a manifest that is not its own: it writes what it would."""
    files = poisoned(*rows)
    return Case(
        number, what, f"{BATCH} --resume", files, exit=0, writes=RESUMED, changes=("drafts/manifest.csv",)
    )


CASES = (
    Case(
        "N128",
        "a folder called draft.docx, into which it goes",
        f"{COMPOSE} draft.docx",
        beside(lambda folder: (folder / "draft.docx").mkdir()),
        exit=0,
        writes=("draft.docx/白石街道交流发言.docx",),
        changes=("draft.docx",),
    ),
    put(
        "N128b",
        "a pipe called draft.docx",
        "draft.docx --overwrite",
        lambda folder: os.mkfifo(folder / "draft.docx"),
        "this is a pipe or a device",
    ),
    put("N128c", "a file that is read-only", "draft.docx --overwrite", read_only, "the file is read-only"),
    put("N128d", "/dev/full", "/dev/full --to txt", nothing, CANNOT),
    put("N128e", "/dev/null", "/dev/null --to txt", nothing, CANNOT),
    put("N128f", "a name of 300 characters", f"{'长' * 300}.docx", nothing, "the name is too long"),
    put(
        "N128g",
        "a file where a folder is wanted",
        "facts.json/draft.docx",
        nothing,
        "a file stands where a folder is wanted",
    ),
    put("N128h", "the facts themselves", "facts.json --overwrite --to txt", nothing, "facts.json"),
    Case(
        "N128i",
        "a draft that is a link out of the folder: the link is replaced",
        f"{BATCH} --overwrite",
        beside(linked),
        exit=0,
        writes=LISTS,
        changes=("drafts/发言.docx",),
    ),
    Case(
        "N128j",
        "links out of the folder where a batch keeps its account",
        f"{BATCH} --overwrite",
        beside(trapped),
        exit=0,
        writes=("drafts/发言.docx", *LISTS[1:]),
        changes=("drafts/manifest.csv", "drafts/.draftkit-begun.csv"),
    ),
    Case(
        "N128k",
        "a link where a batch keeps its lock",
        BATCH,
        beside(locked),
        says=("drafts:1:1: the folder cannot be written to: it is a link",),
        names=False,
    ),
    resumed(
        "N128l",
        "a manifest that claims files out of the folder",
        f"2,第1街道,已写,../signed.docx,9,,,{DIGEST},{DIGEST}\r\n",
    ),
    resumed(
        "N128m",
        "a manifest with numbers of 5,000 digits",
        f"{'9' * 5000},第1街道,已写,发言.docx,{'9' * 5000},,,{DIGEST},{DIGEST}\r\n",
    ),
    resumed(
        "N128n",
        "a manifest of other digits, quotation marks that never close, NULs",
        f"٣,第1街道,已写,发言.docx,²,,,{DIGEST},{DIGEST}\r\n",
        '"' * 3,
        "\0,\0\r\n",
    ),
    resumed("N128o", "a manifest of 10 MB", f"2,第1街道,已写,发言.docx,9,,,{DIGEST},{DIGEST}\r\n" * 60_000),
    resumed("N128p", "a manifest with a cell of 2 MB", "2," + "长" * 2_000_000 + "\r\n"),
)
