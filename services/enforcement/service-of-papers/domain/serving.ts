import { limitFrom } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { consentedOn } from "./confirmation.ts";
import type { Attempt, Delivery, Published, Receiver, Served, UnderWay, Way } from "./delivery.ts";
import type {
  ByMail,
  DeliveryEvent,
  Electronic,
  Entrust,
  Fail,
  HandOver,
  Leave,
  PublicNotice,
  Send,
  SentFrom,
} from "./messages.ts";
import { badInput, notYou, refuse } from "./refusals.ts";

type Decided = Decision<DeliveryEvent>;
type Open = UnderWay | Published;
const article61 = { article: "行政处罚法61", rule: "CF-61" };
const article61a = { article: "民诉法87–95", rule: "CF-61a" };

/** CF-61: handed over when it is announced; else served within seven working days. A stranger learns of no proceeding. */
export function send({ proceeding, order, paper: asked, of }: Send, { actor, calendar, today }: Context): Decided {
  if (of === undefined || !of.handlers.includes(actor.sub))
    return badInput("enforcement.no-such-proceeding", {}, order === undefined ? "/proceeding" : "/order");
  const paper = issued(asked, of);
  if (paper === undefined) return badInput("enforcement.no-such-paper", { kind: asked.kind }, "/paper");
  if (paper.issuedOn > today.toString())
    return badInput("enforcement.served-in-the-future", { on: paper.issuedOn }, "/paper/issuedOn");
  const limit = limitFrom(calendar, { ...article61, unit: "working-day", length: 7 }, paper.issuedOn);
  // 个体工商户: a person with a firm; he, his household and his agent sign.
  const party = of.party.kind === "organisation" ? ("organisation" as const) : ("citizen" as const);
  return [
    {
      type: "enforcement.delivery.begun",
      data: { ...present({ case: of.case, proceeding, order }), party, paper, limit },
      personal: { handlers: of.handlers, ...present({ recipient: of.party.key }) },
    },
  ];
}

/**
 * The paper that is served: notice and decision as their proceeding has them, an order to correct and its decision as the order has
 * them, any other of a case as it is said.
 */
function issued({ kind, number, issuedOn }: Send["paper"], from: SentFrom): Delivery["paper"] | undefined {
  const { notice, decision, order } = from;
  const ofOrder = from.case === undefined || order !== undefined;
  if (kind === "notice" || kind === "decision" || ofOrder) {
    const own =
      kind === "decision" ? decision : kind === "notice" ? notice : kind === "rectification-order" ? order : undefined;
    return own === undefined ? undefined : { kind, number: own.number.text.zh, issuedOn: own.on };
  }
  return number === undefined || issuedOn === undefined ? undefined : { kind, number, issuedOn };
}

/** It is recorded by who handles the case, not before the paper was issued, and not of a day to come. */
function faultOf({ handlers, paper }: Open, on: string, { actor, today }: Context): Rejection | undefined {
  if (!handlers.includes(actor.sub)) return notYou("enforcement.not-a-handler", article61);
  if (on > today.toString()) return badInput("enforcement.served-in-the-future", { on }, "/on");
  if (on < paper.issuedOn) return badInput("enforcement.served-before-issued", { issuedOn: paper.issuedOn }, "/on");
  return undefined;
}

const served = (
  on: string,
  how: Way,
  personal: Extract<DeliveryEvent, { type: "enforcement.delivery.served" }>["personal"],
  proof?: string,
): DeliveryEvent[] => [{ type: "enforcement.delivery.served", data: { on, how, ...present({ proof }) }, personal }];

const ofCitizens: readonly Receiver[] = ["self", "adult-of-household", "agent"];
const ofBodies: readonly Receiver[] = ["legal-representative", "head", "mail-clerk", "agent"];

/** CF-61a (民诉法88): signed for by the party, or by one whom the law names. The day is that of the signature. */
export function handOver(state: Open, command: HandOver, context: Context): Decided {
  const { on, to, livesWithHim, signedBy, proof } = command;
  const fault = faultOf(state, on, context);
  if (fault !== undefined) return fault;
  const may = state.party === "citizen" ? ofCitizens : ofBodies;
  if (!may.includes(to)) return refuse("enforcement.receiver-cannot-sign", { to, ...article61a }, "/to");
  if (to === "agent" && command.agents?.some((name) => plain(name) === plain(signedBy)) === false)
    return refuse("enforcement.not-an-agent", article61a, "/signedBy");
  if (to === "adult-of-household" && livesWithHim !== true)
    return refuse("enforcement.lives-elsewhere", article61a, "/livesWithHim");
  return served(on, "handed-over", { to, signedBy }, proof);
}

