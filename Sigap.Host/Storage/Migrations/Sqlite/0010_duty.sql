-- Which node does what one of them does for all, and until when. A file has one node, so here it stays empty.
CREATE TABLE duty
(
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    until  INTEGER NOT NULL
);
