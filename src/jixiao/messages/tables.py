"""What is said about reading tables and actuals: the codes of family T.

Where a row's place or name is in doubt the sentence ends in 请核对原表: the reader of a damaged
file must never be accused of what the damage did.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["TABLES"]


def _entry(code: str, severity: SeverityName, zh: str, en: str) -> Entry:
    return Entry(code, severity, None, zh, en)


_FILES = (
    _entry(
        "T01",
        "error",
        "文件是空的：{size} 字节，没有可读的内容；请确认选对了文件，或重新导出后再读",
        "the file is empty: {size} bytes and nothing to read; please check or export it again",
    ),
    _entry(
        "T02",
        "error",
        "文件不是文本：按 UTF-8、GB18030 都读不通（开头字节为 {start}）；"
        "请另存为文本或 CSV（UTF-8）后再读",
        "not a text: neither UTF-8 nor GB18030 (first bytes {start}); "
        "please save it as text or CSV in UTF-8",
    ),
    _entry(
        "T03",
        "error",
        "没有找到绩效表：应有标题（如“…绩效目标表”）和含“一级指标、二级指标”的表头，"
        "共读 {lines} 行；全文列入未识别内容，请核对文件",
        "no performance table found: expected a title and a header with 一级指标 and 二级指标, "
        "read {lines} lines; everything is listed as leftover",
    ),
    _entry(
        "T04",
        "hint",
        "文件不是 UTF-8，已按 GB18030 读取；建议另存为 UTF-8",
        "not UTF-8, read as GB18030; saving it as UTF-8 is advised",
    ),
)

_OPENING = (
    _entry(
        "T36",
        "error",
        "文件打不开：“{file}”（{reason}）；请核对路径和权限",
        "the file cannot be opened: “{file}” ({reason}); please check the path",
    ),
)

_FORMS = (
    _entry(
        "T05",
        "warning",
        "表样未收录：标题为“{title}”，按表头暂作“{form}”读取；请核对，或用 --ruleset 指明规则集；"
        "本地还没有规则集的，可用 jixiao rulesets new 起草",
        "form not known: title “{title}”, read as “{form}” by its headers; please check, "
        "or name a ruleset; where a place has none yet, draft one with jixiao rulesets new",
    ),
    _entry(
        "T06",
        "hint",
        "“{name}”是空白表：没有金额，也没有指标；如需公开，请填写或说明",
        "“{name}” is blank: no money and no indicators; please fill it in or say why",
    ),
    _entry(
        "T123",
        "warning",
        "表内有 {count} 处文字，没有认出资金和指标，不能判断是否已填写；请核对原表，"
        "或改交 xlsx、docx、CSV 等每格分开的文件",
        "{count} pieces of text in the table, but neither money nor indicators could be told from "
        "them, so it is not known whether it is filled in; please check the original, or hand in "
        "a file whose cells stand apart (xlsx, docx, CSV)",
    ),
    _entry(
        "T07",
        "warning",
        "读取存疑：这张表没有印出标题，从这一行起另作一张表；请核对原表",
        "doubtful: this table has no title and was begun at this row; please check the original",
    ),
    _entry(
        "T08",
        "warning",
        "表内有 {count} 处文字未能归位（如“{text}”），已列入未识别内容，请核对原表",
        "{count} pieces of text in the table found no place (“{text}”) and are listed as leftover; "
        "please check the original",
    ),
    _entry(
        "T09",
        "warning",
        "读取存疑：没有印出指标表头，按表样的列次读取，请核对原表",
        "doubtful: the header of the indicators is not printed; columns taken from the form",
    ),
)

_ROWS = (
    _entry(
        "T124",
        "warning",
        "读取存疑：单位一栏印的是数字“{text}”，不作单位读取；请核对原表的单位",
        "doubtful: the number “{text}” stands where the unit should and is not read as one",
    ),
    _entry(
        "T125",
        "warning",
        "读取存疑：“{text}”可能是日期 {day} 存成了序数，暂按数字读取；请按日期重填，如“{day}前”",
        "doubtful: “{text}” may be the day {day} saved as a number; please write it as a day",
    ),
    _entry(
        "T10",
        "hint",
        "读取存疑：本行与表头错列，已按内容归位，请核对原表",
        "doubtful: this row stands beside its columns; put in place by content",
    ),
    _entry(
        "T11",
        "warning",
        "读取存疑：“{name}”印在“{found}”下，按表样归入“{placed}”，请核对原表",
        "doubtful: “{name}” is printed under “{found}”, placed under “{placed}” by the form",
    ),
    _entry(
        "T12",
        "warning",
        "读取存疑：“{parent}”下一行未印出三级指标名称，指标值为“{value}”，"
        "按表样补为“{name}”，请核对原表",
        "doubtful: a row of “{parent}” has lost its name; its value “{value}” makes it “{name}” "
        "by the form",
    ),
    _entry(
        "T13",
        "warning",
        "读取存疑：“{found}”下一行未印出三级指标名称，指标值为“{value}”，"
        "推测为“{placed}”的“{name}”，请核对原表",
        "doubtful: a row under “{found}” has lost its name; its value “{value}” suggests “{name}” "
        "of “{placed}”",
    ),
    _entry(
        "T14",
        "warning",
        "读取存疑：一行未印出三级指标名称，指标值为“{value}”，名称留空，请核对原表",
        "doubtful: a row has lost its name, its value is “{value}”; the name is left open",
    ),
    _entry(
        "T15",
        "warning",
        "读取存疑：本行到表的边缘为止，未印出“{columns}”，未作推定，请核对原表",
        "doubtful: the row ends at the edge of the table, “{columns}” is not printed; not guessed",
    ),
    _entry(
        "T16",
        "warning",
        "读取存疑：“{child}”之上未印出一级指标，按表样归入“{parent}”，请核对原表",
        "doubtful: no 一级 is printed above “{child}”; placed under “{parent}” by the form",
    ),
    _entry(
        "T17",
        "warning",
        "读取存疑：本行未印出二级指标，请核对原表",
        "doubtful: no 二级 is printed for this row",
    ),
    _entry(
        "T18",
        "warning",
        "本行未能读作指标，原文列入未识别内容，请核对原表",
        "this row could not be read as an indicator; its text is listed as leftover",
    ),
    _entry(
        "T19",
        "warning",
        "读取存疑：同一行印有一级指标“{parent}”和二级指标“{child}”，表样中不相属，请核对原表",
        "doubtful: “{parent}” and “{child}” stand on one row but not together in the form",
    ),
    _entry(
        "T20",
        "warning",
        "读取存疑：本行多出“{text}”，无列可归，列入未识别内容，请核对原表",
        "doubtful: “{text}” on this row fits no column and is listed as leftover",
    ),
    _entry(
        "T21",
        "warning",
        "读取存疑：“{name}”印在“{found}”下，表样中不在此处，且其位置已有一行，请核对原表",
        "doubtful: “{name}” is printed under “{found}”, where the form has it not, and its own "
        "place is taken",
    ),
)

_MONEY = (
    _entry(
        "T22",
        "hint",
        "读取存疑：支出“{name}”与表头错列，已按内容归位，请核对原表",
        "doubtful: spending line “{name}” stands beside its columns; put in place by content",
    ),
    _entry(
        "T23",
        "warning",
        "“{name}”未印出金额，未按分项推算，请核对原表",
        "no amount is printed for “{name}”; it was not made up from its parts",
    ),
    _entry(
        "T24",
        "warning",
        "“{name}”填报为“{text}”，不是金额，未读作数字，请核实",
        "“{name}” reads “{text}”, which is no amount; please check",
    ),
    _entry(
        "T25",
        "warning",
        "读取存疑：没有印出“支出”一行，“{text}”起按支出明细读取，请核对原表",
        "doubtful: the row 支出 is not printed; spending lines are taken to begin at “{text}”",
    ),
    _entry(
        "T26",
        "warning",
        "读取存疑：金额“{text}”未能归入任何一行，列入未识别内容，请核对原表",
        "doubtful: the amount “{text}” belongs to no line and is listed as leftover",
    ),
    _entry(
        "T27",
        "warning",
        "读取存疑：“{name}”的金额印在另一行，已按表头归入，请核对原表",
        "doubtful: an amount of “{name}” is printed on another row; placed by its header",
    ),
    _entry(
        "T28",
        "warning",
        "读取存疑：“{name}”一行的金额与各列对不齐，请核对原表",
        "doubtful: the amounts of “{name}” do not match the columns",
    ),
    _entry(
        "T29",
        "warning",
        "读取存疑：支出表头未印出“{text}”，按表样的列次读取，请核对原表",
        "doubtful: the header of the spending lines lacks “{text}”; columns taken from the form",
    ),
    _entry(
        "T30",
        "warning",
        "读取存疑：支出“{name}”的金额归列是推测，请核对原表",
        "doubtful: which columns the amounts of “{name}” belong to is a guess",
    ),
    _entry(
        "T31",
        "warning",
        "支出“{name}”未印出金额，请核对原表",
        "no amount is printed for the spending line “{name}”",
    ),
)

_COLUMNS = (
    _entry(
        "T32",
        "warning",
        "读取存疑：表头未印出表样中的“{columns}”，各行此列未读，请核对原表",
        "doubtful: the header lacks “{columns}” of the form; not read in any row",
    ),
    _entry(
        "T33",
        "hint",
        "表头有未收录的列“{columns}”，按原文保留",
        "the header has columns that are not known: “{columns}”; kept as written",
    ),
    _entry(
        "T34",
        "warning",
        "分值填报为“{text}”，不是数字，未计入，请核实",
        "the weight reads “{text}”, which is no number; not counted, please check",
    ),
)

_LABELS = (
    _entry(
        "T40",
        "hint",
        "读取存疑：本行在原文中断为两段，已接成一行，请核对原表",
        "doubtful: this row is torn in two in the text and was joined",
    ),
    _entry(
        "T35",
        "warning",
        "读取存疑：表样中没有名为“{name}”的一级或二级指标，按所在列读取，请核对原表",
        "doubtful: the form has no 一级 or 二级 “{name}”; read by its column",
    ),
)

_ACTUALS = (
    _entry(
        "T41",
        "error",
        "完成情况文件缺少列“{columns}”：读到的列为“{read}”；请补上后再读",
        "the file of actuals lacks “{columns}”: it has “{read}”; please add them",
    ),
    _entry(
        "T42",
        "hint",
        "完成情况文件有未收录的列“{columns}”，未用于测算，原文保留",
        "the file of actuals has columns that are not known: “{columns}”; kept as written, not "
        "used",
    ),
    _entry(
        "T43",
        "error",
        "“{column}”填报为“{text}”，不是数字；请填数字（如 10 或 92.5），此处未计入",
        "“{column}” reads “{text}”, which is no number; please give one (10, 92.5); not counted",
    ),
    _entry(
        "T44",
        "error",
        "完成情况文件没有数据行：只读到表头“{read}”；请填写后再读",
        "the file of actuals has no rows, only the header “{read}”; please fill it in",
    ),
    _entry(
        "T45",
        "error",
        "JSON 读不通：第 {line} 行第 {column} 列附近；请核对括号、引号和逗号",
        "not JSON: near line {line}, column {column}; please check brackets, quotes and commas",
    ),
    _entry(
        "T46",
        "error",
        'JSON 的结构不是完成情况：读到 {read}，应为 {"schema": "jixiao/actuals/1", '
        '"indicators": […], "funding": […]} 或一个列表',
        'the JSON holds no actuals: read {read}, expected {"schema": "jixiao/actuals/1", '
        '"indicators": […], "funding": […]} or a list',
    ),
    _entry(
        "T47",
        "warning",
        "本行没有三级指标名称，也没有资金来源，无法对应，未采用；请补上",
        "this row names neither an indicator nor a source of money and was not used",
    ),
    _entry(
        "T48",
        "warning",
        "本行有 {count} 格，表头只有 {columns} 列，多出的“{text}”未采用；请核对分隔符",
        "this row has {count} cells, the header {columns} columns; “{text}” was not used",
    ),
    _entry(
        "T49",
        "warning",
        "“{column}”填报为“{text}”，不在 0 到 100% 之间，请核实",
        "“{column}” reads “{text}”, which is not between 0 and 100%; please check",
    ),
)

_ACTUALS_MORE = (
    _entry(
        "T37",
        "hint",
        "“{column}”填报为“{text}”，按 {text}% 读取；请写明百分号",
        "“{column}” reads “{text}” and was taken as {text}%; please write the sign",
    ),
    _entry(
        "T38",
        "warning",
        "有引号没有配对，已逐行按原文读取；请核对含引号的单元格",
        "a quotation mark is not closed; the file was read line by line, please check",
    ),
    _entry(
        "T39",
        "error",
        "“{column}”应为文字或数字，读到{read}，此处未采用；请改正",
        "“{column}” should be a text or a number, it is {read}; not used, please mend",
    ),
)

TABLES: tuple[Entry, ...] = (
    *_FILES,
    *_OPENING,
    *_FORMS,
    *_ROWS,
    *_MONEY,
    *_COLUMNS,
    *_LABELS,
    *_ACTUALS,
    *_ACTUALS_MORE,
)
