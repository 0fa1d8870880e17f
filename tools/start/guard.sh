#!/bin/sh
# Outlives a start that is killed outright: reads "add <group>" and "drop <group>", and when its input closes, ends
# the process groups that are left, politely first.
groups=''
while read -r verb group; do
  case "$verb" in
    add) groups="$groups $group" ;;
    drop)
      kept=''
      for known in $groups; do [ "$known" = "$group" ] || kept="$kept $known"; done
      groups=$kept
      ;;
  esac
done
[ -n "$groups" ] || exit 0
for group in $groups; do kill -TERM "-$group" 2>/dev/null; done
left=100
while [ "$left" -gt 0 ]; do
  alive=''
  for group in $groups; do kill -0 "-$group" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || exit 0
  left=$((left - 1))
  sleep 0.1
done
for group in $groups; do kill -KILL "-$group" 2>/dev/null; done
exit 0
