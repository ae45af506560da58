"""The first administrator of a developer's installation, and a new password when it is forgotten."""

import secrets

from django.contrib.auth import get_user_model

NAME = "admin"


def set_password() -> str:
    """Give the administrator a new random password, making the user if need be, and return it in clear text."""
    password = secrets.token_urlsafe(12)
    user, _ = get_user_model().objects.get_or_create(username=NAME)
    user.is_active = user.is_staff = user.is_superuser = True
    user.set_password(password)
    user.save()
    return password


def exists() -> bool:
    """Whether somebody may administer this installation."""
    return get_user_model().objects.filter(is_superuser=True, is_active=True).exists()
