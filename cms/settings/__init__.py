"""Settings: base is shared and small, each of the others says only what differs."""
