#!/bin/sh
# Starts Beredd. Installed as "beredd" beside the real executable on Linux.
# A command (a plain lower-case word that is no file, as in "beredd pack verify FILE") opens no window and needs no screen;
# electron/startup/launchArguments.ts goes by the same rule.
here=$(dirname "$(readlink -f "$0")")
is_command=no
case "${1-}" in
  --help | --version) is_command=yes ;;
  '' | *[!abcdefghijklmnopqrstuvwxyz]*) ;;
  *) [ -e "$1" ] || is_command=yes ;;
esac
if [ "$is_command" = yes ]; then
  # Without a window there is no page to keep in Chromium's sandbox, and root could not start it otherwise.
  set -- --ozone-platform=headless --no-sandbox --disable-gpu --log-level=3 "$@"
fi
exec "$here/beredd-bin" "$@"
