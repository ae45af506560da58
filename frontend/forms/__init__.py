"""Forms that visitors send: the checks that all of them share, and each form's own rules in a module of its name."""