/** CF-61a (民诉法89): refused, it is left at his home before a witness, or with a picture or recording; CF-47a: where the town records it, with both. */
export function leave(state: Open, { on, reasons, proof, witness, recording }: Leave, context: Context): Decided {
  const fault = faultOf(state, on, context);
  if (fault !== undefined) return fault;
  const recorded = context.town.enforcement.recording.scenes.includes("service-by-leaving");
  if (recording === undefined && (recorded || witness === undefined))
    return refuse(
      "enforcement.service-proof-missing",
      { ...article61a, rule: recorded ? "CF-47a" : "CF-61a" },
      "/recording",
    );
  if (witness !== undefined && isHandler(state, witness, context))
    return badInput("enforcement.witness-is-handler", article61a, "/witness");
  return served(on, "left", { reasons, ...present({ witness, recording }) }, proof);
}

const plain = (name: string) => name.replace(/\s/g, "");
const isHandler = ({ handlers }: Delivery, witness: string, { town, actor }: Context) =>
  plain(actor.name) === plain(witness) ||
  town.staff.some(({ sub, name }) => handlers.includes(sub) && plain(name) === plain(witness));

/** CF-61 (行政处罚法61(2)): only with consent in force. The day is that of the arrival in the system he named. */
export function deliverElectronically(state: Open, command: Electronic, context: Context): Decided {
  const { on, proof, confirmation } = command;
  const fault = faultOf(state, on, context);
  if (fault !== undefined) return fault;
  if (!consentedOn(confirmation, on)) return refuse("enforcement.no-consent", article61);
  return served(on, "electronic", {}, proof);
}

/** CF-61a (民诉法91): the day that stands on the receipt. */
export const deliverByMail = (state: Open, { on, signedBy, proof }: ByMail, context: Context): Decided =>
  faultOf(state, on, context) ?? served(on, "mail", { signedBy }, proof);

/** CF-61a (民诉法91): another organ hands it over; the day is that of the signature. */
export const entrust = (state: Open, { on, organ, proof }: Entrust, context: Context): Decided =>
  faultOf(state, on, context) ?? served(on, "entrusted", { signedBy: organ }, proof);

/** A try that failed stands on file with its reason: it is what a public notice rests on. */
export const noteFailure = (state: UnderWay, { way, on, reasons, proof }: Fail, context: Context): Decided =>
  faultOf(state, on, context) ?? [
    { type: "enforcement.delivery.failed", data: { way, on, ...present({ proof }) }, personal: { reasons } },
  ];

/**
 * CF-61a (民诉法95): a public notice only if nobody knows where he is, which is proved, or if the other ways have failed: by
 * hand and by mail, and electronically where he consented. It counts as served thirty days after.
 */
export function publishNotice(state: UnderWay, command: PublicNotice, context: Context): Decided {
  const { where, because, reasons, proof, confirmation } = command;
  const on = context.today.toString();
  const fault = faultOf(state, on, context);
  if (fault !== undefined) return fault;
  if (because === "whereabouts-unknown" && proof === undefined)
    return refuse("enforcement.service-proof-missing", article61a, "/proof");
  const missing = because === "whereabouts-unknown" ? [] : untried(state, consentedOn(confirmation, on));
  if (missing.length > 0) return refuse("enforcement.other-ways-first", { missing, ...article61a });
  const serves = limitFrom(context.calendar, { ...article61a, unit: "day", length: 30 }, on);
  return [
    {
      type: "enforcement.delivery.notice-published",
      data: { on, where, serves, because },
      personal: { reasons, ...present({ proof }) },
    },
  ];
}

/** The ways that were not tried in vain. */
function untried({ attempts }: UnderWay, consents: boolean): Way[] {
  const asked: Way[] = ["handed-over", "mail", ...(consents ? (["electronic"] as const) : [])];
  return asked.filter((way) => !attempts.some((one: Attempt) => one.way === way && !one.served));
}

/** CF-61a: of what came electronically a paper copy is given when the party asks. */
export const askCopy = ({ how, copyAskedOn }: Served, { today }: Context): Decided =>
  how !== "electronic"
    ? refuse("enforcement.copy-not-asked", article61a)
    : copyAskedOn === undefined
      ? [{ type: "enforcement.delivery.copy-asked", data: { on: today.toString() }, personal: {} }]
      : [];

export const giveCopy = ({ copyAskedOn, copyGivenOn }: Served, proof: string, { today }: Context): Decided =>
  copyAskedOn === undefined
    ? refuse("enforcement.copy-not-asked", article61a)
    : copyGivenOn === undefined
      ? [{ type: "enforcement.delivery.copy-given", data: { on: today.toString(), proof }, personal: {} }]
      : [];

/** The paper was replaced or the proceeding stopped: it is not served any more. */
export const abandon = (state: Open, reasons: string, context: Context): Decided =>
  faultOf(state, context.today.toString(), context) ?? [
    { type: "enforcement.delivery.abandoned", data: { on: context.today.toString() }, personal: { reasons } },
  ];
