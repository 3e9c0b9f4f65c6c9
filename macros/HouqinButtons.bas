Attribute VB_Name = "HouqinButtons"
'@Folder Houqin
'@ModuleDescription "What the buttons call: made by houqin build from buttons.py."
Option Explicit

'@Description "Every button of the ribbon; its id is the function it calls."
Public Sub OnRibbon(ByVal control As IRibbonControl)
    RunHouqin control.ID
End Sub

'@Description "Check this sheet and mark its rows."
Public Sub CheckSheet()
    RunHouqin "check_sheet"
End Sub

'@Description "Check every ledger and list all problems."
Public Sub CheckAll()
    RunHouqin "check_all"
End Sub

'@Description "Go to the next cell with a problem."
Public Sub NextProblem()
    RunHouqin "next_problem"
End Sub

'@Description "Take all marks off again."
Public Sub ClearMarks()
    RunHouqin "clear_marks"
End Sub

'@Description "A switch: each row is judged as it is typed."
Public Sub LiveCheck()
    RunHouqin "live_check"
End Sub

'@Description "Opening, in, out and book against counts."
Public Sub Reconcile()
    RunHouqin "reconcile"
End Sub

'@Description "A count sheet to print, blind or not."
Public Sub CountSheet()
    RunHouqin "count_sheet"
End Sub

'@Description "What to order, how much, and why."
Public Sub Reorder()
    RunHouqin "reorder"
End Sub

'@Description "Hazards overdue, due soon, without deadline."
Public Sub Overdue()
    RunHouqin "overdue"
End Sub

'@Description "One page to print for each person responsible."
Public Sub Notices()
    RunHouqin "notices"
End Sub

'@Description "Which patrols and checks were made or missed."
Public Sub Coverage()
    RunHouqin "coverage"
End Sub

'@Description "Posts that lack people, and loads."
Public Sub CheckRoster()
    RunHouqin "check_roster"
End Sub

'@Description "Draft who goes where; the roster stays."
Public Sub FillRoster()
    RunHouqin "fill_roster"
End Sub

'@Description "Fill blank cells of the roster from the draft."
Public Sub AdoptDraft()
    RunHouqin "adopt_draft"
End Sub

'@Description "Write the summary workbook beside this one."
Public Sub Summary()
    RunHouqin "summary"
End Sub

'@Description "Open a mail draft with the summary."
Public Sub Mail()
    RunHouqin "mail"
End Sub

'@Description "Write the term's summary in Word."
Public Sub Report()
    RunHouqin "report"
End Sub

'@Description "Check another file, which is only read."
Public Sub CheckOther()
    RunHouqin "check_other"
End Sub

'@Description "Preview old ledgers and append their new rows."
Public Sub ImportOld()
    RunHouqin "import_old"
End Sub

'@Description "Bring back drop-downs and formats."
Public Sub RestoreControls()
    RunHouqin "restore_controls"
End Sub

'@Description "Take back what houqin wrote last."
Public Sub Undo()
    RunHouqin "undo"
End Sub

'@Description "Go to the settings."
Public Sub Settings()
    RunHouqin "settings"
End Sub

'@Description "Go to the help."
Public Sub Help()
    RunHouqin "help_"
End Sub

'@Description "Look for what is wrong with this machine."
Public Sub Doctor()
    RunHouqin "doctor"
End Sub
