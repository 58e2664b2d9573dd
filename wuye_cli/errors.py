"""Broken requests. Each class owns its exit code; each error says in one Chinese sentence what to do.

Bad *input* is not an exception but data (`importing.draft.Problem`); it becomes an `InputError` only when
nothing could be read at all.
"""

from __future__ import annotations


class WuyeError(Exception):
    """A request that cannot be carried out; nothing has been changed.

    `code` is stable and goes into JSON; `details` are further sentences, one per problem.
    """

    exit_code = 1

    def __init__(self, code: str, message: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details


class InputError(WuyeError):
    """The input is unreadable or wrong."""

    exit_code = 1


class UsageError(WuyeError):
    """The command line is wrong: an option, a month, a percentage out of range."""

    exit_code = 2


class RefusedError(WuyeError):
    """Refused and nothing changed: unknown task, unit or plan; read-only; a newer register."""

    exit_code = 3
