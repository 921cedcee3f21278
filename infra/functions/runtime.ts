import { calendarFrom, type WorkingDayCalendar } from "../../shared/calendar/working-calendar.ts";
import { entryScansAt } from "../../shared/entry-scan/by-address.ts";
import { noFiles, s3Files } from "../../shared/files/s3-files.ts";
import { observe } from "../../shared/observability/index.ts";
import type { Keyed } from "../../shared/parties/keyed.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import { type Runtime, wallClock } from "../../shared/service/runtime.ts";
import type { Cursors } from "../../shared/store/cursor.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store } from "../../shared/store/store.ts";
import type { TownProfile } from "../../shared/town/profile.ts";

/** The function's one client; kept outside the runtime because the tracer must know it. */
export const database = documentClient();

/**
 * What a function of a service stands on in the cloud. The profile was checked when it was written into the bundle; the
 * calendar is set up by the first decision, so that a process started by a mere reader does without.
 */
export function cloudRuntime(
  service: string,
  town: TownProfile,
  { cursors = noCursors, ...more }: Partial<Pick<Runtime, "cursors" | "completed">> = {},
): Runtime {
  const { FILES_BUCKET } = process.env;
  const scans = town.enforcement.inspections.scan?.address;
  let calendar: WorkingDayCalendar | undefined;
  let keyed: Keyed | undefined;
  return {
    store: new Store(dynamoTable(required("TABLE_NAME"), database)),
    town,
    get calendar() {
      calendar ??= calendarFrom(town.calendarNotices);
      return calendar;
    },
    clock: wallClock,
    cursors,
    ...more,
    get keyed() {
      keyed ??= keyedWith(required("TOWN_SECRET"));
      return keyed;
    },
    files: FILES_BUCKET === undefined ? noFiles : s3Files({ bucket: FILES_BUCKET, clock: wallClock }),
    ...(scans === undefined ? {} : { scanning: entryScansAt(scans) }),
    observability: observe(service, town.slug),
  };
}

export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
}

/** Only the api answers lists to people; the other functions hold no secret. */
const noCursors: Cursors = {
  issue: () => {
    throw new Error("only the api issues cursors");
  },
  open: () => undefined,
};
