"""The rules of the house as tests, for prose decays."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import igfeditor

HOUSE = Path(__file__).resolve().parent.parent
PACKAGE = HOUSE / "igfeditor"
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_CEILING = 400
FUNCTION_CEILING = 40
TOP_LEVEL = {"igfeditor", "resources", "translations", "tests", "main.py", "pyproject.toml"}
TOP_LEVEL_PAPERS = {"README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "RELIABILITY.md"}
NO_ROOM_FOR = {"utils", "util", "common", "misc", "helpers", "helper", "tools"}
MUTABLE_LITERALS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
LAZY_DOORS = {"__main__.py"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def tracked_files() -> list[str]:
    listing = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True)
    return listing.stdout.splitlines()


def is_a_checkout() -> bool:
    return (HOUSE / ".git").exists()


every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


@every_module
def test_module_stays_under_the_ceiling(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_CEILING


@every_module
def test_functions_stay_under_the_ceiling(path: Path) -> None:
    long = {
        function.name: function.end_lineno - function.lineno + 1
        for function in functions_of(path)
        if function.end_lineno is not None and function.end_lineno - function.lineno + 1 > FUNCTION_CEILING
    }
    assert long == {}


@every_module
def test_imports_stand_at_the_top(path: Path) -> None:
    inside = [
        function.name
        for function in functions_of(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == [] or path.name in LAZY_DOORS


@every_module
def test_no_import_takes_everything(path: Path) -> None:
    stars = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"]
    assert stars == []


@every_module
def test_no_module_holds_a_mutable_global(path: Path) -> None:
    assigned = [node for node in tree_of(path).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    mutable = [ast.unparse(node)[:60] for node in assigned if isinstance(node.value, MUTABLE_LITERALS)]
    assert [line for line in mutable if not line.startswith("__all__")] == []


@every_module
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


@every_module
def test_module_has_a_name_of_the_field(path: Path) -> None:
    assert NO_ROOM_FOR.isdisjoint(path.relative_to(PACKAGE).with_suffix("").parts)


def test_the_map_names_every_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"{room}/" not in (igfeditor.__doc__ or "")} == set()


@pytest.mark.skipif(not is_a_checkout(), reason="not a git checkout")
def test_the_top_level_is_as_agreed() -> None:
    tops = {Path(name).parts[0] for name in tracked_files()}
    assert {top for top in tops if not top.startswith(".")} - TOP_LEVEL - TOP_LEVEL_PAPERS == set()


def test_floors_hold() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_the_contracts_are_exhaustive() -> None:
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    floors = next(contract for contract in contracts if contract["id"] == "floors")
    assert floors["exhaustive"] is True


@pytest.mark.parametrize("library", ["PySide6", "docx", "openpyxl", "lxml", "arabic_reshaper", "typst"])
def test_the_command_line_starts_without(library: str) -> None:
    code = f"import sys, igfeditor.cli.app; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=HOUSE, check=False).returncode == 0
