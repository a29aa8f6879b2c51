-- What applicants will be reminded of. A column marked PERSONAL holds what belongs to an applicant.

CREATE TABLE reminder
(
    key          TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- PERSONAL: it may name an application
    subject      TEXT COLLATE "C" NOT NULL, -- PERSONAL
    conversation TEXT COLLATE "C" NOT NULL,
    due_at       BIGINT           NOT NULL,
    valid_until  BIGINT           NOT NULL, -- later than this it is dropped
    notice       BYTEA            NOT NULL  -- PERSONAL: see Conversations/Wire/notice.proto
);

CREATE INDEX reminder_due_at ON reminder (due_at);
CREATE INDEX reminder_subject ON reminder (subject);

-- Who proved an application in a chat and is told when it is ready.
CREATE TABLE application_watch
(
    application        TEXT COLLATE "C" NOT NULL, -- PERSONAL
    conversation       TEXT COLLATE "C" NOT NULL,
    utc_offset_minutes BIGINT           NOT NULL, -- of the office of the chat
    ready_on           TEXT COLLATE "C"     NULL, -- what the reminders are planned for
    PRIMARY KEY (application, conversation)
);

-- Passports that wait for long: an officer's list.
CREATE INDEX application_waiting ON application (office, ready_on) WHERE stage = 'ready-for-collection';
