-- Messages of ours that failed after WhatsApp had taken them, until their conversation knows. In normal running the table is empty.
CREATE TABLE failed_send
(
    message_fingerprint INTEGER NOT NULL PRIMARY KEY,
    callback_data       TEXT    NOT NULL, -- conversation, reply and attempt
    error_code          INTEGER     NULL,
    failed_at           INTEGER NOT NULL,
    attempts            INTEGER NOT NULL, -- to tell the conversation
    next_attempt_at     INTEGER NOT NULL
);

CREATE INDEX failed_send_next_attempt_at ON failed_send (next_attempt_at);
