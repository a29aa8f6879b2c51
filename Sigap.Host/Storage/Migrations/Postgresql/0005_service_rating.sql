-- How satisfied applicants were with collecting their passports: one row for each visit that was rated.

CREATE TABLE service_rating
(
    day          TEXT COLLATE "C" NOT NULL, -- office, dot, date
    ticket       TEXT COLLATE "C" NOT NULL,
    office       TEXT COLLATE "C" NOT NULL,
    conversation TEXT COLLATE "C" NOT NULL,
    rating       BIGINT           NOT NULL, -- 1 to 5
    at           BIGINT           NOT NULL,
    PRIMARY KEY (day, ticket)
);

CREATE INDEX service_rating_office ON service_rating (office, at);
