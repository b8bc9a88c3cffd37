"""Proposals for the registry: a copy that keeps what is there, or a new one."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Agency, Group, Member, Registry
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.proposals import UNKNOWN, Base, of_another_place, registry_text
from cchc_cli.plan.load import read_registry
from tests.plan.draft.test_write import DUTY, FACTS

REGISTRY = """\
# Của Sở Nội vụ.
format: cchc-agencies/1
territory: thành phố Hà Nội
place: Hà Nội
source: Danh sách
agencies:
  - {id: ubnd-tp, name: UBND thành phố Hà Nội, kind: committee}  # thành phố
  - id: snv
    name: Sở Nội vụ
    kind: department
    superior: ubnd-tp
    from: 2020-01-01
    until: 2030-01-01
  - {id: bnv, name: Bộ Nội vụ, kind: ministry, symbol: BNV}
"""
GROUPS = """\
groups:
  - {id: so, name: Các sở, members: [snv]}
"""
NEW = Agency("dai", "Đài Phát thanh", "press", aliases=("Đài",), note="Đề xuất.")


def base(folder: Path, text: str = REGISTRY) -> Base:
    """The registry that is there."""
    file = folder / "agencies.yaml"
    file.write_text(text, "utf-8")
    registry, faults = read_registry(file)
    assert registry is not None, faults
    return Base(file, registry)


def draft(*agencies: Agency, groups: tuple[Group, ...] = (), issuer: str = "ubnd-tp") -> Draft:
    """A draft with these proposals."""
    facts = FACTS._replace(issuer=issuer, coordinator="snv", number="1/KH-UBND")
    return Draft(facts, (DUTY,), (), (), agencies=agencies, groups=groups)


def read(folder: Path, text: str) -> Registry:
    """What a registry reads as; it has to be sound."""
    file = folder / "new.yaml"
    file.write_text(text, "utf-8")
    registry, faults = read_registry(file)
    assert registry is not None, faults
    return registry


def test_proposals_stand_last_and_nothing_else_changes(tmp_path: Path) -> None:
    there = base(tmp_path, REGISTRY + GROUPS)
    group = Group("hoi", "Các hội", (Member("dai"), Member("snv")), ("so",), open=True)
    text = registry_text(draft(NEW, groups=(group,)), there, ["Chép."], "xem lại")
    assert text == (
        "# Chép.\n"
        + REGISTRY
        + "  # xem lại\n"
        + "  - id: dai\n    name: Đài Phát thanh\n    kind: press\n    aliases: [Đài]\n"
        + "    note: Đề xuất.\n"
        + GROUPS
        + "  # xem lại\n"
        + "  - id: hoi\n    name: Các hội\n    members: [dai, snv]\n    includes: [so]\n"
        + "    open: true\n"
    )
    assert len(read(tmp_path, text).agencies) == 4


def test_a_registry_without_groups_is_given_some(tmp_path: Path) -> None:
    groups = (Group("hoi", "Các hội", roster=True, note="Tự điền."),)
    text = registry_text(draft(groups=groups), base(tmp_path), [], "xem lại")
    assert read(tmp_path, text).groups == groups


def test_a_registry_that_lacks_nothing_is_copied(tmp_path: Path) -> None:
    assert registry_text(draft(), base(tmp_path), ["Chép."], "x") == f"# Chép.\n{REGISTRY}"


def test_a_new_registry(tmp_path: Path) -> None:
    issuer = Agency("ubnd-t", "UBND tỉnh Sơn La", "committee", symbol="UBND", symbol_assumed=True)
    agencies = (issuer, Agency("snv", "Sở Nội vụ", "department", superior="ubnd-t"))
    groups = (Group("so", "Các sở", (Member("snv"),)),)
    made = draft(*agencies, groups=groups, issuer="ubnd-t")
    text = registry_text(made, None, [], "xem lại")
    assert text.count("# xem lại") == 2
    assert read(tmp_path, text) == Registry("tỉnh Sơn La", "Sơn La", "1/KH-UBND", agencies, groups)


@pytest.mark.parametrize(
    ("issuer", "territory", "place"),
    [
        (Agency("a", "UBND TP. Huế", "committee"), "TP. Huế", "Huế"),
        (Agency("a", "UBND xã Ba Vì", "committee"), "xã Ba Vì", "Ba Vì"),
        (Agency("a", "Thủ tướng Chính phủ", "ministry"), "Việt Nam", "Hà Nội"),
        (Agency("a", "Ban Chỉ đạo", "board"), UNKNOWN, UNKNOWN),
        (Agency("b", "UBND xã Ba Vì", "committee"), UNKNOWN, UNKNOWN),
    ],
)
def test_the_territory_of_a_new_registry(
    tmp_path: Path, issuer: Agency, territory: str, place: str
) -> None:
    found = read(tmp_path, registry_text(draft(issuer, issuer="a"), None, [], "x"))
    assert (found.territory, found.place) == (territory, place)


def test_agencies_of_another_province_do_not_mix_with_those_at_home(tmp_path: Path) -> None:
    there = base(tmp_path)
    issuer = Agency("ubnd-t", "UBND tỉnh Sơn La", "committee")
    other = Agency("snv-2", "Sở Nội vụ", "department")
    duty = DUTY._replace(lead=("snv-2",), partners=("bnv",), report_to="ubnd-t")
    facts = FACTS._replace(issuer="ubnd-t", coordinator="snv-2")
    made = Draft(facts, (duty,), (), (), agencies=(issuer, other))
    assert of_another_place(made, there.registry)
    found = read(tmp_path, registry_text(made, there, [], "xem lại"))
    assert [one.id for one in found.agencies] == ["bnv", "ubnd-t", "snv-2"]
    assert found.territory == "tỉnh Sơn La"


def test_what_is_taken_over_keeps_its_days(tmp_path: Path) -> None:
    other = Agency("stp-2", "Bộ Nội vụ", "ministry")
    group = Group("hoi", "Các hội", (Member("snv"),))
    made = draft(other, groups=(group,))
    found = read(tmp_path, registry_text(made, base(tmp_path), [], "x"))
    taken = next(one for one in found.agencies if one.id == "snv")
    assert (taken.first, taken.end) == (date(2020, 1, 1), date(2030, 1, 1))
    assert taken.superior == "ubnd-tp"
