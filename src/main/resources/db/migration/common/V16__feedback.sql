-- Facts a journey decides its way by, such as score=low; never anything about a person.
alter table events add column routing varchar(190);
alter table outbox add column routing varchar(190);

-- Surveys that people were asked to answer: one for each step of a run.
create table survey_requests (
    id           varchar(36) primary key,
    survey       varchar(100) not null,
    kind         varchar(10) not null,
    journey      varchar(190) not null,
    business_key varchar(190) not null,
    step         varchar(190) not null,
    order_id     varchar(190),
    customer_id  varchar(40),
    product_id   varchar(190),
    product      varchar(500),
    opened_at    timestamp with time zone not null,
    asked_at     timestamp with time zone,
    closes_at    timestamp with time zone not null,
    closed_at    timestamp with time zone,
    unique (journey, business_key, step)
);
create index survey_requests_survey on survey_requests (survey, asked_at);
create index survey_requests_customer on survey_requests (customer_id);
create index survey_requests_order on survey_requests (order_id);

-- Addresses of survey pages that were given out with messages; of the key only its SHA-256 (base64url).
create table survey_keys (
    key_hash   varchar(43) primary key,
    request_id varchar(36) not null references survey_requests (id),
    message_id varchar(36) not null,
    made_at    timestamp with time zone not null
);
create index survey_keys_request on survey_keys (request_id);

-- What people answered; the latest counts.
create table survey_answers (
    request_id  varchar(36) primary key references survey_requests (id),
    score       integer not null,
    remark      varchar(4000),
    revision    integer not null,
    answered_at timestamp with time zone not null,
    changed_at  timestamp with time zone not null
);

create table survey_extras (
    request_id varchar(36) not null references survey_requests (id),
    question   varchar(50) not null,
    answer     varchar(4000) not null,
    primary key (request_id, question)
);

-- Cases journeys open: why, about what, and until when somebody should have seen to it.
alter table cases add column reason varchar(100);
alter table cases add column order_id varchar(190);
alter table cases add column due_at timestamp with time zone;
alter table cases add column closed_by varchar(190);
