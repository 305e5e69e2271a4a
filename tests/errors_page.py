"""The page docs/errors.md: the ladder of messages, and every code of rule files with an example.

Run `python tests/errors_page.py` to write it anew; `tests/test_errors_page.py` holds the two
together. Examples and messages come from tests/language/bad, nothing is typed in.
"""

from __future__ import annotations

from pathlib import Path

from lark import UnexpectedInput

from jixiao.findings import Severity
from jixiao.language.grammar import line_parser
from jixiao.messages.language import LANGUAGE
from jixiao.source import fold

__all__ = ["OF_A_FILE", "PAGE", "examples", "page"]

ROOT = Path(__file__).parent
BAD = ROOT / "language" / "bad"
PAGE = ROOT.parent / "docs" / "errors.md"
OF_A_FILE = frozenset({f"R{number:02}" for number in (*range(1, 30), 35, *range(37, 41))})
"""Codes that the text of a rule file can get; the others are about names, packages and cases."""

_SHOWN = "r02_clause"
_OPENING = """# 规则文件的报错

规则文件写错了，会看到什么，怎么改。每一条都来自一个真实写错的文件（`tests/language/bad/`），
本页由 `python tests/errors_page.py` 生成，测试保证它与程序说的一字不差。

## 从最差到最好

同一个错：把“权重”写成了“权种”。

```text
{line}
```

**一、只说错了。** 什么也没说：不知道哪个文件、哪一行、哪个字。

```text
{worst}
```

**二、说给程序员听。** 有位置，但说的是机器的话，办表的人看不懂。

```text
{raw}
```

**三、有行号，没有出路。** 知道在哪里，不知道能写什么。

```text
{place} 语法错误
```

**四、我们的。** 哪个文件第几行第几个字，读到了什么，这里可以写什么，大概想写什么。

```console
$ jixiao rulesets lint tests/language/bad/{shown}.jx
{ours}
```

## 几条约定

- 一次说全：一行写错，不影响读其他行；改完一遍，不会再冒出一批新的。
- 列号按字数，尖角按显示宽度：一个汉字占两格，全角半角都对得上。
- 两处不合的，两处都给出来：重复写的、悄悄改了上级的、绕成圈的。
- 最像的词按 0.5 的相似度找，繁体先化成简体：“計分”也能认出是“计分”。
- 不怪人：只说读到什么、按什么读的、请怎么写。
- “须修改”不改不能用，“请说明”“建议完善”照样能用；`--strict` 把“请说明”也当作不通过。
- 机器要用的，加 `--format json`（`jixiao/lint/1`），一条一个对象，带文件、行、列和另一处位置。

## 逐条

编号一经使用不再改作他用。例子省去了文件开头的六七行。
"""


def examples() -> dict[str, list[str]]:
    """The names of broken files by code, in order."""
    found: dict[str, list[str]] = {}
    for path in sorted(BAD.glob("r*.jx")):
        found.setdefault(path.name[:3].upper(), []).append(path.stem)
    return found


def body_of(name: str) -> str:
    """A broken file from its first section on; all of it where the head is what is broken."""
    text = (BAD / f"{name}.jx").read_text(encoding="utf-8")
    head, mark, rest = text.partition("【")
    message = (BAD / f"{name}.txt").read_text(encoding="utf-8")
    line = int(message.split(":", 2)[1]) if message.startswith(name) else 1
    return (mark + rest if line > head.count("\n") else text).rstrip("\n")


def ladder() -> str:
    """The opening, with what other readers say of the same line computed here and now."""
    message = (BAD / f"{_SHOWN}.txt").read_text(encoding="utf-8").rstrip("\n")
    number = int(message.split(":", 2)[1])
    line = (BAD / f"{_SHOWN}.jx").read_text(encoding="utf-8").splitlines()[number - 1]
    try:
        line_parser().parse(fold(line), start="tree_line")
        raw = ""
    except UnexpectedInput as error:
        raw = str(error).strip()
    ours = message.replace(f"{_SHOWN}.jx", f"tests/language/bad/{_SHOWN}.jx")
    total = f"tests/language/bad/{_SHOWN}.jx：须修改 1，请说明 0，建议完善 0。"
    place = message.split(" ", 1)[0]
    return _OPENING.format(
        line=line,
        worst="Error: invalid ruleset",
        raw=_sorted_choices(raw),
        place=place,
        shown=_SHOWN,
        ours=f"{ours}\n{total}",
    )


def _sorted_choices(raw: str) -> str:
    """Lark lists what it expected in no order; sorted, so that the page is always the same."""
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    listed = sorted(line for line in lines if line.startswith("*"))
    said = [line for line in lines if line[0] not in "*P"]
    return "\n".join([*said, *listed])


def page() -> str:
    """The whole page."""
    parts = [ladder()]
    found = examples()
    for entry in sorted(LANGUAGE, key=lambda one: one.code):
        if entry.code not in OF_A_FILE:
            continue
        label = Severity(entry.severity).label()
        parts.append(f"### {entry.code} {label}\n\n{entry.zh}。\n")
        for name in found.get(entry.code, ())[:2]:
            message = (BAD / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
            parts.append(f"```text\n{body_of(name)}\n```\n\n```text\n{message}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
