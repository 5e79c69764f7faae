"""A folder of drafts: written once, gone on with, never spoilt."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from draftkit import batching
from draftkit import files as files_module
from draftkit.batch.manifest import entries_in
from draftkit.batching import Told, batch
from draftkit.drafting import Terms
from draftkit.errors import CannotWrite, Problem, WrongTable
from draftkit.library import Library
from draftkit.pattern import Pattern
from draftkit.pipeline import frame_folders
from draftkit.planning import Wishes, plan_of
from draftkit.store.table.street import Street
from streets import district, street

FRAMES = Library(frame_folders())
TERMS = Terms({name: FRAMES[name] for name in FRAMES}, reviewed=False, digest="1")
NINE = district(9)
PLAIN = Wishes()


def run(
    folder: Path, streets: Sequence[Street] = NINE, wishes: Wishes = PLAIN, digest: str = "1", jobs: int = 0
) -> list[Told]:
    plan = plan_of(streets, TERMS._replace(digest=digest), wishes)
    if not jobs:
        return _of_streets(batch(streets, plan, folder, wishes))
    with ThreadPoolExecutor(jobs) as executor:
        plan = plan_of(streets, TERMS, wishes, executor=executor)
        return _of_streets(batch(streets, plan, folder, wishes, executor))


def _of_streets(told: Iterable[Told]) -> list[Told]:
    return [one for one in told if one.street]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "CHUNK", 2)


def test_each_street_has_a_draft_and_a_row(tmp_path: Path) -> None:
    told = run(tmp_path)
    entries = entries_in((tmp_path / "manifest.csv").read_text("utf-8"))
    assert [one.street for one in told] == [one.name for one in NINE]
    drafts, lists = [f"第{n}街道交流发言.docx" for n in range(9)], ["补料清单.xlsx", "雷同报告.html"]
    assert [one.file for one in entries] == [*drafts, *lists]
    assert sorted(files(tmp_path)) == sorted([one.file for one in entries] + ["manifest.csv"])
    assert ["打捞" in one.missing for one in entries[:4]] == [True, False, False, True]


@pytest.mark.usefixtures("small_chunks")
def test_jobs_and_chunks_change_no_byte(tmp_path: Path) -> None:
    run(tmp_path / "one")
    run(tmp_path / "three", jobs=3)
    assert files(tmp_path / "one") == files(tmp_path / "three")


def test_the_order_of_rows_changes_no_draft(tmp_path: Path) -> None:
    run(tmp_path / "one")
    run(tmp_path / "other", NINE[::-1])
    one, other = files(tmp_path / "one"), files(tmp_path / "other")
    assert {n: one[n] for n in one if n.endswith(".docx")} == {
        n: other[n] for n in other if n.endswith(".docx")
    }


def test_a_bad_row_stops_no_other(tmp_path: Path) -> None:
    bad = street(4, "坏街道", {"数据": {"人数": "许多"}})
    problem = Problem(bad.node.place, "this cell is an error")
    streets = [NINE[0], bad, NINE[1]._replace(problems=(problem,)), NINE[2]]
    told = run(tmp_path, streets)
    assert [bool(one.problems) for one in told] == [False, True, True, False]
    entries = entries_in((tmp_path / "manifest.csv").read_text("utf-8"))
    assert [one.state for one in entries] == ["已写", "未写", "未写", "已写", "已写", "已写"]
    assert entries[1].findings == str(told[1].problems[0].place).removeprefix("streets.xlsx:")


def test_a_second_run_is_refused_unless_it_is_wanted(tmp_path: Path) -> None:
    run(tmp_path)
    before = files(tmp_path)
    with pytest.raises(CannotWrite, match="--resume"):
        run(tmp_path)
    assert not any(one.written for one in run(tmp_path, wishes=Wishes(resumed=True)))
    assert files(tmp_path) == before
    assert all(one.written for one in run(tmp_path, wishes=Wishes(overwrite=True)))
    assert files(tmp_path) == before


def test_resume_redoes_what_is_gone_or_has_other_facts(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "第3街道交流发言.docx").unlink()
    changed = [*NINE[:5], street(7, "第5街道", {"部分": []}), *NINE[6:]]
    told = run(tmp_path, changed, Wishes(resumed=True))
    assert [one.street for one in told if one.written] == ["第3街道", "第5街道"]
    run(tmp_path / "fresh", changed)
    shutil.move(tmp_path / "fresh", tmp_path.parent / "fresh")
    assert files(tmp_path) == files(tmp_path.parent / "fresh")


def test_a_row_that_went_wrong_can_be_mended(tmp_path: Path) -> None:
    resumed = Wishes(resumed=True)
    wrong, mended = (street(4, NINE[2].name, {"数据": {"人数": words}}) for words in ("许多", "7人"))
    run(tmp_path)
    (tmp_path / "第3街道交流发言.docx").write_bytes(b"by hand")
    broken = street(5, NINE[3].name, {"数据": {"人数": "许多"}})
    told = run(tmp_path, [*NINE[:2], wrong, broken, *NINE[4:]], resumed)
    assert [bool(one.problems) for one in told[:5]] == [False, False, True, True, False]
    told = run(tmp_path, [*NINE[:2], mended, *NINE[3:]], resumed)
    assert not any(one.problems for one in told)
    assert [one.street for one in told if one.written] == [NINE[2].name]
    assert (tmp_path / "第3街道交流发言.docx").read_bytes() == b"by hand"


def test_what_was_edited_stays(tmp_path: Path) -> None:
    run(tmp_path)
    edited = tmp_path / "第2街道交流发言.docx"
    edited.write_bytes(b"by hand")
    for _again in range(2):
        run(tmp_path, wishes=Wishes(resumed=True), digest="2")
        entries = entries_in((tmp_path / "manifest.csv").read_text("utf-8"))
        assert edited.read_bytes() == b"by hand"
        assert [one.state for one in entries].index("手改") == 2
    run(tmp_path, wishes=Wishes(overwrite=True))
    assert edited.read_bytes() != b"by hand"


def test_a_list_that_was_filled_in_stays(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "补料清单.xlsx").write_bytes(b"filled in")
    run(tmp_path, wishes=Wishes(resumed=True))
    assert (tmp_path / "补料清单.xlsx").read_bytes() == b"filled in"
    assert (tmp_path / "补料清单（2）.xlsx").is_file()


def test_a_file_of_others_stays(tmp_path: Path) -> None:
    (tmp_path / "第1街道交流发言.docx").write_bytes(b"not ours")
    told = run(tmp_path)
    assert [one.street for one in told if one.problems] == ["第1街道"]
    assert (tmp_path / "第1街道交流发言.docx").read_bytes() == b"not ours"


def test_twins_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    twins = [NINE[0], street(9, NINE[0].name + "\u200b")]
    with pytest.raises(WrongTable):
        run(tmp_path / "稿", twins)
    assert not (tmp_path / "稿").exists()
    run(tmp_path / "稿", twins, Wishes(numbered=True))
    assert (tmp_path / "稿" / "第0街道交流发言（2）.docx").is_file()


def test_names_follow_the_pattern(tmp_path: Path) -> None:
    wishes = Wishes(name=Pattern.parse("{{ 主题 }}/{{ 单位 }}"))
    plan = plan_of(NINE[:1], TERMS, wishes)
    assert plan.files == ["河道清漂第0街道.docx"] and "河道清漂/第0街道" in plan.notes[0]
    told = run(tmp_path, [*NINE[:1], street(3, "桥东街道", {"主题": ""})], wishes)
    assert not told[0].problems and "主题" in told[1].problems[0].message


@pytest.mark.usefixtures("small_chunks")
def test_a_broken_off_run_goes_on(tmp_path: Path) -> None:
    wishes, resumed = Wishes(), Wishes(resumed=True)
    run(tmp_path / "whole")
    for number in range(9):
        folder = tmp_path / f"{number}"
        with closing(batch(NINE, plan_of(NINE, TERMS, wishes), folder, wishes)) as going:
            for _told in range(number):
                next(going)
        assert not (folder / "manifest.csv").exists()
        told = run(folder, wishes=resumed)
        assert sum(one.written for one in told) == 9 - number
        assert files(folder) == files(tmp_path / "whole")


def test_a_full_disk_is_told_and_spoils_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    run(tmp_path / "whole")
    written = files_module._replace
    calls = iter(range(100))

    def until_full(path: Path, content: bytes, flush: bool) -> None:
        if next(calls) >= 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        written(path, content, flush)

    monkeypatch.setattr(files_module, "_replace", until_full)
    with pytest.raises(CannotWrite) as error:
        run(tmp_path / "稿")
    said = "\n".join(map(str, error.value.problems))
    assert "the disk is full" in said and "4 streets were dealt with" in said and "--resume" in said
    monkeypatch.setattr(files_module, "_replace", written)
    run(tmp_path / "稿", wishes=Wishes(resumed=True))
    assert files(tmp_path / "稿") == files(tmp_path / "whole")


def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotWrite, match="cannot be written to: there is no right to do that here"):
        run(tmp_path)
    monkeypatch.undo()
    assert not files(tmp_path)


def test_two_runs_in_one_folder_are_told(tmp_path: Path) -> None:
    wishes = Wishes(resumed=True)
    with closing(batch(NINE, plan_of(NINE, TERMS, wishes), tmp_path, wishes)) as first:
        next(first)
        with pytest.raises(CannotWrite, match=str(os.getpid())):
            run(tmp_path, wishes=wishes)
        assert sum(1 for one in first if one.street) == 8


def test_what_no_draft_prints_is_told_once(tmp_path: Path) -> None:
    streets = [
        street(2, "甲街道", {"数据": {"人数": "7人", "户数": "3户"}, "契机": "以{{ 人数 }}为"}),
        street(3, "乙街道", {"数据": {"人数": "8人", "户数": "4户"}, "难题": ""}),
    ]
    told = list(batch(streets, plan_of(streets, TERMS, PLAIN), tmp_path, PLAIN))
    for_all = [each for each in told if not each.street and not each.path]
    assert [[one.fact for one in each.findings] for each in for_all] == [["figures.户数"]]


def test_another_streets_leader_is_told(tmp_path: Path) -> None:
    body = [{"小标题": f"守好第{n}段河", "正文": "李长河书记天天看水。"} for n in "一二三"]
    streets = [
        street(2, "甲街道", {"发言人": "甲街道党工委书记　李长河"}),
        street(3, "乙街道", {"部分": body}),
    ]
    told = run(tmp_path, streets)
    assert [[one.code for one in each.findings if one.code == "X02"] for each in told] == [[], ["X02"] * 3]
    assert told[1].findings[0].fact == "sections[0].body"


def test_an_empty_cell_for_the_speaker_is_wanted(tmp_path: Path) -> None:
    run(tmp_path, [street(2, "甲街道", {"发言人": ""}), street(3, "乙街道")])
    entries = entries_in((tmp_path / "manifest.csv").read_text("utf-8"))
    assert ["职务和姓名" in one.missing for one in entries[:2]] == [True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_processes_end_with_who_started_them() -> None:
    begin = (
        "import os, time\nfrom draftkit.executing import executor_of\n"
        "if __name__ == '__main__':\n with executor_of('processes', 2) as pool:\n"
        "  print(*{pool.submit(os.getpid).result() for _ in range(4)}, flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", begin], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    with parent.stdout as said:
        children = [int(word) for word in said.readline().split()]
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert children and not any(Path(f"/proc/{child}").exists() for child in children)
