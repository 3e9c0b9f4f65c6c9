"""Where houqin keeps on this machine what belongs to the user and to no workbook."""

from collections.abc import Mapping
from pathlib import Path


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the user's data folder of houqin; the variable HOUQIN_DATA names another one."""
    if named := environment.get("HOUQIN_DATA"):
        return Path(named)
    if local := environment.get("LOCALAPPDATA"):
        return Path(local) / "houqin"
    shared = environment.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "houqin"
