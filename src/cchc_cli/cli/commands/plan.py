"""``cchc plan``: the life of a plan file; each command is loaded when chosen."""

from cchc_cli.cli.parser import Group, Stub, app

COMMANDS = {
    "check": Stub(
        "cchc_cli.cli.commands.plan_check", "check", "Kiểm tra tệp và kể ra mọi lỗi cùng một lúc."
    ),
    "draft": Stub(
        "cchc_cli.cli.commands.plan_draft", "draft", "Đọc văn bản, viết bản nháp của kế hoạch."
    ),
    "trace": Stub(
        "cchc_cli.cli.commands.plan_trace", "trace", "Đối chiếu kế hoạch với văn bản gốc."
    ),
    "review": Stub(
        "cchc_cli.cli.commands.plan_review", "review", "Ghi nhận đã rà soát với văn bản."
    ),
    "diff": Stub("cchc_cli.cli.commands.plan_diff", "diff", "So sánh hai kế hoạch."),
    "amend": Stub("cchc_cli.cli.commands.plan_amend", "amend", "Soạn văn bản sửa đổi kế hoạch."),
    "roll": Stub(
        "cchc_cli.cli.commands.plan_roll",
        "roll",
        "Dự thảo kế hoạch năm khác từ một kế hoạch đã có; chỗ chưa chắc có “xem lại:”.",
    ),
    "schema": Stub(
        "cchc_cli.cli.commands.plan_schema", "schema", "In JSON Schema của một loại tệp."
    ),
}


class _Plans(Group):
    """The group of commands about plan files."""

    stubs = COMMANDS


plan = app("plan", "Kiểm tra tệp kế hoạch, danh bạ, lịch; xem định dạng của chúng.", group=_Plans)


@plan.callback()
def _group() -> None:
    """Nothing of its own; a group without commands of its own needs one."""
