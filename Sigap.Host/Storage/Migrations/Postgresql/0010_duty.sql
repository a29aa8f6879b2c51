-- Which node does what one of them does for all, and until when. Nothing of it is worth keeping over a crash of the server, so it
-- does not wait for the disk.
CREATE UNLOGGED TABLE duty
(
    name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder TEXT             NOT NULL,
    until  BIGINT           NOT NULL -- by the server's clock
);
