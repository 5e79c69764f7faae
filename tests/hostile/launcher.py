"""Runs a command within bounds, and tells what it took: python launcher.py REPORT SECONDS MEGABYTES COMMAND...

It stands between the tests and the command because the system counts the memory of whoever starts a process as
that process's own peak, and the tests are large.
"""

import json
import os
import resource
import signal
import sys
from types import FrameType


def main(report: str, seconds: int, megabytes: int, command: list[str]) -> None:
    """Write exit status (that of a shell: 128 + the signal), seconds of the processor and peak memory in MB."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
    child = os.posix_spawn(command[0], command, os.environ)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        os.kill(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    _child, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123  # pathlib would be a third of the start
        spent = usage.ru_utime + usage.ru_stime
        json.dump([128 - code if code < 0 else code, spent, usage.ru_maxrss / 1000], file)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
