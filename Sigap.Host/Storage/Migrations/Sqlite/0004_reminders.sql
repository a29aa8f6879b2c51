-- What applicants will be reminded of. A column marked PERSONAL holds what belongs to an applicant.

CREATE TABLE reminder
(
    key          TEXT    NOT NULL PRIMARY KEY, -- PERSONAL: it may name an application
    subject      TEXT    NOT NULL, -- PERSONAL
    conversation TEXT    NOT NULL,
    due_at       INTEGER NOT NULL,
    valid_until  INTEGER NOT NULL, -- later than this it is dropped
    notice       BLOB    NOT NULL  -- PERSONAL: see Conversations/Wire/notice.proto
) WITHOUT ROWID;

CREATE INDEX reminder_due_at ON reminder (due_at);
CREATE INDEX reminder_subject ON reminder (subject);

-- Who proved an application in a chat and is told when it is ready.
CREATE TABLE application_watch
(
    application        TEXT    NOT NULL, -- PERSONAL
    conversation       TEXT    NOT NULL,
    utc_offset_minutes INTEGER NOT NULL, -- of the office of the chat
    ready_on           TEXT        NULL, -- what the reminders are planned for
    PRIMARY KEY (application, conversation)
) WITHOUT ROWID;

-- Passports that wait for long: an officer's list.
CREATE INDEX application_waiting ON application (office, ready_on) WHERE stage = 'ready-for-collection';
