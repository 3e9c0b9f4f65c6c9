Attribute VB_Name = "xlwings_udfs"
'@Folder Houqin
'@ModuleDescription "Worksheet functions: made by houqin build from udfs.py."
Option Explicit

Function HQ_DATE(value)
Attribute HQ_DATE.VB_Description = "Reads a date as people write it; says why where it is doubtful."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_DATE = XLPy.CallUDF("houqin.udfs", "HQ_DATE", Array(value), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_DATE = Err.Description
End Function

Function HQ_NUMBER(value)
Attribute HQ_NUMBER.VB_Description = "Reads a number with its unit, in full width or in Chinese numerals."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_NUMBER = XLPy.CallUDF("houqin.udfs", "HQ_NUMBER", Array(value), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_NUMBER = Err.Description
End Function

Function HQ_WORKDAYS(first_day, last_day, calendar, Optional campus)
Attribute HQ_WORKDAYS.VB_Description = "Working days between two days: public holidays, overridden by the school calendar."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_WORKDAYS = XLPy.CallUDF("houqin.udfs", "HQ_WORKDAYS", Array(first_day, last_day, calendar, campus), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_WORKDAYS = Err.Description
End Function

Function HQ_DEADLINE(found, grade, settings, calendar, Optional campus)
Attribute HQ_DEADLINE.VB_Description = "The deadline of a hazard: the days that the settings allow for its grade."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_DEADLINE = XLPy.CallUDF("houqin.udfs", "HQ_DEADLINE", Array(found, grade, settings, calendar, campus), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_DEADLINE = Err.Description
End Function

Function HQ_OVERDUE_DAYS(deadline, Optional finished, Optional as_of)
Attribute HQ_OVERDUE_DAYS.VB_Description = "Calendar days after the deadline; 0 when due on the day, blank without a deadline."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_OVERDUE_DAYS = XLPy.CallUDF("houqin.udfs", "HQ_OVERDUE_DAYS", Array(deadline, finished, as_of), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_OVERDUE_DAYS = Err.Description
End Function

Function HQ_STOCK(item, receipts, issues, Optional campus, Optional as_of)
Attribute HQ_STOCK.VB_Description = "The balance of an item at the end of a day: all receipts less all issues."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_STOCK = XLPy.CallUDF("houqin.udfs", "HQ_STOCK", Array(item, receipts, issues, campus, as_of), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_STOCK = Err.Description
End Function

Function HQ_APPROVER(amount, kind, campus, levels)
Attribute HQ_APPROVER.VB_Description = "Who approves an amount: of the lines that fit, the one that says most."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_APPROVER = XLPy.CallUDF("houqin.udfs", "HQ_APPROVER", Array(amount, kind, campus, levels), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_APPROVER = Err.Description
End Function

Function HQ_RATE(satisfied, valid, Optional population, Optional part)
Attribute HQ_RATE.VB_Description = "A rate, or an end of its 95% interval (Wilson, corrected for a finite population)."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_RATE = XLPy.CallUDF("houqin.udfs", "HQ_RATE", Array(satisfied, valid, population, part), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_RATE = Err.Description
End Function

Function HQ_CHECK(row, headings, sheet, Optional lists, Optional settings)
Attribute HQ_CHECK.VB_Description = "The problems that a row shows by itself; blank where there are none."
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    HQ_CHECK = XLPy.CallUDF("houqin.udfs", "HQ_CHECK", Array(row, headings, sheet, lists, settings), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    HQ_CHECK = Err.Description
End Function
