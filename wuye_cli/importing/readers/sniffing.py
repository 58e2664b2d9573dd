"""What a file is, by its first bytes; what we cannot read gets the sentence that says how to save it again."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from wuye_cli.errors import InputError

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .xls, .wps, .et, and every encrypted .docx and .xlsx
PDF_MAGIC = b"%PDF"
RTF_MAGIC = b"{\\rtf"
ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml|table|meta)", re.IGNORECASE)  # an "xls" that is a web page
CSV_ENDINGS = {".csv", ".tsv"}
SHEET_ENDINGS = {".xlsx", ".xls", ".et", ".xlsm"}
OFFICE_ENDINGS = SHEET_ENDINGS | {".docx", ".doc", ".wps", ".docm"}


def find_format(data: bytes, name: str) -> str:
    """Name the format: xlsx, docx, csv or txt; raises InputError for what cannot be read."""
    if data.startswith(ZIP_MAGIC):
        return _zip_format(data, name)
    if reason := _refusal(data):
        raise InputError("format", f"“{name}”{reason}")
    ending = PurePath(name).suffix.lower()
    if ending in OFFICE_ENDINGS:
        raise _not_whole(name)
    return "csv" if ending in CSV_ENDINGS else "txt"


def _refusal(data: bytes) -> str:
    if data.startswith(OLE_MAGIC):
        if ENCRYPTED_MARK in data:
            return "设有打开密码，无法读取；请去掉密码后另存再导入。"
        return "是旧版 .doc/.xls（或 .wps/.et）文件，本版本尚不能读取；请另存为 .docx 或 .xlsx 再导入。"
    if PDF_MAGIC in data[:1024]:
        return "是 PDF 文件，本版本尚不能读取 PDF；请用 WPS 或 Word 转换并另存为 .docx 或 .xlsx 再导入。"
    if data.startswith(RTF_MAGIC):
        return "是 RTF 文件，本版本尚不能读取；请另存为 .docx 再导入。"
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        return "是网页或 XML 文件，本版本尚不能读取；请用 Excel 或 WPS 打开并另存为 .xlsx 再导入。"
    return ""


def _zip_format(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except BadZipFile as error:
        raise _not_whole(name) from error
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names and any(part.startswith("xl/") for part in names):
        return "xlsx"
    raise InputError(
        "format", f"“{name}”不是 .xlsx 或 .docx 文件（是压缩包或别的格式），请解压或另存为这两种格式后再导入。"
    )


def _not_whole(name: str) -> InputError:
    ending = PurePath(name).suffix.lower()
    kind = f"{ending} 工作簿" if ending in SHEET_ENDINGS else f"{ending} 文件".strip()
    return InputError("damaged", f"“{name}”不是完好的 {kind}；请用 Excel、Word 或 WPS 打开并重新另存后再试。")
