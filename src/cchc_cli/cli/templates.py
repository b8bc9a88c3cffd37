"""Which templates are in use, where each comes from, and copying them to be changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from cchc_cli.atomic import whole
from cchc_cli.cli.session import Session
from cchc_cli.errors import OutputFault, TemplateFault
from cchc_cli.resources import packaged

Origin = Literal["chosen", "environ", "workspace", "packaged"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)
ENDINGS = (".j2", ".docx")


class Template(NamedTuple):
    """A template in use.

    Attributes:
        name: its place within a folder of templates, with slashes.
        hides: whether it stands in for one that travels with the program.
    """

    name: str
    file: Path
    origin: Origin
    hides: bool = False


class Copies(NamedTuple):
    """What was copied, and what was there already and left alone."""

    made: tuple[Path, ...]
    there: tuple[Path, ...]


def templates_in_use(session: Session, chosen: Path | None) -> tuple[Template, ...]:
    """Every template, each from the first folder that has it, by name.

    Raises:
        TemplateFault: if the user's folder is not there.
    """
    folders = session.template_folders(chosen)
    own = packaged("templates")
    shipped = _templates_of(own)
    found: dict[str, Template] = {}
    for folder in folders:
        origin = _origin(folder, session, chosen, own)
        for name, file in _templates_of(folder).items():
            hides = folder != own and name in shipped
            found.setdefault(name, Template(name, file, origin, hides))
    return tuple(found[name] for name in sorted(found))


def choose_templates(found: Sequence[Template], names: Sequence[str]) -> tuple[Template, ...]:
    """Those of the given names; all without names.

    Raises:
        TemplateFault: naming one that is not there, and those that are.
    """
    by_name = {one.name: one for one in found}
    for name in names:
        if name not in by_name:
            raise TemplateFault("no_such_template", name=name, known=", ".join(by_name))
    return tuple(by_name[name] for name in dict.fromkeys(names)) if names else tuple(found)


def copy_templates(names: Sequence[str], folder: Path, *, force: bool) -> Copies:
    """Copy packaged templates; what is there stays unless forced.

    Raises:
        TemplateFault: if there is none of a name.
        OutputFault: if one cannot be written.
    """
    shipped = [Template(name, file, "packaged") for name, file in _shipped().items()]
    made, there = [], []
    for one in choose_templates(shipped, names):
        target = folder / one.name
        if target.exists() and not force:
            there.append(target)
            continue
        _copy(one.file, target)
        made.append(target)
    return Copies(tuple(made), tuple(there))


def _copy(file: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with whole(target) as copy:
            copy.write(file.read_bytes())
    except OSError as error:
        raise OutputFault("cannot_write", file=target, errno=error.errno) from error


def _shipped() -> Mapping[str, Path]:
    return dict(sorted(_templates_of(packaged("templates")).items()))


def _templates_of(folder: Path) -> dict[str, Path]:
    """The templates of a folder by name; Word's lock files (``~$…``) are none."""
    return {
        file.relative_to(folder).as_posix(): file
        for file in folder.rglob("*")
        if file.name.endswith(ENDINGS) and not file.name.startswith(("~", ".")) and file.is_file()
    }


def _origin(folder: Path, session: Session, chosen: Path | None, own: Path) -> Origin:
    if folder == own:
        return "packaged"
    if session.workspace is not None and folder == session.workspace.templates:
        return "workspace"
    return "chosen" if chosen is not None else "environ"
