"""Runs a pipeline over many articles."""
