import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, leadsTo, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { maskName, maskPhone } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { authorisationRegister } from "../../authorisations/index.ts";
import { caseRegister } from "../../cases/index.ts";
import { text } from "../../common/api/schemas.ts";
import { channels, type Notice, notice, noticeMoves } from "../domain/notice.ts";
import { noticeKinds, wordsOf } from "../domain/texts.ts";

const date = z.iso.date();

const noticeView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["waiting", "delivered", "failed"]),
  kind: z.enum(noticeKinds),
  on: date,
  application: z.string().optional(),
  authorisation: z.string().optional(),
  to: z.object({ name: z.string(), phone: z.string() }),
  /** The words; agents are named in them by their surname alone, save to the party himself. */
  text,
  attempts: z.array(
    z.object({
      by: z.string(),
      on: date,
      channel: z.enum(channels),
      delivered: z.boolean(),
      reference: z.string().optional(),
    }),
  ),
});

/** A notice in a list: how its words begin. All of them, and how it reached the party, are read by its id. */
const noticeRow = noticeView.omit({ attempts: true });
const beginning = (words: string) => [...words].slice(0, 60).join("");

function view({ id, version, state }: Loaded<Notice>, { actor }: { actor: Actor | undefined }) {
  const { status, kind, about, to, attempts } = state;
  const own = to.resident !== undefined && to.resident === actor?.sub;
  return {
    id,
    version,
    status,
    kind,
    on: about.on,
    application: about.application,
    authorisation: about.authorisation,
    to: { name: maskName(to.name), phone: maskPhone(to.phone) },
    text: wordsOf(kind, about, own || to.agent === undefined ? to.agent : maskName(to.agent)),
    attempts: [...attempts],
  };
}

function viewNoticeRow(...given: Parameters<typeof view>) {
  const { text: words, ...shown } = view(...given);
  return noticeRow.parse({ ...shown, text: { zh: beginning(words.zh), en: beginning(words.en) } });
}

/** A gateway that sends messages signs in as a device; what it cannot deliver a clerk does. */
const deliverers: readonly Role[] = ["device", "clerk"];
const readers: readonly Role[] = ["resident", ...deliverers];
const reason = lineOf(500, 4);

/** Who delivers knows of each, a resident of what he himself is told. */
const notices = resource({
  of: notice,
  at: "/permits/notices",
  staff: [...deliverers, "supervisor"],
  own: ({ state }, actor) => state.to.resident === actor.sub,
  moves: noticeMoves,
  statusOf: ({ status }) => status,
  returns: noticeView,
  view,
  links: ({ state: { about } }) => [
    caseRegister.link("application", { zh: "申请", en: "Application" }, about.application),
    authorisationRegister.link("authorisation", { zh: "委托", en: "Authorisation" }, about.authorisation),
  ],
});

caseRegister.linked(({ id }) => [
  leadsTo(
    { rel: "notices", title: { zh: "消息", en: "Notices" }, path: `/permits/notices?application=${id}` },
    readers,
  ),
]);

/** What parties are told (L9), and how it reached them. */
export const noticeRoutes: readonly Route[] = [
  list("GET /permits/notices", {
    summary: {
      zh: "消息：群众见本人的；待发送的供短信网关和窗口",
      en: "Notices: a resident's own; those to be delivered",
    },
    allow: ["resident", ...deliverers],
    of: notice,
    query: { status: severalOf(noticeView.shape.status.options).optional(), application: lineOf(200).optional() },
    sorts: ["on"],
    returns: noticeRow,
    find: ({ query: { status = ["waiting"], application }, actor }) => {
      if (!hasRole(actor, deliverers))
        return { index: "byOwner", partition: `notice:${actor?.sub ?? ""}`, descending: true };
      if (application !== undefined) return { index: "byCase", partition: `notices:${application}`, descending: true };
      return status.map((one) => ({ index: "byStatus", partition: `notice:${one}` }));
    },
    keep: ({ state }, { query: { status, application } }) =>
      status?.includes(state.status) !== false &&
      (application === undefined || state.about.application === application),
    view: (loaded, viewing) => viewNoticeRow(loaded, viewing),
  }),
  notices.read({ zh: "一条消息及送达情况", en: "One notice and how it was delivered" }, [
    "resident",
    "supervisor",
    ...deliverers,
  ]),
  notices.step("disclose", {
    summary: {
      zh: "取收信人号码和全文（须说明理由，留痕）",
      en: "The phone and the words in full, for a stated reason, on record",
    },
    allow: deliverers,
    body: z.strictObject({ reason }),
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: {
      returns: z.object({ id: z.string(), version: z.int(), name: z.string(), phone: z.string(), text }),
      view: ({ id, version, state: { kind, about, to } }) => ({
        id,
        version,
        name: to.name,
        phone: to.phone,
        text: wordsOf(kind, about, to.agent),
      }),
    },
  }),
  notices.history(
    { zh: "一条消息的经过，包括每次查看全文", en: "All that happened to a notice, each disclosure included" },
    ["resident", "supervisor", ...deliverers],
  ),
  notices.step("deliver", {
    summary: { zh: "已送达", en: "It has reached the party" },
    allow: deliverers,
    body: z.strictObject({ channel: z.enum(channels), reference: lineOf(100).optional() }),
    run: ({ body: { channel, reference } }) => ({
      type: "deliver",
      channel,
      ...(reference === undefined ? {} : { reference }),
    }),
  }),
  notices.step("fail", {
    summary: { zh: "未能送达", en: "It did not reach the party" },
    allow: deliverers,
    body: z.strictObject({ channel: z.enum(channels), reason: lineOf(500) }),
    run: ({ body }) => ({ type: "fail", ...body }),
  }),
];
