"""One reader a format: a file in, articles out."""
