"""The demo site: its texts and pictures as data, and how they become pages. Nothing else depends on it."""
