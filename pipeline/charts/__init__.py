"""Draws the charts, each as picture, points and facts."""
