-- What shadows chose is written after the answer: it goes with its decision, and never comes after an erasure.
delete from shadow_decisions s where not exists (select 1 from decisions d where d.tip_id = s.tip_id);
alter table shadow_decisions
  add constraint shadow_decisions__tip_id foreign key (tip_id) references decisions (tip_id) on delete cascade;
