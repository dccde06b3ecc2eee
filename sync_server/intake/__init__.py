"""Intake: a parcel comes in, in one transaction; nothing acknowledged is ever lost.

Importing no web framework: the same intake will take parcels from flashdisks.
"""
