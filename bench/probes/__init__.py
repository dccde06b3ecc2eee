"""Programs that benchmarks start and watch; each tells what it saw as one line of JSON."""
