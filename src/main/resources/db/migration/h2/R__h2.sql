-- Nothing needed on H2 beyond the common tables.
select 1;
