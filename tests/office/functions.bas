Attribute VB_Name = "XLPy"
Option Explicit
' The stand-in for the Python that answers worksheet functions: XLPy.CallUDF(...) reads
' the same, whether XLPy is a function that returns an object or this module.

Private Served As Object

Public Sub Serve(ByVal Server As Object)
    Set Served = Server
End Sub

Public Function CallUDF(ModuleName, FunctionName, Arguments, Optional Book, Optional Caller)
    Dim Given()
    Dim Place As Long
    ReDim Given(UBound(Arguments))
    For Place = 0 To UBound(Arguments)
        If IsMissing(Arguments(Place)) Then
            Given(Place) = Null
        ElseIf TypeName(Arguments(Place)) = "Range" Then
            Given(Place) = Arguments(Place).getCellRange()
        Else
            Given(Place) = Arguments(Place)
        End If
    Next Place
    CallUDF = Served.callFunction(ModuleName & ":" & FunctionName, Given)
End Function
