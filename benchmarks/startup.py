"""Time commands against floors, interleaved; the minimum of many runs, as ratios."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 25
COLD_ROUNDS = 7


def main(binaries: Path) -> None:
    """Print the table of ratios for the program installed in ``binaries``."""
    python, cchc = str(binaries / "python"), str(binaries / "cchc")
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "import typer": [python, "-c", "import typer"],
        "cchc --help": [cchc, "--help"],
        "cchc duties --agency": [cchc, "duties", "--agency", "Sở Nội vụ"],
        "cchc deadlines": [cchc, "deadlines"],
    }
    best = dict.fromkeys(commands, float("inf"))
    for command in commands.values():
        _seconds(command)
    for _ in range(ROUNDS):
        for name, command in commands.items():
            best[name] = min(best[name], _seconds(command))
    cache = Path(os.environ["CCHC_CACHE"])
    cold = float("inf")
    for _ in range(COLD_ROUNDS):
        shutil.rmtree(cache, ignore_errors=True)
        cold = min(cold, _seconds(commands["cchc duties --agency"]))
    best["cchc duties --agency, cold"] = cold
    bare, typer = best["python -c pass"], best["import typer"]
    for name, seconds in best.items():
        milliseconds = seconds * 1000
        print(f"{name:28} {milliseconds:7.1f} ms  {seconds / typer:5.2f} x typer  "
              f"{seconds / bare:5.1f} x bare")  # fmt: skip


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
