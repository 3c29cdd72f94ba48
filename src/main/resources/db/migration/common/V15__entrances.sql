-- Whoever enters a journey that takes each customer only once holds this row meanwhile, so that of two who come at one moment one waits.
create table entrances (
    journey     varchar(190) not null,
    customer_id varchar(40) not null,
    primary key (journey, customer_id)
);
create index entrances_customer on entrances (customer_id);
