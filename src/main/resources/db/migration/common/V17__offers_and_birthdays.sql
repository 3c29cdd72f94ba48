-- Codes given to one customer each. What a code gives is copied from its file, so that changing the file changes no code.
create table offers (
    id             varchar(36) primary key,
    shop           varchar(30) not null,
    code           varchar(12) not null unique,
    name           varchar(100) not null,
    journey        varchar(190) not null,
    business_key   varchar(190) not null,
    step           varchar(190) not null,
    customer_id    varchar(40) not null,
    percent        numeric(5, 2),
    amount         numeric(19, 4),
    currency       varchar(3),
    minimum        numeric(19, 4),
    state          varchar(10) not null,
    reason         varchar(50),
    issued_at      timestamp with time zone not null,
    expires_on     date not null,
    expires_at     timestamp with time zone not null,
    settled_at     timestamp with time zone,
    order_id       varchar(190),
    order_amount   numeric(19, 4),
    order_currency varchar(3),
    unique (journey, business_key, step)
);
create index offers_customer on offers (customer_id, issued_at);

-- How many codes of each kind were given in a month of the shop's calendar.
create table offer_budgets (
    shop     varchar(30) not null,
    journey  varchar(190) not null,
    name     varchar(100) not null,
    in_month varchar(7) not null,
    issued   integer not null,
    primary key (shop, journey, name, in_month)
);

-- Since when this day of the year is known: being told the same day again does not make it new.
alter table customer_birthdays add column known_since timestamp with time zone;
update customer_birthdays set known_since = told_at;
alter table customer_birthdays alter column known_since set not null;
drop index customer_birthdays_day;
create index customer_birthdays_day on customer_birthdays (birth_month, birth_day, customer_id);

-- Birthdays that journeys were told of: one for each customer and year, whatever changes.
create table birthdays_told (
    customer_id varchar(40) not null references customers (id),
    in_year     integer not null,
    birthday    date not null,
    told_at     timestamp with time zone not null,
    primary key (customer_id, in_year)
);
