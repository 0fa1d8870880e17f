-- Whoever opens an old link is told why it leads nowhere.
alter table invitations add column end_reason text check (end_reason in ('accepted', 'withdrawn', 'replaced'));
