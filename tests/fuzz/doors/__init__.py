"""The doors by their names, in the order in which `python -m fuzz` takes them."""

from fuzz.door import Door
from fuzz.doors import chains, settings, sources, stores, tables, wordings

DOORS: dict[str, Door] = {
    door.name: door for module in (sources, stores, settings, tables, wordings, chains) for door in module.DOORS
}
