import { leadsTo } from "../../../../shared/http/index.ts";

/** Leads to a power of the list, which is public. */
export const leadsToPower = (code: string) =>
  leadsTo({ rel: "power", title: { zh: "职权", en: "Power" }, id: code, path: `/powers/items/${code}` });
