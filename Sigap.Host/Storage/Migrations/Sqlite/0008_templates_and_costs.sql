-- What WhatsApp's notices last said of each template. A template that is not here counts as approved.
CREATE TABLE template_state
(
    name        TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    state       TEXT        NULL, -- WhatsApp's word: APPROVED, PAUSED, …
    state_at    INTEGER     NULL, -- when WhatsApp said so: an older notice never replaces a newer one
    quality     TEXT        NULL,
    quality_at  INTEGER     NULL,
    category    TEXT        NULL,
    category_at INTEGER     NULL,
    PRIMARY KEY (name, language)
) WITHOUT ROWID;

-- The month in which a message was counted as delivered: once, however often its statuses come.
ALTER TABLE message_status ADD COLUMN cost_month TEXT NULL;

-- Delivered messages, as WhatsApp prices them.
CREATE TABLE message_cost
(
    business TEXT    NOT NULL,
    month    TEXT    NOT NULL, -- yyyy-MM by WhatsApp's bill
    category TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    billable INTEGER NOT NULL, -- 1 unless WhatsApp said that it is free
    messages INTEGER NOT NULL,
    PRIMARY KEY (business, month, category, type, billable)
) WITHOUT ROWID;
