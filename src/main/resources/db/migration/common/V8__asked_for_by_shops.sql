-- What shops ask for in the name of people: be told everything, be erased, erase everybody. Nothing personal in it.
create table privacy_requests (
    id                varchar(36) primary key,
    sender            varchar(255) not null,
    shop              varchar(30) not null,
    sender_request_id varchar(300) not null,
    position          integer not null,
    kind              varchar(20) not null,
    customer_id       varchar(40),
    state             varchar(20) not null,
    erased            integer not null,
    asked_at          timestamp with time zone not null,
    due_at            timestamp with time zone not null,
    done_at           timestamp with time zone,
    done_by           varchar(190),
    unique (sender, sender_request_id, position)
);
create index privacy_requests_state on privacy_requests (state, due_at);

-- Shops that took our app out, and when they were heard of again.
create table departed_shops (
    sender  varchar(255) primary key,
    at      timestamp with time zone not null,
    back_at timestamp with time zone
);
