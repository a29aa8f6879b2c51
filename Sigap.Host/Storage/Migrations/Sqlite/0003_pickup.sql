-- The pickup days, as far as others than themselves need them. Days are text: office, dot, date.

-- Which booking an application has, over all days: one application, one live booking.
CREATE TABLE pickup_claim
(
    application BLOB NOT NULL PRIMARY KEY, -- the number as a keyed hash
    day         TEXT NOT NULL,
    code        TEXT NOT NULL
) WITHOUT ROWID;

-- Bookings, holds and offers, live and ended.
CREATE TABLE pickup_booking
(
    day          TEXT    NOT NULL,
    code         TEXT    NOT NULL,
    office       TEXT    NOT NULL,
    date         TEXT    NOT NULL,
    conversation TEXT        NULL, -- none for a booking an officer made
    slot         TEXT    NOT NULL, -- HH:mm, local time
    places       INTEGER NOT NULL,
    priority     INTEGER NOT NULL, -- 0 or 1
    stage        TEXT    NOT NULL, -- held, offered, confirmed
    ended        TEXT        NULL, -- given-back, lapsed, moved, office-closed, by-officer, served, no-show
    changed_at   INTEGER NOT NULL,
    PRIMARY KEY (day, code)
) WITHOUT ROWID;

CREATE INDEX pickup_booking_office ON pickup_booking (office, date);
CREATE INDEX pickup_booking_live ON pickup_booking (day) WHERE ended IS NULL;

-- Who waits for a place of a full day.
CREATE TABLE pickup_waiting
(
    day          TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    places       INTEGER NOT NULL,
    since        INTEGER NOT NULL,
    PRIMARY KEY (day, conversation)
) WITHOUT ROWID;

-- What days still have to tell others: should the node of a day die, its day is found here.
CREATE TABLE pickup_errand
(
    day    TEXT    NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (day, number)
) WITHOUT ROWID;
