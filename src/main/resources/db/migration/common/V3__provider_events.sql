-- What came back: everything a provider or a customer told about messages, once. Address and detail are personal.
create table provider_events (
    id                  varchar(36) primary key,
    provider            varchar(60) not null,
    provider_event_id   varchar(300) not null,
    kind                varchar(20) not null,
    reason              varchar(20),
    hard                boolean not null,
    channel             varchar(20) not null,
    address             varchar(320),
    customer_id         varchar(40),
    message_id          varchar(36),
    provider_message_id varchar(300),
    detail              varchar(2000),
    occurred_at         timestamp with time zone not null,
    received_at         timestamp with time zone not null,
    unique (provider, provider_event_id)
);
create index provider_events_message on provider_events (message_id);
create index provider_events_customer on provider_events (customer_id, occurred_at);
create index provider_events_kind on provider_events (kind, received_at);
create index messages_sent on messages (sent_at);

-- Signatures that do not cover the body: each of their tokens belongs to the first body it came with.
create table webhook_tokens (
    provider     varchar(60) not null,
    token        varchar(100) not null,
    content_hash varchar(64) not null,
    seen_at      timestamp with time zone not null,
    primary key (provider, token)
);
create index webhook_tokens_seen on webhook_tokens (seen_at);
