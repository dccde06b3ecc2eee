"""What each word for IT staff does, one module a word; see :mod:`desktop.commands.table`."""
