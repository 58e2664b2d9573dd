"""The program's entry. A process that lives for a tenth of a second does not stop to collect garbage."""

from __future__ import annotations

import gc

PATIENCE = 100_000  # objects; the default of 700 makes Python search for garbage all through its start


def main() -> None:
    """Run `wuye` and leave with its exit code."""
    gc.set_threshold(PATIENCE)
    from wuye_cli.cli.app import main as run

    try:
        run()
    finally:
        gc.freeze()  # nothing is searched on the way out either
