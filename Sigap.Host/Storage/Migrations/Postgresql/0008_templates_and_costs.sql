-- What WhatsApp's notices last said of each template. A template that is not here counts as approved.
CREATE TABLE template_state
(
    name        TEXT COLLATE "C" NOT NULL,
    language    TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C"     NULL, -- WhatsApp's word: APPROVED, PAUSED, …
    state_at    BIGINT               NULL, -- when WhatsApp said so: an older notice never replaces a newer one
    quality     TEXT COLLATE "C"     NULL,
    quality_at  BIGINT               NULL,
    category    TEXT COLLATE "C"     NULL,
    category_at BIGINT               NULL,
    PRIMARY KEY (name, language)
);

-- The month in which a message was counted as delivered: once, however often its statuses come.
ALTER TABLE message_status ADD COLUMN cost_month TEXT COLLATE "C" NULL;

-- Delivered messages, as WhatsApp prices them.
CREATE TABLE message_cost
(
    business TEXT COLLATE "C" NOT NULL,
    month    TEXT COLLATE "C" NOT NULL, -- yyyy-MM by WhatsApp's bill
    category TEXT COLLATE "C" NOT NULL,
    type     TEXT COLLATE "C" NOT NULL,
    billable BIGINT           NOT NULL, -- 1 unless WhatsApp said that it is free
    messages BIGINT           NOT NULL,
    PRIMARY KEY (business, month, category, type, billable)
);
