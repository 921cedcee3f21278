import { type Limit, limitFrom, type WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { Context } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

type Counting = Pick<Context, "calendar" | "town">;

/** G-11 (D): an appeal is answered within so many working days. */
export const answerLimit = (start: string, { calendar, town }: Counting): Limit =>
  limitFrom(
    calendar,
    { rule: "G-11", article: "镇规定", unit: "working-day", length: town.gridEvents.appeals.answerWorkingDays },
    start,
  );
/** G-11 (D): once, for what is difficult, when the head of the unit agrees. */
export const answerExtension = ({ gridEvents }: TownProfile) => ({
  ...{ length: gridEvents.appeals.extensionWorkingDays, rule: "G-11", article: "镇规定" },
});

/** T-3: what a person has time for ends on the next working day if its last day is one of rest. */
export const confirmationLimit = (start: string, { calendar, town }: Counting): Limit =>
  limitFrom(
    calendar,
    {
      ...{ rule: "G8", article: "镇规定", unit: "day", roll: "next-working-day" },
      length: town.gridEvents.appeals.confirmDays,
    },
    start,
  );

/** The organ's own terms of a petition run in days and do not roll (S-10, S-11, T-13). */
const organ = (rule: string, article: string, length: number, start: string, calendar: WorkingDayCalendar): Limit =>
  limitFrom(calendar, { rule, article, unit: "day", length }, start);

/** S-10: fifteen days to say whether it is taken on. */
export const petitionReply = (start: string, { calendar }: Pick<Context, "calendar">) =>
  organ("S-10", "信访工作条例22、23", 15, start, calendar);
/** S-10: five working days to object to a petition that was sent to the wrong organ. */
export const transferObjection = (start: string, { calendar }: Pick<Context, "calendar">): Limit =>
  limitFrom(calendar, { rule: "S-10", article: "信访工作条例23", unit: "working-day", length: 5 }, start);
/** S-11: sixty days to conclude. */
export const petitionConclusion = (start: string, { calendar }: Pick<Context, "calendar">) =>
  organ("S-11", "信访工作条例34", 60, start, calendar);
/** S-11: thirty days more, once, when the head agrees. */
export const conclusionExtension = { length: 30, rule: "S-11", article: "信访工作条例34" } as const;
/** S-11: thirty days for each of the two reviews. */
export const reviewLimit = (start: string, { calendar }: Pick<Context, "calendar">) =>
  organ("S-11", "信访工作条例35、36", 30, start, calendar);
/** S-11, T-3: thirty days in which the person asks for a review; they roll over days of rest. */
export const reviewWindow = (start: string, { calendar }: Pick<Context, "calendar">): Limit =>
  limitFrom(
    calendar,
    { rule: "S-11", article: "信访工作条例35、36", unit: "day", length: 30, roll: "next-working-day" },
    start,
  );

/** G8: the next day on which the town's leaders receive people; on a day of rest it is the next working day. */
export function handlingDayFrom(today: Context["today"], { calendar, town }: Counting): string {
  for (let months = 0; ; months += 1) {
    const month = today.toPlainYearMonth().add({ months });
    const set = month.toPlainDate({ day: Math.min(town.gridEvents.appeals.dayOfMonth, month.daysInMonth) });
    const rolled = limitFrom(
      calendar,
      { rule: "G8", article: "镇规定", unit: "day", length: 0, roll: "next-working-day" },
      set,
    );
    const day = rolled.due ?? set.toString();
    if (day >= today.toString()) return day;
  }
}
