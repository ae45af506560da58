"""PLACEHOLDER"""

from pathlib import Path


class DevelopmentServer:
    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir

    @property
    def url(self) -> str:
        return f"postgresql:///pressrum?host={self.var_dir}/socket&user=postgres"
