"""Where plans, schemas and templates are found."""

from pathlib import Path

import pytest

from cchc_cli import resources
from cchc_cli.resources import packaged


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("plans", "2021.yaml"),
        ("plans", "agencies.yaml"),
        ("plans", "plan.schema.json"),
        ("templates", "report/city.md.j2"),
    ],
)
def test_a_source_tree_has_its_folders(folder: str, file: str) -> None:
    assert (packaged(folder) / file).is_file()


def test_an_installed_package_has_them_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data" / "plans").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "resources.py"))
    assert packaged("plans") == tmp_path / "data" / "plans"
    assert packaged("templates") == tmp_path.parents[1] / "templates"
