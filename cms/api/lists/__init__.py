"""Lists over CURRENT: what narrows, orders, counts and cuts them."""
