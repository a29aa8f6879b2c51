-- The tables of Akka.Persistence.Sql, word for word as its own auto-initialize makes them (a test compares the two), so
-- that auto-initialize stays off. In journal.message and snapshot.snapshot: PERSONAL, what applicants wrote.

CREATE TABLE journal
(
	ordering        BIGINT GENERATED ALWAYS AS IDENTITY  NOT NULL,
	created         BigInt                               NOT NULL,
	deleted         Boolean                              NOT NULL,
	persistence_id  text                                 NOT NULL,
	sequence_number BigInt                               NOT NULL,
	message         bytea                                NOT NULL,
	manifest        text                                     NULL,
	identifier      Int                                      NULL,
	writer_uuid     text                                     NULL,

	CONSTRAINT "PK_journal" PRIMARY KEY (ordering)
);

alter table journal add constraint journal_uq unique (persistence_id, sequence_number);
create index journal_created_idx on journal (created);
create index journal_sequence_number_idx on journal (sequence_number);

CREATE TABLE tags
(
	ordering_id    BigInt NOT NULL,
	tag            text   NOT NULL,
	sequence_nr    BigInt NOT NULL,
	persistence_id text   NOT NULL,

	CONSTRAINT "PK_tags" PRIMARY KEY (ordering_id, tag)
);

create index tags_persistence_id_sequence_nr_idx on tags (persistence_id, sequence_nr);
create index tags_tag_idx on tags (tag);

CREATE TABLE snapshot
(
	persistence_id  text   NOT NULL,
	sequence_number BigInt NOT NULL,
	created         BigInt NOT NULL,
	snapshot        bytea      NULL,
	manifest        text       NULL,
	serializer_id   Int        NULL,

	CONSTRAINT "PK_snapshot" PRIMARY KEY (persistence_id, sequence_number)
);

create index snapshot_sequence_number_idx on snapshot (sequence_number);
create index snapshot_created_idx on snapshot (created);
