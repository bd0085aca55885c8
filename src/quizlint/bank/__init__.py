"""Joins over the facts of all documents."""
