"""What all tests share: golden files and the option that rewrites them."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# As it is where draftkit opens it first: tests import openpyxl themselves.
os.environ["OPENPYXL_LXML"] = "False"

# The same examples every time, so that a change is judged by what it changes; `make explore` looks further.
# No deadline: the first example pays for what is loaded, on a busy machine a second; time is for benchmarks.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what is found")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a check: that tests/golden/NAME holds this text. Under --accept it is made to."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        assert path.read_text("utf-8") == text

    return check


@pytest.fixture
def heard() -> Iterator[None]:
    """Let what is begun here hear each signal: who began the tests may have them ignored, as nohup does."""
    before = {
        number: signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        for number in signal.Signals
        if number.name in ("SIGINT", "SIGTERM", "SIGHUP")
    }
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
