"""What a program uses of the machine: processor time and memory, its child processes included."""

from dataclasses import dataclass

import psutil

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Memory:
    """In megabytes. `resident` counts shared pages in each process, `proportional` shares them out."""

    processes: int
    resident: float
    proportional: float


def cpu_seconds(pid: int) -> float:
    """User and system time so far, also of children that have ended and been waited for."""
    return sum(_spent(process) for process in _tree(pid))


def memory(pid: int) -> Memory:
    """The memory that is held now."""
    each = [process.memory_full_info() for process in _tree(pid)]
    return Memory(len(each), sum(one.rss for one in each) / MEGABYTE, sum(one.pss for one in each) / MEGABYTE)


def _spent(process: psutil.Process) -> float:
    try:
        return float(sum(process.cpu_times()[:4]))
    except psutil.NoSuchProcess:  # it ended since it was listed: its parent has its time
        return 0.0


def _tree(pid: int) -> list[psutil.Process]:
    root = psutil.Process(pid)
    return [root, *root.children(recursive=True)]
