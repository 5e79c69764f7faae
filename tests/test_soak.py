"""A short soak: nothing is left behind, and no memory of what was asked before grows without bound."""

import gc
import subprocess
import sys
from functools import _lru_cache_wrapper

from benchmarks.soak import Soak, Stretch, compare


def test_nothing_is_left_behind() -> None:
    soak = compare(documents=60, every=20)
    verdict = soak.verdict()
    assert verdict["handles"] and verdict["files"] and verdict["garbage"]
    assert [one.documents for one in soak.stretches] == [20, 40, 60]


def test_caches_are_bounded_by_their_sizes_or_by_what_can_be_asked() -> None:
    compare(documents=60, every=60)
    unbounded = {one: one.cache_info().currsize for one in _caches() if one.cache_info().maxsize is None}
    assert unbounded
    compare(documents=90, every=90)
    assert {one: one.cache_info().currsize for one in unbounded} == unbounded


def test_it_can_be_run_where_no_peer_is_installed() -> None:
    look = "import sys; sys.modules['docxtpl'] = None; import benchmarks.soak"
    subprocess.run([sys.executable, "-c", look], check=True)


def _caches() -> "list[_lru_cache_wrapper[object]]":
    found = (one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper))
    return [one for one in found if str(one.__wrapped__.__module__).startswith("draftkit")]


def test_the_verdict_tells_what_grew() -> None:
    flat = [Stretch(1000 * number, 20.0, 100.0, 5, 0, 0) for number in range(1, 6)]
    assert all(Soak(flat).verdict().values())
    grown = {
        "milliseconds": "time",
        "memory": "memory",
        "handles": "handles",
        "files": "files",
        "garbage": "garbage",
    }
    for field, told in grown.items():
        last = flat[-1]._replace(**{field: getattr(flat[-1], field) * 1.3 + 1})
        verdict = Soak([*flat[:-1], last]).verdict()
        assert [name for name, held in verdict.items() if not held] == [told]
