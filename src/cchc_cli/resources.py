"""Where the files that travel with the program are: plans, their schemas, report templates."""

from pathlib import Path


def packaged(folder: str) -> Path:
    """The folder ``plans`` or ``templates`` of the installed package, or of the source tree."""
    here = Path(__file__).resolve().parent
    installed = here / "data" / folder
    return installed if installed.is_dir() else here.parents[1] / folder
