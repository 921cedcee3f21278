import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, readById, resource } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/masking.ts";
import { conditions, officerFaults } from "../../../../shared/powers-in-force/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import { dayOf, daysOfChange } from "../../common/api/schemas.ts";
import { type Officer, type OfficerCommand, officer } from "../domain/officer.ts";

const day = z.iso.date();
const text = lineOf(300);
const domains = z.array(domainCode).min(1).max(40);
const certificate = z.string().regex(/^[\p{Script=Han}A-Z0-9-]{4,30}$/u);

const writers = ["county", "leader", "ops"] as const;
const readers = [...writers, "officer", "squad-leader", "legal-reviewer", "supervisor"] as const;

const officerView = z.object({
  certificate,
  sub: z.string(),
  /** Masked. */
  name: z.string(),
  domains,
  from: day,
  until: day,
  valid: z.boolean(),
  on: day,
  failed: z.array(z.enum(conditions)),
  version: z.int(),
});

function view({ state, version }: Loaded<Officer>, on: Temporal.PlainDate) {
  const certified = state.changes.flatMap((change) => (change.kind === "certified" ? [change] : []));
  const current = certified.findLast(({ from }) => from <= on.toString()) ?? certified[0];
  const failed = officerFaults(state, on).map(({ condition }) => condition);
  return {
    certificate: state.certificate,
    sub: state.sub,
    name: maskName(state.name),
    domains: [...(current?.domains ?? [])],
    from: current?.from ?? "",
    until: current?.until ?? "",
    valid: failed.length === 0,
    on: on.toString(),
    failed,
    version,
  };
}

const officers = resource({
  of: officer,
  at: "/powers/officers",
  staff: readers,
  returns: officerView,
  view: (loaded, { runtime }) => view(loaded, todayIn(runtime.clock())),
});

/** What a certificate is changes on these days only: all that can be done to it can be done from one of them. */
const daysOf = ({ state }: { readonly state: Officer | undefined }, today: Temporal.PlainDate) =>
  daysOfChange(state?.changes ?? [], today.toString());

const period = z.strictObject({ domains, from: day, until: day });
const fromDay = z.strictObject({ from: day, reason: text });

/** Officers' certificates (P5). Names are masked; whether one is valid for a power is public through `/powers/check`. */
export const officerRoutes: readonly Route[] = [
  create("POST /powers/officers", {
    summary: { zh: "登记一名执法人员的执法证", en: "Record an officer's certificate" },
    allow: writers,
    of: officer,
    body: period.extend({ certificate, sub: lineOf(100), name: lineOf(60) }),
    returns: officers.returns,
    id: ({ body }) => body.certificate,
    run: ({ body }): OfficerCommand => ({ type: "certify", ...body }),
    view: officers.view,
  }),
  list("GET /powers/officers", {
    summary: { zh: "执法人员名册（可查任一日）", en: "Officers, as of any day" },
    allow: readers,
    of: officer,
    query: { on: day.optional(), domain: domainCode.optional(), valid: z.enum(["yes", "no"]).optional() },
    sorts: ["certificate"],
    returns: officerView,
    find: () => ({ index: "byCode", partition: "officers" }),
    keep: ({ state }, { query, runtime }) => {
      const on = dayOf(query.on, todayIn(runtime.clock()));
      const able = officerFaults(state, on, query.domain).map(({ condition }) => condition);
      if (able.includes("officer-of-another-domain")) return false;
      return query.valid === undefined || (query.valid === "yes") === (able.length === 0);
    },
    view: (loaded, { query, runtime }) => view(loaded, dayOf(query.on, todayIn(runtime.clock()))),
  }),
  readById("GET /powers/officers/{id}", {
    summary: { zh: "一名执法人员的执法证", en: "One certificate" },
    allow: readers,
    query: z.strictObject({ on: day.optional() }),
    of: officer,
    returns: officers.returns,
    view: async (loaded, { query, ...viewing }) => ({
      ...view(loaded, dayOf(query.on, todayIn(viewing.runtime.clock()))),
      actions: await officers.actions(loaded, viewing),
      links: await officers.links(loaded, viewing),
    }),
  }),
  officers.history({ zh: "一本执法证的全部变动", en: "All that happened to a certificate" }, readers),
  officers.step("renew", {
    summary: { zh: "换证（领域或有效期变更）", en: "Certify anew" },
    allow: writers,
    body: period,
    run: ({ body }) => ({ type: "renew", ...body }),
  }),
  officers.step("suspend", {
    summary: { zh: "暂停执法资格", en: "Suspend" },
    allow: writers,
    body: fromDay,
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from, reason: "示例" })),
    run: ({ body }) => ({ type: "suspend", ...body }),
  }),
  officers.step("resume", {
    summary: { zh: "恢复执法资格", en: "Resume" },
    allow: writers,
    body: z.strictObject({ from: day }),
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from })),
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
  officers.step("withdraw", {
    summary: { zh: "收回执法证", en: "Withdraw" },
    allow: writers,
    body: fromDay,
    tries: (of, { today }) => daysOf(of, today).map((from) => ({ from, reason: "示例" })),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
];
