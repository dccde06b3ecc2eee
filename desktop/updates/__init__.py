"""A new version of the program, looked for only when somebody asks: on a flashdisk or a server.

Nothing is believed but what ``SHA256SUMS`` says, and that only with the signature of a trusted key.
"""
