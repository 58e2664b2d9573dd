from __future__ import annotations

from datetime import date

from wuye_cli.render.log import change_lines, log_grid
from wuye_cli.reports.log import LogChange, LogLine


def line(*changes: LogChange, undoes: int | None = None, undone_by: int | None = None) -> LogLine:
    at, on = "2023-08-31T09:05:00+08:00", date(2023, 8, 31)
    return LogLine(3, at, "张三", "task edit 1", on, undoes, undone_by, changes, frozenset())


def added(kind: str, count: int) -> tuple[LogChange, ...]:
    return tuple(LogChange("add", f"{kind}“{number}”") for number in range(count))


def test_a_row_says_when_and_who_to_the_minute() -> None:
    assert log_grid([line()]).rows == ((3, "2023-08-31 09:05", "张三", "task edit 1", ""),)


def test_few_things_alike_are_named_and_many_counted() -> None:
    assert list(change_lines(line(*added("单位", 4), *added("方案 p1", 1)))) == ["新增单位 4 个", "新增方案 p1“0”"]


def test_a_changed_field_is_told_before_and_after() -> None:
    changes = (LogChange("change", "任务 p1-1“甲”", "备注", "", "按季"),)
    assert list(change_lines(line(*changes))) == ["任务 p1-1“甲” 备注：空 → 按季"]


def test_long_texts_and_long_lists_are_cut_with_a_sign() -> None:
    changes = tuple(LogChange("change", "任务", str(number), "旧" * 50, "新") for number in range(9))
    told = list(change_lines(line(*changes)))
    assert told[0] == f"任务 0：{'旧' * 40}… → 新"
    assert told[8:] == ["……共 9 处"]


def test_an_undo_and_what_it_has_taken_back_name_each_other() -> None:
    assert list(change_lines(line(undoes=2))) == ["撤销第 2 条"]
    assert list(change_lines(line(undone_by=4))) == ["（已由第 4 条撤销）"]
