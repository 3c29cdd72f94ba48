-- Whose customer: '' is the main shop. The same address at two shops is two customers.
alter table customers add column shop varchar(30) default '' not null;

create table shop_identities (
    shop        varchar(30) default '' not null,
    identity    varchar(400) not null,
    customer_id varchar(40) not null references customers (id),
    primary key (shop, identity)
);
insert into shop_identities (identity, customer_id) select identity, customer_id from customer_identities;
drop table customer_identities;
alter table shop_identities rename to customer_identities;
create index customer_identities_customer on customer_identities (customer_id);

-- Which shop leaves an address alone: '*' is all of them, for what is a fact about the address itself.
create table shop_suppressions (
    shop         varchar(30) default '*' not null,
    channel      varchar(20) not null,
    address_hash varchar(64) not null,
    reason       varchar(50) not null,
    source       varchar(100) not null,
    at           timestamp with time zone not null,
    until        timestamp with time zone,
    lifted_at    timestamp with time zone,
    lifted_by    varchar(190),
    primary key (channel, address_hash, shop, reason)
);
insert into shop_suppressions (shop, channel, address_hash, reason, source, at, until, lifted_at, lifted_by)
select case when reason in ('hard-bounce', 'soft-bounces', 'suppressed-by-provider') then '*' else '' end,
  channel, address_hash, reason, source, at, until, lifted_at, lifted_by from suppressions;
drop table suppressions;
alter table shop_suppressions rename to suppressions;
