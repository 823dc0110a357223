"""Only `files` writes: whoever else opened, renamed or deleted a file would do it without the steps that keep work safe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).resolve().parent.parent / "igfeditor"
WRITER: Final = "igfeditor/files.py"
MODULES: Final = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "files.py")

OF_A_PATH: Final = frozenset(
    {"write_text", "write_bytes", "unlink", "touch", "mkdir", "rmdir", "symlink_to", "hardlink_to", "link_to", "chmod", "lchmod"}
)  # fmt: skip
"""Methods that nothing but a path has."""
RENAMES: Final = frozenset({"replace", "rename"})
"""Methods of a path that other things have too: with one argument by place they are a path's."""
OF_THE_SYSTEM: Final = frozenset(
    {
        "open", "fdopen", "replace", "rename", "renames", "remove", "unlink", "mkdir", "makedirs", "mkfifo", "mknod", "rmdir",
        "removedirs", "link", "symlink", "truncate", "ftruncate", "write", "pwrite", "writev", "sendfile", "utime", "chmod",
        "chown", "copy_file_range",
    }
)  # fmt: skip
WRITING_MODULES: Final = frozenset(
    {"shutil", "tempfile", "shelve", "dbm", "sqlite3", "logging", "mmap", "fileinput", "pickle", "marshal", "gzip", "bz2", "lzma", "tarfile"}
)  # fmt: skip
OF_QT: Final = frozenset(
    {
        "QFile", "QSaveFile", "QSettings", "QTemporaryFile", "QTemporaryDir", "QDir", "QLockFile", "QPdfWriter", "QImageWriter",
        "QPictureIO", "QSvgGenerator", "QFileDevice", "QStorageInfo", "QTextDocumentWriter", "QSharedMemory",
    }
)  # fmt: skip
SAVES: Final = frozenset({"save", "savePixmap", "to_file", "setOutputFileName", "saveToFile", "dump_to_file", "tofile"})
"""Methods by which pictures, workbooks and documents write themselves; one is no writer where its target is in memory."""
PACKED: Final = frozenset({"ZipFile", "GzipFile", "BZ2File", "LZMAFile", "FileIO", "TarFile"})
MODES: Final = frozenset("wax+")

EXCEPTIONS: Final = {
    # A stream of this process is led to nowhere when its reader has gone; no file is written.
    ("igfeditor/cli/door.py", "os.open(os.devnull, os.O_WRONLY)"),
    # Drawing: the state of a painter is put aside.
    ("igfeditor/gui/dialogs/merge_list.py", "painter.save()"),
    ("igfeditor/gui/find_view.py", "painter.save()"),
    ("igfeditor/gui/glyphs.py", "painter.save()"),
    ("igfeditor/gui/panels/finding_list.py", "painter.save()"),
    ("igfeditor/gui/tree_delegate.py", "painter.save()"),
    # The session saves through `save_project`, and that through `Disk`.
    ("igfeditor/gui/bridge.py", "self.session.save(path)"),
    ("igfeditor/gui/file_deeds.py", "window.bridge.save(path)"),
}


