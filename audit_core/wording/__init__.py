"""Findings as German sentences, numbers and dates as text."""
