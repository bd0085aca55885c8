"""Write the schemas into a folder: `python -m quizlint.schema [FOLDER]`."""

import sys
from pathlib import Path

from quizlint.schema.generate import rendered, schemas


def main(folder: Path) -> None:
    """Write each schema to `NAME.schema.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(rendered(schema), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "schemas"))
