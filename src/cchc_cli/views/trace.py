"""The entries behind the numbers of a report."""

from collections.abc import Sequence

from cchc_cli.domain.entries import Entry
from cchc_cli.services.trace import Trace
from cchc_cli.views.duties import heading
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording.recording import FIGURES, NOTHING_TRACED, TASKS
from cchc_cli.views.wording.words import number_text, period_name

COLUMNS = (
    Column("what", "Mục", 34),
    Column("value", "Con số", 10),
    Column("entries", "Ghi nhận", 36),
)


def trace_sheet(found: Trace) -> Sheet:
    """Every number with its entries; ``cchc show`` tells all about one."""
    period = period_name(found.report.period)
    sections = [
        Section(
            FIGURES,
            [
                [row.indicator.name, number_text(row.value), _entries(row.entries)]
                for row in found.figures
            ],
        ),
        Section(
            TASKS,
            [
                [f"{row.duty.id} {row.duty.title}", str(len(row.entries)), _entries(row.entries)]
                for row in found.tasks
            ],
        ),
    ]
    sections = [section for section in sections if section.rows]
    below = [] if sections else [NOTHING_TRACED]
    return Sheet([heading(found.report.plan), f"Kỳ {period}"], COLUMNS, sections, below)


def _entries(entries: Sequence[Entry]) -> str:
    """``#12 123/BC-SNV, #15``."""
    return ", ".join(
        f"#{entry.id}" + (f" {entry.content.document.number}" if entry.content.document else "")
        for entry in entries
    )


def trace_json(found: Trace) -> str:
    """The same as JSON (``cchc/trace/1``)."""
    return document(
        "trace",
        {
            "plan": found.report.plan.id,
            "period": found.report.period.key,
            "figures": [
                {
                    "indicator": row.indicator.id,
                    "value": row.value,
                    "entries": [entry.id for entry in row.entries],
                }
                for row in found.figures
            ],
            "tasks": [
                {"duty": row.duty.id, "entries": [entry.id for entry in row.entries]}
                for row in found.tasks
            ],
        },
    )
