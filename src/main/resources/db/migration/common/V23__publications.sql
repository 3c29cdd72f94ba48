-- When the engine took an event. Apart from the events, for a change of a row is paid for with each of its indexes.
create table publications (
    event_seq    bigint primary key,
    published_at timestamp with time zone not null
);
insert into publications (event_seq, published_at)
select seq, published_at from events where published_at is not null;
alter table events drop column published_at;
