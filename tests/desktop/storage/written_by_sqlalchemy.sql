BEGIN TRANSACTION;
CREATE TABLE aliases (
        local TEXT PRIMARY KEY, target TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "aliases" VALUES('1bcccea696764e6196c6e9c92d99bf35','00000000000000000000000000000004');
CREATE TABLE deliveries (
        record TEXT PRIMARY KEY REFERENCES records (id), seq INTEGER UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('unsent', 'accepted', 'rejected')),
        reason TEXT NOT NULL, score INTEGER
    ) STRICT, WITHOUT ROWID;
INSERT INTO "deliveries" VALUES('000000000000000000000000000003e9',NULL,'accepted','',NULL);
INSERT INTO "deliveries" VALUES('000000000000000000000000000003ea',NULL,'accepted','',75);
INSERT INTO "deliveries" VALUES('2de50472433d4e44bed8b6b8357e44cd',2,'rejected','unreadable',NULL);
INSERT INTO "deliveries" VALUES('3129903ac1d44597a242fdf11f8f2b1a',3,'accepted','',25);
INSERT INTO "deliveries" VALUES('39f3c3e6931143519cbed407e3e6b605',4,'unsent','',NULL);
INSERT INTO "deliveries" VALUES('8c2e0718822c447ca8c74107e66cb0e4',1,'accepted','',NULL);
INSERT INTO "deliveries" VALUES('b99e8306dda748a69e029a8a3f415b02',5,'unsent','',NULL);
CREATE TABLE drafts (
        turn INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        learner TEXT NOT NULL REFERENCES learners (id), course TEXT NOT NULL,
        version INTEGER NOT NULL, quiz TEXT NOT NULL, revision TEXT NOT NULL,
        seed INTEGER NOT NULL, answers TEXT NOT NULL, current TEXT NOT NULL,
        seconds INTEGER NOT NULL, superseded INTEGER NOT NULL
    ) STRICT;
