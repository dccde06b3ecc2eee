"""The units of Kota Dumai, bundled."""
