; Inno Setup 6: the installer for Windows, without administrator rights. `python packaging\dev.py build` calls it:
;   iscc /DVersion=0.1.0 /DFolder=<dist\clearslice> /DTarget=<dist> packaging\windows\clearslice.iss

#ifndef Version
  #error "Give the version: /DVersion=..."
#endif
#define Program "clearslice-gui.exe"
#define Type "Clearslice.Dicom"

[Setup]
AppId={{6E0B7C52-6C5C-4B0E-9C55-5E6A0B3A7F10}
AppName=Clearslice
AppVersion={#Version}
AppVerName=Clearslice {#Version}
AppPublisher=Clearslice
DefaultDirName={autopf}\Clearslice
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Target}
OutputBaseFilename=clearslice-{#Version}-windows-x64-setup
SetupIconFile=..\..\build\clearslice.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName=Clearslice
VersionInfoVersion={#Version}
VersionInfoDescription=Clearslice: makes CT, MR and X-ray images clearer. Not for diagnostic use.
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "associate"; Description: "{cm:AssocFileExtension,Clearslice,.dcm}"; Flags: unchecked

[InstallDelete]
; An upgrade leaves nothing of the older program; settings and logs lie elsewhere and stay.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Clearslice"; Filename: "{app}\{#Program}"; AppUserModelID: "org.clearslice.Clearslice"
Name: "{autodesktop}\Clearslice"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; HKA is the user's part of the registry, or everybody's when an administrator chose so.
; Keys that others may use too are removed if they are empty: first here, so last when all is taken away.
Root: HKA; Subkey: "Software\Classes\.dcm"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.dic"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\Directory"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\Directory\shell"; Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#Type}"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Type}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Type}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
; Open with, for everyone; as the program of a double click only where it was asked for.
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "{#Type}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.dic\OpenWithProgids"; ValueType: string; ValueName: "{#Type}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.dcm"; ValueType: string; ValueData: "{#Type}"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Directory\shell\{#Type}"; ValueType: string; ValueData: "Open with Clearslice"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\{#Type}"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\{#Program}"
Root: HKA; Subkey: "Software\Classes\Directory\shell\{#Type}\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,Clearslice}"; Flags: nowait postinstall skipifsilent
