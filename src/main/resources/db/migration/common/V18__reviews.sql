-- People who were asked to review what they kept of an order: once for each run of a journey.
create table review_requests (
    id           varchar(36) primary key,
    journey      varchar(190) not null,
    business_key varchar(190) not null,
    order_id     varchar(190) not null,
    customer_id  varchar(40) not null,
    opened_at    timestamp with time zone not null,
    asked_at     timestamp with time zone,
    unique (journey, business_key)
);
create index review_requests_customer on review_requests (customer_id);
create index review_requests_order on review_requests (order_id);

-- The products they were asked about. The id of a further shop's product begins with the shop's name and a slash.
create table review_invitations (
    id         varchar(36) primary key,
    request_id varchar(36) not null references review_requests (id),
    position   integer not null,
    product_id varchar(230) not null,
    product    varchar(500) not null,
    unique (request_id, position)
);
create index review_invitations_product on review_invitations (product_id);

-- Addresses of the pages that were given out with messages; of the key only its SHA-256 (base64url).
create table review_keys (
    key_hash   varchar(43) primary key,
    request_id varchar(36) not null references review_requests (id),
    message_id varchar(36) not null,
    made_at    timestamp with time zone not null
);
create index review_keys_request on review_keys (request_id);

-- What people wrote, under the id of their invitation; the latest counts.
create table reviews (
    id         varchar(36) primary key references review_invitations (id),
    stars      integer not null,
    body       varchar(4000),
    author     varchar(110),
    language   varchar(35) not null,
    state      varchar(20) not null,
    reason     varchar(40),
    revision   integer not null,
    given_at   timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    decided_at timestamp with time zone,
    decided_by varchar(190)
);
create index reviews_state on reviews (state, changed_at);
