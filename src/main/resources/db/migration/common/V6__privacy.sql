-- What is kept after an erasure must say that it is one.
alter table customers add column erased_at timestamp with time zone;
alter table orders add column erased_at timestamp with time zone;

-- Since when we hold a raw body; empty once it is purged or erased.
alter table events add column body_since timestamp with time zone;
update events set body_since = received_at;
create index events_body_since on events (body_since);
create index messages_rendered on messages (rendered_at);

-- Instances of the engine that must end from outside. A row is due until the engine has answered.
create table cancellations (
    instance_key bigint primary key,
    run_id       varchar(36) not null,
    customer_id  varchar(40),
    reason       varchar(50) not null,
    asked_at     timestamp with time zone not null,
    due_at       timestamp with time zone,
    attempts     integer not null,
    outcome      varchar(20),
    done_at      timestamp with time zone
);
create index cancellations_due on cancellations (due_at);
create index cancellations_customer on cancellations (customer_id);

-- Receipts of erasures: nothing personal in them.
create table erasures (
    reference   varchar(36) primary key,
    customer_id varchar(40) not null unique references customers (id),
    asked_by    varchar(190) not null,
    email_hash  varchar(64),
    summary     text not null,
    erased_at   timestamp with time zone not null
);
create index erasures_at on erasures (erased_at);
