"""LibreOffice, where it is installed, as the second way to read what our own reader cannot."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60
QUIET = subprocess.DEVNULL


def convert_to_docx(data: bytes) -> bytes | None:
    """Convert the content of a Word file of any kind; None where there is no LibreOffice or it gives up.

    It runs without a screen, with a profile of its own, and for no longer than a minute.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "in.doc", Path(folder) / "in.docx"
        source.write_bytes(data)
        for program in PROGRAMS:
            if _run(program, source):
                return target.read_bytes() if target.exists() else None
    return None


def _run(program: str, source: Path) -> bool:
    """Let one program convert; False where it is not installed."""
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(source.parent), str(source)]
    try:
        process = subprocess.Popen(command, start_new_session=True, stdin=QUIET, stdout=QUIET, stderr=QUIET)  # noqa: S603 - our own words
    except OSError:
        return False
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and those that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
