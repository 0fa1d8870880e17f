-- What time has ended of one licence, whatever its history: read at every acquire.
create index sessions__open on sessions (license_id, held_until) where ended_at is null;