class Calls(ast.NodeVisitor):
    """The calls of a module that write, or might; names that stand for streams in memory are known by their making."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[str] = []
        self._imported: dict[str, str] = {}
        self._in_memory: set[str] = set()
        for node in ast.walk(tree):
            match node:
                case ast.Import(names=names):
                    self._imported |= {name.asname or name.name.partition(".")[0]: name.name for name in names}
                case ast.ImportFrom(module=str(module), names=names):
                    self._imported |= {name.asname or name.name: f"{module}.{name.name}" for name in names}
                case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=ast.Name("BytesIO"))):
                    self._in_memory.add(name)
        self.visit(tree)

    def visit_Import(self, node: ast.Import) -> None:
        self._see_modules(node, (name.name for name in node.names))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self._see_modules(node, [node.module or ""])
        if (node.module or "") == "os" and any(name.name in OF_THE_SYSTEM for name in node.names):
            self._see(node)
        if any(name.name in OF_QT for name in node.names):
            self._see(node)

    def visit_Call(self, node: ast.Call) -> None:
        match node.func:
            case ast.Name("open") if _may_write(node, 1):
                self._see(node)
            case ast.Name(name) if name in PACKED and _may_write(node, 1) and not self._is_in_memory(node):
                self._see(node)
            case ast.Attribute(ast.Name(name), attribute) if self._imported.get(name) in {"os", "posix", "nt"}:
                if attribute in OF_THE_SYSTEM:
                    self._see(node)
            case ast.Attribute(ast.Name(name), "open") if self._imported.get(name) in {"io", "codecs", "builtins"}:
                if _may_write(node, 1):
                    self._see(node)
            case ast.Attribute(attr=attribute) if attribute in PACKED | OF_QT:
                self._see(node)
            case ast.Attribute(_, "open") if _is_mode(node):
                self._see(node)
            case ast.Attribute(_, "compile") if any(keyword.arg == "output" for keyword in node.keywords):
                self._see(node)
            case ast.Attribute(_, attribute) if attribute in OF_A_PATH:
                self._see(node)
            case ast.Attribute(holder, attribute) if attribute in RENAMES:
                if len(node.args) == 1 and not node.keywords and not _is_ours(holder):
                    self._see(node)
            case ast.Attribute(_, attribute) if attribute in SAVES and not self._is_in_memory(node):
                self._see(node)
            case _:
                pass
        self.generic_visit(node)

    def _see_modules(self, node: ast.AST, names: Iterator[str] | list[str]) -> None:
        if any(name.partition(".")[0] in WRITING_MODULES for name in names):
            self._see(node)

    def _see(self, node: ast.AST) -> None:
        self.found.append(ast.unparse(node))

    def _is_in_memory(self, node: ast.Call) -> bool:
        match node.args:
            case [ast.Name(name), *_]:
                return name in self._in_memory
            case [ast.Call(func=ast.Name("BytesIO")), *_]:
                return True
            case _:
                return False


def _may_write(node: ast.Call, place: int) -> bool:
    """Tell whether a mode says so, or none can be read from the call where there is one."""
    modes = [*node.args[place : place + 1], *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
    return any(not isinstance(mode, ast.Constant) or (isinstance(mode.value, str) and not MODES.isdisjoint(mode.value)) for mode in modes)  # fmt: skip


def _is_mode(node: ast.Call) -> bool:
    """Tell whether a method `open` is told to write; that of other things than paths takes no such words."""
    words = [value.value for value in node.args[:1] if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    return any(set(word) <= set("rwaxbt+") and _may_write(node, 0) for word in words) or any(
        keyword.arg == "mode" and _may_write(node, 1) for keyword in node.keywords
    )


def _is_ours(holder: ast.expr) -> bool:
    """Tell whether what renames is a `Disk`."""
    return ast.unparse(holder).rpartition(".")[2] in {"disk", "_disk"}


def writers_in(code: str) -> list[str]:
    return Calls(ast.parse(code)).found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE.parent).as_posix())
def test_only_files_writes(path: Path) -> None:
    name = path.relative_to(PACKAGE.parent).as_posix()
    found = {(name, call) for call in writers_in(path.read_text(encoding="utf-8"))}
    assert found - EXCEPTIONS == set()


def test_no_exception_is_kept_that_is_no_longer_needed() -> None:
    needed = {
        (name, call)
        for name in {name for name, _ in EXCEPTIONS}
        for call in writers_in((PACKAGE.parent / name).read_text(encoding="utf-8"))
    }
    assert EXCEPTIONS - needed == set()


@pytest.mark.parametrize(
    "code",
    [
        "open(path, 'w')",
        "open(path, 'ab')",
        "open(path, 'x')",
        "open(path, 'r+b')",
        "open(path, mode='w')",
        "open(path, mode)",
        "path.open('w')",
        "path.open('r+')",
        "path.open(mode='a')",
        "path.open(mode=mode)",
        "import io\nio.open(path, 'w')",
        "import codecs\ncodecs.open(path, 'w')",
        "path.write_text('x')",
        "path.write_bytes(b'x')",
        "import os\nos.open(path, os.O_WRONLY)",
        "import os as system\nsystem.replace(a, b)",
        "import os\nos.rename(a, b)",
        "import os\nos.remove(a)",
        "import os\nos.makedirs(a)",
        "from os import replace",
        "path.rename(other)",
        "path.replace(other)",
        "Path(a).with_suffix('.tmp').replace(other)",
        "path.unlink(missing_ok=True)",
        "path.touch()",
        "path.mkdir(parents=True)",
        "path.rmdir()",
        "path.symlink_to(other)",
        "path.chmod(0)",
        "import shutil",
        "from shutil import copy",
        "import tempfile",
        "from logging.handlers import RotatingFileHandler",
        "import sqlite3",
        "from PySide6.QtCore import QFile",
        "from PySide6.QtCore import QSaveFile",
        "from PySide6.QtCore import QSettings",
        "QtCore.QFile(path)",
        "image.save(path)",
        "image.save('a.png')",
        "workbook.save(target)",
        "printer.setOutputFileName(name)",
        "compiler.compile(output=path)",
        "ZipFile(path, 'w')",
        "ZipFile(path, mode='a')",
        "zipfile.ZipFile(path, 'w')",
        "data = BytesIO()\nZipFile(path, 'w')",
    ],
)
def test_each_kind_of_writer_is_seen(code: str) -> None:
    assert writers_in(code) != []


@pytest.mark.parametrize(
    "code",
    [
        "open(path)",
        "open(path, 'rb')",
        "path.open('rb')",
        "session.open(path, backups)",
        "panel.open(True)",
        "text.replace('a', 'b')",
        "moment.replace(tzinfo=zone)",
        "replace(node, text=words)",
        "self._disk.replace(a, b)",
        "names.remove(name)",
        "import os\nos.fsencode(name)",
        "target = BytesIO()\nZipFile(target, 'w')\nbook.save(target)",
        "ZipFile(BytesIO(data))",
        "compiler.compile(format='pdf')",
    ],
)
def test_what_writes_nothing_is_passed_by(code: str) -> None:
    assert writers_in(code) == []
