"""One exporter a format: quotations in, a file out."""
