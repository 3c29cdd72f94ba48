-- How far each shop's orders are pulled, to find what its webhooks lost. The row is the lease: whoever raised the turn last may write.
create table pulls (
    account      varchar(60) primary key,
    turn         bigint not null,
    due_at       timestamp with time zone not null,
    reached      timestamp with time zone,
    window_from  timestamp with time zone,
    window_until timestamp with time zone,
    page         varchar(2000),
    seen         integer not null,
    found        integer not null,
    refused      integer not null,
    failures     integer not null,
    trouble      varchar(30),
    finished_at  timestamp with time zone
);
