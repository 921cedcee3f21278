import { part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { bulkRoutes } from "./api/bulk.ts";

/** Many steps on matters at once, each answered by itself (G2). */
export const bulk = part({
  routes: bulkRoutes,
  asks: [events],
  problems: {
    "grid-events.row-unreadable": { zh: "这一行格式不对", en: "This row cannot be read" },
    "grid-events.too-many-rows": {
      zh: "一次最多{most}件，共{sent}件，请分{parts}批",
      en: "At most {most} rows at once; {sent} were sent. Send them in {parts} parts",
    },
  },
  titles: {
    fields: {
      expectedVersion: { zh: "以此版本为准", en: "Only in this version" },
      httpStatus: { zh: "状态码", en: "Status code" },
      rows: { zh: "逐件", en: "Rows" },
    },
    values: {},
  },
});
