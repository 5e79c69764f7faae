"""Options that several commands have."""

from pathlib import Path

import click

from draftkit.messages import _

FILE = click.Path(path_type=Path)
FRAMES = click.option("--frames", type=FILE, help=_("A folder of frames that go before all others."))
OVERWRITE = click.option("--overwrite", is_flag=True, help=_("Replace a file that is there."))
OFFICE = click.option(
    "--office", type=FILE, help=_("The office's file, before ./draftkit.toml and all others.")
)
EXECUTOR = click.option(
    "--executor",
    metavar="processes|dask=ADDRESS",
    help=_("What runs the work: processes here, or a cluster.  [default: processes]"),
)
