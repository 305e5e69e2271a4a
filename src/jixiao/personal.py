"""What names or reaches a person in a text: labels, the names behind them, telephone numbers."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "MASK",
    "ends_in_label",
    "hidden",
    "is_personal",
    "is_personal_label",
    "label_spots",
    "last_label",
    "mask_numbers",
    "mask_text",
    "names_behind",
    "numbers_in",
    "sure_names",
]

MASK = "＊＊＊"

_OTHER_SHAPES = {
    char: f"[{char}{other}]"
    for char, other in zip(
        "负责联系电话机报审经办编写领导签码号邮传复证",
        "負責聯繫電話機報審經辦編寫領導簽碼號郵傳複證",
        strict=True,
    )
}
"""Characters that pages in traditional writing print otherwise."""
_APART = r"(?:[ \t\u3000\u00a0]{0,3}\n?[ \t\u3000\u00a0]{0,3}|\([^()\u4e00-\u9fff]{1,6}\))"
"""What may stand between the characters of a label: spaces, a line's end, how it is spoken."""


def _spaced(word: str) -> str:
    return _APART.join(_OTHER_SHAPES.get(char, re.escape(char)) for char in word)


def _any(*words: str) -> str:
    return "(?:" + "|".join(map(_spaced, sorted(words, key=len, reverse=True))) + ")"


_PERSON = _any(
    *("负责人", "责任人", "责任者", "负责同志", "联系人", "联络人", "联络员", "填报人", "填报人员"),
    *("填表人", "填写人", "制表人", "编制人", "审核人", "复核人", "审批人", "经办人", "承办人"),
    *("报送人", "录入人", "评价人", "法人代表", "法定代表人", "分管领导", "主管领导", "单位领导"),
)
_REACH = (
    rf"(?:{_any('电话', '手机')}(?:{_APART}{_any('号码', '号')})?"
    rf"|{_any('联系方式', '联系方法', '通讯方式', '电子邮箱', '电子邮件', '电子信箱', '邮箱')}"
    rf"|{_any('身份证号码', '身份证号', '身份证', '微信号', '传真')}|QQ号?|[Ee]-?mail)"
    r"(?!\s{0,2}(?:费|会议|机房|机关|线路|亭|网|系统|通知|回访|访谈|调查|热线|端|软件|银行|报|卡))"
)
_KINDS = (
    "项目|項目|專項|單位|財務|专项|单位|部门|财务|科室|主管|实施|资金|填报|填表|业务|分管|绩效|自评|评价|股室|处室|机构"
    "|具体|主要|直接|联系|聯繫|办公|移动|固定|工程|任务|现场|及|本"
)
_BEFORE = (
    r"(?:[项单部主财][ \t\u3000]{1,3}[目位门管务][ \t\u3000]{1,3}"
    rf"|(?:(?:{_KINDS})\n?){{0,4}})"
)
_TAIL = _any("姓名", "签字", "签名", "签章", "职务", "职称")
_ASIDE = r"[(（][^()（）\d:：]{1,12}[)）]"
_AND = r"\s{0,3}(?:[及和与或、/／,，|｜\\]\s{0,3})?"
_ONE = rf"(?:{_PERSON}(?:{_APART}{_TAIL})?|{_REACH})(?:\s?{_ASIDE})?"
_LABEL = re.compile(rf"{_BEFORE}{_ONE}(?:{_AND}{_BEFORE}(?:{_ONE}|{_TAIL}))*")
"""A role of a person, a way to reach one, or several: 项目负责人及电话, 联系人（签字）/联系方式."""
_VERB = re.compile(
    rf"{_BEFORE}{_any('制表', '填表', '填报', '复核', '审核', '编制', '经办', '姓名')}\s*[:：]"
)
"""Words that are labels of a person only where a colon stands behind them."""

_TELEPHONE = re.compile(
    r"(?<![0-9A-Za-z.,≥≤><=])"
    r"(?:1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})|0\d{2,3}[-—–－]?\d{7,8}|[(（]0\d{2,3}[)）]\s?\d{7,8})"
    r"(?![0-9A-Za-z%]|[.,]\d|\s*[元条万亿人次个件])"
)
"""A number of a telephone; digits of a project's code (…P00877610001X) or of a figure are none."""
_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NUMBER = re.compile(
    r"[(（]?\+?\d[\d()（）—–－-]{4,18}[\dXx](?:\s?转\s?\d{1,5})?(?![\d.,%]\d?|\s*[元条万亿])"
    r"|\d{3,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\d.,%])"
)
"""What is a number of a person only because its label says so: 6223344."""

