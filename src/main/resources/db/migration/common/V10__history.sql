-- Files of what was sold before, and how far each was read. What stands in them is in the other tables.
create table imports (
    id             varchar(36) primary key,
    name           varchar(300) not null,
    size           bigint not null,
    fingerprint    varchar(64),
    shop           varchar(30) not null,
    occupies       varchar(30) unique,
    encoding       varchar(40),
    cell_separator varchar(1),
    cell_quote     varchar(1) not null,
    column_names   text not null,
    zone           varchar(64) not null,
    currency       varchar(3),
    date_order     varchar(3),
    dry_run        boolean not null,
    state          varchar(20) not null,
    reason         varchar(500),
    unused         varchar(2000) not null,
    rows_all       bigint,
    rows_read      bigint not null,
    rows_taken     bigint not null,
    rows_known     bigint not null,
    rows_refused   bigint not null,
    asked_by       varchar(190) not null,
    asked_at       timestamp with time zone not null,
    began_at       timestamp with time zone,
    began_row      bigint not null,
    ended_at       timestamp with time zone,
    worker         varchar(36),
    leased_until   timestamp with time zone
);
create index imports_state on imports (state, asked_at);

-- Rows of those files that were refused, and cells that were left out; what stood there is not kept.
create table import_refusals (
    import_id   varchar(36) not null references imports (id),
    line        bigint not null,
    item        integer not null,
    column_name varchar(40) not null,
    reason      varchar(300) not null,
    whole_row   boolean not null,
    primary key (import_id, line, item, column_name)
);

-- The day of the year people were born on; the year only where they said so.
create table customer_birthdays (
    customer_id varchar(40) primary key references customers (id),
    birth_month integer not null,
    birth_day   integer not null,
    birth_year  integer,
    told_at     timestamp with time zone not null
);
create index customer_birthdays_day on customer_birthdays (birth_month, birth_day);
