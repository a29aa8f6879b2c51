-- Sigap's own tables. Instants are milliseconds since 1970-01-01 UTC, dates are text (yyyy-MM-dd).
-- A column marked PERSONAL holds what belongs to an applicant: it is never logged, and erasing a person reaches it.
-- Keys compare byte by byte (COLLATE "C"): the same order on every server, and the fastest index.

-- What could not be read, with its raw JSON.
CREATE TABLE quarantine
(
    key         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    reason      TEXT             NOT NULL,
    raw_json    TEXT             NOT NULL, -- PERSONAL: whatever the applicant sent
    received_at BIGINT           NOT NULL
);

CREATE INDEX quarantine_received_at ON quarantine (received_at);

-- What became of the messages sent: the highest stage seen so far.
CREATE TABLE message_status
(
    message_fingerprint BIGINT           NOT NULL PRIMARY KEY, -- 64 bits of the message id's hash: the id itself holds a phone number
    business            TEXT COLLATE "C" NOT NULL,
    callback_data       TEXT COLLATE "C"     NULL,
    rank                INTEGER          NOT NULL, -- 1 sent, 2 delivered, 3 read, 4 played, 9 failed
    at                  BIGINT           NOT NULL, -- when that stage was first reached
    error_code          INTEGER              NULL
);

CREATE INDEX message_status_callback_data ON message_status (callback_data) WHERE callback_data IS NOT NULL;

-- Notices about the account (template decisions, quality, restrictions).
CREATE TABLE account_notice
(
    key         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    field       TEXT             NOT NULL,
    raw_json    TEXT             NOT NULL, -- PERSONAL: some kinds name a user
    received_at BIGINT           NOT NULL
);

CREATE INDEX account_notice_received_at ON account_notice (received_at);

-- Passport applications as the offices last told them.
CREATE TABLE application
(
    number     TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- PERSONAL
    office     TEXT COLLATE "C" NOT NULL,
    birth_date TEXT COLLATE "C" NOT NULL, -- PERSONAL
    name       TEXT             NOT NULL, -- PERSONAL
    stage      TEXT COLLATE "C" NOT NULL,
    stage_on   TEXT COLLATE "C" NOT NULL,
    ready_on   TEXT COLLATE "C"     NULL,
    updated_at BIGINT           NOT NULL -- when the office's data last changed: an older record never replaces a newer one
);

-- Wrong birth dates, once per message; the application number stands here as a keyed hash, whether it exists or not.
CREATE TABLE application_guess
(
    message_fingerprint BIGINT NOT NULL PRIMARY KEY,
    number_hash         BYTEA  NOT NULL,
    at                  BIGINT NOT NULL
);

CREATE INDEX application_guess_number ON application_guess (number_hash, at);
CREATE INDEX application_guess_at ON application_guess (at);

-- Thanks and complaints.
CREATE TABLE feedback
(
    reference    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    conversation TEXT COLLATE "C" NOT NULL,
    office       TEXT COLLATE "C" NOT NULL,
    category     TEXT COLLATE "C" NOT NULL,
    text         TEXT             NOT NULL, -- PERSONAL
    rating       INTEGER              NULL,
    at           BIGINT           NOT NULL
);

CREATE INDEX feedback_office ON feedback (office, at);

-- Requests to talk to an officer.
CREATE TABLE officer_request
(
    reference    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    conversation TEXT COLLATE "C" NOT NULL,
    office       TEXT COLLATE "C" NOT NULL,
    text         TEXT             NOT NULL, -- PERSONAL
    at           BIGINT           NOT NULL
);

CREATE INDEX officer_request_office ON officer_request (office, at);

-- Replies decided but not yet accepted by WhatsApp: what a sweep looks for after a crash.
CREATE TABLE owed
(
    conversation TEXT COLLATE "C" NOT NULL,
    reply        BIGINT           NOT NULL,
    since        BIGINT           NOT NULL,
    PRIMARY KEY (conversation, reply)
);

CREATE INDEX owed_since ON owed (since);

-- How far each projection has read the journal.
CREATE TABLE projection_offset
(
    name     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    ordering BIGINT           NOT NULL
);

-- Tells which master key this database was written with.
CREATE TABLE master_key_check
(
    id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    fingerprint TEXT    NOT NULL
);
