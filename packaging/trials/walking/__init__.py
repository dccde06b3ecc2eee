"""Beside this file lies a `sitecustomize.py`: whoever puts the folder on PYTHONPATH is watched."""
