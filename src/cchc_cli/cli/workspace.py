"""The workspace: one folder with the settings, plans, ledger and evidence of an office."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from cchc_cli.atomic import write_whole
from cchc_cli.errors import NotFound, UsageFault

SETTINGS = "cchc.toml"
FORMAT = "cchc-workspace/1"
KEYS = ("format", "ledger", "evidence", "name")
LEDGER, EVIDENCE = "so_ghi_nhan.db", "minh_chung"
NEW = f"""\
# Không gian làm việc của cchc: các lệnh chạy trong thư mục này và thư mục con đều dùng tệp này.
format = "{FORMAT}"
# Sổ ghi nhận, và thư mục giữ tệp minh chứng.
ledger = "{LEDGER}"
evidence = "{EVIDENCE}"
# Tên người ghi, hiện trong lịch sử; bỏ trống thì chỉ ghi tên đăng nhập máy.
name = ""
"""
_LINE = re.compile(r"\(at line (\d+)")


class Workspace(NamedTuple):
    """Where things are.

    Attributes:
        ledger: the ledger's file.
        evidence: the folder of evidence files.
        name: who records, if the settings say so.
    """

    root: Path
    ledger: Path
    evidence: Path
    name: str | None = None

    @property
    def plans(self) -> Path:
        """The folder of the workspace's plans."""
        return self.root / "plans"

    @property
    def templates(self) -> Path:
        """The folder of the workspace's own templates, which need not exist."""
        return self.root / "templates"


def find_workspace(
    chosen: Path | None, environ: Mapping[str, str], start: Path
) -> Workspace | None:
    """The workspace that was named, or the one that ``start`` lies in; None if there is none.

    Raises:
        NotFound: if the named folder is no workspace.
        UsageFault: if its settings cannot be read.
    """
    named = chosen or (Path(found) if (found := environ.get("CCHC_WORKSPACE")) else None)
    if named is not None:
        if not (named / SETTINGS).is_file():
            raise NotFound("no_workspace", folder=named)
        return _read(named)
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return _read(folder)
    return None


def _read(root: Path) -> Workspace:
    # Loaded here: without a workspace nothing has to be read.
    import tomllib

    file = root / SETTINGS
    try:
        settings = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageFault("settings_unreadable", file=file, errno=error.errno) from error
    except UnicodeDecodeError as error:
        raise UsageFault("settings_not_utf8", file=file) from error
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise UsageFault("bad_settings", file=file, line=line and line[1]) from error
    for key, value in settings.items():
        if key not in KEYS:
            raise UsageFault("bad_setting", file=file, key=key, allowed=", ".join(KEYS))
        if not isinstance(value, str):
            raise UsageFault("setting_not_text", file=file, key=key)
    if settings.get("format") != FORMAT:
        raise UsageFault("settings_format", file=file, format=FORMAT)
    return Workspace(
        root,
        root / (settings.get("ledger") or LEDGER),
        root / (settings.get("evidence") or EVIDENCE),
        settings.get("name") or None,
    )


def make_workspace(
    folder: Path, plans: Path, make_ledger: Callable[[Path], None] | None = None
) -> Workspace:
    """Make a workspace in ``folder`` with a copy of the plans; what is there already stays.

    The settings come last, so that what failed on the way can be tried again.

    Raises:
        UsageFault: if the folder is a workspace already.
        OSError: if it cannot be written.
    """
    if (folder / SETTINGS).exists():
        raise UsageFault("workspace_there", folder=folder)
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    for file in sorted(plans.iterdir()):
        copy = folder / "plans" / file.name
        if file.suffix in (".yaml", ".yml", ".json") and not copy.exists():
            write_whole(copy, file.read_text("utf-8"))
    (folder / EVIDENCE).mkdir(exist_ok=True)
    if make_ledger is not None:
        make_ledger(folder / LEDGER)
    write_whole(folder / SETTINGS, NEW)
    return _read(folder)


def login() -> str:
    """The operating-system user, or a question mark where there is none."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if name := os.environ.get(variable):
            return name
    try:
        # Only on Unix, where a job of cron may run without the variables above.
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return "?"
