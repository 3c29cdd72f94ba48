-- Versions of processes whose work came here although they were deployed from elsewhere, and what the check says of them.
create table strangers (
    definition_key bigint primary key,
    journey        varchar(190) not null,
    version        integer not null,
    seen_at        timestamp with time zone not null,
    judgement      varchar(20),
    findings       text
);
