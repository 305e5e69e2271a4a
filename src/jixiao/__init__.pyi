"""Types of the front door; a test holds it against `__init__.py`."""

from jixiao.actuals import (
    Actuals as Actuals,
)
from jixiao.checking import (
    CheckReport as CheckReport,
)
from jixiao.evaluation import (
    Scorecard as Scorecard,
)
from jixiao.facade import (
    check as check,
)
from jixiao.facade import (
    evaluate as evaluate,
)
from jixiao.facade import (
    load as load,
)
from jixiao.facade import (
    monitor as monitor,
)
from jixiao.facade import (
    read as read,
)
from jixiao.facade import (
    read_actuals as read_actuals,
)
from jixiao.facade import (
    recompute as recompute,
)
from jixiao.facade import (
    score as score,
)
from jixiao.facade import (
    summarize as summarize,
)
from jixiao.facade import (
    verify as verify,
)
from jixiao.finding_lists import (
    Findings as Findings,
)
from jixiao.findings import (
    Finding as Finding,
)
from jixiao.findings import (
    JixiaoError as JixiaoError,
)
from jixiao.findings import (
    RulesetError as RulesetError,
)
from jixiao.findings import (
    Severity as Severity,
)
from jixiao.findings import (
    ValueSyntaxError as ValueSyntaxError,
)
from jixiao.findings import (
    Where as Where,
)
from jixiao.library import (
    Library as Library,
)
from jixiao.monitoring import (
    MonitorReport as MonitorReport,
)
from jixiao.official.verbs import (
    read_form as read_form,
)
from jixiao.official.verbs import (
    write_form as write_form,
)
from jixiao.parsing import (
    parse_actual as parse_actual,
)
from jixiao.parsing import (
    parse_value as parse_value,
)
from jixiao.recomputing import (
    RecomputeReport as RecomputeReport,
)
from jixiao.rules import (
    Ruleset as Ruleset,
)
from jixiao.schemas import (
    schema as schema,
)
from jixiao.scoring import (
    IndicatorScore as IndicatorScore,
)
from jixiao.summaries import (
    Summary as Summary,
)
from jixiao.tables import (
    Document as Document,
)
from jixiao.tables import (
    Table as Table,
)
from jixiao.values import (
    Actual as Actual,
)
from jixiao.values import (
    Context as Context,
)
from jixiao.values import (
    Value as Value,
)
from jixiao.values import (
    Verdict as Verdict,
)
from jixiao.verifying import (
    Verification as Verification,
)
from jixiao.writing.results import (
    render as render,
)
from jixiao.writing.results import (
    save as save,
)

__all__ = [
    "Actual",
    "Actuals",
    "CheckReport",
    "Context",
    "Document",
    "Finding",
    "Findings",
    "IndicatorScore",
    "JixiaoError",
    "Library",
    "MonitorReport",
    "RecomputeReport",
    "Ruleset",
    "RulesetError",
    "Scorecard",
    "Severity",
    "Summary",
    "Table",
    "Value",
    "ValueSyntaxError",
    "Verdict",
    "Verification",
    "Where",
    "check",
    "evaluate",
    "load",
    "monitor",
    "parse_actual",
    "parse_value",
    "read",
    "read_actuals",
    "read_form",
    "recompute",
    "render",
    "save",
    "schema",
    "score",
    "summarize",
    "verify",
    "write_form",
]
__version__: str
