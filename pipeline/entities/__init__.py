"""Entities: the people, bodies and sums of money that articles name, each resolved to one entity."""
