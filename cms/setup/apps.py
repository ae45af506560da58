from django.apps import AppConfig


class SetupConfig(AppConfig):
    """Commands that make an installation ready."""

    name = "cms.setup"
    label = "setup"
