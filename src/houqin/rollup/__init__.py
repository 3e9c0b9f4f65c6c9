"""The workbooks of many schools in one report: each checked and summed up, side by side."""
