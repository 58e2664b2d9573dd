from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from wuye_cli.errors import RefusedError
from wuye_cli.store.connecting import file_address
from wuye_cli.store.database import get_database


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("台账.db", "台账.db"),
        ("/srv/a.db", "/srv/a.db"),
        ("C:\\台账\\a.db", "C:\\台账\\a.db"),
        ("sqlite:///a.db", "a.db"),
        ("sqlite:////srv/a.db", "/srv/a.db"),
        ("sqlite:///C:/a.db", "C:/a.db"),
    ],
)
def test_a_path_or_a_sqlite_address_names_a_file(text: str, path: str) -> None:
    assert get_database(text).path == Path(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("postgresql://office/register", "还不能用 PostgreSQL"),
        ("postgresql+psycopg://office/register", "还不能用 PostgreSQL"),
        ("mysql://office/register", "看不懂的台账地址“mysql://office/register”"),
        ("sqlite://a.db", "看不懂的台账地址“sqlite://a.db”"),
        ("", "是空的"),
        ("sqlite:///", "是空的"),
    ],
)
def test_any_other_address_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(RefusedError, match="--db") as refused:
        get_database(text)
    assert words in refused.value.message


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/srv/台账 1.db"), "file:///srv/台账 1.db?mode=rw"),
        (PurePosixPath("/srv/50%#?.db"), "file:///srv/50%25%23%3f.db?mode=rw"),
        (PureWindowsPath("C:\\办公室\\a.db"), "file:///C:/办公室/a.db?mode=rw"),
        (PureWindowsPath("\\\\server\\share\\a.db"), "file:////server/share/a.db?mode=rw"),
    ],
)
def test_paths_of_every_system_are_spelt_for_sqlite(path: PurePosixPath | PureWindowsPath, address: str) -> None:
    assert file_address(path, "mode=rw") == address
