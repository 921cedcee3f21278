#!/bin/sh
# One backup of the running town, and the old ones away. It ends with an error if the backup is not as it was written.
#   DATA_DIR   the data of the town
#   BACKUPS    where backups are kept, one directory each
#   KEEP_DAYS  older ones go, but only after a good new one: a backup holds what was erased since (P-8)
set -eu
node=${NODE:-node_modules/node/bin/node}
: "${DATA_DIR:?}" "${BACKUPS:?}" "${KEEP_DAYS:?}"

to="$BACKUPS/$(TZ=Asia/Shanghai date +%Y-%m-%dT%H%M%S)"
"$node" infra/ops/main.ts backup "$to"
find "$BACKUPS" -mindepth 1 -maxdepth 1 -type d -name '20??-??-??T??????' -mtime "+$((KEEP_DAYS - 1))" -exec rm -rf {} +
