"""The house holds: arrows point down, and each room keeps its libraries, the clock and the screen to itself."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Check = Callable[[Path], list[str]]
PACKAGE = Path(__file__).parent.parent / "wuye_cli"
RANK = {
    "cli": 6,
    "services": 5,
    "render": 4,
    "forms": 4,
    "importing": 3,
    "reports": 3,
    "store": 3,
    "workbooks": 2,
    "domain": 2,
    "errors": 1,
}
EDGE = {"settings", "resources"}  # read at the edge and passed in
ROOM_OF_LIBRARY = {"openpyxl": "workbooks", "sqlalchemy": "store", "sqlmodel": "store", "sqlite3": "store"}
SCREEN_LIBRARIES = {"typer", "rich", "click"}
RECOGNISERS = "importing.recognisers."
STEPS = ["claim", "table", "text_table", "numbered"]  # from the ground up; the layouts stand on all of them
STRANGERS = (("importing.readers", "importing.recognisers"), ("importing.recognisers", "importing.readers"))
CLOCK_AND_ENVIRONMENT = {
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.time_ns", "time.localtime"),
    *("os.environ", "os.getenv", "os.getcwd", "path.expanduser", "Path.home", "Path.cwd", "getpass.getuser"),
    *("shutil.get_terminal_size", "os.get_terminal_size", "locale.getlocale", "tempfile.gettempdir"),
}
CLOCK_FILE = "cli.context"


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package: its dotted name below wuye_cli, and its syntax tree."""
    for path in sorted(package.rglob("*.py")):
        yield ".".join(path.relative_to(package).with_suffix("").parts), ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere in the tree, inside functions and for typing alike."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the arrows"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str | None:
    """The part below wuye_cli, for imports of our own modules."""
    return name.removeprefix("wuye_cli.") if name.startswith("wuye_cli.") else None


def room(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def wrong_arrows(package: Path) -> list[str]:
    """Imports that point up, or sideways into another room."""
    found = []
    for module, tree in modules(package):
        if room(module) in {"__init__", "__main__"} | EDGE:
            continue
        for target in filter(None, map(own, imports(tree))):
            if room(target) == room(module) or target.startswith("__"):
                continue
            allowed = 6 if room(target) in EDGE else RANK[room(target)] + 1
            if RANK[room(module)] < allowed:
                found.append(f"{module} → {target}")
    return found


def strange_meetings(package: Path) -> list[str]:
    """Readers that know a recogniser, and recognisers that know a reader."""
    return [
        f"{module} → {target}"
        for module, tree in modules(package)
        for target in filter(None, map(own, imports(tree)))
        for here, there in STRANGERS
        if module.startswith(here) and target.startswith(there)
    ]


def wrong_steps(package: Path) -> list[str]:
    """Imports among the recognisers that point up: each step uses those below it, and the layouts use all."""
    return [
        f"{module} → {target}"
        for module, tree in modules(package)
        for target in filter(None, map(own, imports(tree)))
        if module.startswith(RECOGNISERS) and target.startswith(RECOGNISERS) and step(module) < step(target)
    ]


def step(module: str) -> int:
    part = module.removeprefix(RECOGNISERS).split(".", maxsplit=1)[0]
    return STEPS.index(part) if part in STEPS else len(STEPS)


def misplaced_libraries(package: Path) -> list[str]:
    """Libraries that are met outside their room."""
    found = []
    for module, tree in modules(package):
        for library in {name.split(".")[0] for name in imports(tree)}:
            at_home = room(module) == ROOM_OF_LIBRARY.get(library, room(module))
            if not at_home or (library in SCREEN_LIBRARIES and room(module) not in {"cli", "render"}):
                found.append(f"{module} → {library}")
    return found


def clock_readings(package: Path) -> list[str]:
    """Places that read the clock or the environment, other than the one that may."""
    return [
        f"{module} {reading}"
        for module, tree in modules(package)
        if module != CLOCK_FILE
        for reading in sorted(CLOCK_AND_ENVIRONMENT & {*attributes(tree), *imports(tree)})
    ]


def attributes(tree: ast.Module) -> Iterator[str]:
    """Every `name.attribute` in the tree, and of longer chains the last two names (datetime.date.today)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ".".join(ast.unparse(node).split(".")[-2:])


def screen_writings(package: Path) -> list[str]:
    """Calls of print and of exit outside the command line."""
    return [
        f"{module}:{node.lineno}"
        for module, tree in modules(package)
        if room(module) != "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "input", "exit", "sys.exit", "os._exit"}
    ]


CHECKS: list[Check] = [
    wrong_arrows,
    strange_meetings,
    wrong_steps,
    misplaced_libraries,
    clock_readings,
    screen_writings,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_holds(check: Check) -> None:
    assert check(PACKAGE) == []


BREAKS: list[tuple[Check, str, str]] = [
    (wrong_arrows, "domain/terms.py", "from wuye_cli.store import models"),
    (wrong_arrows, "importing/draft.py", "from wuye_cli.store.models import Task"),
    (wrong_arrows, "reports/lines.py", "def late() -> None:\n    import wuye_cli.render"),
    (wrong_arrows, "services/__init__.py", "from wuye_cli import resources"),
    (strange_meetings, "importing/recognisers/claim.py", "from wuye_cli.importing.readers import text"),
    (wrong_steps, "importing/recognisers/table/cells.py", "from wuye_cli.importing.recognisers import tables"),
    (wrong_steps, "importing/recognisers/table/cells.py", "from wuye_cli.importing.recognisers.numbered import items"),
    (misplaced_libraries, "importing/document.py", "import openpyxl"),
    (misplaced_libraries, "reports/lines.py", "from sqlalchemy import text"),
    (clock_readings, "domain/months.py", "TODAY = date.today()"),
    (clock_readings, "store/models.py", "import os\nHOME = os.environ['HOME']"),
    (screen_writings, "reports/lines.py", "print('hier')"),
]


@pytest.mark.parametrize(
    ("check", "path", "line"), BREAKS, ids=[f"{check.__name__}-{path}" for check, path, _ in BREAKS]
)
def test_a_turned_arrow_is_found(check: Check, path: str, line: str, tmp_path: Path) -> None:
    copy = tmp_path / "wuye_cli"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    broken = copy / path
    broken.write_text(broken.read_text("utf-8") + f"\n{line}\n", "utf-8")
    module = ".".join(Path(path).with_suffix("").parts)
    assert any(finding.startswith(module) for finding in check(copy))
