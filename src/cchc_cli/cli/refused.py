"""Refused workbooks as they go back: written into a folder, every fault marked in its cell."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from cchc_cli import output
from cchc_cli.cli.letters import Folder
from cchc_cli.cli.progress import bar
from cchc_cli.errors import UsageFault
from cchc_cli.intake.package import Refusal, safe_copy
from cchc_cli.services.intake import Verdict
from cchc_cli.views.marking import Unmarkable, marked
from cchc_cli.views.returns import fault_text
from cchc_cli.views.wording import returns as words


def mark_refused(refused: Sequence[Verdict], folder: Path, named: Sequence[Path]) -> int:
    """Write the refused workbooks back with their faults marked; how many could be.

    Those that cannot be marked are told of.

    Args:
        refused: what became of the files.
        folder: where to.
        named: the files and folders that were read.

    Raises:
        UsageFault: if the folder holds one of them, or lies in one that was read: what goes back
            would be taken for what came.
        OutputFault: if one cannot be written.
    """
    target = folder.resolve()
    within = any(target.is_relative_to(one.resolve()) for one in named)
    if within or any(one.returned.file.parent.resolve() == target for one in refused):
        raise UsageFault("form_same_folder", folder=folder)
    into, names, number = Folder(folder, again=True), Counter[str](), 0
    with bar(words.MARKING, len(refused)) as advance:
        for one in refused:
            file = one.returned.file
            try:
                if one.returned.seal is None:
                    raise Unmarkable
                content = marked(safe_copy(file.read_bytes()), one.faults)
            except (Unmarkable, Refusal, OSError):
                reason = "; ".join(fault_text(fault) for fault in one.faults)
                output.note(words.NOT_MARKED.format(file=one.returned.name, reason=reason))
            else:
                names[file.name] += 1
                again = f" ({names[file.name]})" if names[file.name] > 1 else ""
                into.put(f"{file.stem}{again}.xlsx", content)
                number += 1
            advance()
    return number
