"""What is said about text whose cells were wrapped or shuffled, tasks, and goals in prose.

Codes T80 to T99, T122 and T130 to T136, of the family of tables.
"""

from __future__ import annotations

from jixiao.messages.entry import Entry, SeverityName

__all__ = ["TORN"]


def _entry(code: str, severity: SeverityName, zh: str, en: str) -> Entry:
    return Entry(code, severity, None, zh, en)


TORN: tuple[Entry, ...] = (
    _entry(
        "T80",
        "hint",
        "读取存疑：本行末两列的字在换页处交错，唯一能拼成“{words}”，已归位，请核对原表",
        "doubtful: the letters of the last two columns are shuffled at a page's end and can only "
        "be “{words}”; put in place",
    ),
    _entry(
        "T81",
        "warning",
        "读取存疑：本行或上一行末尾的依据、分类没有印全，行的界线不能确定，请核对原表",
        "doubtful: the words that end this row or the one above are not whole, so that where the "
        "row ends is not certain",
    ),
    _entry(
        "T82",
        "hint",
        "读取存疑：“{name}”的几列指标值在换页处交错，按各列相等归位，请核对原表",
        "doubtful: the values of “{name}” are shuffled at a page's end; put in place by their "
        "being equal",
    ),
    _entry(
        "T83",
        "hint",
        "读取存疑：“{name}”与其指标值之间没有界线，按行宽或同一文件的另一张表断开，请核对原表",
        "doubtful: nothing parts “{name}” from its value; parted by the width of the lines or by "
        "another table of the file",
    ),
    _entry(
        "T84",
        "warning",
        "读取存疑：“{name}”与其指标值在何处分开不能确定，暂按最可能处断开，请核对原表",
        "doubtful: where “{name}” ends and its value begins is not certain; the likeliest place "
        "was taken",
    ),
    _entry(
        "T86",
        "hint",
        "读取存疑：“{name}”的金额与表头错列，按各任务之和归位，请核对原表",
        "doubtful: the amounts of “{name}” stand beside their columns; put in place by the sums of "
        "the tasks",
    ),
    _entry(
        "T87",
        "warning",
        "读取存疑：“{name}”的名称或金额归列是推测，请核对原表",
        "doubtful: which columns the name or the amounts of “{name}” belong to is a guess",
    ),
    _entry(
        "T88",
        "hint",
        "读取存疑：任务“{name}”与表头错列，已按内容归位，请核对原表",
        "doubtful: the task “{name}” stands beside its columns; put in place by content",
    ),
    _entry(
        "T89",
        "hint",
        "读取存疑：“{name}”的指标写在成段文字里，按数值拆出指标值“{value}”，请核对原表",
        "doubtful: the indicator “{name}” stands in prose; its value “{value}” was taken from it",
    ),
    _entry(
        "T90",
        "warning",
        "读取存疑：“{name}”的指标写在成段文字里，指标值为“{value}”，从何处拆开是推测，请核对原表",
        "doubtful: the indicator “{name}” stands in prose; that its value is “{value}” is a guess",
    ),
    _entry(
        "T92",
        "hint",
        "任务“{name}”未印出主要内容，请核对原表",
        "what the task “{name}” is, is not printed; please check the original",
    ),
    _entry(
        "T93",
        "warning",
        "读取存疑：“{name}”既可作一级指标，也可作二级指标，印在错列的一行里，暂作二级读取，请核对原表",
        "doubtful: “{name}” may be a 一级 or a 二级 and stands beside its column; taken as a 二级",
    ),
    _entry(
        "T91",
        "warning",
        "读取存疑：上面有一行未能分清，本行所属的一级、二级指标可能印在那一行里，请核对原表",
        "doubtful: a row above could not be told apart and may hold the labels of this one",
    ),
    _entry(
        "T85",
        "warning",
        "读取存疑：本行印出的格比列少，各格属于哪一列不能确定，请核对原表",
        "doubtful: this row has fewer cells than columns, and which is which is not certain",
    ),
    _entry(
        "T94",
        "warning",
        "读取存疑：本行有 {count} 格，表头有 {expected} 列，各格属于哪一列不能确定，请核对原表",
        "doubtful: this row has {count} cells and its header {expected} columns; which cell is "
        "which is not certain",
    ),
    _entry(
        "T95",
        "hint",
        "读取存疑：“{name}”一行的文字折成几行，已按印出的位置归到各列，请核对原表",
        "doubtful: the cells of “{name}” were wrapped; put in their columns by where they stand",
    ),
    _entry(
        "T96",
        "hint",
        "读取存疑：一级、二级指标印在其各行的中间，已按行数归到各行，请核对原表",
        "doubtful: the labels of the levels stand in the middle of their rows; given to the rows "
        "they are in the middle of",
    ),
    _entry(
        "T97",
        "warning",
        "读取存疑：本行所属的一级、二级指标从哪一行起不能确定，请核对原表",
        "doubtful: with which row the labels of the levels begin is not certain",
    ),
    _entry(
        "T98",
        "hint",
        "读取存疑：“{name}”一行的各格没有按行印出，已按各格的内容断开，请核对原表",
        "doubtful: the cells of “{name}” are not printed as a row; parted by what they hold",
    ),
    _entry(
        "T99",
        "warning",
        "读取存疑：“{text}”前后的格数与表头对不上，或有一行文字没有竖线，暂按次序归列，请核对原表",
        "doubtful: the cells around “{text}” do not come out as whole rows, or a line among them "
        "has no pipe; put in columns in their order",
    ),
    _entry(
        "T122",
        "error",
        "表格的各格连成一串、没有间隔（如“{sample}”），名称、指标值和分值在何处分开不能确定，"
        "没有读取；全文列入未识别内容，请提供原表（Excel、Word 或 PDF）",
        "the cells of the table run into each other (“{sample}”): where names, values and weights "
        "part is not certain, so nothing was read; hand in the original (Excel, Word or PDF)",
    ),
    _entry(
        "T130",
        "hint",
        "读取存疑：“{name}”一行的各格连印、没有间隔，已按内容断开，断法只有一种，请核对原表",
        "doubtful: the cells of “{name}” are printed with nothing between; parted by what they "
        "hold, in the only way there is",
    ),
    _entry(
        "T131",
        "warning",
        "读取存疑：“{name}”一行的各格连印、没有间隔，暂按最可能处断开，请核对原表",
        "doubtful: the cells of “{name}” are printed with nothing between; parted at the likeliest "
        "places",
    ),
    _entry(
        "T132",
        "warning",
        "读取存疑：“{name}”一行的数字连印为“{text}”，如何断开不能确定，没有断开，请核对原表",
        "doubtful: the figures of “{name}” are printed as “{text}”; how they part is not certain, "
        "and they were not parted",
    ),
    _entry(
        "T133",
        "error",
        "表格的各格连成一串、没有间隔（如“{sample}”），已按内容断开，各行都须核对，断不开的列入未识别内容；"
        "请提供原表（Excel、Word 或 PDF）",
        "the cells of the table run into each other (“{sample}”); they were parted by what they "
        "hold, every row is to be checked, and what cannot be parted is left over; hand in the "
        "original (Excel, Word or PDF)",
    ),
    _entry(
        "T134",
        "hint",
        "读取存疑：“{name}”不在表格里，是逐条列出的（如“【产出指标-数量指标】”“数量指标：…”），"
        "已按列出的层级读取，请核对原表",
        "doubtful: “{name}” stands in a list and not in a table; read under the levels of the list",
    ),
    _entry(
        "T135",
        "warning",
        "读取存疑：“{name}”写在成句的文字里，名称从何处起不能确定，请核对原表",
        "doubtful: “{name}” stands in a sentence; where its name begins is not certain",
    ),
    _entry(
        "T136",
        "error",
        "没有找到绩效表：指标写在文字叙述里（如“{sample}”），没有读取；全文列入未识别内容，"
        "请提供绩效目标表或自评表（Excel、Word 或 PDF）",
        "no performance table found: the indicators stand in prose (“{sample}”) and were not read; "
        "everything is listed as leftover; hand in the table (Excel, Word or PDF)",
    ),
)
