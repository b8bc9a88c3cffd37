"""The process: ``cchc`` and ``python -m cchc_cli``.

Two habits of short-lived programs are kept here and nowhere else: nothing is collected while
modules are loaded, since all of it stays; and the process ends without taking the interpreter
apart object by object, once everything is written (together a fifth of a query's time).
"""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Run one command and end the process with its exit code."""
    gc.disable()
    from cchc_cli.cli.main import main

    gc.freeze()
    gc.enable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        # Whatever could not be written was said when it was written.
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
