"""What only the Windows installation has: its Python, launchers, setup program and MSI."""
