"""A wheel built from this tree and installed elsewhere does what the checkout does."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from wuye_cli import __version__

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_an_installed_wheel_runs_the_demonstration_from_any_folder(tmp_path: Path) -> None:
    wuye = install(tmp_path)
    bare = {"PATH": os.defpath, "LANG": "C"}
    demo = subprocess.run([wuye, "demo", "演示"], cwd=tmp_path, env=bare, capture_output=True, check=False)
    assert (demo.returncode, demo.stderr.decode("utf-8").count("程序出错")) == (0, 0)
    assert {"逾期任务表.xlsx", "2023年10月通报（草稿）.xlsx"} <= {path.name for path in (tmp_path / "演示").iterdir()}
    version = subprocess.run([wuye, "--version"], cwd=tmp_path, env=bare, capture_output=True, check=True)
    assert version.stdout.decode("utf-8") == f"wuye {__version__}\n"


def install(folder: Path) -> Path:
    """Build the wheel, install it into an environment of its own, give the program."""
    pip = ("-m", "pip", "--quiet", "--disable-pip-version-check")
    subprocess.run([sys.executable, *pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", *pip, "install", next(folder.glob("*.whl"))], check=True)
    return programs / "wuye"
