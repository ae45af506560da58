"""The accessibility statement: its parts, its rules, its page."""
