"""Is the process alive, and may it be given requests? Two addresses, so that a slow database restarts nothing."""

import logging

from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from psycopg_pool import PoolTimeout

logger = logging.getLogger(__name__)
MIGRATED_KEY = "health:migrated"


@transaction.non_atomic_requests
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """200 as long as this process answers at all; it asks nobody else."""
    return JsonResponse({"status": "ok"})


@transaction.non_atomic_requests
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and its migrations are in, else 503 with what is wrong."""
    try:
        problem = "" if is_migrated() else "migrations are missing"
    except (DatabaseError, PoolTimeout):
        logger.warning("the database does not answer", exc_info=True)
        problem = "the database does not answer"
    if problem:
        return JsonResponse({"status": "unavailable", "problem": problem}, status=503)
    return JsonResponse({"status": "ok"})


def is_migrated() -> bool:
    """Whether the database is there with every migration of this code.

    Once true, only the first half is asked again.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if cache.get(MIGRATED_KEY):
        return True
    executor = MigrationExecutor(connection)
    migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    if migrated:
        cache.set(MIGRATED_KEY, True, None)
    return migrated