_COMMON = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎"
    "鲁韦马苗凤花俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹"
    "姚邵汪祁毛禹狄米贝臧戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁邓洪包左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦"
    "巴牧谷车侯宓全班仰秋仲伊宫宁仇甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓"
    "屠蒙池乔阴胥苍闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿边燕冀浦尚农温别庄晏柴瞿阎慕连习艾鱼"
    "容向古易慎戈廖庾衡步都耿满弘匡国文寇广东欧沃利蔚越师巩聂晁勾敖融冷辛阚那简饶曾关蒯相查荆游"
    "权盖益桓公闫佟岳帅涂肖覃冼"
    "趙錢孫馮陳衛蔣瀋韓楊許呂張嚴華魏謝鄒喻蘇範魯韋馬鳳費賀湯羅畢鄔樂齊餘顧黃蕭龐紀項閔賈婁"
    "顏鐘駱萬盧應鄧陸榮龔儲葉黎賴喬聞黨譚貢勞農溫莊閻連習嶽關饒劉寧龍"
)
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|宇文|长孙"
_HAN = "\u4e00-\u9fff"
_FAMILY = (
    rf"(?:(?:{_DOUBLE})[{_HAN}]{{1,2}}|[{_COMMON}](?:[ \u3000]{{0,3}}[{_HAN}]{{1,2}}|某{{1,2}}))"
)
_END = rf"(?=$|[^{_HAN}A-Za-z])"
_STOP = re.compile(
    r".*(?:部门|单位|名称|资金|指标|目标|日期|时间|金额|意见|情况|编码|代码|签字|盖章|公章|属性|类型|类别"
    r"|预算|地址|年度|周期|期限|得分|分值|总额|小计|合计|拨款|内容|概况|依据|性质|来源|职务|事项|说明"
    r"|项目|中心|公司|学校|医院|政府|委员会|街道|机关|本级|月|日)|[无是否有/—-]+|待定|不详|同上|暂无"
)
"""Short texts that name no person: labels, bodies, blanks."""
_BODY = re.compile(r".*[局院部科处室办会站所队校厂委组团馆镇乡村县市区省厅股]")
_TOKEN = re.compile(
    rf"[{_HAN}]{{1,8}}[·•・][{_HAN}·•・]{{1,12}}"
    rf"|[{_HAN}][ \u3000]{{1,3}}[{_HAN}](?![{_HAN}])"
    rf"|[{_HAN}][{_HAN}某ＸX×xＯ○O*＊]{{1,3}}{_END}"
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,3}}"
)
"""What may be a name by its shape."""
_AFTER = frozenset("0123456789、，, （(")
_HANS = re.compile(rf"[{_HAN}]{{2,4}}")
_FAMILIES = re.compile(_FAMILY)
_SURNAMED = re.compile(_FAMILY + _END)
_WORDY = frozenset("满管高安平全权应支利步容广都明和能水方常成时连习车终相通")
"""Surnames that begin many other words: 满意度, 管理, 安全."""
_FIGURE = re.compile(r"\s*[≥≤<>=＝≧≦\d%]")
_BEFORE_NUMBER = re.compile(
    rf"(?<![{_HAN}A-Za-z]){_FAMILY}(?=[\s:：/、,，|｜(（-]{{0,4}}(?:\+?86-?)?(?:1[3-9]\d{{9}}|0\d{{2,3}}-?\d{{7,8}})(?!\d))"
)
_TWICE = re.compile(r"(项目|单位|部门|工程)(?=\1)")
_GAP = re.compile(r"[\s:：|｜,，;；\"“”'/／、_＿.。()（）\\-]*")
_JOINED = re.compile(r"\s?[、/／,，]\s?")
_LABELLED = re.compile(r"[^\s:：|｜,，;；。]{1,14}\s?[:：]")
"""The next label, with its colon: nothing stood before it."""
_RUN = re.compile(rf"[{_HAN}A-Za-z·•・*＊×]{{1,24}}")


def is_personal(name: str) -> bool:
    """Whether a field names or reaches a private person.

    >>> is_personal("项目负责人/联系电话"), is_personal("主管部门"), is_personal("项目责任人")
    (True, False, True)
    >>> is_personal("制表"), is_personal("电话费")
    (True, False)
    """
    return _LABEL.search(name) is not None or _VERB.fullmatch(f"{name.rstrip(':：')}:") is not None


