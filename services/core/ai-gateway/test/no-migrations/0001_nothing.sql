-- The stand-in keeps no rows.
select 1;
