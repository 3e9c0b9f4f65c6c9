Attribute VB_Name = "xlwings"
Option Explicit
' The stand-in for xlwings.bas in LibreOffice, which cannot compile that module.
' Python is started in the background and waited for: a Shell that waits would hold
' the lock that Python needs to reach LibreOffice.

Public Const XLWINGS_VERSION As String = "0.37.8"

Private Const PATIENCE As Long = 6000
Private Const PAUSE As Long = 20

Public Function RunPython(PythonCommand As String)
    Dim Order As String
    Dim Handle As Integer
    Dim Steps As Long
    Order = NextOrder(Environ("HOUQIN_OFFICE_RUNS"))
    Handle = FreeFile
    Open Order For Output As #Handle
    Print #Handle, ThisComponent.URL
    Print #Handle, PythonCommand
    Close #Handle
    Shell Environ("HOUQIN_OFFICE_RUNNER"), 0, """" & Order & """"
    Do While Dir(Order & ".result") = "" And Steps < PATIENCE
        Wait PAUSE
        Steps = Steps + 1
    Loop
End Function

Public Function GetConfig(ConfigKey As String, Optional Default As String = "", Optional Source As String = "") As Variant
    GetConfig = Default
    If ConfigKey = "INTERPRETER_WIN" Then
        GetConfig = Environ("HOUQIN_OFFICE_INTERPRETER")
    End If
End Function

Private Function NextOrder(ByVal Folder As String) As String
    Dim Number As Long
    Number = 1
    Do While Dir(Folder & "/" & Number & ".order") <> ""
        Number = Number + 1
    Loop
    NextOrder = Folder & "/" & Number & ".order"
End Function
