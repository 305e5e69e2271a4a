"""What is said about files that are no plain text: their kind, what they hide, what is too much.

Codes T100 to T79 speak of a file and its parts; L30 to L49 of a limit that stops its reading.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["FILES"]


def _entry(code: str, severity: SeverityName, zh: str, en: str) -> Entry:
    return Entry(code, severity, None, zh, en)


_KINDS = (
    _entry(
        "T100",
        "hint",
        "扩展名与内容不一致：文件名为“{file}”，内容是 {kind}，已按 {kind} 读取；建议改名",
        "the name “{file}” does not fit the content, which is {kind}; read as {kind}",
    ),
    _entry(
        "T101",
        "error",
        "读取 {kind} 文件需要另装组件：请运行 pip install 'jixiao[{extra}]' 后再读",
        "reading {kind} needs one more package: please run pip install 'jixiao[{extra}]'",
    ),
    _entry(
        "T102",
        "error",
        "文件设有密码，未能读取；请用原软件去掉打开密码、另存后再读",
        "the file is protected by a password; please save it without one and read it again",
    ),
    _entry(
        "T103",
        "hint",
        "文件带有宏；宏没有运行，只读取了单元格",
        "the file has macros; they were not run, only the cells were read",
    ),
    _entry(
        "T104",
        "error",
        "文件损坏或不完整：内容是 {kind}，读到“{part}”时中断；请重新下载或导出后再读",
        "damaged or incomplete: {kind}, reading stopped at “{part}”; "
        "please download or export it again",
    ),
    _entry(
        "T105",
        "error",
        "这种文件（{kind}）不能直接读取；请另存为 {wanted} 后再读",
        "this kind of file ({kind}) cannot be read; please save it as {wanted}",
    ),
)

_SHEETS = (
    _entry(
        "T106",
        "hint",
        "工作表“{sheet}”有隐藏的行 {rows} 行、列 {columns} 列，已一并读取；请核对是否应当填报",
        "sheet “{sheet}” has {rows} hidden rows and {columns} hidden columns, read all the same; "
        "please check whether they belong to the table",
    ),
    _entry(
        "T107",
        "hint",
        "工作表“{sheet}”是隐藏的，已一并读取；请核对是否应当填报",
        "sheet “{sheet}” is hidden and was read all the same; please check whether it belongs here",
    ),
    _entry(
        "T108",
        "hint",
        "填报为“{text}”，表格软件把它当成了公式，已按所填文字读取；建议把单元格格式设为“文本”",
        "“{text}” was taken for a formula by the spreadsheet and is read as typed; "
        "a cell format of text is advised",
    ),
    _entry(
        "T109",
        "warning",
        "公式“{text}”没有保存计算结果，原文保留；请用表格软件打开、保存后再读",
        "the formula “{text}” has no stored result and is kept as written; "
        "please open and save the file in a spreadsheet",
    ),
    _entry(
        "T110",
        "warning",
        "单元格显示“{text}”，公式没有算出结果；请核实",
        "the cell shows “{text}”: its formula has no result; please check",
    ),
    _entry(
        "T111",
        "warning",
        "xls 文件读不到数字的显示格式：{count} 个数字按数值读取（显示为 98% 的读作 0.98）；"
        "请另存为 xlsx 后再读，或核对百分数",
        "an xls file does not tell how its {count} numbers are shown (98% is read as 0.98); "
        "please save it as xlsx, or check the percentages",
    ),
    _entry(
        "T112",
        "warning",
        "单元格的显示格式“{form}”认不得，“{text}”按数值读取；请核对",
        "the number format “{form}” is not known, “{text}” is the bare number; please check",
    ),
)

_PAGES = (
    _entry(
        "T113",
        "warning",
        "PDF 第 {pages} 页没有文字（可能是扫描件），未读取；请先做文字识别，或找原表",
        "pages {pages} of the PDF hold no text (scanned?) and were not read; "
        "please use the original, or recognise the text first",
    ),
    _entry(
        "T114",
        "warning",
        "PDF 第 {pages} 页的表没有框线，已按文字位置分列；请核对原表",
        "the tables on pages {pages} of the PDF have no rules; columns were taken from where the "
        "text stands, please check the original",
    ),
    _entry(
        "T115",
        "warning",
        "读取存疑：本行在第 {page} 页末、第 {next} 页首，可能是跨页的一行，未能确定，请核对原表",
        "doubtful: at the end of page {page} and the top of page {next}, this row may be one that "
        "goes over both; please check the original",
    ),
    _entry(
        "T118",
        "warning",
        "读取存疑：PDF 第 {page} 页本行的文字超出框线，可能与上下行混在一起，请核对原表",
        "doubtful: on page {page} of the PDF letters of this row stand over its rules and may "
        "belong to the next one; please check the original",
    ),
    _entry(
        "T119",
        "warning",
        "读取存疑：PDF 第 {page} 页的表没有框线，本行与上下行是否同属一行未能确定，请核对原表",
        "doubtful: the table on page {page} of the PDF has no rules, and whether this row and the "
        "lines beside it are one is not certain; please check the original",
    ),
    _entry(
        "T116",
        "hint",
        "PDF 第 {pages} 页末的行跨到下一页，已接成一行",
        "the last rows of pages {pages} of the PDF go on on the next page and were joined",
    ),
    _entry(
        "T117",
        "warning",
        "PDF 第 {pages} 页末的行可能跨到下一页，未能确定，没有接上；请核对原表",
        "the last rows of pages {pages} of the PDF may go on on the next page; that is not sure, "
        "they were not joined, please check the original",
    ),
    _entry(
        "T120",
        "warning",
        "本文件由程序导出，有 {count} 行的文字与末列“数据”不一致（首处在第 {line} 行），"
        "改动没有采用；请在原表上修改后重新导出",
        "{count} rows of this exported file no longer say what its last column says (first on line "
        "{line}); the changes were not taken over, please change the original and export it again",
    ),
    _entry(
        "T121",
        "error",
        "这个导出的 CSV 里有 {count} 份文件的内容，不能当作一份读取；请逐份导出后再读",
        "this exported CSV holds {count} files and cannot be read as one; please export one by one",
    ),
)

_LIMITS = (
    _entry(
        "L30",
        "error",
        "压缩包展开后过大：{size} 字节，上限 {limit} 字节，未读取；请拆分后再读",
        "the archive unpacks to {size} bytes, limit {limit}; not read, please split the file",
    ),
    _entry(
        "L31",
        "error",
        "压缩比异常：{size} 倍，上限 {limit} 倍，未读取；请用原软件重新保存后再读",
        "the archive is packed {size} to 1, limit {limit}; not read, please save it again",
    ),
    _entry(
        "L32",
        "error",
        "压缩包内文件过多：{size} 个，上限 {limit} 个，未读取；请用原软件重新保存后再读",
        "the archive holds {size} files, limit {limit}; not read, please save it again",
    ),
    _entry(
        "L33",
        "error",
        "压缩包内还有压缩包“{name}”，未读取；请取出后分别读取",
        "the archive holds another archive, “{name}”; not read, please take it out first",
    ),
    _entry(
        "L34",
        "error",
        "压缩包内的文件名“{name}”指向包外，未读取；请用原软件重新保存后再读",
        "the name “{name}” in the archive points outside of it; not read, please save it again",
    ),
    _entry(
        "L35",
        "error",
        "“{part}”带有文档类型定义（DTD），未读取；请用原软件重新保存后再读",
        "“{part}” carries a document type definition; not read, please save the file again",
    ),
    _entry(
        "L36",
        "error",
        "合并单元格过多：“{part}”有 {size} 处，上限 {limit} 处，未读取；请清理后再读",
        "“{part}” has {size} merged ranges, limit {limit}; not read, please clean it up",
    ),
    _entry(
        "L37",
        "error",
        "合并单元格覆盖过大：“{part}”共 {size} 格，上限 {limit} 格，未读取；请取消空白处的合并",
        "merged ranges of “{part}” cover {size} cells, limit {limit}; not read, "
        "please unmerge what is empty",
    ),
    _entry(
        "L38",
        "error",
        "单元格过多：超过 {limit} 格，未读取；请拆分后再读",
        "more than {limit} cells; not read, please split the file",
    ),
    _entry(
        "L39",
        "error",
        "嵌套过深：“{part}”超过 {limit} 层，未读取；请用原软件重新保存后再读",
        "“{part}” is nested deeper than {limit}; not read, please save the file again",
    ),
    _entry(
        "L40",
        "error",
        "单元格跨列过多：{size} 列，上限 {limit} 列，未读取；请检查表格后再读",
        "a cell spans {size} columns, limit {limit}; not read, please check the table",
    ),
    _entry(
        "L41",
        "error",
        "PDF 页数过多：{size} 页，上限 {limit} 页，未读取；请拆分后再读",
        "the PDF has {size} pages, limit {limit}; not read, please split it",
    ),
    _entry(
        "L42",
        "error",
        "PDF 第 {page} 页内容过于复杂，{limit} 秒内未能读完；"
        "请重新导出，或另存为 xlsx、docx 后再读",
        "page {page} of the PDF was not read within {limit} seconds; please export it again, "
        "or save it as xlsx or docx",
    ),
    _entry(
        "L43",
        "error",
        "PDF 第 {page} 页展开后过大：超过 {limit} 字节，未读取；请重新导出后再读",
        "page {page} of the PDF unpacks to more than {limit} bytes; not read, "
        "please export it again",
    ),
    _entry(
        "L44",
        "error",
        "读取所需内存超过上限 {limit} 字节，未读取；请拆分或重新导出后再读",
        "reading needs more than {limit} bytes of memory; not read, "
        "please split or export it again",
    ),
    _entry(
        "L45",
        "error",
        "“{part}”的文字过多：超过 {limit} 个字符，未读取；请拆分后再读",
        "“{part}” holds more than {limit} characters; not read, please split it",
    ),
    _entry(
        "L46",
        "error",
        "“{part}”的内容过多：超过 {limit} 个元素，未读取；请拆分后再读",
        "“{part}” holds more than {limit} elements; not read, please split it",
    ),
)

FILES: tuple[Entry, ...] = (*_KINDS, *_SHEETS, *_PAGES, *_LIMITS)
