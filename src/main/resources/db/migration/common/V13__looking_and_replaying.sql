-- How often an event was sent again, and when its body went because its time was over.
alter table events add column repeats integer default 0 not null;
alter table events add column repeated_at timestamp with time zone;
alter table events add column body_purged_at timestamp with time zone;
create index events_received on events (received_at);

-- The engine's message id for an event that is told to it again; empty the first time, when it is the event's own.
alter table outbox add column message_id varchar(36);

-- Who told the engine an event again, why, and what had become of it before.
create table event_replays (
    message_id varchar(36) primary key,
    event_seq  bigint not null references events (seq),
    asked_by   varchar(100) not null,
    why        varchar(300) not null,
    outcome    varchar(20) not null,
    reason     varchar(200),
    asked_at   timestamp with time zone not null
);
create index event_replays_event on event_replays (event_seq);

-- Who looked at what an event's sender told, without the mask.
create table event_looks (
    id        varchar(36) primary key,
    event_seq bigint not null references events (seq),
    looked_by varchar(100) not null,
    looked_at timestamp with time zone not null
);
create index event_looks_event on event_looks (event_seq);
