"""`--dry-run` of every command that changes the list itself: everything is tried and told, nothing is written."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Wuye

HOUSING, REFORM, FIRE = "市住房和城乡建设局", "市发展和改革委员会", "市消防救援支队"
COMMANDS = (
    ("plan", "edit", "p1", "--issuer", "市政府"),
    ("plan", "archive", "p1"),
    ("task", "add", "--title", "开通热线", "--lead", "市天文台"),
    ("task", "edit", "1", "--deadline", "2023-09-30"),
    ("task", "confirm", "1"),
    ("task", "archive", "1"),
    ("unit", "alias", HOUSING, "房产局"),
    ("unit", "group", "各街道办事处", "南街街道办事处"),
    ("unit", "merge", HOUSING, "市民政局"),
    ("unit", "rename", HOUSING, "市住房局"),
    ("unit", "order", FIRE, REFORM),
    ("unit", "import", "通讯录.csv"),
    ("target", "set", "2", "公示率", "--value", "95%"),
    ("update", "3", "--percent", "50"),
    ("finish", "3"),
    ("config", "--contact", "0951-0000000"),
)
REFUSED = (
    ("plan", "edit", "p9", "--issuer", "市政府"),
    ("task", "add", "--title", "热线", "--deadline", "下周"),
    ("unit", "alias", HOUSING, REFORM),
    ("unit", "merge", HOUSING, HOUSING),
    ("config", "--policy", "offise"),
)


@pytest.fixture
def office(register: Wuye, monkeypatch: pytest.MonkeyPatch) -> Wuye:
    """The register, with a group to be filled and a contact list to be read."""
    monkeypatch.chdir(register.folder)
    register.file("通讯录.csv", f"单位,姓名,职务,电话\n{HOUSING},张三,科长,13900000001\n")
    register("task", "edit", "3", "--responsible", "各街道办事处")
    return register


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_dry_run_tells_and_writes_nothing(words: tuple[str, ...], office: Wuye) -> None:
    before = office.db.read_bytes()
    assert "没有写入" in office(*words, "--dry-run").stdout
    assert office.db.read_bytes() == before


@pytest.mark.parametrize("words", [one for one in COMMANDS if one != ("task", "confirm", "1")], ids=" ".join)
def test_without_it_the_same_words_are_written(words: tuple[str, ...], office: Wuye) -> None:
    entries = len(office.json("log")["entries"])
    asks = {"archive", "merge", "import"} & {*words}
    assert "没有写入" not in office(*words, *(["--yes"] if asks else [])).stdout
    assert len(office.json("log")["entries"]) == entries + 1


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_would_be_refused_is_refused(words: tuple[str, ...], office: Wuye) -> None:
    refused = office(*words, "--dry-run", code=3)
    assert office(*words, *(["--yes"] if "merge" in words else []), code=3).stderr == refused.stderr
