Attribute VB_Name = "HouqinRun"
'@Folder Houqin
'@ModuleDescription "Starts Python, or says in two languages what is missing."
Option Explicit

'@Description "Call one function of houqin.addin; rules and words live there."
Public Sub RunHouqin(ByVal Action As String)
    On Error GoTo Failed
    If Not PythonIsThere() Then
        MsgBox HouqinSheet.Range("B2").Value, vbInformation, "houqin"
        Exit Sub
    End If
    RunPython "import houqin.addin as a; a." & Action & "()"
    Exit Sub
Failed:
    MsgBox HouqinSheet.Range("B3").Value & vbCrLf & Err.Description, vbExclamation, "houqin"
End Sub

'@Description "Whether the interpreter that the set-up wrote down is still there."
Private Function PythonIsThere() As Boolean
    Dim Interpreter As String
    Interpreter = GetConfig("INTERPRETER_WIN", "")
    If Interpreter <> "" Then
        PythonIsThere = (Dir(Interpreter) <> "")
    End If
End Function
