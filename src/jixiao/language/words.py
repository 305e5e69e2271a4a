"""What the words of the rule language are called by people, and which one was probably meant."""

from __future__ import annotations

import difflib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["TERMINALS", "choices_text", "nearest", "simplified", "word_at"]

_CUTOFF = 0.5
"""At difflib's own 0.6, one wrong character in a word of two finds nothing (权种 → 权重)."""

TERMINALS: Mapping[str, str] = MappingProxyType(
    {
        "RULESET": "规则集",
        "MODIFY": "修改",
        "CANCEL": "取消",
        "SCALE": "等级",
        "SYNONYM": "同义",
        "UNIT": "单位",
        "PHRASE": "短语",
        "FIELD": "项",
        "GROUP": "明细",
        "COLUMN": "列",
        "LEVEL": "一级/二级/三级",
        "GOAL": "目标",
        "METHOD": "方法",
        "CHECK": "校验",
        "RATIO": "完成率",
        "DEFAULT": "默认",
        "MERGE": "汇总",
        "ROUND": "舍入",
        "UNFIT": "不适用",
        "REST": "折算/剔除",
        "NEAR": "约数",
        "TABLE_STAGE": "阶段",
        "MONEY": "金额单位",
        "BLANKS": "免填",
        "ANY": "任意",
        "REQUIRED": "必填",
        "OPTIONAL": "选填",
        "KEEP": "沿用",
        "SEVERITY": "须修改/请说明/建议完善",
        "KIND": "文本/年份/日期/金额/数值/百分比/等级/进度/期限/趋势/符号/自由文字",
        "ROLE": "目标值/实际值/权重/得分/符号/单位/基期值/原因/描述/依据",
        "STAGE": "目标/监控/自评",
        "PLACE": "逐项/合计",
        "CASE": "正向/反向/零值/进度",
        "CUT": "截断",
        "FILLED": "自填",
        "STATUS": "核实/待核",
        "DAY": "6月底",
        "RSID": "江苏南通-2025 这样的编号",
        "CODE": "N01 这样的编号",
        "DATE": "2025年1月1日 这样的日期",
        "PERCENT": "百分数",
        "DECIMAL": "小数",
        "INT": "整数",
        "EQ": "=",
        "GT": "＞",
        "REL": "≥/≤/＜/≠",
        "PLUS": "+",
        "MINUS": "-",
        "STAR": "×/÷",
        "SLASH": "/",
        "TITLE": "《文件名》",
        "DOCNO": "（文号）",
        "ARTICLE": "第…条",
        "QNAME": "「名称」",
        "STRING": "“文字”",
        "NAME": "名称",
        "_COLON": "：",
        "_OPEN": "【",
        "_CLOSE": "】",
        "_BAR": "|",
        "_COMMA": "，",
        "_LIST": "、",
        "_DOT": ".",
        "_LPAR": "（",
        "_RPAR": "）",
        "_LSQB": "[",
        "_RSQB": "]",
        "_TITLE": "名称",
        "_PARENT": "继承",
        "_REGION": "地区",
        "_YEAR": "年度",
        "_EFFECTIVE": "生效",
        "_TO": "至",
        "_SYNTAX": "语法",
        "_NEEDS": "需要",
        "_SOURCE": "依据",
        "_DOC": "说明",
        "_WORDS": "词汇",
        "_TABLE": "表",
        "_TREE": "指标",
        "_SCORE": "计分",
        "_CHECKS": "校验",
        "_BANDS": "等次",
        "_ALIAS": "别名",
        "_ROWS": "各行",
        "_AT_LEAST": "至少",
        "_AT_MOST": "至多",
        "_ITEMS": "项",
        "_WEIGHT": "权重",
        "_TOTAL_WEIGHT": "合计权重",
        "_VALUE": "值",
        "_IN_UNIT": "单位",
        "_SHOULD": "应为",
        "_COUNTED": "计分",
        "_ONE_OF": "可选",
        "_AS": "作为",
        "_DUE": "截至",
        "_DIGITS": "位",
        "_WEIGHED_BY": "按",
        "_FOR": "适用",
        "_RATE": "得分率",
        "_POINTS": "得分",
        "_CAP": "封顶",
        "_FLOOR": "保底",
        "_PASS": "及格线",
        "_EXPLAIN": "须说明",
        "_DEDUCT": "扣减",
        "_WHEN": "时",
        "_BY": "分档",
        "_FULL": "满分",
        "_SCOPE": "对象",
        "_EACH": "每条",
        "_IF": "当",
        "_MUST": "条件",
        "_WITHIN": "容差",
        "_SAY": "提示",
        "_OR": "或",
        "_AND": "且",
        "_NOT": "非",
        "_CASE": "若",
        "_THEN": "则",
        "_ELSE": "否则",
        "_BLANK": "为空",
        "_NOT_BLANK": "不为空",
        "_AMONG": "属于",
        "_NOT_AMONG": "不属于",
        "_IS": "为",
        "$END": "换行",
    }
)
"""Terminal of `grammar/ruleset.lark` to what stands in its place in a message."""

_TRADITIONAL = str.maketrans(
    "規則繼詞彙級標計驗條數據實際應選項評權單語義說須請監達為種資劃對時間當捨進總減別稱滿圍檔檢還開關舉測線獨歸類績務處區動號無",
    "规则继词汇级标计验条数据实际应选项评权单语义说须请监达为种资划对时间当舍进总减别称满围档检还开关举测线独归类绩务处区动号无",
)
_WORD = re.compile(r"「[^」\n]*」?|“[^”\n]*”?|《[^》\n]*》?|\w+|[^\s\w]")


def simplified(text: str) -> str:
    """The text in simplified characters, as far as the words of the language need it.

    >>> simplified("計分"), simplified("條件")
    ('计分', '条件')
    """
    return text.translate(_TRADITIONAL)


def word_at(line: str, start: int) -> str:
    """The word, quoted name or mark that starts at a place of a line.

    >>> word_at("一级 产出指标：权种 50", 8)
    '权种'
    """
    found = _WORD.match(line, start)
    word = found[0] if found else line[start : start + 1]
    return word if word.isprintable() else f"U+{ord(word[0]):04X}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant, or None.

    >>> nearest("权种", ["权重", "必填"]), nearest("xyz", ["权重"])
    ('权重', None)
    """
    spelled = simplified(word)
    known = [one for one in candidates if one]
    if spelled in known:
        return spelled
    found = difflib.get_close_matches(spelled, known, n=1, cutoff=_CUTOFF)
    return found[0] if found else None


def choices_text(terminals: Iterable[str]) -> str:
    """What may be written, shortest first.

    >>> choices_text(["_WEIGHT", "_VALUE", "REQUIRED"])
    '值、必填、权重'
    """
    shown = {TERMINALS.get(one, one) for one in terminals}
    ordered = sorted(shown, key=lambda word: (not word[0].isalnum(), "/" in word, len(word), word))
    return "、".join(
        word if word[0].isalnum() or len(word) > 1 else f"“{word}”" for word in ordered
    )