def is_personal_label(text: str) -> bool:
    """Whether a text is the label of a person and nothing else.

    >>> is_personal_label("负责人及电话："), is_personal_label("科室负责人培训")
    (True, False)
    """
    bare = text.strip()
    named = bare.rstrip(":： ").lstrip("*★ ")
    return _LABEL.fullmatch(named) is not None or _VERB.fullmatch(bare) is not None


def ends_in_label(text: str) -> bool:
    """Whether a text ends where what its label asks for has to begin.

    >>> ends_in_label("实施单位 某局 项目负责人："), ends_in_label("项目负责人：某人")
    (True, False)
    """
    bare = text.rstrip()
    found = [*_LABEL.finditer(bare), *_VERB.finditer(bare)]
    return any(not _GAP.sub("", bare[one.end() :], count=1) for one in found)


def last_label(text: str) -> int | None:
    """Where a label begins that a text ends in, set apart from what stands before it.

    >>> last_label("某镇道路 项目负责人及电话："), last_label("培训村级联系人")
    (5, None)
    """
    bare = text.rstrip(" \t\r\n\u3000:：|｜")
    for one in _LABEL.finditer(bare):
        if one.end() == len(bare) and one.start() > 0 and _GAP.fullmatch(bare[one.start() - 1]):
            return one.start()
    return None


@lru_cache(maxsize=8192)
def label_spots(text: str) -> tuple[tuple[int, int, int], ...]:
    """Where labels of persons stand with something behind them: start, end, end of what is behind.

    >>> label_spots("某镇路 负责人及电话 张某 0513-00000000")
    ((4, 10, 27),)
    >>> label_spots("科室负责人培训"), label_spots("负责人 5 人")
    ((), ())
    """
    found: list[tuple[int, int, int]] = []
    marks = sorted(
        [(_start(one), one.end()) for one in _LABEL.finditer(text)]
        + [(one.start(), one.end()) for one in _VERB.finditer(text)]
    )
    for at, (start, end) in enumerate(marks):
        limit = next((one for one, _ in marks[at + 1 :] if one >= end), len(text))
        stop = _behind(text, start, end, limit)
        if stop > end:
            found.append((start, end, stop))
    return tuple(found)


def _start(found: re.Match[str]) -> int:
    """Where a label begins; of 项目项目负责人 the first word belongs to the name before it."""
    twice = _TWICE.match(found[0])
    return found.start() + (len(twice[1]) if twice else 0)


def _behind(text: str, start: int, end: int, limit: int) -> int:
    """The end of what a label asks for, `end` where nothing of the kind stands behind it."""
    gap = _GAP.match(text, end, limit)
    at = gap.end() if gap else end
    between = text[end:at]
    strong = ":" in between or "：" in between or text[end - 1] in ":："
    reaches = re.search(_REACH, text[start:end]) is not None
    stop = end
    whole = reaches and re.search(_PERSON, text[start:end]) is not None
    named = _name_end(text, at, limit, strong=strong, glued=not (between or strong or whole))
    if named > at:
        stop = at = named
        after = _GAP.match(text, at, limit)
        at = after.end() if after else at
    number = (_NUMBER if reaches else _TELEPHONE).match(text, at, limit)
    mail = _MAIL.match(text, at, limit)
    for one in (number, mail):
        if one is not None and one.end() > at:
            stop = max(stop, one.end())
    return stop


def _name_end(text: str, at: int, limit: int, *, strong: bool, glued: bool) -> int:
    """The end of the names that begin at a place; the place itself where none does."""
    end = at
    while True:
        one = _name(text, end, limit, strong=strong and end == at, glued=glued)
        if one is None:
            return at if end == at else end
        end = one
        joined = _JOINED.match(text, end, limit)
        if joined is None or not _TOKEN.match(text, joined.end(), limit):
            return end
        end, glued = joined.end(), False


def _told_by_number(text: str, at: int) -> bool:
    """Whether a number of a telephone stands at a place, or behind what parts it from a name."""
    gap = _GAP.match(text, at)
    return _TELEPHONE.match(text, gap.end() if gap else at) is not None


