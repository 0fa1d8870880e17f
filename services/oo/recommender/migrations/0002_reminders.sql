-- Who has used tips lately: those who may be reminded of today's, page by page.
create function people_with_recent_tips(since timestamptz, after uuid, most integer) returns table (user_id uuid)
  language sql stable security definer set search_path = recommender, pg_temp
  as $$
    select distinct user_id from tips
     where state <> 'offered' and offered_at >= since and (after is null or user_id > after)
     order by user_id limit most
  $$;
