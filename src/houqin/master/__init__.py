"""What houqin writes for a school to start from: workbooks, schemas and the demo term."""
