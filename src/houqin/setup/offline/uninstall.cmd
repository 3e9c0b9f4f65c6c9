@echo off
rem ASCII only: cmd reads this file in the code page of the machine. Python says the rest in Chinese.
setlocal
set "ROOM=%LOCALAPPDATA%\houqin\python"
if not exist "%ROOM%\Scripts\python.exe" goto :nothing
"%ROOM%\Scripts\python.exe" -P -m houqin uninstall
if errorlevel 1 goto :end
rmdir /s /q "%ROOM%"
rmdir "%LOCALAPPDATA%\houqin" 2>nul
goto :end

:nothing
echo houqin is not installed for this user.

:end
pause
