; What people read in English.

!macro Say name text
  LangString ${name} ${LANG_ENGLISH} "${text}"
!macroend
!define Say "!insertmacro Say"

${Say} AlreadyInstalling "Another installation of Bina ASN is running. Please wait until it is done."
${Say} CannotWriteFiles "The program's files can't be written. Look at the free space of the disk and the rights of the folder. The installation was stopped; what is on this PC has not changed."
${Say} DataKept "The program was removed, but data are kept in the folder"
${Say} DiskFull "There is not enough free space. The installation needs ${NEEDED_MB} MB."
${Say} Extracting "Copying files to"
${Say} FilesDamaged "The program's files are not complete after copying. Copy the installer to the flash drive again and try once more. The check's code:"
${Say} FilesStay "Some files can't be removed. Restart the PC, then remove again. Folder:"
${Say} FolderInUse "The program's folder is in use by another program, such as an Explorer window or a virus scanner. Close it, then install again."
${Say} FolderInvalid "Name the folder in full and without quotation marks, such as /D=D:\Bina ASN; it can't be the root of a drive such as D:\."
${Say} FolderIsForeign "That folder holds a folder named program, program.baru or program.lama that is not of Bina ASN. Please choose another."
${Say} FolderNotWritable "The folder can't be made or written to."
${Say} FolderTooLong "The folder's name is too long. Please choose one of at most ${LONGEST_FOLDER} characters."
${Say} Installed "Done. Installed in"
${Say} Installing "installation begins"
${Say} LogIsHere "Log of the installation:"
${Say} MsiIsInstalled "Bina ASN was installed from an MSI file. Update it by an MSI file, or remove that installation first."
${Say} NewerIsInstalled "The installed Bina ASN $InstalledVersion is newer than ${VERSION}. Nothing was changed."
${Say} NoRights "The installation needs an administrator's rights. Right-click this file, then choose Run as administrator."
${Say} PleaseClose "Please close it in all Windows accounts, then try again."
${Say} ProgramFails "The program that was just copied does not run as it should. Code:"
${Say} ProgramIsOpen "Bina ASN is open on this PC."
${Say} RegistryFails "The program can't be registered with Windows."
${Say} Removed "Removal done. Code:"
${Say} Removing "removal begins of"
${Say} ResultsStay "Bina ASN will be removed from this PC. The employees' results are kept."
${Say} SettingsMissing "There is no such settings file:"
${Say} SettingsRefused "The settings file is refused. Nothing was installed."
${Say} Stopped "Stopped with code"
${Say} WindowsTooOld "Bina ASN needs Windows 10, version 1809, or newer (64-bit)."

!undef Say
!macroundef Say