def _glued(text: str, at: int, limit: int) -> int | None:
    """A name without a space before it: 负责人 may go on as a word, so it has to end as a name."""
    run = _HANS.match(text, at, limit)
    apart = _FAMILIES.match(text, at, limit)
    if run is None and apart is not None:
        next_label = apart.end() == limit < len(text)
        return apart.end() if next_label or _told_by_number(text, apart.end()) else None
    if run is not None and not _STOP.fullmatch(run[0]):
        ends = run.end() == limit and limit < len(text)
        follows = _told_by_number(text, run.end())
        family = None if text[at] in _WORDY else _SURNAMED.match(text, at, limit)
        if family is not None and _FIGURE.match(text, family.end()):
            family = None
        return run.end() if ends or follows else family.end() if family else None
    return None


def _name(text: str, at: int, limit: int, *, strong: bool, glued: bool) -> int | None:
    if glued:
        return _glued(text, at, limit)
    if _LABELLED.match(text, at):
        return None
    token = _TOKEN.match(text, at, limit)
    if token is not None and (strong or not _STOP.fullmatch("".join(token[0].split()))):
        return token.end()
    run = _RUN.match(text, at, limit) if strong else None
    if run is not None:
        return run.end()
    family = _FAMILIES.match(text, at, limit)
    # A name that a number or the next label follows without a space.
    if family is not None and (family.end() == limit or text[family.end()] in _AFTER):
        return family.end()
    return None


def hidden(text: str) -> str:
    """A text made unreadable at equal length, its white space kept.

    >>> hidden("张某 138")
    '＊＊ ＊＊＊'
    """
    return "".join(char if char.isspace() else "＊" for char in text)


def mask_numbers(text: str) -> str:
    """The text with numbers that look like telephones made unreadable, at equal length.

    >>> mask_numbers("电话 0513-00000000，共 72 万元")
    '电话 ＊＊＊＊＊＊＊＊＊＊＊＊＊，共 72 万元'
    >>> mask_numbers("项目编码 13082222P00877610001X")
    '项目编码 13082222P00877610001X'
    >>> mask_numbers("短信 ≥18700000000 条")
    '短信 ≥18700000000 条'
    """
    return _TELEPHONE.sub(lambda match: "＊" * len(match[0]), text)


@lru_cache(maxsize=8192)
def mask_text(text: str) -> str:
    """The text without what stands behind labels of persons, and without telephones and mail.

    Figures, codes and numbers of documents stay, and so does a name that a label is a part of.

    >>> mask_text("某镇道路 项目负责人及电话 张某 0513-00000000 30.5 万元")
    '某镇道路 项目负责人及电话 ＊＊ ＊＊＊＊＊＊＊＊＊＊＊＊＊ 30.5 万元'
    >>> mask_text("科室负责人培训"), mask_text("项目负责人张某联系电话6223344")
    ('科室负责人培训', '项目负责人＊＊联系电话＊＊＊＊＊＊＊')
    >>> mask_text("填报人： 主管部门：某局")
    '填报人： 主管部门：某局'
    """
    held = text
    for _, end, stop in label_spots(text):
        held = held[:end] + _kept_marks(text[end:stop]) + held[stop:]
    held = _BEFORE_NUMBER.sub(lambda match: hidden(match[0]), held)
    return mask_numbers(_MAIL.sub(lambda match: hidden(match[0]), held))


def _kept_marks(text: str) -> str:
    gap = _GAP.match(text)
    at = gap.end() if gap else 0
    return text[:at] + hidden(text[at:])


def names_behind(text: str) -> tuple[str, ...]:
    """The names behind labels of persons in a text that are surely names, to be found elsewhere.

    >>> names_behind("项目负责人：张某某（局长） 填报人：财务科")
    ('张某某',)
    """
    held = (text[end:stop] for _, end, stop in label_spots(text))
    return tuple(name for one in held for name in sure_names(one))


def sure_names(text: str) -> tuple[str, ...]:
    """The words of a text that have the shape of a name and a surname, and are no body or label.

    >>> sure_names("张某某 0513-00000000"), sure_names("金融科")
    (('张某某',), ())
    """
    found = re.findall(rf"(?<![{_HAN}])(?:{_FAMILY}){_END}", text)
    return tuple(
        one for one in found if not (_STOP.fullmatch("".join(one.split())) or _BODY.fullmatch(one))
    )


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a text behind a label of a person, long enough to reach somebody.

    >>> numbers_in("6223344，5 人")
    ('6223344',)
    """
    return tuple(re.findall(r"(?<![\d.])\d[\d-]{5,18}\d(?![\d.])", text))
