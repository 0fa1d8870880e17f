-- The epoch under which Redis holds a copy of the licence's seats; null while Postgres alone grants. Redis may grant while
-- it equals the licence's own epoch. While it is older, the copy has yet to follow a change; nobody grants from here.
alter table licenses add column copy_epoch integer, add column seats_moved_at timestamptz;

-- Heartbeats that Redis answered, of any organisation. What has ended stays so. Names the licences with their epochs.
create function record_heartbeats(wanted uuid[], heartbeats timestamptz[], holds timestamptz[], lease interval, grace interval)
  returns table (license_id uuid, epoch integer)
  language sql volatile security definer set search_path = licensing, pg_temp
  as $$
    with beat as (
      select * from unnest(wanted, heartbeats, holds) as b (id, at, held_until)
    ), kept as (
      update sessions s
         set last_heartbeat_at = greatest(s.last_heartbeat_at, beat.at),
             expires_at = greatest(s.expires_at, beat.at + lease),
             grace_until = greatest(s.grace_until, beat.at + grace),
             held_until = greatest(s.held_until, beat.held_until)
        from beat where s.id = beat.id and s.ended_at is null
    )
    select distinct l.id, l.epoch
      from beat join sessions s on s.id = beat.id join licenses l on l.id = s.license_id
  $$;
