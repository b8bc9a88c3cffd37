"""The outcome of checking files."""

from collections.abc import Sequence

from cchc_cli.plan.faults import Fault
from cchc_cli.views.machine import document
from cchc_cli.views.wording.faults import fault_place, fault_sentence

SEVERITIES = {"error": "lỗi", "warning": "lưu ý"}


def faults_text(files: Sequence[str], faults: Sequence[Fault]) -> str:
    """Every fault on a line of its own, then the sum."""
    lines = []
    for fault in faults:
        field = f"{fault.field}: " if fault.field else ""
        place, kind = fault_place(fault), SEVERITIES[fault.severity]
        lines.append(f"{place}: {kind}: {field}{fault_sentence(fault)}")
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    verdict = f"{errors} lỗi" if errors else "không có lỗi"
    also = f", {warnings} lưu ý" if warnings else ""
    return "\n".join([*lines, f"{len(files)} tệp: {verdict}{also}."]) + "\n"


def faults_json(files: Sequence[str], faults: Sequence[Fault]) -> str:
    """The faults as JSON (``cchc/faults/1``)."""
    return document(
        "faults",
        {
            "files": list(files),
            "faults": [
                {
                    "file": fault.file,
                    "line": fault.line,
                    "column": fault.column,
                    "severity": fault.severity,
                    "code": fault.code,
                    "field": fault.field,
                    "message": fault_sentence(fault),
                    "allowed": fault.values.get("allowed"),
                    "nearest": fault.values.get("nearest") or None,
                }
                for fault in faults
            ],
        },
    )
