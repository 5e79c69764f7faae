"""Running whole commands, all under the same conditions."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

DRAFTKIT = str(Path(sys.executable).with_name("draftkit"))


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs commands in an empty folder, with compiled modules at hand as an installed package has them."""

    folder: Path
    environment: dict[str, str]

    @classmethod
    @contextmanager
    def prepared(cls) -> Iterator["Runner"]:
        """Give a runner whose folder goes afterwards; its first run of a command compiles what that imports."""
        with TemporaryDirectory() as work, TemporaryDirectory() as compiled:
            environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            yield cls(Path(work), environment)

    def __call__(self, *command: str) -> None:
        """Run a command to its end; what it says is shown only if it fails."""
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        if done.returncode:
            sys.stderr.buffer.write(done.stderr)
            done.check_returncode()
