"""Errors, their sentences and exit codes: each known to all three places."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_cli import errors
from cchc_cli.errors import CchcError
from cchc_cli.views.wording.errors import ERRORS, EXIT_CODES, sentence

SOURCE = Path(errors.__file__).parent
KINDS: dict[str, type[CchcError]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, CchcError)
}

# Ends that are no errors: done, something is overdue, interrupted.
PLAIN_CODES = {
    value for name, value in vars(errors).items() if name.isupper() and isinstance(value, int)
}


def codes_of(node: ast.expr, function: ast.AST, module: ast.AST) -> set[str]:
    """The strings that an expression can be.

    It is a constant, a choice, a name bound to them, or what a table of the module holds.
    """
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.IfExp):
        return codes_of(node.body, function, module) | codes_of(node.orelse, function, module)
    if isinstance(node, ast.Name):
        bound = (
            one.value
            for one in ast.walk(function)
            if isinstance(one, ast.Assign)
            and any(isinstance(name, ast.Name) and name.id == node.id for name in one.targets)
        )
        return {code for value in bound for code in codes_of(value, function, module)}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        table = node.func.value
        held = (
            value
            for one in ast.walk(module)
            if isinstance(one, ast.Assign) and isinstance(one.value, ast.Dict)
            if ast.dump(one.targets[0]).replace("Store()", "Load()") == ast.dump(table)
            for value in one.value.values
        )
        return {
            code for value in (*held, *node.args[1:]) for code in codes_of(value, function, module)
        }
    raise AssertionError(ast.dump(node))


def made_errors() -> Iterator[tuple[str, ast.Call, str]]:
    """Every error that the source makes: its code, the call, and where."""
    for path in sorted(SOURCE.rglob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(module):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in ast.walk(function):
                if (
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Name)
                    and call.func.id in KINDS
                ):
                    for code in codes_of(call.args[0], function, module):
                        yield code, call, f"{path.name}:{call.lineno}"


def test_every_code_that_is_raised_has_a_sentence_and_every_sentence_a_raise() -> None:
    assert {code for code, _, _ in made_errors()} == set(ERRORS)


def test_every_sentence_gets_the_values_that_it_speaks_of() -> None:
    for code, call, place in made_errors():
        given = {keyword.arg for keyword in call.keywords}
        if None in given:
            continue
        # Said by the sentence itself: the system's reason by its number, the line with its word.
        given |= {"reason"} if "errno" in given else set()
        given |= {"at"} if "line" in given else set()
        wanted = {name for _, name, _, _ in string.Formatter().parse(ERRORS[code]) if name}
        assert wanted - {"hint"} <= given, f"{place}: {code}"


def test_every_exit_code_is_described_and_every_description_is_one() -> None:
    assert PLAIN_CODES | {kind.exit_code for kind in KINDS.values()} == set(EXIT_CODES)


def test_every_kind_has_an_exit_code_of_its_own() -> None:
    codes = [kind.exit_code for kind in KINDS.values()]
    assert len(codes) == len(set(codes))
    assert not set(codes) & PLAIN_CODES


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            errors.NotFound("no_agency", name="x", nearest="Sở Y tế, Sở Du lịch"),
            "Không tìm thấy cơ quan nào tên “x”. Gần nhất: Sở Y tế, Sở Du lịch.",
        ),
        (
            errors.NotFound("no_agency", name="x", nearest=""),
            "Không tìm thấy cơ quan nào tên “x”.",
        ),
        (
            errors.NotFound("agency_ended", name="Sở A", period="2021", hint=" Kế thừa: Sở B."),
            "Sở A không có trong thời gian của kế hoạch (2021). Kế thừa: Sở B.",
        ),
        (errors.UsageFault("bad_date", value="{x}"), "“{x}” không phải là ngày."),
    ],
)
def test_a_sentence(error: CchcError, text: str) -> None:
    assert sentence(error).startswith(text)


def test_an_error_keeps_its_code_and_values() -> None:
    error = errors.Ambiguous("many_plans", day="hôm nay")
    assert (str(error), error.code, error.values) == (
        "many_plans",
        "many_plans",
        {"day": "hôm nay"},
    )
    assert error.exit_code == 5
