"""``manage.py worker``: publishes what is marked, until it is told to stop."""

import logging
import signal
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand

from cms.publishing import chores, worker

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Publish what is marked, fire what is scheduled, refresh everything at night. Stops at SIGTERM or Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        logger.info("The worker is running.")
        beside = Thread(target=chores.run, args=(stop,), name="chores", daemon=True)
        beside.start()
        worker.run(stop)
        beside.join(2)  # seconds: a mail that a slow server holds up goes out again later
        logger.info("The worker has stopped.")
