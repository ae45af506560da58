"""What narrows a list: read from the address, asked of the API with the list itself, and shown to be chosen anew."""
