"""The workbooks that units fill in: the door to what makes them.

The same form makes the same bytes, whatever was made before it.
"""

from typing import Any

from cchc_cli.services.collecting import Form
from cchc_cli.views.excel.contents import contents_of
from cchc_cli.views.excel.mould import Mould, shape_of

# So many shapes are kept; units differ in how many rows they have, and in little else.
MOULDS = 32


class FormMaker:
    """Makes one workbook after the other."""

    def __init__(self) -> None:
        self._moulds: dict[Any, Mould] = {}

    def workbook(self, form: Form) -> bytes:
        """The workbook of one unit, as the bytes of an .xlsx file."""
        contents = contents_of(form)
        shape = shape_of(contents)
        mould = self._moulds.pop(shape, None) or Mould(contents)
        # The one used last stands last; the first is the one that was not used for longest.
        self._moulds[shape] = mould
        if len(self._moulds) > MOULDS:
            del self._moulds[next(iter(self._moulds))]
        return mould.fill(contents)
