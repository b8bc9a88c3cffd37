"""Write the Word templates: ``python docs/word_templates.py templates/word``."""

import sys
from pathlib import Path

from cchc_cli.views.word.building import KINDS, build

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for kind in KINDS:
    (folder / f"{kind}.docx").write_bytes(build(kind))
