"""Each door with what it starts from, with what once broke it, and with chance changes of both."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.door import HERE, Door
from fuzz.doors import DOORS
from fuzz.running import patience

FOUND = sorted((HERE / "found").glob("*/*"))
every_door = pytest.mark.parametrize("door", DOORS.values(), ids=lambda door: door.name)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_door(path: Path) -> None:
    DOORS[path.parent.name].target(path.read_bytes())


@every_door
def test_what_is_started_from(door: Door) -> None:
    for raw in door.seeds():
        with patience():
            door.target(raw)


@every_door
@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_chance_changes(door: Door, data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(_seeds(door)))
    for number in data.draw(st.lists(st.integers(0, 2**32), min_size=1, max_size=5)):
        raw = door.mutate(raw, Random(number), door.most)
    with patience():
        door.target(raw)


@every_door
@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=60))
def test_any_bytes(door: Door, raw: bytes) -> None:
    with patience():
        door.target(raw)


def _seeds(door: Door) -> list[bytes]:
    return [raw for raw in door.seeds() if len(raw) < door.most] or [b""]
