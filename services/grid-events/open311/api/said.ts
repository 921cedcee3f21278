import * as z from "zod";
import { list, type Route } from "../../../../shared/http/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { clientUpdate, clientUpdatesOf } from "../domain/client-update.ts";
import { updateStatuses } from "../domain/request-update.ts";

const row = z.object({
  id: z.string(),
  event: z.string(),
  wish: z.enum(updateStatuses),
  remark: z.string(),
  remarkedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
});

/** What other applications told about a matter: for the dispatcher, who decides what comes of it. */
export const clientUpdateRoutes: readonly Route[] = [
  list("GET /grid-events/client-updates", {
    summary: {
      zh: "其他应用对某事件的补充说明（Open311）",
      en: "What other applications told about a matter (Open311)",
    },
    allow: ["dispatcher"],
    of: clientUpdate,
    query: { event: lineOf(60) },
    sorts: ["receivedAt"],
    returns: row,
    find: ({ query: { event } }) => ({ index: "byCode", partition: clientUpdatesOf(event), descending: true }),
    view: ({ id, state: { request, status, text, saidAt, receivedAt } }) => ({
      ...{ id, event: request, wish: status, remark: maskedText(text), remarkedAt: saidAt, receivedAt },
    }),
  }),
];
