-- Messages of ours that failed after WhatsApp had taken them, until their conversation knows. In normal running the table is empty.
CREATE TABLE failed_send
(
    message_fingerprint BIGINT           NOT NULL PRIMARY KEY,
    callback_data       TEXT COLLATE "C" NOT NULL, -- conversation, reply and attempt
    error_code          BIGINT               NULL,
    failed_at           BIGINT           NOT NULL,
    attempts            BIGINT           NOT NULL, -- to tell the conversation
    next_attempt_at     BIGINT           NOT NULL
);

CREATE INDEX failed_send_next_attempt_at ON failed_send (next_attempt_at);
