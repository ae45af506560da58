"""The database engine of the settings: Django's own, but for how a pooled connection proves that it is alive.

With CONN_HEALTH_CHECKS the pool asks PostgreSQL each time: a round trip for every request, as dear as a page's answer.
A server that ends a connection says so on its socket, and looking there takes a hundredth of that. A network that dies
without a word is noticed by either only when a statement gets no answer.
"""

from __future__ import annotations

import select
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes connections from the pool until one is alive. The pool replaces those that are not."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> psycopg.Connection[Any]:
        while True:
            connection: psycopg.Connection[Any] = super().get_new_connection(conn_params)
            if self.pool is None or is_alive(connection):
                return connection
            connection.close()
            self.pool.putconn(connection)


def is_alive(connection: psycopg.Connection[Any]) -> bool:
    """Whether a connection at rest can be used. What lies unread on its socket is a farewell, or a notice."""
    unread = select.poll()
    unread.register(connection.fileno(), select.POLLIN)
    if not unread.poll(0):
        return True
    try:
        ConnectionPool.check_connection(connection)
    except psycopg.Error:
        return False
    return True
