"""What a page says of itself to programs, in its head: made of what the page is made of."""
