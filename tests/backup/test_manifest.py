"""The list of contents of a backup."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cchc_cli.backup.layout import LEDGER, SETTINGS
from cchc_cli.backup.manifest import (
    Manifest,
    ManifestError,
    NewerManifestError,
    Part,
    manifest_text,
    read_manifest,
)
from cchc_cli.ledger.protocol import Head

PARTS = (Part(LEDGER, 10, "a" * 64), Part(SETTINGS, 5, "b" * 64), Part("plans/a.yaml", 7, "c" * 64))
MANIFEST = Manifest(date(2021, 6, 10), "0.1.0", "Sở Nội vụ", Head(3, "d" * 64), PARTS)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A manifest in which something was changed."""
    data = json.loads(manifest_text(MANIFEST))
    change(data)
    return json.dumps(data).encode()


def test_it_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_text(MANIFEST).encode()) == MANIFEST
    assert MANIFEST.size == 22
    assert '"format": "cchc-backup/1"' in manifest_text(MANIFEST)


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"\xff", b"1", b"[" * 100_000])
def test_a_text_that_is_none(text: bytes) -> None:
    with pytest.raises(ManifestError):
        read_manifest(text)


def part(**values: object) -> Callable[[dict[str, Any]], object]:
    """A change of the last part."""
    return lambda data: data["parts"][2].update(values)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(format="cchc-plan/1"),
        lambda data: data.update(format="cchc-backup"),
        lambda data: data.update(format="cchc-backup/x"),
        lambda data: data.update(made="hôm qua"),
        lambda data: data.update(entries=-1),
        lambda data: data.update(entries="3"),
        lambda data: data.update(entries=True),
        lambda data: data.update(head="d" * 63),
        lambda data: data.update(head=None),
        lambda data: data.update(parts=None),
        lambda data: data.update(parts=[1]),
        lambda data: data["parts"].pop(0),
        lambda data: data["parts"].pop(1),
        lambda data: data["parts"].append(data["parts"][2]),
        lambda data: data["parts"].append({**data["parts"][2], "name": "plans/A.yaml"}),
        lambda data: data["parts"].append({**data["parts"][2], "name": "plans/a.yaml/b"}),
        part(name="../a"),
        part(name=3),
        part(size=-1),
        part(size=1.5),
        part(sha256="C" * 64),
    ],
)
def test_a_manifest_that_is_not_to_be_trusted(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ManifestError):
        read_manifest(changed(change))


def test_a_later_version_is_told_apart() -> None:
    with pytest.raises(NewerManifestError):
        read_manifest(changed(lambda data: data.update(format="cchc-backup/2")))
