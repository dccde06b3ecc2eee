"""The recap as a workbook."""
