"""Production: safe by default; what it needs comes from the environment or from files that hold secrets."""

from urllib.parse import urlsplit

from cms.settings.base import *  # noqa: F403
from cms.settings.base import POOL_SIZE, environment
from cms.settings.environment import database_from_url, split_list
from cms.settings.json_logs import logging_config

DEBUG = False
SECRET_KEY = environment.require("SECRET_KEY")
SECRET_KEY_FALLBACKS = split_list(environment.get("SECRET_KEY_FALLBACKS"))
DATABASES = {"default": database_from_url(environment.require("DATABASE_URL"), POOL_SIZE)}
SITE_URL = environment.require("SITE_URL")
WAGTAILADMIN_BASE_URL = environment.require("ADMIN_URL")
# The admin's own name, and the names by which the visitor site and the health checks reach this process.
ALLOWED_HOSTS = [
    urlsplit(WAGTAILADMIN_BASE_URL).hostname or "",
    *split_list(environment.get("INTERNAL_HOSTS")),
]
environment.check()

# TLS ends at the proxy in front, which sets this header itself and takes it from nobody else.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^api/", r"^intake/", r"^media/"]  # asked for inside, over plain HTTP
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-pressrum_session"
CSRF_COOKIE_NAME = "__Host-pressrum_csrf"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_HOST = environment.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(environment.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = environment.get("EMAIL_USER")
EMAIL_HOST_PASSWORD = environment.get("EMAIL_PASSWORD")
EMAIL_USE_TLS = environment.get("EMAIL_TLS", "0") == "1"
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = environment.get("EMAIL_FROM", f"pressrum@{ALLOWED_HOSTS[0]}")

LOGGING = logging_config(environment.get("LOG_LEVEL", "INFO"))