INSERT INTO "drafts" VALUES(1,'4a146cf0d98a48e18f999661f967bdaf','00000000000000000000000000000001','ASN-99',1,'asn-99-akhir','rev-0',9007199254740991,'','',0,1);
INSERT INTO "drafts" VALUES(2,'df0e7337420c43f8b5d40f6ce079d1b9','00000000000000000000000000000001','ASN-99',1,'asn-99-akhir','rev-1',0,'["satu","a"]
["satu",["a","b"]]
["satu",null]
["satu","ü"]
','dua',5,0);
CREATE TABLE learners (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, nip TEXT NOT NULL, status TEXT NOT NULL,
        activation TEXT NOT NULL, active INTEGER NOT NULL, verified INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "learners" VALUES('00000000000000000000000000000001','Siti Aminah','198503122010012004','PNS','',1,1);
INSERT INTO "learners" VALUES('00000000000000000000000000000002','Ani «Ayu» Wati','199103122020012003','PNS','$argon2id$',1,1);
INSERT INTO "learners" VALUES('00000000000000000000000000000003','Tono','198001012005011001','PNS','',0,1);
INSERT INTO "learners" VALUES('00000000000000000000000000000004','Budi Santoso','199009132025242014','PPPK','',1,1);
INSERT INTO "learners" VALUES('1bcccea696764e6196c6e9c92d99bf35','Budi Santoso','199009132025242014','','',1,0);
CREATE TABLE passwords (
        learner TEXT PRIMARY KEY REFERENCES learners (id), hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "passwords" VALUES('00000000000000000000000000000001','$argon2id$v=19$m=19456,t=2,p=1$hckkw1lxZMSmBYoAWBoisg$ttWdpMTt2vHLsQis0V/k0u6seicl2m/94E2riA7gOg8');
INSERT INTO "passwords" VALUES('00000000000000000000000000000004','$argon2id$v=19$m=19456,t=2,p=1$srP01Y2CymOG0sludg6Bmw$ivFIxNkm2fi91CfPbogH+hHxsFsHgYrlSezYCu/7zF8');
INSERT INTO "passwords" VALUES('1bcccea696764e6196c6e9c92d99bf35','$argon2id$v=19$m=19456,t=2,p=1$srP01Y2CymOG0sludg6Bmw$ivFIxNkm2fi91CfPbogH+hHxsFsHgYrlSezYCu/7zF8');
CREATE TABLE places (
        turn INTEGER PRIMARY KEY, learner TEXT NOT NULL REFERENCES learners (id),
        course TEXT NOT NULL, lesson TEXT NOT NULL, position REAL NOT NULL, at INTEGER NOT NULL,
        UNIQUE (learner, lesson)
    ) STRICT;
INSERT INTO "places" VALUES(2,'00000000000000000000000000000001','ASN-99','asn-99-02',3.33333333333333314829e-01,1795489201);
INSERT INTO "places" VALUES(3,'00000000000000000000000000000001','ASN-99','asn-99-01',1.0,1795489201);
CREATE TABLE records (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL, device TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0), at INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "records" VALUES('000000000000000000000000000003e9','00000000000000000000000000000001','0000000000000000000000000000004d',1,-3600,'{"course":"ASN-99","kind":"lesson_finished","lesson":"asn-99-03","seconds":60,"version":1}');
INSERT INTO "records" VALUES('000000000000000000000000000003ea','00000000000000000000000000000001','0000000000000000000000000000004d',2,-3600,'{"course":"ASN-99","kind":"lesson_finished","lesson":"asn-99-03","seconds":60,"version":1}');
INSERT INTO "records" VALUES('2de50472433d4e44bed8b6b8357e44cd','00000000000000000000000000000001','f5b165224a5847919f6af1d8303e61cd',2,1795489200,'{"course":"ASN-99","kind":"lesson_finished","lesson":"asn-99-01","seconds":300,"version":1}');
INSERT INTO "records" VALUES('3129903ac1d44597a242fdf11f8f2b1a','00000000000000000000000000000001','f5b165224a5847919f6af1d8303e61cd',3,1795489200,'{"answers":[["satu","a"],["dua",null]],"claim":50,"course":"ASN-99","kind":"attempt_finished","quiz":"asn-99-00","revision":"rev-1","seconds":9,"seed":7,"version":1}');
INSERT INTO "records" VALUES('39f3c3e6931143519cbed407e3e6b605','00000000000000000000000000000001','f5b165224a5847919f6af1d8303e61cd',4,1795489200,'{"answers":[["satu","a"],["dua",null]],"claim":50,"course":"ASN-99","kind":"attempt_finished","quiz":"asn-99-01","revision":"rev-1","seconds":9,"seed":7,"version":1}');
INSERT INTO "records" VALUES('8c2e0718822c447ca8c74107e66cb0e4','1bcccea696764e6196c6e9c92d99bf35','f5b165224a5847919f6af1d8303e61cd',1,1795489200,'{"kind":"learner_registered","name":"Budi Santoso","nip":"199009132025242014"}');
INSERT INTO "records" VALUES('b99e8306dda748a69e029a8a3f415b02','00000000000000000000000000000001','f5b165224a5847919f6af1d8303e61cd',5,1795489200,'{"answers":[["satu","a"],["dua",null]],"claim":50,"course":"ASN-99","kind":"attempt_finished","quiz":"asn-99-02","revision":"rev-1","seconds":9,"seed":7,"version":1}');
CREATE TABLE settings (
        key TEXT PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('ukuran_huruf','2');
CREATE TABLE state (
        name TEXT PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "state" VALUES('cursor','12');
INSERT INTO "state" VALUES('device','f5b165224a5847919f6af1d8303e61cd');
INSERT INTO "state" VALUES('enrolment','{"server":"https://server.example","unit":"14.72.01","unit_name":"Dumai","organisation":"BKPSDM"}');
INSERT INTO "state" VALUES('key','c4bb86c3d1c427103c344c4189eb2f1e7bd5d47e446fcec2a3d811736110e578');
INSERT INTO "state" VALUES('last_error','Server tidak dapat dihubungi.');
INSERT INTO "state" VALUES('last_success','1795489200');
INSERT INTO "state" VALUES('last_try','1795489200');
CREATE TABLE tries (
        learner TEXT PRIMARY KEY REFERENCES learners (id),
        wrong INTEGER NOT NULL, wait_until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "tries" VALUES('00000000000000000000000000000001',5,1795489230);
CREATE INDEX records_by_learner ON records (learner);
CREATE TRIGGER records_never_change BEFORE UPDATE ON records
        BEGIN SELECT RAISE(ABORT, 'records never change'); END;
CREATE TRIGGER records_never_vanish BEFORE DELETE ON records
        BEGIN SELECT RAISE(ABORT, 'records never vanish'); END;
CREATE TRIGGER records_never_replaced BEFORE INSERT ON records
        WHEN EXISTS (SELECT 1 FROM records WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE INDEX deliveries_waiting ON deliveries (state, seq) WHERE state <> 'accepted';
CREATE UNIQUE INDEX drafts_open ON drafts (learner, quiz) WHERE superseded = 0;
COMMIT;
PRAGMA application_id = 0x42415341;
PRAGMA user_version = 1;
