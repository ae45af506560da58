"""What bodies are made of besides their blocks: running text, tables, addresses, and rules that name the block."""
