"""Whole files of every format, to be damaged: our own samples, and small ones written here."""

from __future__ import annotations

import csv
import html
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from wuye_cli.resources import data_path

OLD_FILES = Path(__file__).resolve().parent.parent / "tests" / "files"


def make_samples(format_name: str) -> tuple[bytes, ...]:
    """Give the contents of whole files of one format."""
    match format_name:
        case "txt" | "xlsx" | "docx" | "xls" | "doc":
            folder = OLD_FILES if format_name in {"xls", "doc"} else data_path("samples")
            return tuple(path.read_bytes() for path in sorted(folder.glob(f"*.{format_name}")))
        case "csv" | "tsv":
            return (_separated("," if format_name == "csv" else "\t"),)
        case "md":
            return ("\n".join(_markdown()).encode(),)
        case "html":
            return (_page().encode(), _page().encode("gb18030"))
        case "xml":
            return (_spreadsheet_xml().encode(),)
    return (_pdf(),)


def _rows() -> list[list[str]]:
    (path,) = data_path("samples").glob("*.xlsx")
    return [
        [str(value or "") for value in row] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)
    ]


def _separated(sign: str) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=sign).writerows(_rows())
    return file.getvalue().encode()


def _markdown() -> Iterator[str]:
    title, _, header, *rows = _rows()
    yield f"# {title[0]}\n"
    for row in (header, ["---"] * len(header), *rows):
        yield f"| {' | '.join(row)} |"


def _page() -> str:
    title, _, *rows = _rows()
    cells = (
        "".join(f"<td rowspan='1' colspan=1><p><span>{html.escape(text)}</span></p></td>" for text in row)
        for row in rows
    )
    table = "".join(f"<tr>{row}</tr>\n" for row in cells)
    return (
        f"<html><head><meta charset='gb2312'><style>p {{}}</style></head><body><!-- 导航 --><h1>{title[0]}</h1>"
        f"<ol><li>总体要求<br>依法依规</ol><table border=1>{table}</table><script>var x = '<p>';</script></body></html>"
    )


def _spreadsheet_xml() -> str:
    rows = (
        "".join(f"<Cell ss:MergeDown='0'><Data ss:Type='String'>{html.escape(text)}</Data></Cell>" for text in row)
        for row in _rows()
    )
    table = "".join(f"<Row>{row}</Row>" for row in rows)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f"<?xml version='1.0'?><Workbook xmlns='{space}' xmlns:ss='{space}'><Worksheet ss:Name='任务'>"
        f"<Table>{table}</Table></Worksheet></Workbook>"
    )


def _pdf() -> bytes:
    (path,) = data_path("samples").glob("*.docx")
    if shutil.which("soffice") is None:
        raise SystemExit("a PDF sample needs LibreOffice")
    with TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (Path(folder) / f"{path.stem}.pdf").read_bytes()
