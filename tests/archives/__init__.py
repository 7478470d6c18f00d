"""Tests of citekit.archives."""
