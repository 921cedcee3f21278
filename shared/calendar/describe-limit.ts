import type { Limit, LimitUnit } from "./limit.ts";

type Language = "zh" | "en";

const zhUnits: Record<LimitUnit, string> = { "working-day": "个工作日", day: "日", month: "个月", year: "年" };
const enUnits: Record<LimitUnit, string> = { "working-day": "working day", day: "day", month: "month", year: "year" };

const units: Record<Language, (count: number, unit: LimitUnit) => string> = {
  zh: (count, unit) => `${count}${zhUnits[unit]}`,
  en: (count, unit) => `${count} ${enUnits[unit]}${count === 1 ? "" : "s"}`,
};

/** The derivation in lines a clerk can check with a wall calendar, in Chinese or English; the last lines say what it rests on. */
export function describeLimit(limit: Limit, language: Language): string[] {
  const lines = language === "zh" ? chinese(limit) : english(limit);
  return lines.filter((line) => line !== "");
}

const counted = (limit: Limit): LimitUnit => (limit.unit === "working-day" ? "working-day" : "day");
const total = (limit: Limit): number => [limit, ...limit.extensions].reduce((sum, { length }) => sum + length, 0);
const countedSoFar = (limit: Limit): number => total(limit) - (limit.remaining ?? 0);

function chinese(limit: Limit): string[] {
  const say = units.zh;
  const { tally } = limit;
  return [
    `依据：${limit.article}（${limit.rule}），${say(limit.length, limit.unit)}`,
    ...limit.extensions.map((each) => `延长：${each.article}（${each.rule}），${say(each.length, limit.unit)}`),
    `起算：${limit.start}当日不计，次日起算`,
    ...limit.pauses.map(
      ({ from, to, reason, excludedDays }) =>
        `扣除：${from}至${to ?? "今"}（${reason}），${to === undefined ? "计时中止" : `扣除${say(excludedDays, counted(limit))}`}`,
    ),
    tally
      ? `计数：共${tally.days}天，减周末${tally.weekends}天、放假${tally.daysOff}天、扣除${limit.excludedDays}天，计${countedSoFar(limit)}个工作日（含调休上班${tally.makeUpDays}天，扣除的在内）`
      : "",
    limit.dueUnrolled ? `顺延：原届满日${limit.dueUnrolled}为休息日，顺延至其后第一个工作日` : "",
    limit.due === null
      ? `届满：计时中止，尚余${say(limit.remaining ?? 0, counted(limit))}`
      : `届满：${limit.due}（当日仍在期限内）`,
    `日历：${limit.calendarVersion}`,
    limit.provisional
      ? `暂定：${limit.provisionalFrom}起的放假安排尚未公布，按法定节假日和周一至周五推算，公布后重新计算`
      : "",
  ];
}

function english(limit: Limit): string[] {
  const say = units.en;
  const { tally } = limit;
  return [
    `Basis: ${limit.article} (${limit.rule}), ${say(limit.length, limit.unit)}`,
    ...limit.extensions.map((each) => `Extended: ${each.article} (${each.rule}), ${say(each.length, limit.unit)}`),
    `Start: ${limit.start} is not counted; counting begins the day after`,
    ...limit.pauses.map(
      ({ from, to, reason, excludedDays }) =>
        `Paused: ${from} to ${to ?? "now"} (${reason}), ${to === undefined ? "the clock stands" : `${say(excludedDays, counted(limit))} excluded`}`,
    ),
    tally
      ? `Count: ${say(tally.days, "day")}, less ${say(tally.weekends, "day")} of weekend, ${tally.daysOff} off and ${limit.excludedDays} paused, leaves ${say(countedSoFar(limit), "working-day")} (make-up days, paused ones included: ${tally.makeUpDays})`
      : "",
    limit.dueUnrolled ? `Rolled: ${limit.dueUnrolled} is a day of rest; the next working day counts` : "",
    limit.due === null
      ? `Due: the clock stands with ${say(limit.remaining ?? 0, counted(limit))} left`
      : `Due: ${limit.due} (still in time on that day)`,
    `Calendar: ${limit.calendarVersion}`,
    limit.provisional
      ? `Provisional: holidays from ${limit.provisionalFrom} on are not announced; the holidays of the regulation and Monday to Friday are assumed, to be computed again`
      : "",
  ];
}
