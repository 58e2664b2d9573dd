"""JSON keeps the field names of the report lines and the words of the closed lists."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from tests.unit.render.by_hand import BOARD, CIRCULAR, PLAN, REGISTER
from wuye_cli.render.json import board_json, circular_json, plans_json, register_json
from wuye_cli.reports.circular_lines import DistrictRow, DistrictTable, QuotaFigure
from wuye_cli.reports.lines import TaskLine


def test_a_register_has_its_schema_day_tasks_and_milestones() -> None:
    document = json.loads(register_json(REGISTER))
    assert (document["schema"], document["as_of"]) == ("wuye.tasks/1", "2023-11-15")
    assert list(document["tasks"][0]) == [field.name for field in fields(TaskLine)]
    assert document["milestones"][0]["on"] == "2023-04-30"


def test_values_are_plain_words_numbers_and_days() -> None:
    task = json.loads(register_json(REGISTER))["tasks"][0]
    assert [task[name] for name in ("status", "light", "due", "percent", "parent", "lead")] == [
        *("overdue", "red", "2023-10-31", 60, None),
        ["市住房和城乡建设局", "市委组织部"],
    ]
    assert task["reports"][0]["values"] == [{"indicator": "物业服务覆盖率", "value": 62.5, "unit": "%"}]


def test_whole_percentages_are_written_without_a_decimal() -> None:
    assert '"percent": 60,' in register_json(REGISTER)


def test_counts_are_objects_by_state_and_light() -> None:
    board = json.loads(board_json(BOARD))
    assert board["schema"] == "wuye.board/1"
    assert board["by_status"] == {"done": 3, "overdue": 2, "ahead": 1, "on-track": 9, "behind": 4, "other": 1}
    assert board["units"][0]["by_light"]["red"] == 2


def test_every_report_names_its_schema() -> None:
    documents = [plans_json([PLAN]), circular_json(CIRCULAR)]
    assert [json.loads(document)["schema"] for document in documents] == [
        "wuye.plans/1",
        "wuye.circular/1",
    ]


def test_quotas_by_district_keep_what_is_not_reported_apart_from_zero() -> None:
    rows = (DistrictRow("甲区", (QuotaFigure(4, None, 0, 0), QuotaFigure(87.5, None, None, None))),)
    document = json.loads(circular_json(replace(CIRCULAR, districts=(DistrictTable((), rows),))))
    assert [list(one.values()) for one in document["districts"][0]["rows"][0]["figures"]] == [
        [4, None, 0, 0],
        [87.5, None, None, None],
    ]


def test_chinese_stays_readable() -> None:
    assert "市住房和城乡建设局" in board_json(BOARD)
