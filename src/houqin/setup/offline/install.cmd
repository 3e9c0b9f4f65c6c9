@echo off
rem ASCII only: cmd reads this file in the code page of the machine. Python says the rest in Chinese.
setlocal
set "HERE=%~dp0"
set "ROOM=%LOCALAPPDATA%\houqin\python"
set "PY="
if not exist "%HERE%requirements.txt" goto :zipped
call :look
if not defined PY call :add_python
if not defined PY goto :no_python
if exist "%ROOM%\Scripts\python.exe" call :keep_or_clear
if exist "%ROOM%\Scripts\python.exe" goto :packages
echo [1/3] Making a room for houqin in "%ROOM%" ...
call %PY% -m venv "%ROOM%"
if errorlevel 1 goto :failed
:packages
echo [2/3] Putting the packages there, without the internet ...
"%ROOM%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%HERE%wheels" --require-hashes -r "%HERE%requirements.txt"
if errorlevel 1 goto :failed
echo [3/3] Telling Excel ...
"%ROOM%\Scripts\python.exe" -P -m houqin install
if errorlevel 1 goto :end
"%ROOM%\Scripts\python.exe" -P -m houqin doctor
goto :end

:look
call :try py -{{python}}
if not defined PY call :try "%LOCALAPPDATA%\Programs\Python\Python{{digits}}\python.exe"
if not defined PY call :try "%ProgramFiles%\Python{{digits}}\python.exe"
if not defined PY call :try python
exit /b 0

:try
call %* -c "import sys,struct;sys.exit(sys.version_info[:2]!={{pair}} or struct.calcsize('P')!=8 or 'windowsapps' in sys.base_prefix.lower())" >nul 2>nul
if not errorlevel 1 set PY=%*
exit /b 0

:add_python
for %%F in ("%HERE%python-{{python}}.*-amd64.exe") do "%%~fF" /passive InstallAllUsers=0 PrependPath=0 Include_test=0 Include_launcher=0
call :look
exit /b 0

:keep_or_clear
set FOUND=%PY%
set "PY="
call :try "%ROOM%\Scripts\python.exe"
if not defined PY rmdir /s /q "%ROOM%"
set PY=%FOUND%
exit /b 0

:zipped
echo Extract the whole zip into a folder first, then start install.cmd in that folder.
goto :end

:no_python
echo Python {{python}} (64-bit) was not found. The page that opens now shows where to get it.
for %%F in ("%HERE%*.html") do start "" "%%~fF"
goto :end

:failed
echo It did not work; the lines above say why. The page that opens now says whom to show them.
for %%F in ("%HERE%*.html") do start "" "%%~fF"

:end
pause
