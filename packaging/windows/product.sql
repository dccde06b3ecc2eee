-- What wixl ignores or gets wrong in product.wxs; a query on each line, carried out by msibuild.

-- The old version goes within the transaction, so that a failure brings it back.
UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'
-- Where the MSI lies is known from here on: settings are looked for beside it.
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('ResolveSource', 'NOT Installed OR (SETTINGS AND NOT REMOVE)', 1030)
-- Properties are set and tests made with the rights of the person, not with the system's.
UPDATE `CustomAction` SET `Type` = 51 WHERE `Type` = 2099
UPDATE `CustomAction` SET `Type` = 1 WHERE `Type` = 2049
-- In a rollback, with the system's rights: 1 + 256 + 1024 + 2048.
UPDATE `CustomAction` SET `Type` = 3329 WHERE `Action` = 'UndoTaking'
-- Neither advertised nor left out: 8 + 16.
UPDATE `Feature` SET `Attributes` = 24 WHERE `Feature` = 'Program'
-- What a person without administrator rights hands over to the half that has them.
UPDATE `Property` SET `Value` = 'BAHASA;HAPUSDATA;INSTALLDIR;INSTALLEDFOLDER;INSTALLEDKIND;SETTINGS;TUNGGU;TUTUP;WINDOWSBUILD;WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED' WHERE `Property` = 'SecureCustomProperties'
-- Settings go by ForgetSettings alone: no property, nothing removed. Then the folder, if it is empty.
INSERT INTO `RemoveFile` (`FileKey`, `Component_`, `FileName`, `DirProperty`, `InstallMode`) VALUES ('Settings', 'Registration', 'PENGAT~1.TOM|pengaturan.toml', 'SETTINGSFOLDER', 2)
INSERT INTO `RemoveFile` (`FileKey`, `Component_`, `FileName`, `DirProperty`, `InstallMode`) VALUES ('Folder', 'Registration', '', 'INSTALLDIR', 2)
