"""``python -m cchc_cli`` runs the same program as ``cchc``."""

from cchc_cli.cli.main import run

if __name__ == "__main__":
    run()
