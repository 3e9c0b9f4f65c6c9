"""What happens to workbooks that are sent to houqin from the Explorer, also where there is no Excel."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

SUFFIX = "_后勤校验"
Run = Callable[[Path, Path], int]


def check_sent(
    books: Iterable[Path], run: Run, elsewhere: Path
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Do the main job on each workbook.

    Args:
        books: the workbooks
        run: does it on one workbook and returns its exit code
        elsewhere: where results go whose own folder cannot be written to

    Returns:
        the folders to show, and the workbooks that were refused
    """
    folders: dict[Path, None] = {}
    refused = []
    for book in books:
        out = folder_beside(book, elsewhere)
        if run(book, out) in (0, 1):
            folders[out] = None
        else:
            refused.append(book)
            _remove_empty(out)
    return tuple(folders), tuple(refused)


def folder_beside(book: Path, elsewhere: Path) -> Path:
    """Return the folder for the results of a workbook: beside it, where that can be made."""
    beside = book.with_name(f"{book.stem}{SUFFIX}")
    try:
        beside.mkdir(exist_ok=True)
    except OSError:
        return elsewhere / beside.name
    return beside


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def main(arguments: Sequence[str]) -> None:
    """Check what was sent, show the results, and wait where a sentence must be read."""
    import typer

    from houqin.setup.folders import desktop
    from houqin.setup.this_machine import this_machine

    machine = this_machine()
    shown, refused = check_sent(map(Path, arguments), _run, Path(desktop(machine)))
    for folder in shown:
        machine.show(folder)
    if refused or not arguments:
        typer.echo("\n没有结果的文件见上。按回车键关闭。 / See above. Press Enter to close.")
        sys.stdin.readline()


def _run(book: Path, out: Path) -> int:
    command = (sys.executable, "-P", "-m", "houqin", "run", str(book), "-o", str(out))
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own program


if __name__ == "__main__":
    main(sys.argv[1:])
