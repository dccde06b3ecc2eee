"""Makes what is carried on a flashdisk: installers and packages of Bina ASN."""
