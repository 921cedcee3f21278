import { leadsTo } from "../../../../shared/http/index.ts";

/** Leads to the guide of an item; `version`: as it was in that version. */
export const leadsToGuide = (item: string, version?: number) =>
  leadsTo({
    ...{ rel: "guide", title: { zh: "办事指南", en: "Service guide" }, id: item },
    path: `/permits/guides/${item}${version === undefined ? "" : `?version=${version}`}`,
  });

/** Leads to the power under which an item comes: the list of powers is public. */
export const leadsToPower = (item: string) =>
  leadsTo({
    ...{ rel: "power", title: { zh: "职权", en: "Power" }, id: item },
    path: `/powers/items/${item}`,
  });
