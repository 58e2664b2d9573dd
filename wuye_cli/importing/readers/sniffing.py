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
WEB_ARCHIVE = re.compile(rb"\s*(?:MIME-Version:|From: <Saved by|Subject: .{0,200}\r?\n)", re.IGNORECASE)
SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
XML = re.compile(rb"\s*<\?xml\b")
# The beginning of a web page or of a piece of one; an "xls" may be one
PAGE = re.compile(
    rb"\s*<(?:!doctype\s+html|!--|html|head|body|table|meta|title|style|div|p|span|font|center|h[1-6])\b", re.IGNORECASE
)
PAGE_INSIDE = re.compile(rb"<html\b", re.IGNORECASE)  # behind <?xml …?>
HEAD = 4096
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
CSV_ENDINGS = {".csv", ".tsv"}
PAGE_ENDINGS = {".html", ".htm", ".xhtml", ".shtml"}
SHEET_ENDINGS = {".xlsx", ".xls", ".et", ".xlsm"}
OFFICE_ENDINGS = SHEET_ENDINGS | {".docx", ".doc", ".wps", ".docm", ".pdf"}
# Names of streams in the directory of an OLE file, and what they tell; a workbook may stand inside a Word file.
DIRECTORY_ENTRY = 128
STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))


def find_format(data: bytes, name: str) -> str:
    """Name the format: xlsx, docx, xls, doc, pdf, html, xml, csv or txt; raises InputError for what cannot be read."""
    ending = PurePath(name).suffix.lower()
    if data.startswith(ZIP_MAGIC):
        return _zip_format(data, name)
    if data.startswith(OLE_MAGIC):
        return _ole_format(data, name, ending)
    if PDF_MAGIC in data[:1024]:
        return "pdf"
    if found := _markup_format(data, name, ending):
        return found
    if reason := _refusal(data):
        raise InputError("format", f"“{name}”{reason}")
    if ending in OFFICE_ENDINGS:
        raise _not_whole(name)
    return "csv" if ending in CSV_ENDINGS else "txt"


def _refusal(data: bytes) -> str:
    if data.startswith(RTF_MAGIC):
        return "是 RTF 文件，不能读取；请用 Word 或 WPS 打开并另存为 .docx 再导入。"
    if WEB_ARCHIVE.match(data):
        return "是单个文件网页（.mht）或邮件，不能读取；请用浏览器或 Word 打开，另存为 .html 或 .docx 再导入。"
    return ""


def _markup_format(data: bytes, name: str, ending: str) -> str | None:
    head = _ascii_head(data)
    if XML.match(head):
        if SPREADSHEET_XML in head:
            return "xml"
        if not PAGE_INSIDE.search(head):
            reason = "是 XML 文件，不能读取；请用 Word、Excel 或 WPS 打开并另存为 .docx 或 .xlsx 再导入。"
            raise InputError("format", f"“{name}”{reason}")
        return "html"
    return "html" if ending in PAGE_ENDINGS or PAGE.match(head) else None


def _ascii_head(data: bytes) -> bytes:
    """The beginning without its byte order mark; of UTF-16 only what is ASCII."""
    head = data[:HEAD]
    for mark in MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _ole_format(data: bytes, name: str, ending: str) -> str:
    kinds = [kind for stream, kind in STREAMS if _holds_stream(data, stream)]
    found = "xls" if "xls" in kinds and ending in SHEET_ENDINGS else next(iter(kinds), None)
    if found == "encrypted":
        raise InputError("encrypted", f"“{name}”设有打开密码，无法读取；请去掉密码后另存再导入。")
    if found is None:
        raise InputError(
            "format", f"“{name}”不是 Word、Excel 或 WPS 的文件（或已损坏），不能读取；请另存为 .docx 或 .xlsx 再导入。"
        )
    return found


def _holds_stream(data: bytes, stream: str) -> bool:
    """Tell whether the directory names a stream; its entries take 128 bytes each and begin with the name."""
    name = f"{stream}\0".encode("utf-16-le")
    place = data.find(name)
    while place >= 0 and place % DIRECTORY_ENTRY:
        place = data.find(name, place + 1)
    return place >= 0


def _zip_format(data: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise _not_whole(name) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.bin" in names:
        raise InputError("format", f"“{name}”是二进制工作簿（.xlsb），不能读取；请另存为 .xlsx 再导入。")
    if "[Content_Types].xml" in names and any(part.startswith("xl/") for part in names):
        return "xlsx"
    raise InputError(
        "format", f"“{name}”不是 .xlsx 或 .docx 文件（是压缩包或别的格式），请解压或另存为这两种格式后再导入。"
    )


def _not_whole(name: str) -> InputError:
    ending = PurePath(name).suffix.lower()
    kind = f"{ending} 工作簿" if ending in SHEET_ENDINGS else f"{ending} 文件".strip()
    return InputError("damaged", f"“{name}”不是完好的 {kind}；请用 Excel、Word 或 WPS 打开并重新另存后再试。")
