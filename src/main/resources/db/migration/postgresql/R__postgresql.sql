-- PostgreSQL only: the outbox lives by many inserts and deletes, so it is vacuumed early.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
