"""``cchc completion``: suggestions in the shell."""

from typing import Annotated, Literal

import typer
from typer._completion_classes import completion_init
from typer._completion_shared import get_completion_script, install

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.show import show
from cchc_cli.errors import OutputFault, UsageFault
from cchc_cli.views.wording.parser import COMPLETION_DONE

ABOUT = "Bật gợi ý lệnh, tên cơ quan, mã nhiệm vụ khi nhấn Tab."
Shell = Literal["bash", "zsh", "fish", "powershell", "pwsh"]
SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish", "powershell", "pwsh")
# Typer would loosen the execution policy of the whole account to install these.
POWERSHELLS = ("powershell", "pwsh")
completion = single(ABOUT)


@completion.command(cls=Command, help=ABOUT)
def complete(
    shell: Annotated[
        Shell,
        typer.Argument(
            metavar="SHELL",
            parser=options.chooser("SHELL", SHELLS),
            help="bash, zsh, fish, powershell hoặc pwsh.",
        ),
    ],
    install_it: Annotated[
        bool, typer.Option("--install", help="Cài luôn; không có thì chỉ in đoạn lệnh ra.")
    ] = False,
) -> None:
    """Print the script of a shell, or install it."""
    completion_init()
    if not install_it:
        script = get_completion_script(prog_name="cchc", complete_var="_CCHC_COMPLETE", shell=shell)
        show(script + "\n", None)
        return
    if shell in POWERSHELLS:
        raise UsageFault("install_by_hand", shell=shell)
    try:
        _, path = install(shell=shell, prog_name="cchc", complete_var="_CCHC_COMPLETE")
    except OSError as error:
        raise OutputFault("cannot_install", errno=error.errno) from error
    show(COMPLETION_DONE.format(shell=shell, path=path) + "\n", None)
