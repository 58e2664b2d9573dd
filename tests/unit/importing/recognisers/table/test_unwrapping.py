from __future__ import annotations

import pytest

from wuye_cli.importing.recognisers.table.unwrapping import unwrap_units


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("市住建局\n市财政局", "市住建局、市财政局"),
        ("市住建局\n门头沟区政府\n各乡镇", "市住建局、门头沟区政府、各乡镇"),
        ("市社会工作部\n团市委", "市社会工作部、团市委"),
        ("市住房和城乡\n建设局", "市住房和城乡建设局"),
        ("市人力资源和社\n会保障局", "市人力资源和社会保障局"),
        ("市人力资源和社会\n保障局", "市人力资源和社会保障局"),
        ("市市\n场监管局", "市市场监管局"),
        ("市政府办\n公室、各相关部\n门", "市政府办公室、各相关部门"),
        ("各区政府\n（含开发区管委会）\n市财政局", "各区政府（含开发区管委会）、市财政局"),
        ("市数据局\n(市大数据中心)", "市数据局(市大数据中心)"),
        ("市住房城乡建设委\n等部门", "市住房城乡建设委等部门"),
        ("市住建局\n（一）", "市住建局、（一）"),
    ],
)
def test_lines_of_names_are_joined_unless_one_ends_a_whole_name(cell: str, names: str) -> None:
    assert unwrap_units(cell) == names
