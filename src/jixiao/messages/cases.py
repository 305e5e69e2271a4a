"""What is said about files of cases beside a ruleset: the codes R50 to R62."""

from __future__ import annotations

from jixiao.messages.entry import Entry

__all__ = ["CASES"]


def _error(code: str, zh: str, en: str) -> Entry:
    return Entry(code, "error", None, zh, en)


CASES: tuple[Entry, ...] = (
    _error(
        "R50",
        "看不懂“{word}”，{place}这里写的应是其中一种",
        "“{word}” is not known here ({place})",
    ),
    _error(
        "R51",
        "“{word}”的后面缺少冒号，每行写作“键：值”",
        "“{word}” lacks its colon; a line is written 键：值",
    ),
    _error(
        "R52",
        "“{key}”填的是“{word}”，应写作{wanted}",
        "“{key}” is “{word}”, it should be written as {wanted}",
    ),
    _error(
        "R53",
        "测试例“{word}”缺少{what}",
        "the case “{word}” lacks {what}",
    ),
    _error(
        "R54",
        "“{word}”在同一个测试例里写了两次，请删去一处；如果是另一个测试例，请在前面空一行",
        "“{word}” is said twice in one case; remove one, or put an empty line before a new case",
    ),
    _error(
        "R55",
        "有两个测试例都叫“{word}”，请给其中一个另起名称",
        "two cases are called “{word}”; please rename one",
    ),
    _error(
        "R56",
        "规则集 {ruleset} 没有名为“{word}”的{what}",
        "the ruleset {ruleset} has no {what} “{word}”",
    ),
    _error(
        "R57",
        "文件里没有测试例；一个测试例由“名称”“输入”“期望”三行组成",
        "there is no case in the file; a case is made of the lines 名称, 输入, 期望",
    ),
    _error(
        "R58",
        "不知道这些测试例属于哪个规则集：旁边没有 {file}；请在开头写“规则集：编号”",
        "which ruleset is meant is not said: there is no {file}; begin with 规则集：id",
    ),
    _error(
        "R59",
        "“{key}”的后面没有内容，应写{wanted}",
        "nothing stands behind “{key}”; it should be {wanted}",
    ),
    _error(
        "R60",
        "引号没有成对，请在本行补上 {wanted}",
        "a quotation mark lacks its pair; please add {wanted} on this line",
    ),
    _error(
        "R61",
        "测试例“{word}”既写了{one}，又写了{other}，请分成两个测试例",
        "the case “{word}” has both {one} and {other}; please make two of it",
    ),
    _error(
        "R62",
        "规则集 {word} 旁边没有测试例文件 {file}；请新建这个文件，写法见 docs/language.md",
        "there is no file of cases {file} beside {word}; please write one, see docs/language.md",
    ),
)
