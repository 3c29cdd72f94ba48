create table whatsapp_windows (
    number_hash varchar(64) primary key,
    heard_at    timestamp with time zone not null
);

create table letters (
    message_id varchar(36) primary key,
    recipient  varchar(320) not null,
    subject    varchar(998) not null,
    locale     varchar(35) not null,
    html       text not null,
    status     varchar(20) not null,
    wanted_at  timestamp with time zone not null,
    due_at     timestamp with time zone not null,
    settled_at timestamp with time zone,
    settled_by varchar(190),
    reason     varchar(200)
);
create index letters_status on letters (status, due_at);
create index letters_recipient on letters (recipient);

create table webhook_deliveries (
    id           varchar(36) primary key,
    message_id   varchar(36) not null,
    endpoint     varchar(60) not null,
    recipient    varchar(320) not null,
    payload      text not null,
    status       varchar(20) not null,
    attempts     integer not null,
    created_at   timestamp with time zone not null,
    next_at      timestamp with time zone not null,
    settled_at   timestamp with time zone,
    last_trouble varchar(100),
    unique (message_id, endpoint)
);
create index webhook_deliveries_due on webhook_deliveries (status, next_at);
create index webhook_deliveries_created on webhook_deliveries (created_at);
create index webhook_deliveries_recipient on webhook_deliveries (recipient);

create table webhook_endpoints (
    name          varchar(60) primary key,
    failing_since timestamp with time zone,
    disabled_at   timestamp with time zone,
    reason        varchar(100)
);
