/** T-10: the State Council has not announced this day's year (or it was never loaded). Nobody guesses; the caller decides. */
export class NoCalendar extends Error {
  override readonly name = "NoCalendar";
  readonly code = "calendar.no-calendar";
  /** ISO date that was asked for. */
  readonly date: string;

  constructor(date: string) {
    super(`No official working-day calendar covers ${date}`);
    this.date = date;
  }
}
