-- Addresses of public pages that were given out with messages: what each opens, for whom, until when.
-- The token itself is never here, only its SHA-256 (base64url).
create table page_grants (
    token_hash  varchar(43) primary key,
    scope       varchar(20) not null,
    message_id  varchar(36) not null,
    customer_id varchar(40),
    channel     varchar(20) not null,
    topic       varchar(20) not null,
    url         varchar(4000),
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    visits      integer not null,
    visited_at  timestamp with time zone
);
create index page_grants_message on page_grants (message_id);
create index page_grants_customer on page_grants (customer_id);
