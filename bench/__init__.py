"""The project's own benchmarks: what an answer costs, beside nginx with the same bytes in the same run."""
