@echo off
rem ASCII only: cmd reads this file in the code page of the machine. Python says the rest in Chinese.
rem A workbook may be dropped onto this file.
setlocal
set "ROOM=%LOCALAPPDATA%\houqin\python"
if not exist "%ROOM%\Scripts\python.exe" goto :nothing
"%ROOM%\Scripts\python.exe" -P -m houqin doctor %*
goto :end

:nothing
echo houqin is not installed for this user. Start install.cmd first.

:end
pause
