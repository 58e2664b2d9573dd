"""The office's configuration is checked before it is stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import CHANGE, journal_of
from wuye_cli.domain.facts import OfficeFacts
from wuye_cli.domain.policies import Policies
from wuye_cli.errors import RefusedError, UsageError, WuyeError
from wuye_cli.services.office import change_office, init_office, read_office
from wuye_cli.store.database import Database


def test_what_is_given_at_the_start_is_read_back(tmp_path: Path, policies: Policies) -> None:
    office = OfficeFacts("专班办公室", "市政府办", "银物办", "银川市", "市", 20, "王五 123", "yinchuan", "all", "keep")
    init_office(Database(tmp_path / "a.db"), office, CHANGE, policies=policies)
    assert read_office(Database(tmp_path / "a.db")) == office


def test_single_words_are_changed_and_the_rest_stays(database: Database, policies: Policies) -> None:
    changed = change_office(database, {"reporting_day": "28", "contact": "李四"}, CHANGE, policies=policies)
    assert (changed.reporting_day, changed.contact, changed.region) == (28, "李四", "银川市")
    assert change_office(database, {"contact": ""}, CHANGE, policies=policies).contact == ""


@pytest.mark.parametrize(
    ("values", "kind", "code"),
    [
        ({"reporting_day": "29"}, UsageError, "bad-reporting-day"),
        ({"reporting_day": "月底"}, UsageError, "bad-reporting-day"),
        ({"level": "村"}, UsageError, "bad-level"),
        ({"reporters": "none"}, UsageError, "bad-reporters"),
        ({"rest_day": "none"}, UsageError, "bad-rest-day"),
        ({"auto_issue": "maybe"}, UsageError, "bad-auto-issue"),
        ({"policy": "offise"}, RefusedError, "unknown-policy"),
        ({"nmae": "x"}, RefusedError, "unknown-setting"),
        ({"nmae": "x", "level": "村"}, RefusedError, "several-problems"),
    ],
)
def test_values_that_cannot_be_are_refused(
    database: Database, policies: Policies, values: dict[str, str], kind: type[WuyeError], code: str
) -> None:
    entries = journal_of(database)
    with pytest.raises(kind) as caught:
        change_office(database, values, CHANGE, policies=policies)
    assert caught.value.code == code
    assert journal_of(database) == entries


def test_a_register_that_exists_is_left_alone(database: Database, policies: Policies) -> None:
    with pytest.raises(RefusedError, match="已经存在"):
        init_office(database, OfficeFacts(name="别人"), CHANGE, policies=policies)
    assert read_office(database).name == "专班办公室"


def test_nothing_is_made_for_an_office_that_is_refused(tmp_path: Path, policies: Policies) -> None:
    with pytest.raises(RefusedError):
        init_office(Database(tmp_path / "b.db"), OfficeFacts(policy="x"), CHANGE, policies=policies)
    assert not (tmp_path / "b.db").exists()
