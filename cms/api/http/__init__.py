"""What the API says to clients and caches: encodings, conditions, terms, errors, other origins."""
