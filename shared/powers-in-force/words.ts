import type { FailedCondition } from "./conditions.ts";

/** What each failed condition means, as `word.<condition>` of a service's texts. */
export const conditionWords = {
  "word.not-listed": { zh: "不在权责清单上", en: "not on the power list" },
  "word.not-handed-over": { zh: "尚未下放", en: "not handed over" },
  "word.not-yet-in-force": { zh: "尚未生效", en: "not yet in force" },
  "word.not-ready": { zh: "承接条件未具备", en: "not ready" },
  "word.suspended": { zh: "已暂停行使", en: "suspended" },
  "word.recalled": { zh: "已收回", en: "recalled" },
  "word.basis-not-in-force": { zh: "法律依据不在施行中", en: "its legal basis is not in force" },
  "word.outside-territory": { zh: "地点不在本镇管辖范围", en: "outside the town's territory" },
  "word.place-missing": { zh: "未载明地点", en: "the place is not known" },
  "word.officer-unknown": { zh: "无此执法证", en: "officer unknown" },
  "word.officer-not-yet-certified": { zh: "执法证尚未生效", en: "officer not certified yet" },
  "word.officer-expired": { zh: "执法证已过期", en: "officer's certificate expired" },
  "word.officer-suspended": { zh: "执法证已暂停", en: "officer suspended" },
  "word.officer-withdrawn": { zh: "执法证已收回", en: "officer's certificate withdrawn" },
  "word.officer-of-another-domain": { zh: "执法证不含该领域", en: "officer certified for other domains" },
} as const satisfies Readonly<
  Record<`word.${FailedCondition["condition"]}`, { readonly zh: string; readonly en: string }>
>;

type Words = Readonly<Record<`word.${string}`, { readonly zh: string; readonly en: string }>>;

/** The same words for one code alone, where the service uses `suspended` or `recalled` of its own things too. */
export const conditionWordsOf = (code: string): Words =>
  Object.fromEntries(
    Object.entries(conditionWords).map(([word, text]) => [`word.${code}.${word.slice("word.".length)}`, text]),
  );
