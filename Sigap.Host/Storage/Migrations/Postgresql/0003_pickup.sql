-- The pickup days, as far as others than themselves need them. Days are text: office, dot, date.

-- Which booking an application has, over all days: one application, one live booking.
CREATE TABLE pickup_claim
(
    application BYTEA            NOT NULL PRIMARY KEY, -- the number as a keyed hash
    day         TEXT COLLATE "C" NOT NULL,
    code        TEXT COLLATE "C" NOT NULL
);

-- Bookings, holds and offers, live and ended.
CREATE TABLE pickup_booking
(
    day          TEXT COLLATE "C" NOT NULL,
    code         TEXT COLLATE "C" NOT NULL,
    office       TEXT COLLATE "C" NOT NULL,
    date         TEXT COLLATE "C" NOT NULL,
    conversation TEXT COLLATE "C"     NULL, -- none for a booking an officer made
    slot         TEXT COLLATE "C" NOT NULL, -- HH:mm, local time
    places       INTEGER          NOT NULL,
    priority     INTEGER          NOT NULL, -- 0 or 1
    stage        TEXT COLLATE "C" NOT NULL, -- held, offered, confirmed
    ended        TEXT COLLATE "C"     NULL, -- given-back, lapsed, moved, office-closed, by-officer, served, no-show
    changed_at   BIGINT           NOT NULL,
    PRIMARY KEY (day, code)
);

CREATE INDEX pickup_booking_office ON pickup_booking (office, date);
CREATE INDEX pickup_booking_live ON pickup_booking (day) WHERE ended IS NULL;

-- Who waits for a place of a full day.
CREATE TABLE pickup_waiting
(
    day          TEXT COLLATE "C" NOT NULL,
    conversation TEXT COLLATE "C" NOT NULL,
    places       INTEGER          NOT NULL,
    since        BIGINT           NOT NULL,
    PRIMARY KEY (day, conversation)
);

-- What days still have to tell others: should the node of a day die, its day is found here.
CREATE TABLE pickup_errand
(
    day    TEXT COLLATE "C" NOT NULL,
    number BIGINT           NOT NULL,
    PRIMARY KEY (day, number)
);
