-- Cases that are worked on here: who sees to it, how it ended, and which deadline somebody was called about.
alter table cases add column owner varchar(190);
alter table cases add column outcome varchar(40);
alter table cases add column is_open boolean default false not null;
alter table cases add column reminded_for timestamp with time zone;
alter table cases add column escalated_for timestamp with time zone;
update cases set is_open = true where opened_at is not null and (closed_at is null or closed_at < opened_at);
create index cases_open on cases (is_open, due_at);
create index cases_order on cases (order_id);

-- What was done about a case, by whom; "about" is the new owner, the new deadline or the outcome.
create table case_entries (
    id      varchar(36) primary key,
    case_id varchar(450) not null,
    kind    varchar(20) not null,
    at      timestamp with time zone not null,
    made_by varchar(190),
    about   varchar(190),
    words   varchar(4000)
);
create index case_entries_case on case_entries (case_id, id);
