"""For what comes from the public and goes by rule: only some actions are anybody's, the administrator's too."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class LimitedPolicy(ModelPermissionPolicy):
    """The model's permissions to these actions; all others are nobody's."""

    def __init__(self, model: Any, *actions: str) -> None:
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user may do it to all of them."""
        return action in self.actions and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> Any:
        """Those who may, of the actions that are anybody's."""
        return super().users_with_any_permission(self.actions & set(actions))
