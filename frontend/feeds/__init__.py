"""Lists of press as Atom (RFC 4287) and JSON Feed 1.1, for readers' own programs."""
