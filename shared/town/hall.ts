import * as z from "zod";
import { id } from "./text.ts";

const minutes = z.int().min(0).max(600);
const workingDays = z.int().min(0).max(365);

/** Who may be called before others; what a person says of himself at the kiosk. */
export const priorities = ["elderly", "disabled", "pregnant", "serviceman"] as const;

/** L8: the hall's rules that no law settles. A `group` is that of the windows; its letter begins its tickets. */
export const hall = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id,
        letter: z.string().regex(/^[A-Z]$/),
        /** Appointments that may be booked for one slot. */
        slotCapacity: z.int().min(0).max(50),
        /** A queue is one record: no more tickets a day than it may hold. */
        ticketsPerDay: z.int().min(1).max(500),
      }),
    )
    .min(1),
  slotMinutes: z.int().min(5).max(240),
  /** How many days ahead a slot may be booked. */
  bookingDays: z.int().min(0).max(60),
  checkIn: z.strictObject({ minutesBefore: minutes, minutesAfter: minutes }),
  opensMinutesBefore: minutes,
  /** What still waits so long after the last office hour is closed on record. */
  closesMinutesAfter: minutes,
  priorities: z.array(z.enum(priorities)),
  /** After so many with priority in a row, one without is called, so that nobody waits for ever. */
  preferredInRow: z.int().min(1).max(20),
  /** Nobody is put down as absent before so many calls and minutes. */
  noShow: z.strictObject({ calls: z.int().min(1).max(10), minutes }),
  /** How often somebody who missed his call may come back, to the end of the queue. */
  returns: z.int().min(0).max(5),
  /** Whether a transferred ticket keeps its time of arrival or begins anew. */
  transferKeepsPlace: z.boolean(),
});

/** S-2, S-3: only local rules give numbers; null: no limit is set. */
export const rating = z.strictObject({
  rectificationWorkingDays: workingDays.nullable(),
  /** How long after a visit the device at the counter takes its rating. */
  counterMinutes: minutes,
  /** Figures of fewer ratings than this are not shown to those rated: they would tell who rated. */
  smallestFigure: z.int().min(1).max(100),
});

/** L7: what `limits.complaintWorkingDays` leaves open. */
export const complaints = z.strictObject({
  extensionWorkingDays: workingDays,
  /** Working days after the answer in which the complainant may object, once. */
  objectionWorkingDays: workingDays,
});

export type HallRules = z.infer<typeof hall>;
export type HallGroup = HallRules["groups"][number];
