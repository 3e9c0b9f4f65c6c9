"""The offline folder: everything that a school's machine needs besides Python itself."""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from houqin import __version__
from houqin.files import CannotWriteError
from houqin.setup.machine import NotDoneError
from houqin.setup.wheels import Fetch, Target, Wheel, collect, pip

PAGE = "使用说明.html"
COMMANDS = ("install.cmd", "uninstall.cmd", "doctor.cmd")
REQUIREMENTS, CHECKSUMS, WHEELS = "requirements.txt", "SHA256SUMS.txt", "wheels"


def make_bundle(folder: Path, own: Path, target: Target, fetch: Fetch) -> tuple[Path, ...]:
    """Make the offline folder, whole or not at all, and return what is in it.

    Args:
        folder: a folder that does not exist yet, or an empty one
        own: houqin's own wheel
        target: what the wheels are for
        fetch: gets the wheels

    Raises:
        HouqinError: the folder is in use, cannot be written to, or something cannot be had.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise NotDoneError(
            f"{folder} 里已有文件，请换一个新文件夹。",
            f"{folder} is not empty; choose a new folder.",
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=".~houqin") as name:
            unfinished = Path(name) / "bundle"
            _fill(unfinished, own, target, fetch)
            if folder.exists():
                folder.rmdir()  # Windows puts no folder in the place of another
            unfinished.replace(folder)
    except OSError as error:
        raise CannotWriteError(folder, error) from error
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def own_wheel(folder: Path, given: Path | None = None) -> Path:
    """Return houqin's own wheel: the one given, else built from the checkout into a folder.

    Raises:
        NotDoneError: there is none, and no checkout to build it from.
    """
    if given is not None and given.is_file():
        return given
    root = Path(__file__).parents[3]
    if given is not None or not (root / "pyproject.toml").exists():
        raise NotDoneError(
            "找不到后勤自己的安装文件（houqin-….whl），请用 --wheel 指出它在哪里。",
            "houqin's own wheel (houqin-….whl) was not found; name it with --wheel.",
        )
    pip(
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(root),
    )
    return next(folder.glob("houqin-*.whl"))


def _fill(folder: Path, own: Path, target: Target, fetch: Fetch) -> None:
    (folder / WHEELS).mkdir(parents=True)
    wheels = collect(own, target, fetch, folder / WHEELS)
    (folder / REQUIREMENTS).write_text(_requirements(wheels), "ascii", newline="\n")
    for name in COMMANDS:
        (folder / name).write_text(_written_for(target, name), "ascii", newline="\r\n")
    (folder / PAGE).write_text(_written_for(target, "page.html"), "utf-8", newline="\n")
    sums = "\n".join(_checksums(folder)) + "\n"
    (folder / CHECKSUMS).write_text(sums, "utf-8", newline="\n")


def _requirements(wheels: Sequence[Wheel]) -> str:
    """Return what pip is to install, each with its checksum, so that pip itself refuses others."""
    return "".join(
        f"{each.name}=={each.version} --hash=sha256:{_sha256(each.path)}\n" for each in wheels
    )


def _written_for(target: Target, name: str) -> str:
    text = (files("houqin.setup") / "offline" / name).read_text("utf-8")
    major, _, minor = target.python.partition(".")
    shown = {
        "python": target.python,
        "digits": f"{major}{minor}",
        "pair": f"({major},{minor})",
        "version": __version__,
    }
    for key, value in shown.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    return text


def _checksums(folder: Path) -> Iterator[str]:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield f"{_sha256(path)}  {path.relative_to(folder).as_posix()}"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
