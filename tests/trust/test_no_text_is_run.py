"""The code runs no text as a program, and starts programs in few places that are named here."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import houqin as package

SOURCE = Path(package.__file__).parent
SHELLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
RUNNERS = {"eval", "exec", "compile", "__import__"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml"}
BETWEEN_PROCESSES = {  # pickles that our own process writes and its own child reads, and back
    "hosts/apart.py": ["pickle"],
    "hosts/worker.py": ["pickle"],
}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def unsafe_in(tree: ast.AST) -> Iterator[str]:
    """Yield what would run text as a program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in UNSAFE_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in UNSAFE_MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in SHELLS | RUNNERS or any(_is_shell(each) for each in node.keywords):
                yield name


def _is_shell(keyword: ast.keyword) -> bool:
    return keyword.arg == "shell" and ast.unparse(keyword.value) != "False"


def test_the_code_runs_no_text_as_a_program() -> None:
    found = {name: list(unsafe_in(tree)) for name, tree in trees()}

    assert len(found) > 200
    assert {name: each for name, each in found.items() if each} == BETWEEN_PROCESSES


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from marshal import loads",
        "eval(text)",
        "exec(text)",
        "os.system(text)",
        "subprocess.run(text, shell=True)",
        "subprocess.Popen(text, shell=wanted)",
    ],
)
def test_such_code_would_be_found(code: str) -> None:
    assert list(unsafe_in(ast.parse(code)))


def test_no_workbook_is_opened_with_its_links_or_macros() -> None:
    """Where openpyxl reads somebody's workbook it neither keeps macros nor follows links."""
    calls: list[tuple[str, str]] = [
        (name, ast.unparse(node))
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("load_workbook")
    ]

    assert [name for name, _ in calls] == ["hosts/worker.py"]
    assert "keep_links=False" in calls[0][1]
    assert "keep_vba" not in calls[0][1]


def test_programs_are_started_where_this_says_and_nowhere_else() -> None:
    starters: dict[str, Any] = {}
    for name, tree in trees():
        calls = [ast.unparse(each.func) for each in ast.walk(tree) if isinstance(each, ast.Call)]
        if started := sorted(each for each in calls if each.startswith("subprocess.")):
            starters[name] = started

    assert starters == {
        "hosts/apart.py": ["subprocess.run"],
        "outgoing/windows.py": ["subprocess.Popen"],
        "setup/plain.py": ["subprocess.run"],
        "setup/sent.py": ["subprocess.run"],
        "setup/wheels.py": ["subprocess.run"],
    }
