"""Draw every picture, or those named on the command line, into home/demo/pictures."""

import sys
from importlib import import_module
from pathlib import Path

PICTURES = Path(__file__).parent.parent / "pictures"
SCENES = (
    "harbour", "customs", "archive", "court", "winter", "offices", "reading_room",
    "ferry", "data", "counter", "registry", "lectern", "snow_road", "classroom",
)  # fmt: skip


def main() -> None:
    """Draw and save, one line of output for each picture."""
    for name in sys.argv[1:] or SCENES:
        path = PICTURES / f"{name}.png"
        import_module(f"{__package__}.{name}").draw().save(path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
