-- How satisfied applicants were with collecting their passports: one row for each visit that was rated.

CREATE TABLE service_rating
(
    day          TEXT    NOT NULL, -- office, dot, date
    ticket       TEXT    NOT NULL,
    office       TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    rating       INTEGER NOT NULL, -- 1 to 5
    at           INTEGER NOT NULL,
    PRIMARY KEY (day, ticket)
) WITHOUT ROWID;

CREATE INDEX service_rating_office ON service_rating (office, at);
