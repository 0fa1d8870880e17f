-- What a provider hears of one tip it hears in order: the next is asked for when the last is settled.
-- What waits behind another one is asked for again by then.
update deliveries later set state = 'cancelled'
 where later.state = 'waiting'
   and exists (select 1 from deliveries earlier
                where earlier.tip_id = later.tip_id and earlier.id < later.id
                  and earlier.state in ('waiting', 'sending'));
create unique index deliveries__one_at_a_time on deliveries (tip_id) where state in ('waiting', 'sending');

-- What the task was at its provider when it was told; the tip knows only what it was when it was chosen.
alter table deliveries add column was_recurring boolean;
