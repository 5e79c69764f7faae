"""Whatever runs the tasks, their results come in order, few are under way, and an end is an end."""

from concurrent.futures import ThreadPoolExecutor

from draftkit.executing import executor_of, in_order


def double(number: int) -> int:
    return 2 * number


def test_processes_do_what_is_done_here() -> None:
    here = list(in_order(None, double, range(50), 4))
    with executor_of("processes", 2) as processes, ThreadPoolExecutor(2) as threads:
        assert processes
        assert list(in_order(processes, double, range(50), 4)) == here == list(map(double, range(50)))
        assert list(in_order(threads, double, range(50), 1)) == here
