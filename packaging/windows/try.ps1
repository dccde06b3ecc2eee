<#
.SYNOPSIS
Tries the installers of Bina ASN on a real Windows, as IT staff use them.

.DESCRIPTION
For the .exe and then for the .msi: installs silently with a settings file, lets the program check
itself, opens and closes its window, upgrades, refuses a downgrade and the other kind, and removes;
results stay. It needs an administrator, and a PC without Bina ASN and without its data: a virtual
machine, not one that people learn on. The logs of all steps lie in the folder -Log.

.PARAMETER Packages
The folder of bina-asn-VERSION-amd64.exe and .msi.

.PARAMETER Next
The folder of a newer version of both. Without it no upgrade is tried.

.PARAMETER Python
A Python with the project's libraries, which leaves three results to keep. Without it the database
itself stands for them.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File try.ps1 -Packages D:\ -Next E:\
#>
param(
    [Parameter(Mandatory)] [string] $Packages,
    [string] $Next,
    [string] $Python,
    [string] $Log = (Join-Path $env:TEMP 'bina-asn-try')
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$Folder = Join-Path $env:ProgramFiles 'Bina ASN'
$Data = Join-Path $env:ProgramData 'BinaASN'
$Database = Join-Path $Data 'bina-asn.db'
$Console = Join-Path $Folder 'program\bina-asn.exe'
$Window = Join-Path $Folder 'program\BinaASN.exe'
$Key = 'HKLM:\Software\BinaASN'
$Entries = 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*'
$Settings = "server = `"https://bina.example`"`nkunci_layar = 7`n"

# What each kind says: done, program open, older than the installed, the other kind.
$Codes = @{
    exe = @{ Done = 0; Open = 4; Older = 5; Other = 7; Wrong = 6; ResultsWait = 11 }
    msi = @{ Done = 0; Open = 1603; Older = 1603; Other = 1603; Wrong = 1603; ResultsWait = 0 }
}

function Step([string] $Words) {
    Write-Host "== $Words"
}

function Assert([bool] $Is, [string] $Words) {
    if (-not $Is) { throw "FAILED: $Words" }
    Write-Host "   ok: $Words"
}

function Invoke-Program([string] $File, [string] $Words) {
    $process = Start-Process -FilePath $File -ArgumentList $Words -Wait -PassThru
    return $process.ExitCode
}

# Runs a command of the program and returns its code; what it prints goes to the log.
function Invoke-Console([string] $Words) {
    $number = @(Get-ChildItem $Log -Filter 'console-*.txt').Count
    $output = Join-Path $Log "console-$number.txt"
    $process = Start-Process -FilePath $Console -ArgumentList $Words -Wait -PassThru -NoNewWindow `
        -RedirectStandardOutput $output -RedirectStandardError "$output.errors"
    $script:Said = Get-Content $output -Raw -Encoding UTF8
    return $process.ExitCode
}

function Find-Package([string] $Place, [string] $Kind) {
    $found = @(Get-ChildItem $Place -Filter "bina-asn-*-amd64.$Kind")
    Assert ($found.Count -eq 1) "one .$Kind in $Place"
    return $found[0].FullName
}

function Get-PackageVersion([string] $Package) {
    return ([IO.Path]::GetFileName($Package) -split '-')[2]
}

# Each with a log of its own, named for what is tried.
function Install([string] $Package, [string] $SettingsFile, [string] $Name) {
    $file = Join-Path $Log "$Name.log"
    if ($Package -like '*.msi') {
        $words = "/i `"$Package`" /qn /l*v `"$file`""
        if ($SettingsFile) { $words += " SETTINGS=`"$SettingsFile`"" }
        return Invoke-Program 'msiexec.exe' $words
    }
    $words = "/S `"/LOG=$file`""
    if ($SettingsFile) { $words += " `"/SETTINGS=$SettingsFile`"" }
    return Invoke-Program $Package $words
}

function Uninstall([string] $Package, [switch] $EraseData, [string] $Name) {
    $file = Join-Path $Log "$Name.log"
    if ($Package -like '*.msi') {
        $words = "/x `"$Package`" /qn /l*v `"$file`""
        if ($EraseData) { $words += ' HAPUSDATA=1' }
        return Invoke-Program 'msiexec.exe' $words
    }
    # A copy that stays to tell its code: the uninstaller can't wait for the one it makes itself.
    $copy = Join-Path $Log 'uninstall.exe'
    Copy-Item (Join-Path $Folder 'uninstall.exe') $copy -Force
    $words = "/S `"/LOG=$file`""
    if ($EraseData) { $words += ' /HAPUSDATA' }
    return Invoke-Program $copy "$words _?=$Folder"
}

function Assert-Installed([string] $Kind, [string] $Version) {
    $registered = Get-ItemProperty $Key
    Assert ($registered.Kind -eq $Kind) "registered as $Kind"
    Assert ($registered.Version -eq $Version) "registered as version $Version"
    $shown = @(Get-ItemProperty $Entries | Where-Object { $_.PSObject.Properties['DisplayName'] -and
            $_.DisplayName -eq 'Bina ASN' })
    Assert ($shown.Count -eq 1) 'one entry in the list of programs'
    Assert ($shown[0].DisplayVersion -eq $Version) "which tells version $Version"
    Assert ((Invoke-Console '--version') -eq 0 -and $Said.Trim() -eq "bina-asn $Version") `
        "the program tells version $Version"
    $menu = [Environment]::GetFolderPath('CommonPrograms')
    Assert (Test-Path (Join-Path $menu 'Bina ASN.lnk')) 'in the start menu of every account'
}

function Assert-Gone {
    Assert (-not (Test-Path (Join-Path $Folder 'program'))) 'the program is gone'
    Assert (-not (Test-Path $Key)) 'no longer registered'
}

# Which rights every account has, by names that no translation of Windows changes.
function Get-UserRights([string] $Path) {
    $users = [Security.Principal.SecurityIdentifier] 'S-1-5-32-545'
    $rules = (Get-Acl $Path).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
    $rights = [Security.AccessControl.FileSystemRights] 0
    foreach ($rule in $rules) {
        if ($rule.IdentityReference -eq $users -and $rule.AccessControlType -eq 'Allow') {
            $rights = $rights -bor $rule.FileSystemRights
        }
    }
    return $rights
}

function Assert-Rights {
    $write = [Security.AccessControl.FileSystemRights]::WriteData
    $modify = [Security.AccessControl.FileSystemRights]::Modify
    $program = Get-UserRights (Join-Path $Folder 'program')
    Assert (-not ($program -band $write)) 'no account but administrators replaces the program'
    Assert (((Get-UserRights $Data) -band $modify) -eq $modify) 'every account keeps results'
}

function Add-Results {
    if ($Python) {
        & $Python -m trials.learning $Data
        Assert ($LASTEXITCODE -eq 0) 'somebody learned'
    }
}

# What must stay: how many results wait, and the identity of the PC.
function Get-Results {
    Assert (Test-Path $Database) 'the database is there'
    [void] (Invoke-Console 'status --json')
    return ($Said | ConvertFrom-Json).unsent
}

function Test-Window([string] $Package) {
    Step 'the window opens; the installer refuses; it closes by its own command'
    $process = Start-Process -FilePath $Window -PassThru
    $until = (Get-Date).AddSeconds(120)
    do {
        Start-Sleep -Milliseconds 500
        $process.Refresh()
    } until ($process.MainWindowHandle -ne 0 -or $process.HasExited -or (Get-Date) -gt $until)
    Assert (-not $process.HasExited) 'it runs'
    Assert ($process.MainWindowTitle -like '*Bina ASN*') "its title is '$($process.MainWindowTitle)'"
    $kind = [IO.Path]::GetExtension($Package).Substring(1)
    Assert ((Install $Package '' "$kind-open") -eq $Codes[$kind].Open) 'the installer says it is open'
    Assert (-not $process.HasExited) 'it was not killed'
    Assert ((Invoke-Console 'quit --wait 60') -eq 0) 'it closed in order'
    Assert ($process.WaitForExit(10000)) 'its process ended'
}

function Test-Kind([string] $Kind) {
    $code = $Codes[$Kind]
    $package = Find-Package $Packages $Kind
    $version = Get-PackageVersion $package
    $other = Find-Package $Packages $(if ($Kind -eq 'exe') { 'msi' } else { 'exe' })
    $good = Join-Path $Log 'pengaturan-baik.toml'
    $bad = Join-Path $Log 'pengaturan-salah.toml'
    [IO.File]::WriteAllText($good, $Settings)
    [IO.File]::WriteAllText($bad, "kunci_layar = 500`n")

    Step "$Kind`: wrong settings"
    Assert ((Install $package $bad "$Kind-wrong") -eq $code.Wrong) 'they are refused'
    Assert-Gone

    Step "$Kind`: silent installation"
    Assert ((Install $package $good "$Kind-install") -eq $code.Done) 'it is installed'
    Assert-Installed $Kind $version
    $kept = Get-Content (Join-Path $Folder 'pengaturan.toml') -Raw
    Assert ($kept -eq $Settings) 'the settings are at their place'
    $tested = Invoke-Console '--selftest'
    Write-Host $Said
    Assert ($tested -eq 0) 'it finds nothing wrong with itself'
    Assert-Rights

    Test-Window $package
    Add-Results
    $results = Get-Results

    Step "$Kind`: the other kind"
    $otherKind = $(if ($Kind -eq 'exe') { 'msi' } else { 'exe' })
    Assert ((Install $other '' "$Kind-other") -eq $Codes[$otherKind].Other) 'it is refused'

    if ($Next) {
        Step "$Kind`: upgrade, and back"
        $newer = Find-Package $Next $Kind
        if ($Kind -eq 'msi') {
            Assert ((Install $newer $bad "$Kind-wrong-upgrade") -eq $code.Wrong) 'wrong settings refused'
            Assert-Installed $Kind $version
        }
        Assert ((Install $newer '' "$Kind-upgrade") -eq $code.Done) 'it is upgraded'
        Assert-Installed $Kind (Get-PackageVersion $newer)
        Assert ((Get-Results) -eq $results) "$results results are kept"
        Assert ((Install $package '' "$Kind-older") -eq $code.Older) 'an older one is refused'
        $package = $newer
    }

    Step "$Kind`: removal"
    Assert ((Uninstall $package -Name "$Kind-remove") -eq $code.Done) 'it is removed'
    Assert-Gone
    Assert (Test-Path $Database) 'results stay'

    Step "$Kind`: again, and removal of everything"
    Assert ((Install $package '' "$Kind-again") -eq $code.Done) 'it is installed again'
    Assert ((Get-Results) -eq $results) "$results results are found again"
    $expected = $(if ($results) { $code.ResultsWait } else { $code.Done })
    Assert ((Uninstall $package -EraseData -Name "$Kind-erase") -eq $expected) 'it is removed'
    Assert-Gone
    Assert ((Test-Path $Database) -eq [bool] $results) 'only what waits is still there'
}

$me = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
Assert ($me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) 'an administrator'
Assert (-not (Test-Path $Key)) 'a PC without Bina ASN'
Assert (-not (Test-Path $Database)) 'a PC without its data'
New-Item -ItemType Directory -Force $Log | Out-Null
$Log = (Resolve-Path $Log).Path
$Packages = (Resolve-Path $Packages).Path

foreach ($kind in 'exe', 'msi') {
    Test-Kind $kind
    # Made by this trial, on a PC that had none before.
    if (Test-Path $Data) { Remove-Item $Data -Recurse -Force }
    if (Test-Path $Folder) { Remove-Item $Folder -Recurse -Force }
}
Write-Host 'All is well.'
