"""What can be wrong with a machine or a workbook, one module for each part of the chain."""
