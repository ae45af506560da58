"""Who may do what with requests: read and change the status with the permission, add and delete nobody."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class RequestPolicy(ModelPermissionPolicy):
    """The model's permission to change; an administrator too can't add or delete."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user may do it to all requests."""
        return action == "change" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> Any:
        """Those who may change, when that is among the actions."""
        return super().users_with_any_permission({"change"} & set(actions))
