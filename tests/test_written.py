"""All kinds of files that commands write: read back with the same text, and silent on who wrote them where."""

import json
import re
import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

import own_file
import written
from draftkit.read import read_with_places
from draftkit.tree import Printed
from draftkit.write import write

COPIES = ("own (mended).docx", "批注/own.docx")
"""Copies of the user's own file, in which all that is the user's stays."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        patch.setenv("HOME", "/home/SECRET-user")
        patch.setenv("USER", "SECRET-user")
        patch.setenv("LOGNAME", "SECRET-user")
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        folder = tmp_path_factory.mktemp("SECRET-folder")
        written.write_all(folder)
        yield folder


def results(folder: Path, *suffixes: str) -> dict[str, bytes]:
    """Return what the commands wrote, by the paths under the folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in written.GIVEN)
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
    return {name: raw for name, raw in found.items() if name.endswith(suffixes or "")}


def bare(text: str) -> str:
    return "".join(text.split())


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_written_word_file_has_the_same_text_for_others_as_for_us(folder: Path) -> None:
    drafts = results(folder, ".docx")
    assert len(drafts) > 30
    for name, raw in drafts.items():
        paragraphs = docx.Document(BytesIO(raw)).paragraphs
        if name not in COPIES:
            others = bare("".join(paragraph.text for paragraph in paragraphs))
            assert bare(without_edges(raw, name)) == others, name


def without_edges(raw: bytes, name: str) -> str:
    """Return what is read of a file but for headers and footers, which stand below the text."""
    reading, places = read_with_places(raw, name)
    aside = [one.origin for one in reading.document.dropped if one.why == "navigation"]
    edges = [origin.start for origin in aside if isinstance(origin, Printed)]
    return places.text[: min(edges, default=None)]


@pytest.mark.parametrize("name", ["完整", "完整（朗读稿）", "wps", "word", "bare", "hostile"])
def test_a_draft_reads_as_the_plain_text_of_it(folder: Path, name: str) -> None:
    reading = read_with_places((folder / f"例/{name}.docx").read_bytes(), name)[0]
    assert all(one.why == "navigation" for one in reading.document.dropped), "headers of a template, no more"
    told = json.loads((folder / "例/来源.json").read_bytes())
    text = write(reading.document, ".txt").decode()
    assert bare(text) == bare("".join(span["text"] for span in told))


def test_a_written_workbook_opens_elsewhere(folder: Path) -> None:
    books = results(folder, ".xlsx")
    assert books
    for raw in books.values():
        assert openpyxl.load_workbook(BytesIO(raw)).sheetnames


PERSONAL = re.compile(
    r"SECRET|rsid|w14:paraId|Template>|<Company|<Manager|attachedTemplate|TargetMode|printerSettings|vbaProject"
    rf"|lastModifiedBy|dc:creator|{own_file.AUTHOR}|w:date=|/home/|/root|C:\\"
)


def test_no_package_tells_who_wrote_it_where_and_when(folder: Path) -> None:
    for name, raw in results(folder, ".docx", ".xlsx").items():
        with zipfile.ZipFile(BytesIO(raw)) as package:
            assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}, name
        if name in COPIES:
            continue
        parts = parts_of(raw)
        assert not [
            part for part in parts if re.search("customXml|thumbnail|custom.xml|people|\\.bin", part)
        ], name
        for part, content in parts.items():
            if not part.startswith("word/media/"):
                assert not PERSONAL.search(content.decode()), (name, part)
                assert set(re.findall(rb'w:author="([^"]*)"', content)) <= {b"draftkit"}, (name, part)
                times = re.findall(rb"<dcterms[^>]*>([^<]*)", content)
                assert set(times) <= {b"1980-01-01T00:00:00Z"}, (name, part)


def test_no_list_page_or_facts_file_tells_the_machine_the_user_or_the_folder(folder: Path) -> None:
    here = re.compile("|".join(map(re.escape, ("SECRET", str(folder), socket.gethostname(), "/tmp/", "/root"))))
    texts = results(folder, ".csv", ".json", ".yaml", ".html", ".txt")
    assert {Path(name).suffix for name in texts} == {".csv", ".json", ".yaml", ".html", ".txt"}
    for name, raw in texts.items():
        found = here.search(raw.decode("utf-8-sig"))
        assert not found, (name, found)


def test_folders_in_the_call_are_in_no_file_either(folder: Path, tmp_path: Path) -> None:
    into = tmp_path / "SECRET"
    commands = f"""\
compose {folder}/facts.yaml -o {into}/a.docx --trace {into}/a.json
batch {folder}/streets.xlsx -o {into}/b --compilation {into}/c.docx --write-map {into}/map.yaml --no-review
extract {folder}/经验.txt -o {into}/e.yaml --frames-out {into}/e
mine {folder}/讲话.txt {folder}/经验.txt -o {into}/m --report {into}/m.md
outline {folder}/讲话.txt --format json -o {into}/o
place {folder}/笔记.txt -f {folder}/笔记.yaml -o {into}/p.yaml
review {folder}/讲话.txt --annotate {into}/r.docx
"""
    written.write_all(tmp_path, commands)
    for name, raw in results(into).items():
        parts = parts_of(raw).values() if name.endswith((".docx", ".xlsx")) else [raw]
        assert not any(b"SECRET" in part for part in parts), name


def test_a_copy_of_the_user_s_own_file_adds_no_name_but_the_program_s(folder: Path) -> None:
    """What is the user's stays the user's: it is the same file with other words."""
    people = set(re.findall(rb'w:author="([^"]*)"', b"".join(parts_of(own_file.own()).values())))
    for name in COPIES:
        parts = parts_of((folder / name).read_bytes())
        found = set(re.findall(rb'w:author="([^"]*)"', b"".join(parts.values())))
        assert people <= found <= people | {b"draftkit"}, name
        assert own_file.AUTHOR.encode() in parts["docProps/core.xml"]
